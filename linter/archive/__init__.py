"""An archive: what documents say of themselves and of others, kept in one file, and checked against one another."""
