"""OFF: the checks of one office."""
