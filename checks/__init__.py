"""The built-in pack of checks: one folder a family, one file a check."""
