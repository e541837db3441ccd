"""``python -m linter`` and ``gazette-lint``: the command line.

This module imports nothing before it can be interrupted, so that Ctrl-C during the start is no traceback.
"""

from __future__ import annotations


def start() -> None:
    """Import the command line and run it; interrupted meanwhile, end with 130."""
    try:
        import gc

        gc.disable()  # as the command line does, from its first import on
        from linter.cli import main

        main()
    except KeyboardInterrupt:
        import os

        os._exit(130)


if __name__ == "__main__":
    start()
