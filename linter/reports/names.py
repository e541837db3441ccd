"""One thing, two names: the findings that tell of it, those with one usual name together, to be decided once."""

from __future__ import annotations

from collections.abc import Iterable

from linter.kernel.result import Diagnostic, FileResult, file_of
from linter.language.record import NamedTuple
from linter.reports.excerpt import plain

# A name is no longer; what is longer is a passage, and told as one.
_LONGEST = 40


class Naming(NamedTuple):
    """A name, the other names of the thing, and for each of these the findings with their keys, in order of place."""

    usual: str
    others: dict[str, list[tuple[str, Diagnostic]]]

    @property
    def times(self) -> int:
        """The number of its findings."""
        return sum(len(found) for found in self.others.values())


def namings(file: FileResult, items: Iterable[tuple[str, Diagnostic]]) -> list[Naming]:
    """What bears two names in a file by its open findings, each with its key, in order of place."""
    found: dict[str, Naming] = {}
    for key, item in items:
        if item.counts and item.check.two_names and item.related:
            end = item.related[0]
            here = "".join(plain(file.text.slice(item.span)).split())
            there = "".join(plain(file_of(end, file).text.slice(end.span)).split())
            if here != there and max(len(here), len(there)) <= _LONGEST:
                naming = found.setdefault(there, Naming(there, {}))
                naming.others.setdefault(here, []).append((key, item))
    return list(found.values())
