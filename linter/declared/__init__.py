"""Checks that are data: a closed set of verbs over the model, with examples that are run.

An office writes them in YAML; those of the product that are one pattern are rows of the verb ``rewrite``
(``linter.declared.rows``), which a plain run reads without YAML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from linter.declared.record import File
    from linter.kernel.registry import Pack


def load_file(path: Path) -> File:
    """The checks of a YAML file with the places of their examples. Raises BadFileError."""
    from linter.declared.record import read
    from linter.forms import nodes

    return read(nodes.load(path, nodes.shown(path)), path.stem)


def load(path: Path) -> Pack:
    """The checks of a YAML file as a pack. Raises BadFileError with each mistake at its line."""
    from linter.kernel.registry import Pack

    file = load_file(path)
    return Pack(file.pack, file.version, file.checks)
