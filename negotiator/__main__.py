"""`python -m negotiator` is the command line."""

from negotiator.cli import main

main()
