"""LV levels: their number, names, order, colours, and what leads to which level."""
