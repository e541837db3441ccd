"""Gather the lists of words into one file: run when a wheel is built.

python -m linter.language.gathered FILE
"""

import sys
from pathlib import Path

from linter.language.lexicon import gathered


def main() -> None:
    """Write the store to the file named."""
    Path(sys.argv[1]).write_bytes(gathered())


if __name__ == "__main__":
    main()
