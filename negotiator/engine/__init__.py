"""Pure functions on the model: no files, no database, no clock."""
