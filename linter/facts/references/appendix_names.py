"""Appendices named in the text, without their number, by a title that differs in a word: 排查治理情况统计表, 整治.

The document has the appendix under the right title and none under the other: words of the same length, within two
characters, that begin and end like it.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.base import flow
from linter.facts.references.appendices import announced
from linter.facts.references.appendix_pairs import Mention, appendix_mentions, appendix_titles
from linter.language import HAN, common_ends, finds, lazy, lexicon
from linter.structure import Document, fact

__all__ = ["appendix_names"]

# A title of so many characters, with the same beginning and the same end, is no other's; in title marks one will do.
_SHORTEST, _LONGEST, _SAME, _WORD = 8, 40, 3, 2
_RUN = lazy(f"{HAN}+")
# Numbers, directions and ranks make another appendix.
_MEANT = lexicon.members("BODY_CHARACTER")
# More appendices than these begin alike by design.
_MOST = 60


@fact("appendix-names")
def appendix_names(document: Document) -> tuple[Mention, ...]:
    """The places of such titles, each title once, in order."""
    titles = document.read(appendix_titles)
    if not titles or len(titles) > _MOST:
        return ()
    stream = document.read(flow)
    known = [one.title for one in titles.values()]
    told = {one.span.start for one in document.read(appendix_mentions)}
    told |= {entry.span.start for entry in document.read(announced)}
    found: dict[str, Mention] = {}
    for (word, number), one in titles.items():
        for start, end in _near(stream.text, one.title):
            title, span = stream.text[start:end], stream.span(start, end)
            other = any(title in right or right in title for right in known if right != one.title)
            if not other and span.start not in told and title not in found:
                found[title] = Mention(word + number, title, span, one.title, one.span, "")
    return tuple(sorted(found.values(), key=lambda one: one.span))


def _near(text: str, right: str) -> Iterator[tuple[int, int]]:
    """Where words begin and end like a title and differ from it in a word inside, and where they end."""
    if not (_SHORTEST <= len(right) <= _LONGEST and right.isalpha()):
        return
    head, tail = right[:_SAME], right[-_SAME:]
    least, most = len(right) - _WORD, len(right) + _WORD
    for at in finds(text, head):
        run = _RUN.match(text, at + _SAME, at + most)
        stop = run.end() if run else at
        last = text.rfind(tail, at + least - _SAME, min(stop + _SAME, at + most))
        named = text[at - 1 : at] == "《" and text[stop : stop + 1] == "》" and stop - at >= least
        end = last + _SAME if last >= 0 else stop if named else at
        if end > at and text[at:end] != right and _differs(text[at:end], right):
            yield at, end


def _differs(words: str, right: str) -> bool:
    left, end = common_ends(right, words)
    apart = (right[left : len(right) - end], words[left : len(words) - end])
    return all(0 < len(one) <= _WORD and one.isalpha() and _MEANT.isdisjoint(one) for one in apart)
