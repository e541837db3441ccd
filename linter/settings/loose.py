"""Loose checks: Python and YAML files, or a folder of them, that the user names. Nothing is looked for unasked.

A check whose places are still to be filled in is refused.
"""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from linter.kernel.packs import collect
from linter.kernel.registry import Pack, RegistryError
from linter.kernel.unfilled import unfilled
from linter.limits import failure

_PACKAGE = "gazette_lint_loose"
# Files of settings and decisions may stand beside checks.
_SETTINGS = ("gazette-lint.", ".gazette-lint.")
_YAML = (".yaml", ".yml")


def load_loose(path: Path) -> list[Pack]:
    """The checks of a file, or of a folder: a pack for its Python files and one for each YAML file.

    Raises RegistryError that names a file which fails, BadFileError for mistakes in a YAML file.
    """
    if not path.exists():
        raise RegistryError(f"没有文件或文件夹 {path} (no such file or folder)")
    files = _files(path) if path.is_dir() else [path]
    python = [file for file in files if file.suffix == ".py"]
    for file in python:
        if empty := unfilled(_words(file)):
            raise RegistryError(f"检查文件 {file} {empty}")
    found = [check for file in python for check in load_python(file).checks]
    packs = [Pack(path.resolve().stem, "", tuple(found))] if found else []
    packs += [_yaml(file) for file in files if file.suffix in _YAML]
    if not packs:
        raise RegistryError(f"{path} 里没有检查，应为 .py 或 .yaml (no checks in it)")
    return packs


def _files(folder: Path) -> list[Path]:
    """The files of checks in a folder, each once whatever links to it."""
    found = [*sorted(folder.glob("[!_]*.py")), *sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])]
    return list({file.resolve(): file for file in found if not file.name.startswith(_SETTINGS)}.values())


def _yaml(path: Path) -> Pack:
    from linter.declared import load

    return load(path)


def load_python(path: Path) -> Pack:
    """The checks of one Python file. Raises RegistryError that names the file if it fails or has none."""
    try:
        checks = tuple(collect(_module(path)))
    except (Exception, SystemExit) as error:
        raise RegistryError(f"检查文件 {path} 无法载入：{failure(error)} (cannot load checks)") from error
    if not checks:
        raise RegistryError(f"文件 {path} 里没有检查 (no checks in this file)")
    return Pack(path.stem, "", checks)


def _words(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError as error:
        raise RegistryError(f"检查文件 {path} 无法读取 (cannot read): {error.strerror}") from None


def _module(path: Path) -> ModuleType:
    name = f"{_PACKAGE}.{path.stem}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError("not a Python file")
    module = module_from_spec(spec)
    sys.modules[name] = module  # the record of a check reads its docstring from here
    spec.loader.exec_module(module)
    return module
