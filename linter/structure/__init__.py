"""Structure: Text → Issue. Pure functions; the model is in ``model``."""
