"""Settings files: found above a document, read with their lines, joined with presets, and settled into ``Settings``."""
