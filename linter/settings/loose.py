"""Loose checks: Python and YAML files in a folder that the user names. Nothing is looked for unasked."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING

from linter.kernel.packs import collect
from linter.kernel.registry import Pack, RegistryError
from linter.limits import failure

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

_PACKAGE = "gazette_lint_loose"
# Files of settings and decisions may stand beside checks.
_SETTINGS = ("gazette-lint.", ".gazette-lint.")


def load_folder(folder: Path) -> list[Pack]:
    """The checks of a folder, a pack for its Python files and one for each YAML file.

    Raises RegistryError that names a file which fails, BadFileError for mistakes in a YAML file.
    """
    if not folder.is_dir():
        raise RegistryError(f"没有文件夹 {folder} (no such folder)")
    found = [check for path in sorted(folder.glob("[!_]*.py")) for check in load_python(path).checks]
    packs = [Pack(folder.resolve().name, "", tuple(found))] if found else []
    for path in sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")]):
        if path.name.startswith(_SETTINGS):
            continue
        from linter.declared import load

        packs.append(load(path))
    if not packs:
        raise RegistryError(f"文件夹 {folder} 里没有检查 (no checks in this folder)")
    return packs


def load_python(path: Path) -> Pack:
    """The checks of one Python file. Raises RegistryError that names the file if it fails or has none."""
    try:
        checks = tuple(collect(_module(path)))
    except (Exception, SystemExit) as error:
        raise RegistryError(f"检查文件 {path} 无法载入：{failure(error)} (cannot load checks)") from error
    if not checks:
        raise RegistryError(f"文件 {path} 里没有检查 (no checks in this file)")
    return Pack(path.stem, "", checks)


def _module(path: Path) -> ModuleType:
    name = f"{_PACKAGE}.{path.stem}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError("not a Python file")
    module = module_from_spec(spec)
    sys.modules[name] = module  # the record of a check reads its docstring from here
    spec.loader.exec_module(module)
    return module
