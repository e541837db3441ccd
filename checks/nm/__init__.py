"""编号。

Summary Numbering: marks of sections and items, inline lists, serial columns.
"""
