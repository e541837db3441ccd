"""Which module reads what, gathered from the readers, so that a run imports only the one it needs.

``python generate/readers.py`` writes it anew, and the suffixes into the hook for pre-commit.
"""

import pkgutil
import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import linter.sources
from linter.sources import Reads

TABLE = Path(linter.sources.__file__).with_name("readers.py")
HOOKS = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
_PAGE = '''"""Which module of this package reads what, as ``python generate/readers.py`` writes it."""

# Suffix → module.
READERS = {readers}
# The bytes with which a file begins → module.
BEGINNINGS = {beginnings}
# How the name of a part of a package begins → module.
PARTS = {parts}
# Format → type of media.
TYPES = {types}
'''


def readers() -> dict[str, Reads]:
    """What each reader reads, by the name of its module. Imports all modules of the package."""
    names = [info.name for info in pkgutil.iter_modules(linter.sources.__path__) if not info.name.endswith("_worker")]
    modules = {name: import_module(f"linter.sources.{name}") for name in names}
    return {name: module.READS for name, module in modules.items() if hasattr(module, "READS")}


def table(found: Mapping[str, Reads]) -> str:
    """The module ``linter.sources.readers``. Raises ValueError if two readers claim the same files."""
    return _PAGE.format(
        readers=_written([(suffix, name) for name, reads in found.items() for suffix in reads.suffixes]),
        beginnings=_written([(reads.begins, name) for name, reads in found.items() if reads.begins]),
        parts=_written([(reads.part, name) for name, reads in found.items() if reads.part]),
        types=_written([(reads.form, reads.mime) for reads in found.values() if reads.mime]),
    )


def _written(pairs: list[tuple[str | bytes, str]]) -> str:
    keys = [key for key, _ in pairs]
    if twice := sorted({repr(key) for key in keys if keys.count(key) > 1}):
        raise ValueError(f"claimed by two readers: {', '.join(twice)}")
    lines = "".join(f"    {_quoted(key)}: {_quoted(name)},\n" for key, name in pairs)
    return f"{{\n{lines}}}"


def _quoted(value: str | bytes) -> str:
    """A literal in the manner of the formatter: double quotes, where none stand inside."""
    written = repr(value)
    return written if '"' in written else written.replace("'", '"')


def hooks(page: str, found: Mapping[str, Reads]) -> str:
    """The hooks for pre-commit, for files of these suffixes."""
    suffixes = sorted(suffix[1:] for reads in found.values() for suffix in reads.suffixes)
    return re.sub(r"(?m)^  files: .*$", lambda _: rf"  files: \.({'|'.join(suffixes)})$", page)


def main() -> None:
    """Write the table and the hook."""
    found = readers()
    TABLE.write_text(table(found), "utf-8")
    HOOKS.write_text(hooks(HOOKS.read_text("utf-8"), found), "utf-8")


if __name__ == "__main__":
    main()
