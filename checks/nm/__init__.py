"""NM numbering: marks of sections and items, inline lists, serial columns."""
