"""Markdown as the tags and words that it stands for: what HTML does to them is done once.

`parser` reads CommonMark, tables, struck-out words and footnotes with markdown-it-py and guards
what it would lose; `tags` hands the result on as tokens of a web page; `front_matter` takes what
stands before the text.
"""
