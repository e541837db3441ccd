"""Lists of names: headings, columns of tables, leads of paragraphs, rows of words in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from linter.language import NamedTuple, Span, lazy, quick
from linter.structure import Document, Paragraph, Table, fact

__all__: list[str] = []

_MARKED = lazy(
    r"^ ?(?:第?[一二三四五六七八九十\d]{1,3}[、.)项类章节条是]|\([一二三四五六七八九十\d]{1,3}\)|[①-⑳])[ 、.]?"
)
_TRAILING = lazy(r"(?:\([^()]*\)|(?<=[\u4e00-\u9fff])\d{1,6}[人名个项家户]|如下)?[:;,。、]?$")
_TRAILED = frozenset(")人名个项家户下:;,。、")
# What such a number begins with, but for digits.
_FOLLOWS = "如下"
_MARKS = frozenset(" 第(一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_LEAD = lazy(r"[^,。;:!?]{2,20}(?=:)")
_NUMBERED = lazy(r"[^,。;:!?]{4,20}(?=[:,。])")
_ROW = lazy(r"[^,。;:!?()《》“”\n]+")
_LAST = lazy(r"以及|[和及与]")
# Before the first item, and behind the last one.
_OPENS = lazy(r".*{ITEM_LED}")
_CLOSES = lazy(r"(?:等|[二三四五六七八九十]大?[类种项个]).*$")
# Names hold no clauses.
_CLAUSE = lazy(r"[、,:;*]")
_SHORTEST, _LONGEST = 3, 30
_UNMARKED = dict.fromkeys(map(ord, " “”"))
# Lists of fewer items show nothing.
_FEW = 3
# The schemes of items, of which each article may have a list of its own.
NUMBERED = frozenset(("chinese-paren", "arabic", "arabic-paren", "circled"))


class ListedName(NamedTuple):
    """An item of a list: its words without number and brackets, and where they stand in their paragraph."""

    words: str
    paragraph: Paragraph
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place of the words."""
        return self.paragraph.span(self.start, self.end)


class NamedList(NamedTuple):
    """A list of names; ``in_sentence`` if it is a row of words, whose first and last items may hold words around it,
    unless it is ``opened`` and ``closed`` by words or marks that do not belong to them.

    ``scheme``: that of the marks of headings and numbered items.
    """

    items: tuple[ListedName, ...]
    in_sentence: bool = False
    scheme: str = ""
    opened: bool = False
    closed: bool = False

    def sure(self, at: int) -> bool:
        """Whether the words of an item are its name and no more."""
        return not self.in_sentence or 0 < at < len(self.items) - 1

    def set_off(self, at: int) -> bool:
        """Whether they are, or what is around the row seems no part of them."""
        return self.sure(at) or ((at > 0 or self.opened) and (at < len(self.items) - 1 or self.closed))


@fact("item-lists")
def item_lists(document: Document) -> tuple[NamedList, ...]:
    """The lists of a document that have three items or more."""
    found = [NamedList(tuple(items), scheme=scheme) for scheme, items in _headings(document) if len(items) >= _FEW]
    found += [NamedList(tuple(items)) for items in _leads(document) if len(items) >= _FEW]
    for block in document.blocks:
        if isinstance(block, Table):
            found += [NamedList(tuple(items)) for items in _columns(block) if len(items) >= _FEW]
        elif block.text.count("、") > 1:
            found += [one for one in _rows(block) if len(one.items) >= _FEW]
    return tuple(found)


def _name(paragraph: Paragraph, start: int, end: int) -> ListedName | None:
    """The item between two offsets, its number and the brackets behind it left out."""
    words = paragraph.text[start:end]
    if not _SHORTEST <= len(words) <= 2 * _LONGEST:
        return None
    if len(words) <= _LONGEST and words.isalpha() and words[0] not in _MARKS and not words.endswith(_FOLLOWS):
        return quick(ListedName, (words, paragraph, start, end))
    mark = _MARKED.match(words) if words[0] in _MARKS or words[0].isdigit() else None
    first = mark.end() if mark else 0
    tail = _TRAILING.search(words) if words[-1] in _TRAILED else None
    name = words[first : tail.start() if tail else len(words)]
    first += len(name) - len(name.lstrip())
    name = name.strip()
    if not _SHORTEST <= len(name) <= _LONGEST or not (name[0].isalpha() or name[0] == "“") or _CLAUSE.search(name):
        return None
    start += first
    return quick(ListedName, (name.translate(_UNMARKED), paragraph, start, start + len(name)))


