"""Lines that ran together, lost their order, or hold a drawing: what is a line there is none of the document's."""

from collections.abc import Iterator, Sequence

from linter.language import Span, lazy, ordinal
from linter.language.office import DamageKind
from linter.structure.model import Document
from linter.structure.paragraph import Block, Paragraph

_CN = "一二三四五六七八九十百"
# A heading within a line: behind the end of a sentence or a space. What stands behind a colon is a list in a sentence,
# and a reference to an article stands inside one.
_INSIDE = lazy(
    rf"(?:^|[。!?…”] ?| )(?:(?P<chinese>[{_CN}]{{1,3}})、"
    rf"|第(?P<ordinal>[{_CN}]{{1,7}})(?P<rank>[章节条])(?![规所之的,、和至到款项第]))"
)
# A document of so many characters has more lines than this.
_LONG = 600
_FEW = 2
# The lines of a head: the name over it, number, title, addressee.
_HEAD = 4
# A paragraph of so many characters goes over several lines of a page.
_PARAGRAPH = 60
# 前款 refers to the paragraph before; behind a sentence of the same paragraph the two ran together.
_RAN_ON = lazy(r"。((?:违反|依照|符合|对)?前款)")
# The addressees run into the end of the title, or into words of another line.
_RUN_IN = lazy(r"^(?:通知|意见|决定|函)(?=各)|:[^,:\d]{1,12}。$")
# The boxes of a flow chart, read as one line: words between arrows, or short words between spaces, and no sentence.
_ARROWS = lazy(r"[→←↓↑⇒➔▼]+")
_ARROWS_LEAST = 4
_BOXES_LEAST = 8
_SENTENCE = lazy(r"[。;,、:]")


def find(document: Document) -> Iterator[tuple[DamageKind, Span, str]]:
    """The damaged regions of the running text: kind, place, and the words by which it is known."""
    blocks = document.prose
    yield from _flattened(document, blocks)
    yield from _ran_on(document)
    for block in blocks:
        if _is_chart(block.text):
            yield "flow", block.span(), block.text[:20]
    if _wrapped(document, blocks):
        yield "wrapped", document.span, ""
    yield from _fragment(document)
    yield from _letter(document)


def _flattened(document: Document, blocks: Sequence[Paragraph]) -> Iterator[tuple[DamageKind, Span, str]]:
    """All below the head in a line or two, or single lines in which several headings or articles stand."""
    length = document.span.end - document.span.start
    head = {one.span() for one in (document.head.title, document.head.addressee) if one}
    full = [block for block in blocks if len(block.text) > _PARAGRAPH and block.span() not in head]
    most = sum([len(block.text) for block in full])
    if length >= _LONG <= 2 * most and len(full) <= _FEW and len(blocks) <= _FEW + _HEAD and not document.tables:
        yield "flattened", document.span, blocks[0].text[:20]
        return
    for block in blocks:
        if _holds_headings(block.text):
            yield "flattened", block.span(), block.text[:20]


def _ran_on(document: Document) -> Iterator[tuple[DamageKind, Span, str]]:
    """Articles whose first paragraph speaks of the one before it, behind a sentence: two paragraphs ran together."""
    for section in document.sections:
        heading = section.heading
        if section.mark.scheme == "article" and "前款" in heading.text:
            match = _RAN_ON.search(heading.text)
            if match:
                yield "lines", heading.span(), heading.text[match.start(1) :][:12]


def _holds_headings(text: str) -> bool:
    """Whether the mark of a heading follows another one of its scheme within the same paragraph."""
    last: dict[str, int] = {}
    if text.count("、") + text.count("第") < 2:  # a heading has one of these
        return False
    for match in _INSIDE.finditer(text):
        scheme = match["rank"] or "chinese"
        value = ordinal(match["ordinal"] or match["chinese"])
        before = last.get(scheme, 0)
        if before and (value == before + 1 if scheme == "chinese" else value > before):
            return True
        # 三、 behind 二、 that a colon introduced goes on with a list in a sentence.
        if match.start() == 0 or value == 1 or scheme != "chinese":
            last[scheme] = value
    return False


def _is_chart(text: str) -> bool:
    """Whether a paragraph is made of boxes; names in a row are shorter, three characters at most."""
    if len(text) < _BOXES_LEAST * 2 or _SENTENCE.search(text):
        return False
    boxes = text.split(" ")
    boxed = 4 * len(boxes) <= len(text) - len(boxes) <= 12 * len(boxes)
    return len(_ARROWS.findall(text)) >= _ARROWS_LEAST or (boxed and len(boxes) >= _BOXES_LEAST)


def _wrapped(document: Document, blocks: Sequence[Paragraph]) -> bool:
    """Whether lines end where the page ended: half of the paragraphs of some length go over several lines."""
    raw = document.text.raw
    long = [block for block in blocks if len(block.text) > _PARAGRAPH]
    broken = [block for block in long if "\n" in raw[block.pieces[0].start : block.pieces[-1].end]]
    return len(broken) > 2 and len(broken) * 2 > len(long)


def _fragment(document: Document) -> Iterator[tuple[DamageKind, Span, str]]:
    """A text that begins in the middle: its first article or chapter is not the first."""
    first = next((one for one in document.sections if one.mark.scheme in ("article", "chapter")), None)
    if first and first.mark.value[0] > 1 and first.index == 0:
        yield "fragment", document.span, first.mark.text


def _letter(document: Document) -> Iterator[tuple[DamageKind, Span, str]]:
    """Addressees that ran into other lines, and a signature that stands before the text it signs."""
    head = document.head
    if head.addressee:
        match = _RUN_IN.search(head.addressee.text)
        if match:
            yield "lines", head.addressee.span(*match.span()), match[0]
    if not (head.addressee and head.signature and head.date):
        return
    signed = head.signature.span()
    letter = document.parts[0].blocks
    end = head.date.span().end
    after = [block for block in letter if isinstance(block, Paragraph) and block.pieces[0].start > end]
    if after and head.addressee.span().end <= signed.start and "。" in after[0].text and len(after[0]) > 20:
        between = [block for block in letter if _between(block, head.addressee.span().end, signed.start)]
        if not between:
            yield "order", Span(signed.start, head.date.span().end), head.signature.text


def _between(block: Block, start: int, end: int) -> bool:
    place = block.span() if isinstance(block, Paragraph) else block.span
    return start <= place.start and place.end <= end
