"""Lists of bodies: members, lead and responsible bodies, as the document enumerates them.

The edges of an enumeration carry other words (由市公安局, 市民政局等部门按职责分工负责); they are cut where the rest is
plainly a name, else the member stays uncertain and accuses nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.facts.bodies.abbreviations import abbreviations
from linter.facts.bodies.enumerations import Item, ListRow, enumerations
from linter.facts.bodies.names import NAME_ENDS, Home, completed, is_body, issuer_home, key
from linter.language import NamedTuple, Span, lazy, quick
from linter.structure import Document, Paragraph, fact, marks

__all__ = ["BodyList", "Member", "Names", "body_lists", "known_names"]

Role = Literal["members", "lead", "responsible", "row"]
_LEAD = lazy(r"[由为是经请向对与同即和及或将报的]|{LIST_LED}|组织(?!部)")
_TRAIL = lazy(r"等|[\d一二三四五六七八九十]+[个家]|[按由要应在对为各并及和或与的将可都均派拟之依]|{NO_BODY}")
_AND = lazy(r"以及|或者|[和及与或]")
_MEMBERS = lazy(r"成员|组成(?:单位|部门)|参加单位")
# The first and the last item carry other words.
_EDGES = 4
_POSTS = lazy(r"指挥|[组队]长|主任|召集人")
_START = lazy(r"{STATE}|{STATE_BODY}|[本各省市县区州盟旗]|团[省市县]")


class Member(NamedTuple):
    """A body in a list: its words, its key, its raw span; ``certain`` unless an edge was cut by guess.

    ``note`` is what stood in brackets behind it, unless that declares a short form.
    """

    text: str
    key: str
    span: Span
    certain: bool = True
    note: str = ""


class BodyList(NamedTuple):
    """Bodies enumerated in one place; ``open`` says that the list ends in 等.

    ``others`` are items that are no body by their form: 晋城站, 相关能源企业.
    """

    role: Role
    label: str
    members: tuple[Member, ...]
    span: Span
    row: ListRow
    open: bool = False
    others: tuple[str, ...] = ()


class Names(NamedTuple):
    """How a document names bodies: its issuer's place, its own abbreviations, those of the office."""

    where: Home
    shorts: dict[str, str]

    def key(self, name: str) -> str:
        """The key of a name, own abbreviations resolved first."""
        return key(self.shorts.get(name, name), self.where)


@fact("known-names")
def known_names(document: Document) -> Names:
    """The names of bodies as this document uses them."""
    shorts = dict(document.office.abbreviations)
    shorts.update({one.short: one.full for one in document.read(abbreviations) if is_body(one.full)})
    return Names(document.read(issuer_home), shorts)


@fact("body-lists", "份单位名单", "list of bodies|lists of bodies")
def body_lists(document: Document) -> tuple[BodyList, ...]:
    """The enumerations of which most items are bodies, in order."""
    known = document.read(known_names)
    found = (body_list(row, known) for row in document.read(enumerations))
    return tuple([one for one in found if one])


def body_list(row: ListRow, known: Names) -> BodyList | None:
    """An enumeration read as bodies, or None if fewer than two (one under a label) or fewer than half are."""
    if _POSTS.search(row.label):
        return None
    # Items in the middle are bodies as they stand, or none.
    if sum(1 for item in row.items[1:-1] if item.text[-1] in NAME_ENDS) * 2 < len(row.items) - _EDGES:
        return None
    members: list[Member] = []
    others: list[str] = []
    last = len(row.items) - 1
    tail = row.items[-1].text[: name_end(row.items[-1].text)]
    for at, item in enumerate(row.items):
        found = list(_members(row, item, known, last=at == last))
        whole = "" if found else completed(item.text, tail)
        if whole:
            found = [Member(item.text, known.key(whole), row.span(item), at > 0 or bool(row.label))]
        members.extend(found)
        if not found:
            others.append(item.text)
    if len(members) < (1 if row.label else 2) or len(members) * 2 < len(row.items):
        return None
    span = row.paragraph.span(row.label_start, row.items[-1].end)
    is_open = "等" in row.items[-1].text[-12:]
    return BodyList(_role(row), row.label, tuple(members), span, row, is_open, tuple(others))


def _role(row: ListRow) -> Role:
    if _MEMBERS.search(row.label):
        return "members"
    if "牵头" in row.label:
        return "lead"
    if row.label:
        return "responsible"
    tail = row.items[-1].text
    if "组成" in tail or "成员" in tail or "成员" in row.items[0].text:
        return "members"
    if row.bracketed and ("负责" in tail or "牵头" in tail or "配合" in tail):
        return "responsible"
    return "row"


def _members(row: ListRow, item: Item, known: Names, *, last: bool) -> Iterator[Member]:
    start, words, certain = item.start, item.text, True
    if item is row.items[0] and not row.label:
        mark = marks.find(row.paragraph.text)
        cut, certain = _lead(words, begins=row.bracketed or item.start == (mark.skip if mark else 0))
        start, words = start + cut, words[cut:]
    # Only behind the last item may the sentence go on.
    if last or is_body(words):
        yield from _split(row.paragraph, start, words, known, item, certain=certain)


def _split(
    paragraph: Paragraph, start: int, words: str, known: Names, item: Item, *, certain: bool
) -> Iterator[Member]:
    """The names joined by 和 in an item, and what trails behind them cut off."""
    while words:
        end = name_end(words)
        if not end:
            return
        yield _member(paragraph, start, words[:end], known, item, certain=certain)
        joint = _AND.match(words, end)
        if not joint:
            return
        start, words, certain = start + joint.end(), words[joint.end() :], True


def name_end(words: str) -> int:
    """Where the name that begins ``words`` ends: at the end, or before a word that continues the sentence; else 0."""
    if is_body(words):
        joint = _AND.search(words)
        while joint:
            if is_body(words[: joint.start()]):
                return joint.start()
            joint = _AND.search(words, joint.end())
        return len(words)
    for match in _TRAIL.finditer(words):
        if is_body(words[: match.start()]):
            return match.start()
    return 0


def _lead(words: str, *, begins: bool) -> tuple[int, bool]:
    """How much of the first item is not part of the name, and whether that is sure (``begins``: nothing before it)."""
    if (begins or _START.match(words)) and not _LEAD.search(words):
        return 0, True
    cuts = [match.end() for match in _LEAD.finditer(words)]
    for cut in reversed(cuts):
        if _START.match(words, cut):
            return cut, True
    return 0, False


def _member(paragraph: Paragraph, start: int, words: str, known: Names, item: Item, *, certain: bool) -> Member:
    note = "" if "简称" in item.note else item.note
    return quick(Member, (words, known.key(words), paragraph.span(start, start + len(words)), certain, note))
