"""Akoma Ntoso (OASIS LegalDocML): units of legislation with their numbers, headings and names.

`elements` sorts the vocabulary, `references` composes printed references, `body` walks through a
document, `writing` puts its units down, `description` reads what it says about itself.
"""
