"""Whole runs: files, watching, changed lines, fixing, writing, and the door for Python."""
