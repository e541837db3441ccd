"""单位与简称。

Summary Organisations: their names, their short forms, and bodies that do not exist.
"""
