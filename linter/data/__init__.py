"""Word lists with their sources, as Python so that nothing has to be parsed at the start."""
