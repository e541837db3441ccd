"""The page for people who never open a terminal: documents are dropped on it, read, accepted, mended, taken away.

One desk, a table of verbs, and a page that calls them: over HTTP on this machine, or inside the browser.
"""
