"""How the settings of a run are found, as a value that another process can follow."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from linter.kernel.registry import Registry
from linter.language import NamedTuple
from linter.settings.workspace import Workspace


class Recipe(NamedTuple):
    """What the command line says: settings by their keys, a settings file, a baseline, a folder of loose checks.

    ``isolated`` looks for no settings; settings that are ``trusted`` may name files outside their project.
    """

    given: Mapping[str, Any] = {}
    file: Path | None = None
    baseline: Path | None = None
    isolated: bool = False
    loose: Path | None = None
    trusted: bool = False

    def workspace(self) -> Workspace:
        """The settings that hold. Raises RegistryError and BadFileError for checks that cannot be loaded."""
        checks = registry(self.loose)
        return Workspace(
            checks, self.given, self.file, baseline=self.baseline, isolated=self.isolated, trusted=self.trusted
        )


def registry(loose: Path | None) -> Registry:
    """The installed checks, and those of a file or folder if one is given."""
    from linter.kernel.registry import load

    if loose is None:
        return load()
    from linter.settings.loose import load_loose

    return load(load_loose(loose))
