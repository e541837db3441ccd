"""Articles of other acts that a document copies: 《城市供水条例》第九条 供水企业应当…, with the paragraphs that go on.

Their words are not the document's own, though no quotation marks stand around them (penalty tables, lists of offences).
"""

from __future__ import annotations

from bisect import bisect_right

from linter.facts.base.flow import flow
from linter.language.pattern import lazy
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["copied_articles", "is_copied"]

_COUNT = r"[\d一二三四五六七八九十百零]{1,6}"
# The title and the place of an article, and a space or colon before its words: 《…法》第三条规定 is a reference.
_HEAD = lazy(
    rf"[\d一二三四五六七八九十()、.]{{0,5}} ?《[^》\n]{{2,60}}》(?:\([^()\n]{{1,40}}\))?第{_COUNT}条(?:之{_COUNT})?"
    rf"(?:第?{_COUNT}款)?(?:[、第]*\(?{_COUNT}\)?项)*(?:规定)?[ :](?=[^\n]{{8}})"
)
# A paragraph that ends so may go on in the next; a label (不予处罚的情节) has no mark.
_CLOSED = tuple("。;:")


@fact("copied-articles")
def copied_articles(document: Document) -> tuple[range, ...]:
    """The places in the flow of the paragraphs that copy an article of another act, in order."""
    stream = document.read(flow)
    found: list[range] = []
    copied = False
    for unit in stream.units if "》第" in stream.text else ():
        words = unit.paragraph.text
        copied = _HEAD.match(words) is not None or (copied and unit.table < 0 and words.endswith(_CLOSED))
        if copied:
            found.append(range(unit.start, unit.end))
    return tuple(found)


def is_copied(copied: tuple[range, ...], offset: int) -> bool:
    """Whether an offset of the flow lies in one of the places, which stand in order."""
    at = bisect_right(copied, offset, key=_start) - 1
    return at >= 0 and offset in copied[at]


def _start(place: range) -> int:
    return place.start
