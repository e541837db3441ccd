"""Comments that switch a check off at one place: ``<!-- gazette-lint: ignore TH003 why -->``.

``ignore`` reaches over the paragraph or table it stands in, or else the next one; ``ignore-notice`` over the notice;
``ignore-file`` over the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Literal

from linter.kernel.result import Diagnostic, FileResult, Suppression
from linter.language import NamedTuple, Span
from linter.sources import Comment
from linter.structure import Issue, Paragraph

# Codes, names or families, separated by commas; what follows is the reason.
_DIRECTIVE = re.compile(
    r"gazette-lint:\s*(ignore|ignore-notice|ignore-file)\s+"
    r"([A-Za-z][\w-]*(?:\s*[,，、]\s*[A-Za-z][\w-]*)*)(?![\w-])[\s:：—-]*(.*)",
    re.DOTALL | re.ASCII,
)
_WORD = re.compile(r"\S")
Why = Literal["unused", "unknown", "unreadable", "unreasoned"]


class Flaw(NamedTuple):
    """What is wrong with a suppression: where it is told, its words, and whether it has no effect or gives no reason.

    ``kind`` is ``inSource`` for a comment, ``external`` for a decision in a file beside the document.
    """

    span: Span
    words: str
    why: Why
    kind: Literal["inSource", "external"] = "inSource"
    reason: str = ""


class _Ignore(NamedTuple):
    span: Span
    reach: Span
    words: tuple[str, ...]
    reason: str


def suppress(
    file: FileResult, codes_of: Callable[[str], frozenset[str]], in_force: frozenset[str]
) -> tuple[FileResult, list[Flaw]]:
    """Apply the comments of a file. ``codes_of`` gives the codes a word means, none if it means nothing.

    A comment on a check that is not in force is never unused: another run may need it.
    """
    unused: list[Flaw] = []
    bare: dict[Span, str] = {}
    reasons: dict[int, str] = {}
    places = _Places(file.issue)
    starts = [item.span.start for item in file.diagnostics]
    for comment in file.source.comments:
        ignore = _read(comment, places)
        if ignore is None:
            unused.append(Flaw(_visible(comment.span, file), comment.words, "unreadable"))
            continue
        for word in ignore.words:
            codes = codes_of(word)
            reached = range(bisect_left(starts, ignore.reach.start), bisect_left(starts, ignore.reach.end))
            hits = [at for at in reached if file.diagnostics[at].code in codes]
            reasons.update(dict.fromkeys(hits, ignore.reason))
            if hits and not ignore.reason:
                bare[_visible(ignore.span, file)] = word
            if not hits and (not codes or codes & in_force):
                why: Why = "unused" if codes else "unknown"
                unused.append(Flaw(_visible(ignore.span, file), word, why, reason=ignore.reason))
    unreasoned = [Flaw(span, word, "unreasoned") for span, word in bare.items()]
    return with_reasons(file, "inSource", reasons), unused + unreasoned


def with_reasons(file: FileResult, kind: Literal["inSource", "external"], reasons: dict[int, str]) -> FileResult:
    """The file with diagnostics suppressed, by index; those suppressed before keep their reason."""
    if not reasons:
        return file

    def settled(at: int, item: Diagnostic) -> Diagnostic:
        if at not in reasons or item.suppression:
            return item
        return item._replace(suppression=Suppression(kind, reasons[at]))

    return file._replace(diagnostics=tuple(settled(at, item) for at, item in enumerate(file.diagnostics)))


class _Places:
    """What comments may reach: the notices of a text and their blocks, in order."""

    def __init__(self, issue: Issue) -> None:
        self._raw = issue.text.raw
        self._notices = sorted(document.span for document in issue.documents)
        self._blocks = sorted(
            block.span() if isinstance(block, Paragraph) else block.span
            for document in issue.documents
            for block in document.blocks
        )

    def reach(self, verb: str, span: Span) -> Span:
        """Where a comment holds."""
        if verb == "ignore-file":
            return Span(0, len(self._raw))
        return _around(span, self._notices if verb == "ignore-notice" else self._blocks, self._raw)


def _read(comment: Comment, places: _Places) -> _Ignore | None:
    found = _DIRECTIVE.match(comment.words.strip())
    if found is None:
        return None
    words = tuple(re.split(r"\s*[,，、]\s*", found[2]))
    return _Ignore(comment.span, places.reach(found[1], comment.span), words, " ".join(found[3].split()))


def _around(span: Span, ordered: Sequence[Span], raw: str) -> Span:
    """The candidate that holds a comment or has it at the end of its line, else the next one; nothing if none is."""
    at = bisect_right(ordered, span.start, key=lambda one: one.start) - 1
    if at >= 0 and raw.find("\n", ordered[at].end, span.start) < 0:
        return ordered[at]
    return ordered[at + 1] if at + 1 < len(ordered) else Span(span.end, span.end)


def _visible(span: Span, file: FileResult) -> Span:
    """A span that can be shown: a comment left out of the text is told at the word behind it, or the last one."""
    if span.end > span.start:
        return span
    raw = file.text.raw
    word = _WORD.search(raw, span.start)
    behind = word.start() if word else len(raw)
    start = behind if behind < len(raw) else max(0, len(raw.rstrip()) - 1)
    return Span(start, min(start + 1, len(raw)))
