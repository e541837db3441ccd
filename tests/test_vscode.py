"""The extension for VS Code: it packages, its bundle loads, and its server starts and keeps a decision."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

pytest.importorskip("pygls")
EXTENSION = ROOT / "examples" / "vscode"
# Any member of the editor's interface: a class to build on, a function to call, an object to ask.
EDITOR = """
const editor = new Proxy(class {}, { get: (own, key) => (key === "prototype" ? own.prototype : editor),
  apply: () => editor, construct: () => ({}) });
const load = require("module")._load;
require("module")._load = (name, ...rest) => (name === "vscode" ? editor : load(name, ...rest));
console.log(Object.keys(require(process.argv[1])).sort().join(" "));
"""

pytestmark = pytest.mark.skipif(not (EXTENSION / "node_modules").is_dir(), reason="npm ci --prefix examples/vscode")


def npm(*arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment["GAZETTE_LINT"] = json.dumps([sys.executable, "-m", "linter", "lsp"])
    ran = subprocess.run(
        ["npm", *arguments], cwd=EXTENSION, env=environment, capture_output=True, text=True, check=False, timeout=180
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_it_packages_and_the_bundle_loads(tmp_path: Path) -> None:
    npm("run", "package")
    package = Path(shutil.move(EXTENSION / "gazette-lint.vsix", tmp_path))
    with zipfile.ZipFile(package) as archive:
        names = {name for name in archive.namelist() if name.startswith("extension/")}
        assert names == {"extension/package.json", "extension/readme.md", "extension/dist/extension.js"}
        archive.extract("extension/dist/extension.js", tmp_path)
    bundle = tmp_path / "extension" / "dist" / "extension.js"
    ran = subprocess.run(["node", "-e", EDITOR, bundle], capture_output=True, text=True, check=True)
    assert ran.stdout == "activate deactivate\n"


def test_the_server_starts_as_the_extension_starts_it() -> None:
    assert "# pass 2" in npm("test")
