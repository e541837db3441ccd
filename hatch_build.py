"""Build hook: what a wheel carries beside its modules, so that it starts fast.

Its patterns, compiled for the interpreter that built it (``linter.language.pattern``), the lists of words in one file
(``linter.language.lexicon``), and the index of its checks (``linter.kernel.packs``).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What ``generate/stores.py`` writes, and where it goes in the wheel.
STORES = {
    "patterns.bin": "linter/language/patterns.bin",
    "words.bin": "linter/language/words.bin",
    "index.bin": "checks/index.bin",
}


class StoresHook(BuildHookInterface[Any]):
    """Adds these stores to a wheel; an editable install does without."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the stores into a temporary folder and have them included. A build without them is a good wheel too."""
        if version == "editable":
            return
        self.folder = tempfile.TemporaryDirectory()
        command = [sys.executable, "generate/stores.py", self.folder.name]
        subprocess.run(command, cwd=self.root, env=os.environ | {"PYTHONPATH": self.root}, check=True)  # noqa: S603
        for name, target in STORES.items():
            build_data["force_include"][str(Path(self.folder.name, name))] = target

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Take the temporary folder away."""
        if version != "editable":
            self.folder.cleanup()
