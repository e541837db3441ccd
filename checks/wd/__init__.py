"""用词。

Summary Wording: confusable, repeated, stray and variant words.
"""
