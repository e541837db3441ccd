"""What a wheel carries beside its modules, so that it starts fast: ``hatch_build.py`` runs it.

python generate/stores.py FOLDER
"""

import sys
from importlib import import_module
from pathlib import Path

from linter.kernel import packs
from linter.language import compiled, lexicon


def main() -> None:
    """Write the compiled patterns, the lists of words in one file, and the index of the checks into a folder."""
    folder = Path(sys.argv[1])
    (folder / "patterns.bin").write_bytes(compiled.pack(compiled.HOMES))
    (folder / "words.bin").write_bytes(lexicon.gathered())
    (folder / "index.bin").write_bytes(packs.pack(packs.collect(import_module("checks"))))


if __name__ == "__main__":
    main()
