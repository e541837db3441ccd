"""Files written by hand (settings, checks, decisions): nodes with their places, and their shape."""
