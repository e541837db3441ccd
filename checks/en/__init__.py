"""EN: the engine itself: what it could not read, and settings that have no effect."""
