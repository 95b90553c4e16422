"""The facade that the commands call: one module for each kind of work, each a few functions.

Every function takes a `Bench`: an open database, who is at work, and what time it is. The clock
and the locale come from outside.
"""
