"""题名与文号。

Summary Titles and numbers: document numbers, titles, the table of contents, cited acts.
"""
