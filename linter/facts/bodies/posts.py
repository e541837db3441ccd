"""Posts in an organ (副指挥长:市应急管理局局长、武警支队支队长): in lists behind a label, and in table cells.

Working groups: those a sentence declares (下设8个工作组,即综合协调组、…), and those described one by one.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.bodies.enumerations import ListRow, enumerations
from linter.facts.bodies.lists import Names, known_names
from linter.facts.bodies.names import is_body
from linter.language import NamedTuple, Span, lazy
from linter.structure import Document, Paragraph, Section, Table, fact
from linter.structure.columns import Held, headed

__all__ = ["Declaration", "Described", "Group", "Post", "group_declarations", "groups_described", "posts"]

_ROLE = lazy(r"^(?:(?:组成人|成)员|(?:常务)?副?(?:总?指挥长?|[组队]长|主任|总?召集人))$")
_TITLE = lazy(r"{POST_KIND}*(?:副?(?:{POST}|[局厅部署院会行省市县区州盟社处科]长)|负责人|负责同志)$")


_ENDS = frozenset("长任记员委席理人志")
# Columns that hold numbers, no posts.
_FIGURES: tuple[Held, ...] = (
    "serial",
    "code",
    "telephone",
    "fax",
    "mobile",
    "mark",
    "weight",
    "share",
    "total",
    "rate",
)
# A title is no longer than this, its qualifiers included.
_LONGEST = 16


class Post(NamedTuple):
    """A post: the body, the title in it (支队长), the key of the body, and where it stands."""

    body: str
    title: str
    key: str
    span: Span


class Posts(NamedTuple):
    """The posts of one list or table. ``label`` is the role a list gives them (副指挥长), empty for a table."""

    label: str
    posts: tuple[Post, ...]
    span: Span


@fact("posts")
def posts(document: Document) -> tuple[Posts, ...]:
    """Lists of posts behind a role, with the paragraphs that continue them, and tables that hold posts."""
    known = document.read(known_names)
    return tuple([one for one in (*_lists(document, known), *_tables(document, known)) if one.posts])


def post(words: str, span: Span, known: Names) -> Post | None:
    """Words read as a post, or None if they do not end in a title behind the name of a body."""
    match = _TITLE.search(words, max(0, len(words) - _LONGEST)) if words[-1:] in _ENDS else None
    if not match or not is_body(words[: match.start()]):
        return None
    return Post(words[: match.start()], match[0], known.key(words[: match.start()]), span)


def _lists(document: Document, known: Names) -> Iterator[Posts]:
    found: list[Posts] = []
    for row in document.read(enumerations):
        if _ROLE.match(row.label):
            held = (post(item.text, row.span(item), known) for item in row.items)
            found.append(Posts(row.label, tuple([one for one in held if one]), row.paragraph.span()))
    following = _following(document, {one.span for one in found})
    for one in found:
        more = (post(paragraph.text, paragraph.span(), known) for paragraph in following.get(one.span, ()))
        yield one._replace(posts=one.posts + tuple([held for held in more if held]))


def _following(document: Document, spans: set[Span]) -> dict[Span, list[Paragraph]]:
    """The short paragraphs behind each list that may go on with it."""
    following: dict[Span, list[Paragraph]] = {}
    starts = {span.start for span in spans}
    current: list[Paragraph] | None = None
    for block in document.blocks if spans else ():
        if not isinstance(block, Paragraph) or len(block) > 30 or ":" in block.text:
            current = None
        elif current is not None:
            current.append(block)
        if isinstance(block, Paragraph) and block.pieces[0].start in starts and block.span() in spans:
            current = following.setdefault(block.span(), [])
    return following


def _tables(document: Document, known: Names) -> Iterator[Posts]:
    for table in document.tables:
        yield Posts("", tuple(_cells(table, known)), table.span)


def _cells(table: Table, known: Names) -> Iterator[Post]:
    others = set(headed(table, *_FIGURES)) - set(headed(table, "body", "desk", "person"))
    for row in table.rows:
        for cell in [cell for column, cell in enumerate(row.cells) if column not in others]:
            for paragraph in cell.paragraphs:
                text = paragraph.text
                held = post(text, paragraph.span(), known) if len(text) <= 40 and text[-1] in _ENDS else None
                if held:
                    yield held


_NAME = lazy(r"[^、,;:。()\s]{1,20}?组")
_HEADED = lazy(r"([^、,;:。()\s]{1,20}?组)(?=$|[:(。,及的和]|、?组成|{GROUP_FOLLOWED})")
_DECLARES = lazy(r"{SET_UP}|分[为成]|包括|组成")
_BEFORE = lazy(r".*(?:{SET_UP}|分成|包括|[为即是:有])")
# What follows a group at the head of a paragraph that describes it.
_GOES_ON = lazy(r"$|[:(。]|由|牵头|组成|主要")
_OPEN = lazy("组等")
_FEWEST = 3
_NOT = lazy(r"^(?:{AD_HOC}?工作|领导|[各本该小]|项目)组$|领导小组$|[重改分编机]组$")


class Group(NamedTuple):
    """The name of a group and its raw span."""

    name: str
    span: Span


class Declaration(NamedTuple):
    """Groups declared in one sentence; ``open`` if it ends in 等."""

    groups: tuple[Group, ...]
    span: Span
    open: bool


class Described(NamedTuple):
    """Groups that have a heading, paragraph or table row of their own, under one parent or in one table.

    ``span`` is the parent's heading, or the table's title or header.
    """

    groups: tuple[Group, ...]
    span: Span


@fact("group-declarations")
def group_declarations(document: Document) -> tuple[Declaration, ...]:
    """Sentences that declare three groups or more."""
    found = (_declaration(row) for row in document.read(enumerations))
    return tuple([one for one in found if one])


def _declaration(row: ListRow) -> Declaration | None:
    if sum("组" in item.text for item in row.items) < _FEWEST:
        return None
    groups: list[Group] = []
    first, last = row.items[0], row.items[-1]
    for item in row.items:
        words, start = item.text, item.start
        if item is first:
            before = _BEFORE.match(words)
            cut = before.end() if before else 0
            words, start = words[cut:], start + cut
        match = _NAME.match(words)
        if match and (item is last or match.end() == len(words)) and not _NOT.search(match[0]):
            groups.append(Group(match[0], row.paragraph.span(start, start + match.end())))
    if len(groups) < _FEWEST or len(groups) * 3 < len(row.items) * 2:
        return None
    text = row.paragraph.text
    sentence = text.rfind("。", 0, first.start) + 1
    if not _DECLARES.search(text[sentence : last.end]):
        return None
    span = Span(groups[0].span.start, groups[-1].span.end)
    return Declaration(tuple(groups), span, _OPEN.search(last.text) is not None)


@fact("groups-described")
def groups_described(document: Document) -> tuple[Described, ...]:
    """Sets of two groups or more that are described one by one: headings, paragraphs (综合协调组:…), table rows."""
    found = [*_headings(document), *_group_tables(document)]
    return tuple([one for one in found if len(one.groups) >= 2])


def _headings(document: Document) -> Iterator[Described]:
    parents: dict[tuple[int, int], list[Section]] = {}
    for section in document.sections:
        parents.setdefault((section.part, section.parent), []).append(section)
    for (_, parent), sections in parents.items():
        groups = [one for one in map(_heading, sections) if one]
        if groups:
            span = document.sections[parent].title_span if parent >= 0 else groups[0].span
            yield Described(tuple(groups), span)
    for section in document.sections:
        yield _paragraphs(section.body, section.title_span)
    for part in document.parts:
        head = part.title or part.label
        if part.kind in ("appendix", "attachment") and head:
            yield _paragraphs(part.blocks, head.span())


def _heading(section: Section) -> Group | None:
    match = _HEADED.match(section.title)
    if not match or _NOT.search(match[1]):
        return None
    text = section.heading.text
    start = text.find(match[1])
    return Group(match[1], section.heading.span(start, start + len(match[1]))) if start >= 0 else None


def _paragraphs(blocks: tuple[Paragraph | Table, ...], span: Span) -> Described:
    groups = []
    for block in blocks:
        if isinstance(block, Paragraph) and "组" in block.text[:22]:
            match = _HEADED.match(block.text)
            if match and _GOES_ON.match(block.text, match.end()) and not _NOT.search(match[1]):
                groups.append(Group(match[1], block.span(0, match.end())))
    return Described(tuple(groups), span)


def _group_tables(document: Document) -> Iterator[Described]:
    for part in document.parts:
        head = part.title or part.label
        for block in part.blocks:
            if isinstance(block, Table):
                groups = tuple(_rows(block))
                yield Described(groups, head.span() if head else block.span)


def _rows(table: Table) -> Iterator[Group]:
    for row in table.rows:
        for cell in row.cells[:3]:
            words = cell.text
            match = _HEADED.match(words) if words[-1:] == "组" else None
            if match and match.end() == len(words) and len(cell.paragraphs) == 1 and not _NOT.search(match[1]):
                yield Group(match[1], cell.paragraphs[0].span())
                break
