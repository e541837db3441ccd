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
    """The checks of a YAML file as a pack.

    Raises BadFileError with each mistake at its line, and for a check that is not filled in.
    """
    from linter.forms import nodes
    from linter.kernel.registry import Pack
    from linter.kernel.unfilled import unfilled

    file = load_file(path)
    name = nodes.shown(path)
    if empty := unfilled(nodes.read_text(path, name)):
        raise nodes.BadFileError([nodes.Problem(nodes.Place(name, 1), empty)])
    return Pack(file.pack, file.version, file.checks)
