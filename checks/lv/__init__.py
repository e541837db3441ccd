"""级别。

Summary Levels: their number, names, order, colours, and what leads to which level.
"""
