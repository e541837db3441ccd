"""Build hook: a wheel carries its patterns compiled for the interpreter that built it (``linter.language.pattern``)."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PatternsHook(BuildHookInterface[Any]):
    """Adds the store of compiled patterns to a wheel; an editable install compiles them as it goes."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the store into a temporary folder and have it included. A build without it is a good wheel too."""
        if version == "editable":
            return
        self.folder = tempfile.TemporaryDirectory()
        store = Path(self.folder.name, "patterns.bin")
        command = [sys.executable, "-m", "linter.language.compiled", str(store)]
        subprocess.run(command, cwd=self.root, check=True)  # noqa: S603
        build_data["force_include"][str(store)] = "linter/language/patterns.bin"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Take the temporary folder away."""
        if version != "editable":
            self.folder.cleanup()
