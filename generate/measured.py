"""What was measured of the checks: verdicts on what they found in real documents, and what was planted and found.

A verdict was given by comparing a finding with its document. ``now`` says whether the finding is still given: what was
mended is ``gone`` and counts no more.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from linter.kernel.finding import Label
from linter.language import NamedTuple

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "tests" / "corpus"
JUDGED = CORPUS / "judged.tsv"
# Checks that rest on arithmetic or on the calendar, each with the test that proves it.
PROVED = CORPUS / "proved.tsv"
PLANTED = ROOT / "tests" / "benchmarks" / "planted.tsv"
# Real, a matter of opinion, true of the text but made by its conversion, a false alarm.
VERDICTS: Mapping[str, Label] = {
    "real": Label("属实", "real"),
    "debatable": Label("可议", "debatable"),
    "damage": Label("转换损坏", "damage"),
    "false": Label("误报", "false"),
}
# The share of findings that must be real or debatable for a check to be on by default; a note only asks to look.
LEAST = {"error": 0.9, "warning": 0.8, "note": 0.0}


class Measured(NamedTuple):
    """By code: verdicts in the gazette that is shipped, in other documents, and of what is gone; planted and found.

    ``told`` has the verdicts in other documents by code and by the severity a finding is given with today.
    """

    shipped: Mapping[str, Counter[str]]
    others: Mapping[str, Counter[str]]
    told: Mapping[tuple[str, str], Counter[str]]
    gone: Mapping[str, Counter[str]]
    planted: Mapping[str, tuple[int, int]]
    proved: Mapping[str, str]
    documents: int

    def precise(self, code: str, severity: str) -> bool:
        """Whether enough of what a check still tells with a severity in other documents is worth a reader's time."""
        found = self.told.get((code, severity), Counter())
        return found["real"] + found["debatable"] >= LEAST[severity] * found.total()

    def met(self, code: str) -> bool:
        """Whether a check found something real in another document, or is proved without."""
        return code in self.proved or self.others.get(code, Counter())["real"] > 0


def measured(judged: Path = JUDGED, planted: Path = PLANTED, proved: Path = PROVED) -> Measured:
    """Read the judgements and the results of the benchmark that lie in the repository."""
    shipped: dict[str, Counter[str]] = {}
    others: dict[str, Counter[str]] = {}
    told: dict[tuple[str, str], Counter[str]] = {}
    gone: dict[str, Counter[str]] = {}
    own = {path.stem for path in (ROOT / "examples").glob("*.txt")}
    documents: set[str] = set()
    for row in rows(judged):
        kept = gone if row["now"] == "gone" else shipped if row["document"] in own else others
        kept.setdefault(row["code"], Counter())[row["verdict"]] += 1
        if kept is others:
            told.setdefault((row["code"], row["severity"]), Counter())[row["verdict"]] += 1
        documents.add(row["document"])
    return Measured(
        shipped,
        others,
        told,
        gone,
        {row["code"]: (int(row["planted"]), int(row["found"])) for row in rows(planted)},
        {row["code"]: row["test"] for row in rows(proved)},
        len(documents - own),
    )


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table with tabs; quotation marks are characters like others."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def total(verdicts: Mapping[str, Counter[str]]) -> Counter[str]:
    """The verdicts of all checks together."""
    return sum(verdicts.values(), Counter[str]())
