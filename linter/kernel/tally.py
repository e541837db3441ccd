"""What a run found and looked at, counted in one pass over its files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from linter.kernel import labels
from linter.kernel.finding import Label, Seen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.kernel.finding import Severity
    from linter.kernel.result import FileResult, State


class Tally:
    """Counts of a run.

    ``severities`` and ``codes`` count open findings, ``states`` all; ``compared`` says whether any was held against a
    baseline. ``hidden`` counts those a level left out, ``profiles`` what the files were taken for.
    """

    def __init__(self) -> None:
        self.files = 0
        self.documents = 0
        self.severities: Counter[Severity] = Counter()
        self.codes: Counter[str] = Counter()
        self.states: Counter[State] = Counter()
        self.hidden = 0
        self.compared = False
        self.profiles: Counter[Label] = Counter()
        self._seen: dict[tuple[str, Label | None], int] = {}

    def add(self, file: FileResult) -> None:
        """Count one more file."""
        self.files += 1
        self.documents += file.documents
        self.hidden += file.hidden
        for item in file.diagnostics:
            self.states[item.state] += 1
            self.compared = self.compared or item.baseline is not None
            if item.counts:
                self.severities[item.severity] += 1
                self.codes[item.code] += 1
        for one in file.seen:
            self._seen[one.name, one.label] = self._seen.get((one.name, one.label), 0) + one.number
        self.profiles[Label(labels.profile(file.profile, "zh"), labels.profile(file.profile, "en"))] += 1

    @property
    def seen(self) -> tuple[Seen, ...]:
        """How much was recognised in all files."""
        return tuple(Seen(name, number, label) for (name, label), number in self._seen.items())


def tally(files: Iterable[FileResult]) -> Tally:
    """Count what is in files; each is looked at once."""
    found = Tally()
    for file in files:
        found.add(file)
    return found
