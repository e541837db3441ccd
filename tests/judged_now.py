"""Bring the column ``now`` of the judgements up to date: python tests/judged_now.py FOLDER…

The documents are looked for by name in the folders given and among those kept here. A finding is given if its check
still reports at its line; one that is given by a preview counts, so that it is seen when it may come back. What an
archive was told stays as it stands: no archive is made here.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "generate")]

from measured import CORPUS, JUDGED, rows  # noqa: E402

from linter.kernel.engine import lint_source  # noqa: E402 - the tree this file stands in
from linter.kernel.registry import load  # noqa: E402
from linter.settings.config import Settings, activate  # noqa: E402
from linter.sources import read  # noqa: E402

SUFFIXES = {".txt", ".md", ".docx", ".html", ".htm", ".pdf"}


def documents(folders: list[Path]) -> dict[str, Path]:
    """Files by the name without its suffix; of two alike the first."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in SUFFIXES:
                found.setdefault(path.name.removesuffix(path.suffix).removesuffix(".docx"), path)
    return found


def given(path: Path) -> dict[tuple[str, str], str]:
    """Line and code of what is found in a document, previews included, with its severity."""
    source = read(path.read_bytes(), path.name)
    file, _ = lint_source(source, path.name, activate(load(), Settings(preview=True)))
    return {(str(file.text.position(item.span.start).line), item.code): item.severity for item in file.diagnostics}


def main(folders: list[Path]) -> None:
    """Write the table anew and say what changed."""
    known = documents([*folders, CORPUS, ROOT / "examples"])
    judged = rows(JUDGED)
    found = {name: given(known[name]) for name in {row["document"] for row in judged} if name in known}
    changed: Counter[tuple[str, str, str]] = Counter()
    for row in judged:
        if row["document"] in found and not row["code"].startswith("AR"):
            severity = found[row["document"]].get((row["line"], row["code"]))
            now, row["severity"] = ("given", severity) if severity else ("gone", row["severity"])
            changed[row["code"], row["verdict"], now] += row["now"] != now
            row["now"] = now
    with JUDGED.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, list(judged[0]), delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None
        )
        writer.writeheader()
        writer.writerows(judged)
    for (code, verdict, now), count in sorted(changed.items()):
        if count:
            print(code, verdict, now, count)
    print("not found:", *sorted({row["document"] for row in judged} - set(known)))


if __name__ == "__main__":
    main([Path(word) for word in sys.argv[1:]])