def _headings(document: Document) -> Iterator[tuple[str, list[ListedName]]]:
    """The headings under one heading, and those at the top of a part, with the scheme of the first one's mark."""
    groups: dict[tuple[int, int], tuple[str, list[ListedName]]] = {}
    for section in document.sections:
        end = section.heading.text.find(section.title) + len(section.title)
        name = _name(section.heading, end - len(section.title), end) if section.title else None
        if name:
            groups.setdefault((section.part, section.parent), (section.mark.scheme, []))[1].append(name)
    return iter(groups.values())


def _leads(document: Document) -> Iterator[list[ListedName]]:
    """综合协调组:… 抢险救援组:…: what stands before the colon in paragraphs that follow each other.

    Of paragraphs with a number it is what stands before the first mark: (一)可回收物,指…. A line of a name and a colon
    that opens a list and has a lead with words behind it below is the heading of the list, and no item of it.
    """
    found: list[ListedName] = []
    for block in document.blocks:
        lead = None
        if isinstance(block, Paragraph):
            lead = (_NUMBERED if block.text[0] in _MARKS else _LEAD).match(block.text)
        name = _name(block, 0, lead.end()) if lead and isinstance(block, Paragraph) else None
        if name:
            if len(found) == 1 and _is_bare(found[0]) and not _is_bare(name):
                found = []
            found.append(name)
        elif found:
            yield found
            found = []
    yield found


def _is_bare(name: ListedName) -> bool:
    """Whether a lead without a number is all that its paragraph holds."""
    return name.start == 0 and name.end + 1 == len(name.paragraph.text)


def _columns(table: Table) -> Iterator[list[ListedName]]:
    """The names of each column; a row that lacks cells, which are merged with those above, is read from its end."""
    width = max((len(row.cells) for row in table.rows), default=0)
    for column in range(width):
        names: dict[str, ListedName] = {}
        for row in table.rows:
            at = column - width + len(row.cells)
            paragraphs = row.cells[at].paragraphs if at >= 0 else ()
            if len(paragraphs) == 1 and (name := _name(paragraphs[0], 0, len(paragraphs[0].text))):
                names.setdefault(name.words, name)
        yield list(names.values())


def _rows(paragraph: Paragraph) -> Iterator[NamedList]:
    """A、B、C和D: the words before A and behind D are cut where they open and close a list."""
    for row in _ROW.finditer(paragraph.text):
        if row[0].count("、") < 2:
            continue
        bounds: list[tuple[int, int]] = []
        at = row.start()
        for piece in row[0].split("、"):
            bounds.append((at, at + len(piece)))
            at += len(piece) + 1
        opens = _OPENS.match(paragraph.text, *bounds[0])
        if opens and opens.end() < bounds[0][1]:
            bounds[0] = opens.end(), bounds[0][1]
        closes = _CLOSES.search(paragraph.text, *bounds[-1])
        if closes:
            bounds[-1] = bounds[-1][0], closes.start()
        joins = list(_LAST.finditer(paragraph.text, *bounds[-1]))
        if len(joins) == 1:
            start, end = bounds.pop()
            bounds += [(start, joins[0].start()), (joins[0].end(), end)]
        whole = row.start() == 0 and len(paragraph.text) - row.end() < _FEW
        names = [_name(paragraph, start, end) for start, end in bounds]
        yield NamedList(
            tuple([name for name in names if name]),
            in_sentence=True,
            opened=names[0] is not None and (whole or opens is not None),
            closed=names[-1] is not None and (whole or closes is not None),
        )
