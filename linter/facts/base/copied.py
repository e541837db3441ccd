"""Articles of other acts that a document copies: 《城市供水条例》第九条 供水企业应当…, with the paragraphs that go on.

Their words are not the document's own, though no quotation marks stand around them (penalty tables, lists of offences).
"""

from __future__ import annotations

from bisect import bisect_right

from linter.facts.base.flow import flow
from linter.language import NamedTuple, lazy
from linter.structure import Document, fact

__all__ = ["copied_article", "copied_articles"]

_COUNT = r"[\d一二三四五六七八九十百零]{1,6}"
# The title and the place of an article, and a space or colon before its words: 《…法》第三条规定 is a reference.
_HEAD = lazy(
    rf"[\d一二三四五六七八九十()、.]{{0,5}} ?(?P<act>《[^》\n]{{2,60}}》)(?:\([^()\n]{{1,40}}\))?"
    rf"(?P<article>第{_COUNT}条(?:之{_COUNT})?)(?:第?{_COUNT}款)?(?:[、第]*\(?{_COUNT}\)?项)*"
    rf"(?:规定)?[ :](?=[^\n]{{8}})"
)
# A paragraph that ends so may go on in the next; a label (不予处罚的情节) has no mark.
_CLOSED = tuple("。;:")


class CopiedArticle(NamedTuple):
    """A paragraph that copies an article, by its place in the flow, and which article: 《城市供水条例》第九条."""

    start: int
    end: int
    article: str


@fact("copied-articles")
def copied_articles(document: Document) -> tuple[CopiedArticle, ...]:
    """The paragraphs that copy an article of another act, in order."""
    stream = document.read(flow)
    found: list[CopiedArticle] = []
    article = ""
    for unit in stream.units if "》第" in stream.text or "》(" in stream.text else ():
        words = unit.paragraph.text
        head = _HEAD.match(words)
        if head:
            article = head["act"] + head["article"]
        elif unit.table >= 0 or not words.endswith(_CLOSED):
            article = ""
        if article:
            found.append(CopiedArticle(unit.start, unit.end, article))
    return tuple(found)


def copied_article(copied: tuple[CopiedArticle, ...], offset: int) -> str:
    """The article that is copied at an offset of the flow; empty if none is."""
    at = bisect_right(copied, offset, key=_start) - 1
    return copied[at].article if at >= 0 and offset < copied[at].end else ""


def _start(place: CopiedArticle) -> int:
    return place.start
