"""Results of SARIF: one diagnostic with its places, its message with links, its fix and its fingerprints.

Regions of SARIF: lines and columns in UTF-16 units or code points, snippets, context, and GitHub's line hash.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from linter.kernel import labels
from linter.kernel.finding import Fix, Related
from linter.kernel.result import Diagnostic, Elsewhere, FileResult
from linter.language import NamedTuple, Span, Text
from linter.reports import ReportOptions
from linter.reports.excerpt import plain
from linter.reports.paths import relative
from linter.reports.places import where

# A message with more links than this is a wall; the places themselves are all there.
_LINKS = 30
_QUOTE = 16
_ENDS = tuple("。！？.!?")
_BRACKET = re.compile(r"[\[\]]")


class Target(NamedTuple):
    """A file as results point to it: its artifact location and its regions; ``others`` gives those of other files."""

    file: FileResult
    location: Mapping[str, Any]
    regions: Regions
    others: Callable[[FileResult], Target]

    def of(self, end: Related | Elsewhere) -> Target:
        """The file in which another end stands."""
        return self.others(end.file) if isinstance(end, Elsewhere) else self


class Places:
    """The logical locations of a run: notices, sections and places of the original, each listed once (§3.14.17)."""

    def __init__(self) -> None:
        self.entries: list[dict[str, Any]] = []
        self._index: dict[str, int] = {}

    def refer(self, names: tuple[str, ...], kinds: tuple[str, ...]) -> dict[str, Any] | None:
        """The innermost of nested places as a result shows it; its parents are listed too. None without names."""
        parent = -1
        for depth, (name, kind) in enumerate(zip(names, kinds, strict=True), 1):
            full = "/".join(names[:depth])
            index = self._index.setdefault(full, len(self.entries))
            if index == len(self.entries):
                entry = {"name": name, "fullyQualifiedName": full, "kind": kind}
                self.entries.append(entry | ({"parentIndex": parent} if parent >= 0 else {}))
            parent = index
        return {"index": parent} | self.entries[parent] if names else None


def result(target: Target, item: Diagnostic, indexes: Mapping[str, int], options: ReportOptions) -> dict[str, Any]:
    """The result object of a diagnostic (§3.27), without what depends on the whole run."""
    regions = target.regions
    found: dict[str, Any] = {
        "ruleId": item.code,
        "ruleIndex": indexes[item.code],
        "kind": "fail",
        "level": item.severity,
        "message": {"text": message(target, item, options.lang)},
        "locations": [{"id": 0, "physicalLocation": _physical(target, item)}],
        "partialFingerprints": {
            "primaryLocationLineHash": regions.line_hash(target.file.text.position(item.span.start).line),
            "gazetteContextHash/v1": item.fingerprint,
        },
    }
    if item.id:
        found["properties"] = {"id": item.id}
    if item.related:
        found["relatedLocations"] = [
            _related(target.of(related), number, related, options.lang)
            for number, related in enumerate(item.related, 1)
        ]
    if item.fix and item.fix.kind != "shown" and not target.file.source.binary:
        found["fixes"] = [_fix(target, item.fix, options.lang)]
    return found


def message(target: Target, item: Diagnostic, lang: str) -> str:
    """The sentence, then a link to each related place: the only way in which viewers show them."""
    sentence = _escape(labels.pick(item.message, lang))
    parts = [sentence if sentence.endswith(_ENDS) else sentence + ("." if lang == "en" else "。")]
    if item.related:
        links = [f"[{_link(target, related, lang)}]({n})" for n, related in enumerate(item.related[:_LINKS], 1)]
        more = len(item.related) > _LINKS
        if lang == "en":
            parts.append(f"See {', '.join(links)}{f' and {len(item.related) - _LINKS} more' * more}.")
        else:
            parts.append(f"见{'、'.join(links)}{f'等 {len(item.related)} 处' * more}。")
    if item.fix and item.fix.kind == "shown":
        advice = _escape(labels.pick(item.fix.label, lang)).rstrip("。.")
        parts.append(f"Suggestion: {advice}." if lang == "en" else f"建议：{advice}。")
    return (" " if lang == "en" else "").join(parts)


def _link(target: Target, related: Related | Elsewhere, lang: str) -> str:
    """The label of a related place, with its words if they are few and the label lacks them."""
    label = labels.pick(related.label, lang)
    words = "".join(target.of(related).file.text.slice(related.span).split())
    if not 0 < len(words) <= _QUOTE or words in label:
        return _escape(label)
    return _escape(f"{label} “{words}”" if lang == "en" else f"{label}“{words}”")


def _escape(words: str) -> str:
    """A bracket of the text is not that of a link (§3.11.6)."""
    return _BRACKET.sub(r"\\\g<0>", plain(words))


def _physical(target: Target, item: Diagnostic) -> dict[str, Any]:
    found = {"artifactLocation": dict(target.location), "region": target.regions.region(item.span)}
    if context := target.regions.context(item.span):
        found["contextRegion"] = context
    return found


def _related(target: Target, number: int, related: Related | Elsewhere, lang: str) -> dict[str, Any]:
    return {
        "id": number,
        "physicalLocation": {
            "artifactLocation": dict(target.location),
            "region": target.regions.region(related.span),
        },
        "message": {"text": _escape(labels.pick(related.label, lang) + _origin(target, related, lang))},
    }


def _origin(target: Target, related: Related | Elsewhere, lang: str) -> str:
    """The place of another end in the original, where the file has no lines."""
    placed = target.file.source.place(related.span.start)
    return f"（{where(target.file, related.span.start, lang)}）" if placed else ""


def _fix(target: Target, fix: Fix, lang: str) -> dict[str, Any]:
    """A fix as replacements in the file as it is (§3.55)."""
    replacements = [
        {"deletedRegion": target.regions.bare(edit.span), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    return {
        "description": {"text": _escape(labels.pick(fix.label, lang))},
        "artifactChanges": [{"artifactLocation": dict(target.location), "replacements": replacements}],
    }


def logical(target: Target, item: Diagnostic, places: Places, root: str) -> list[dict[str, Any]]:
    """Notice and sections around a diagnostic, and for a binary file the place in the original (第3页)."""
    found = []
    if item.path:
        outer = "notice" if item.titled else "section"
        found.append(places.refer(item.path, (outer, *("section",) * (len(item.path) - 1))))
    if origin := target.file.source.place(item.span.start):
        found.append(places.refer((relative(target.file.path, root), origin), ("file", "place")))
    return [entry for entry in found if entry]


_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# More context than a screen shows only makes the report longer.
_CONTEXT_LIMIT = 1500
# codeql-action hashes the 100 UTF-16 units from the start of a line, spaces and tabs left out, as a number to base 37.
_WINDOW, _BASE, _MASK = 100, 37, (1 << 64) - 1
_END_OF_FILE = "\uffff"


class Regions:
    """The regions of one text. Offsets are code points; what comes out counts ``utf16`` units unless told otherwise."""

    def __init__(self, text: Text, *, utf16: bool = True) -> None:
        self.text = text
        self._astral = [match.start() for match in _ASTRAL.finditer(text.raw)] if utf16 else []

    def unit(self, offset: int) -> int:
        """The units before an offset: every character beyond the BMP counts two."""
        return offset + bisect_left(self._astral, offset)

    def region(self, span: Span) -> dict[str, Any]:
        """Line, column, offset and words of a span, all of the same range (§3.30)."""
        found = self.bare(span)
        found["snippet"] = {"text": self.text.slice(span)}
        return found

    def bare(self, span: Span) -> dict[str, Any]:
        """A region without its words."""
        first, last = self.text.position(span.start), self.text.position(span.end)
        return {
            "startLine": first.line,
            "startColumn": self._column(first.line, span.start),
            "endLine": last.line,
            "endColumn": self._column(last.line, span.end),
            "charOffset": self.unit(span.start),
            "charLength": self.unit(span.end) - self.unit(span.start),
        }

    def _column(self, line: int, offset: int) -> int:
        return self.unit(offset) - self.unit(self.text.starts[line - 1]) + 1

    def context(self, span: Span) -> dict[str, Any] | None:
        """The lines around a span, one more on either side (§3.29.5). None if there are none, or they are long."""
        first, last = self.text.position(span.start).line, self.text.position(span.end).line
        low, high = max(1, first - 1), min(len(self.text.starts), last + 1)
        if high > low and self.text.starts[high - 1] == len(self.text):
            high -= 1  # behind the last line end there is no line to show
        start, end = self.text.starts[low - 1], self.text.line_span(high).end
        if (low, high) == (first, last) or end - start > _CONTEXT_LIMIT:
            return None
        return {"startLine": low, "endLine": high, "snippet": {"text": self.text.raw[start:end]}}

    def line_hash(self, line: int) -> str:
        """``primaryLocationLineHash`` as upload-sarif computes it: the hash of what follows, and its ordinal."""
        window, ordinal = self._windows[min(line, len(self._windows)) - 1]
        value = 0
        for unit in window.ljust(_WINDOW, "\0"):
            value = value * _BASE + ord(unit) & _MASK
        return f"{value:x}:{ordinal}"

    @cached_property
    def _windows(self) -> list[tuple[str, int]]:
        """For each line the units that are hashed, and how many lines so far had the same."""
        plain = self.text.raw.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
        units = _ASTRAL.sub(_pair, plain) + _END_OF_FILE
        seen: Counter[str] = Counter()
        windows = []
        start = 0
        for line in units.split("\n"):
            window = units[start : start + _WINDOW]
            seen[window] += 1
            windows.append((window, seen[window]))
            start += len(line) + 1
        return windows


def _pair(match: re.Match[str]) -> str:
    """A character beyond the BMP as the two units that UTF-16 makes of it."""
    high, low = divmod(ord(match[0]) - 0x10000, 0x400)
    return chr(0xD800 + high) + chr(0xDC00 + low)
