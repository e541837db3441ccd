"""Short names of findings, to say and to type: the code, and as much of the fingerprint as tells it apart (TH003-7f3a).

Findings of one file with one fingerprint are numbered in order of place (TH003-7f3a.2), accepted ones among them, so
that accepting one renames no other. Copies of a document in several files name the same finding alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from linter.language import NamedTuple, lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from linter.kernel.result import FileResult

# The least number of hexadecimal digits.
LEAST = 4
_ID = lazy(r"(?P<code>[A-Za-z]{2,6}[0-9]{3})-(?P<digits>[0-9a-f]{4,24})(?:\.(?P<number>[1-9][0-9]{0,5}))?")
_IN_WORDS = lazy(r"\b([A-Z]{2,6}[0-9]{3})-[0-9a-f]{4,24}(?:\.[1-9][0-9]*)?\b")

Key = tuple[str, str]


class FindingId(NamedTuple):
    """A short name taken apart; ``number`` counts, from 1, those of a file with one fingerprint, 0 for any."""

    code: str
    digits: str
    number: int = 0

    def __str__(self) -> str:
        return f"{self.code}-{self.digits}" + f".{self.number}" * bool(self.number)

    def names(self, code: str, fingerprint: str) -> bool:
        """Whether it may name a finding with this code and fingerprint."""
        return code == self.code and fingerprint.startswith(self.digits)


def read_id(text: str) -> FindingId | None:
    """A short name as people type it, None if it is none."""
    found = _ID.fullmatch(text.strip())
    return FindingId(found["code"].upper(), found["digits"], int(found["number"] or 0)) if found else None


def without_ids(words: str) -> str:
    """Words with the code alone in place of each short name: what stays the same when a fingerprint changes."""
    return _IN_WORDS.sub(r"\1", words)


def short_ids(groups: Sequence[Sequence[Key]]) -> list[list[str]]:
    """The short names of findings, given as code and fingerprint; those of a group with the same key are numbered."""
    lengths = _lengths(key for group in groups for key in group)
    names: list[list[str]] = []
    for group in groups:
        total, met = Counter(group), Counter[Key]()
        names.append([])
        for key in group:
            met[key] += 1
            number = f".{met[key]}" if total[key] > 1 else ""
            names[-1].append(f"{key[0]}-{key[1][: lengths[key]]}{number}")
    return names


def _lengths(keys: Iterable[Key]) -> dict[Key, int]:
    """How many digits tell each key apart from the others of its code: one more than it shares with a neighbour."""
    by_code: defaultdict[str, set[str]] = defaultdict(set)
    for code, fingerprint in keys:
        by_code[code].add(fingerprint)
    lengths: dict[Key, int] = {}
    for code, found in by_code.items():
        ordered = ["", *sorted(found), ""]
        shared = [_shared(*pair) for pair in pairwise(ordered)]
        for at, fingerprint in enumerate(ordered[1:-1]):
            lengths[code, fingerprint] = max(LEAST, 1 + max(shared[at : at + 2]))
    return lengths


def _shared(one: str, other: str) -> int:
    """How many characters two words have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


def identified(files: Sequence[FileResult]) -> tuple[FileResult, ...]:
    """The files of a report with the short name of each finding filled in, unique in the report."""
    names = short_ids([keys(file) for file in files])
    return tuple(named(file, own) for file, own in zip(files, names, strict=True))


def keys(file: FileResult) -> list[Key]:
    """What the short names of the findings of a file are made of."""
    return [(item.code, item.fingerprint) for item in file.diagnostics]


def named(file: FileResult, names: Sequence[str]) -> FileResult:
    """The file with the short names of its findings filled in."""
    found = tuple([item._replace(id=one) for item, one in zip(file.diagnostics, names, strict=True)])
    return file._replace(diagnostics=found)
