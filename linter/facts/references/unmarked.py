"""The document's own long title told without title marks and with a word less: 制定某省整治工作方案."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from linter.facts.base import flow, own_words
from linter.facts.references.citations import Named, core, own_titles
from linter.facts.references.title_differences import is_joined
from linter.language import Span, finds, lazy
from linter.structure import Document

# A title named without marks is known by its first characters; a shorter one is a name of a kind.
_LONG, _UNMARKED_HEAD = 12, 6
_MOST = 4
_UNMARKED_KIND = lazy(r"(?:{STANDARD}|{ACT}(?<!方法)(?<!程)|规划)$")
_CLAUSE_END = lazy(r"[,。;:、\n]")


def unmarked(document: Document) -> Iterator[tuple[str, Span, Named]]:
    """The words, their place, and the title that they should be, in order of the titles that begin alike."""
    names = document.read(own_titles)
    text, stream = document.read(own_words), document.read(flow)
    spans = sorted(name.span for name in names)
    starts, ends = [span.start for span in spans], [0, *accumulate((span.end for span in spans), max)]
    for head, titles in _by_head(names).items():
        raw = ((at, stream.span(at, at + 1).start) for at in finds(text, head))
        places = [at for at, start in raw if start >= ends[bisect_right(starts, start)]]
        shorts = _shorts(titles) if places else {}
        longest = max(map(len, titles))
        for at in places:
            clause = _CLAUSE_END.split(text[at : at + longest], maxsplit=1)[0]
            for short, whole in _shortened(clause, shorts):
                yield short, stream.span(at, at + len(short)), titles[whole]


def _by_head(names: Iterable[Named]) -> dict[str, dict[str, Named]]:
    """The long titles by their first characters, the first name of each."""
    heads: dict[str, dict[str, Named]] = {}
    for name in names:
        whole = core(name.title)
        if len(whole) >= _LONG and _UNMARKED_KIND.search(whole):
            heads.setdefault(whole[:_UNMARKED_HEAD], {}).setdefault(whole, name)
    return heads


def _shorts(titles: Iterable[str]) -> dict[str, str]:
    """Titles without two to four characters behind their first ones (a 的 is often left out), with the first whole."""
    shorts: dict[str, str] = {}
    for whole in titles:
        for lost in range(2, _MOST + 1):
            for cut in range(_UNMARKED_HEAD, len(whole) - lost + 1):
                if is_joined(whole[cut : cut + lost]):
                    continue
                shorts.setdefault(whole[:cut] + whole[cut + lost :], whole)
    return shorts


def _shortened(clause: str, shorts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The words at the head of a clause, up to the last end of a title, that are this title less some characters."""
    for size in range(_UNMARKED_HEAD + 1, len(clause) + 1):
        whole = shorts.get(clause[:size])
        if whole and clause.rfind(whole[-2:], 0, len(whole)) + 2 == size:
            yield clause[:size], whole
