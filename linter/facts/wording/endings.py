"""How paragraphs and items end: sentences that have no mark."""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.base import flow
from linter.language import NamedTuple, Span, lazy, lexicon
from linter.structure import Block, Document, Paragraph, Part, Section, fact
from linter.structure.damage import damage

__all__ = ["unfinished"]

_POINTS = frozenset("。;!?:,、…—.")
# Marks that go on: at the end of a section they stand for a full stop.
_MIDDLES = frozenset(",、")
_CLOSERS = "”’」』)〕》】"
_PROSE = lazy(r"(?<!\d)[,。;]")
# Words that cannot end a sentence: it was broken by a page or column, and goes on elsewhere.
_GOES_ON = lazy(
    "(?:达到|(?<![理自事缘])由|(?<!合)并|[约和与及或且在向对将把被按从于其该以至年月]|(?<![等名])第|[上前所]述|第[一二三四五六七八九十百零]+[条款项]|[本前上同][条款项])$"
    "|第[一二三四五六七八九十]{1,3}[章节]"
    # A signature that ran into the last sentence: …施行。财政部2019年7月26日.
    r"|^[^,、:自至到于]{2,20}\d{4}年\d{1,2}月\d{1,2}日$"
)
_TITLED = lazy("《([^《》\n]{4,60})》")
_FORMULA = frozenset("=×÷")
_VERB = lazy("{BASIS}|{RULED}")
# The names of forms and lists, which items of an annex give without a mark.
_NAME = tuple("表书单册证图")
_SIGNED = lazy(r"(?:政府|办公[厅室]|[部委厅局会院]|中心)$|\d{4}年|^\((?:此件|联系|主动|本文)|^(?:附件|抄送|信息公开)")
# The clauses that close a document have no comma: 本预案自发布之日起实施, 本办法由省财政厅负责解释.
_EFFECT = ("负责解释", *(f"起{verb}" for verb in lexicon.words("FORCE")))
_DATE_OR_LABEL = lazy(r"\d{4}年|{LABELLED}|[^,。;]{0,12}:")
# A paragraph shorter than this may be a title.
_SHORT = 10
# What ends in a comma and is no longer than this may be the half of a number (在第1、4、7周).
_ITEM = 6
# Headings seen in notices and plans are at most this long.
_HEADING = 40
# Share of the paragraphs of a document that may be open, and of the siblings of an item that must be closed.
_OPEN_SHARE = 0.1
_SIBLING_SHARE = 0.7
FEW = 3
# Items at one place of parallel sections begin alike (启动条件…) in so many characters.
_ALIKE = 4
ITEMS = ("arabic-paren", "chinese-paren", "arabic", "circled")
# What a colon promises in words may be a table or a figure that conversion lost.
_PROMISED = lazy("(?:[如以]下|下列|包括|[图表见是为有附])[^,。;]{0,8}:$")


def _is_closed(words: str) -> bool:
    """Whether words end in a mark, closing quotation marks and brackets behind it allowed, or in a bracket."""
    bare = words.rstrip(_CLOSERS)
    return bare[-1:] in _POINTS or words[-1] in ")〕】"


def _ends_in_word(words: str) -> bool:
    return "\u4e00" <= words[-1] <= "\u9fff" or words[-1] == "》"


class Unfinished(NamedTuple):
    """A paragraph whose sentence has no mark at its end, or a colon that nothing follows.

    ``sibling`` is a paragraph of its kind that has a full stop or semicolon.
    """

    paragraph: Paragraph
    sibling: Paragraph


@fact("unfinished")
def unfinished(document: Document) -> tuple[Unfinished, ...]:
    """Prose without a mark at its end where the document, or the item's siblings, close theirs."""
    owners = _owners(document)
    statutory = _statutory(document)
    headings = {id(section.heading) for section in document.sections}
    closed: list[Paragraph] = []
    prose: list[Paragraph] = []
    title = document.head.title.span() if document.head.title else Span(0, 0)
    for part in document.parts:
        for paragraph in _closing(part, headings, owners, statutory):
            if title.start <= paragraph.pieces[0].start < title.end:
                continue
            if paragraph.text[-1] in _MIDDLES:
                prose.append(paragraph)
            elif _is_closed(paragraph.text):
                closed.append(paragraph)
            elif _ends_in_word(paragraph.text) and not _runs_into_cell(paragraph):
                prose.append(paragraph)
    # What the document names as a title is one: that of the second of the acts which it encloses.
    titles = frozenset(_TITLED.findall(document.read(flow).text)) if prose else frozenset()
    prose = [one for one in prose if one.text not in titles]
    found: dict[int, Unfinished] = {}
    if prose and len(closed) >= 2 and _closes_its_prose(document, headings):
        found = {id(one): Unfinished(one, closed[0]) for one in prose}
    for one in (*_siblings(document), *_parallels(document)):
        found.setdefault(id(one.paragraph), one)
    ordered = sorted(found.values(), key=lambda one: one.paragraph.pieces[0].start)
    return tuple(_without_strays(document, ordered))


