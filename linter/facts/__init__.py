"""Facts, a package a subject. The ``__init__`` of a package is its face, all that others import."""
