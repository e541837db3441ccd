"""WD: wording."""
