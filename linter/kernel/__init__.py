"""Checks and findings: the public API of a check, the registry, the engine, one session."""
