"""Write the index of a pack of checks: run when a wheel is built.

python -m linter.kernel.indexed PACKAGE FILE
"""

import sys
from importlib import import_module
from pathlib import Path

from linter.kernel.packs import collect, pack


def main() -> None:
    """Write the index of the package to the file named."""
    Path(sys.argv[2]).write_bytes(pack(collect(import_module(sys.argv[1]))))


if __name__ == "__main__":
    main()
