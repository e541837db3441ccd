"""The document's own title told without title marks and with a word less: 制定某省整治工作方案."""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.base import flow, own_words
from linter.facts.references.citations import Named, core, own_titles
from linter.language.near import common_ends
from linter.language.pattern import lazy
from linter.language.text import Span
from linter.structure.model import Document

# A title named without marks is known by its first characters; a shorter one is a name of a kind.
_LONG, _HEAD = 12, 6
_MOST = 4
_KIND = lazy(r"(?:{STANDARD}|{ACT}(?<!方法)(?<!程)|规划)$")
_CLAUSE_END = lazy(r"[,。;:、\n]")


def unmarked(document: Document) -> Iterator[tuple[str, Span, Named]]:
    """The words, their place, and the title that they should be, in order of the titles."""
    names = document.read(own_titles)
    text, stream = document.read(own_words), document.read(flow)
    for name in names:
        whole = core(name.title)
        if len(whole) < _LONG or not _KIND.search(whole):
            continue
        at = text.find(whole[:_HEAD])
        while at >= 0:
            words = _CLAUSE_END.split(text[at : at + len(whole)], maxsplit=1)[0]
            short = words[: words.rfind(whole[-2:]) + 2]
            span = stream.span(at, at + max(len(short), 1))
            if _drops(short, whole) and not any(one.span.start <= span.start < one.span.end for one in names):
                yield short, span, name
            at = text.find(whole[:_HEAD], at + 1)


def _drops(short: str, whole: str) -> bool:
    """Whether words are a title without two to four characters in its middle; a 的 is often left out."""
    lost = len(whole) - len(short)
    return len(short) > _HEAD and 2 <= lost <= _MOST and sum(common_ends(short, whole)) >= len(short)
