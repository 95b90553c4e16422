"""A comparison becomes a page, a table or data: one module per format."""
