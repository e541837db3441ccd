"""The product's declared checks as data that a plain run reads: ``python generate/rows.py`` writes it."""

import json
from collections.abc import Iterator
from pathlib import Path

from linter.declared.record import read
from linter.forms import nodes

ROOT = Path(__file__).parents[1]


def tables() -> Iterator[Path]:
    """The files of declared checks that come with the product."""
    yield from sorted((ROOT / "checks").glob("*/*.yaml"))


def compiled(path: Path) -> str:
    """The rows of a YAML file in JSON. Raises BadFileError with each mistake at its line."""
    root = nodes.load(path, nodes.shown(path))
    read(root, path.stem)
    return json.dumps(root.written(), ensure_ascii=False, indent=0) + "\n"


def main() -> None:
    """Write the data beside each file."""
    for path in tables():
        path.with_suffix(".json").write_text(compiled(path), "utf-8")


if __name__ == "__main__":
    main()