def _without_strays(document: Document, found: list[Unfinished]) -> list[Unfinished]:
    """All but those whose end is told as a stray line: it ran into the addressees above them."""
    for one in document.read(damage):
        if one.kind == "lines" and one.words.endswith("。"):
            letter = [block for block in document.parts[0].blocks if isinstance(block, Paragraph)]
            below = {id(block) for block in letter if block.span().start >= one.span.end}
            lost = next((item for item in found if id(item.paragraph) in below), None)
            found = [item for item in found if item is not lost]
    return found


def _runs_into_cell(paragraph: Paragraph) -> bool:
    """Whether the last line is a lone character: that of a table's narrow cell, set upright, whose rules were lost."""
    return len(paragraph.pieces) > 1 and paragraph.pieces[-1].end - paragraph.pieces[-1].start == 1


def _owners(document: Document) -> dict[int, Section]:
    """The section that each paragraph heads or stands below."""
    owners = {id(block): section for section in document.sections for block in section.body}
    owners.update({id(section.heading): section for section in document.sections})
    return owners


def _statutory(document: Document) -> frozenset[int]:
    """The indexes of articles, and of what stands below them in a scheme of which any leaf is closed: no headings."""
    closed = {(one.part, one.mark.scheme) for one in document.sections if is_leaf(one) and _is_closed(one.heading.text)}
    found: set[int] = set()
    for section in document.sections:
        below = section.parent in found and (section.part, section.mark.scheme) in closed
        if section.mark.scheme == "article" or below:
            found.add(section.index)
    return frozenset(found)


def is_leaf(section: Section) -> bool:
    """Whether a section is its heading alone, with what runs on in it."""
    return not section.children and not section.body


def _is_signed(section: Section) -> bool:
    """Whether what stands below a heading is the signature of the document."""
    return not section.children and _ends_part(section.body[0])


def _closes_its_prose(document: Document, headings: set[int]) -> bool:
    """Whether nearly all paragraphs below headings end with a mark: text of broken lines does not."""
    plain = [block for block in document.blocks if isinstance(block, Paragraph) and _may_be_prose(block, headings)]
    open_ends = sum(1 for block in plain if not _is_closed(block.text))
    return open_ends <= max(1, _OPEN_SHARE * len(plain))


def _may_be_prose(block: Paragraph, headings: set[int]) -> bool:
    """Whether a paragraph is longer than headings, signatures and titles are, and holds a mark."""
    long = len(block) > (_HEADING if id(block) in headings else 2 * _SHORT)
    return long and ("," in block.text or "。" in block.text)


def _closing(
    part: Part, headings: set[int], owners: dict[int, Section], statutory: frozenset[int]
) -> Iterator[Paragraph]:
    """The paragraphs of running text behind which nothing can go on: a mark, a signature or the end follows."""
    blocks = part.blocks
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block is part.title or block is part.label:
            continue
        owner = owners.get(id(block))
        heads = id(block) in headings
        run_in = "。" in block.text or block.text.endswith(_EFFECT)
        if heads and owner and not is_leaf(owner) and not (run_in and _is_signed(owner)):
            continue
        if block.text[-1] in _MIDDLES:
            after = blocks[at + 1] if at + 1 < len(blocks) else None
            article = owner is not None and owner.mark.scheme == "article"
            if ("。" in block.text or article) and (id(after) in headings or _ends_part(after)):
                yield block
            continue
        if _is_closed(block.text):
            if "。" in block.text or ";" in block.text:
                yield block
            continue
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        marked = id(after) in headings
        if marked or _ends_part(after):
            words = block.text[len(owner.mark.text) :].lstrip() if owner and heads else block.text
            rule = bool(marked and owner and owner.index in statutory and _is_rule(words))
            if _is_sentence(words) and (rule or words.endswith(_EFFECT) or _is_prose(words, heads=heads)):
                yield block


def _is_rule(words: str) -> bool:
    """Whether an item below an article says what is to be done, and does not name a form: 3.实验室分类参照表."""
    return _VERB.search(words) is not None and ("," in words or not words.endswith(_NAME))


