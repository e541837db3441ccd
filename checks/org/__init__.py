"""OR: organisations — their names, their short forms, and bodies that do not exist."""
