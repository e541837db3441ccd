"""Checks an office writes in YAML: a closed set of verbs over the model, with examples that are run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from linter.declared.record import read
from linter.forms import nodes
from linter.kernel.registry import Pack

if TYPE_CHECKING:
    from linter.declared.record import File


def load_file(path: Path) -> File:
    """The checks of a YAML file with the places of their examples. Raises BadFileError."""
    return read(nodes.load(path, nodes.shown(path)), path.stem)


def load(path: Path) -> Pack:
    """The checks of a YAML file as a pack. Raises BadFileError with each mistake at its line."""
    file = load_file(path)
    return Pack(file.pack, file.version, file.checks)
