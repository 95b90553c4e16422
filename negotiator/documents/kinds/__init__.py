"""One module for each kind of document. Each offers one function:

    read(file: str, data: bytes, wishes: Wishes, progress: Progress) -> Manuscript

It raises `Refused` for what it cannot read, naming the file, the cause and what to do.
"""
