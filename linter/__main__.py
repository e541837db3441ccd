"""``python -m linter``: the command line."""

from linter.cli import main

main()