def _ends_part(after: Block | None) -> bool:
    if after is None:
        return True
    return isinstance(after, Paragraph) and len(after) < 30 and bool(_SIGNED.search(after.text))


def _is_sentence(words: str) -> bool:
    """Whether words may be a whole sentence: no label, date, formula or name, and not the half of one."""
    if len(words) < _SHORT or _DATE_OR_LABEL.match(words) or not _FORMULA.isdisjoint(words):
        return False
    tail = words[words.rfind("。") + 1 :]
    return not _GOES_ON.search(tail) and words.count("(") <= words.count(")")


def _is_prose(words: str, *, heads: bool) -> bool:
    """A heading with a comma may still be one (加强领导,压实责任), a short line a caption; more words are neither."""
    return bool(_PROSE.search(words)) and ("。" in words or len(words) > (_HEADING if heads else 2 * _SHORT))


def _siblings(document: Document) -> Iterator[Unfinished]:
    """Leaves without a mark behind one that has it, or among siblings of which nearly all have one."""
    groups: dict[tuple[int, int, str], list[Section]] = {}
    for section in document.sections:
        if is_leaf(section) or (section.body and _is_signed(section)):
            groups.setdefault((section.part, section.parent, section.mark.scheme), []).append(section)
    for group in groups.values():
        yield from _breaking_off(group)
        closed = [one for one in group if _is_closed(one.heading.text)]
        most = len(closed) >= max(FEW, _SIBLING_SHARE * len(group))
        for at, section in enumerate(group):
            before = group[at - 1] if at else None
            listed = before and _listed(before, section)
            if section.heading.text.endswith(":") and _promises_nothing(document, section):
                stopped = next((one for one in closed if one.heading.text[-1] in "。;"), None)
                if stopped and most:
                    yield Unfinished(section.heading, stopped.heading)
            elif _open_item(section) and (most or listed):
                yield Unfinished(section.heading, before.heading if before and listed else closed[0].heading)


def _breaking_off(group: list[Section]) -> Iterator[Unfinished]:
    """The one leaf of a list that ends in a comma before the next item of the list."""
    loose = [at for at, one in enumerate(group[:-1]) if one.heading.text[-1] in _MIDDLES]
    if len(loose) == 1 and len(group) >= FEW:
        one, after = group[loose[0]], group[loose[0] + 1]
        words = one.heading.text[len(one.mark.text) :]
        if after.mark.value[-1] == one.mark.value[-1] + 1 and after.index == one.index + 1 and len(words) > _ITEM:
            yield Unfinished(one.heading, after.heading)


def _parallels(document: Document) -> Iterator[Unfinished]:
    """One leaf without a mark among those that stand at its place under other headings and begin alike.

    Where the others go on behind all its words, it is the name of what they tell.
    """
    groups: dict[tuple[int, str, tuple[int, ...], str], list[Section]] = {}
    for section in document.sections:
        if is_leaf(section) and len(section.title) > _SHORT and section.mark.scheme in ITEMS:
            key = (section.part, section.mark.scheme, section.mark.value, section.title[:_ALIKE])
            groups.setdefault(key, []).append(section)
    for group in groups.values():
        loose = [one for one in group if not _is_closed(one.heading.text)]
        if len(loose) == 1 and len(group) >= FEW and _open_item(loose[0]) and not _is_told(loose[0], group):
            closed = next(one for one in group if one is not loose[0])
            yield Unfinished(loose[0].heading, closed.heading)


def _is_told(one: Section, group: list[Section]) -> bool:
    return all(other.heading.text.startswith(one.heading.text) for other in group)


def _promises_nothing(document: Document, section: Section) -> bool:
    """Whether an item of several clauses ends in a colon, and the next item of its own list follows at once."""
    words = section.heading.text
    if len(words) <= _SHORT or not _PROSE.search(words) or _PROMISED.search(words):
        return False
    follower = document.sections[section.index + 1] if section.index + 1 < len(document.sections) else None
    if follower is None or (follower.part, follower.parent) != (section.part, section.parent):
        return False
    last, value = section.mark.value[-1], follower.mark.value[-1]
    return follower.mark.scheme == section.mark.scheme and value == last + 1


def _listed(before: Section, section: Section) -> bool:
    """Whether an item follows one that a semicolon parts from it, as the last of the list or in its middle."""
    return before.heading.text.endswith(";") and before.mark.value[-1] + 1 == section.mark.value[-1]


def _open_item(section: Section) -> bool:
    """An item whose words read as a clause though no mark ends it."""
    words = section.heading.text
    return _ends_in_word(words) and not words.endswith(_NAME) and _is_sentence(words[len(section.mark.text) :].lstrip())
