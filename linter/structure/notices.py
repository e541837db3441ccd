"""Notices: where each begins, its title, issuing body, number, addressee, signature, date and annotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.language import NamedTuple, lazy
from linter.structure import marks
from linter.structure.blocks import Draft
from linter.structure.contents import key
from linter.structure.lines import ranges
from linter.structure.marks import find_number
from linter.structure.model import ContentsEntry, Head, Number
from linter.structure.paragraph import Paragraph

_ADDRESSEE = lazy(r".{0,4}?(?:[各省市县区本]|国务院|中央|[有机]关)[^。]{0,280}?{ADDRESSED}[^。:]{0,20}:")
# 某市人民政府令 above 第21号, or with it in one line: the order by which an issue promulgates an act.
_ORDER = lazy(r"[\u4e00-\u9fff]{2,24}(?:政府|委员会|[部厅局])令(?: ?第 ?\d{1,4} ?号)?")
# 某市人民政府印发关于…的通知: the verb is no part of the name before it.
_VERB = lazy(r"{ISSUE}")
_REACH = 5
# The name of the issuing body over the number, 某市人民政府文件 (GB/T 9704-2012 7.2.4), is no title.
BANNER = "文件"


class Start(NamedTuple):
    """Where a notice begins: its first draft, the draft of its number (-1 if none), and the drafts of its title."""

    first: int
    number: int
    title: tuple[int, ...]


def starts(drafts: Sequence[Draft], entries: Sequence[ContentsEntry]) -> list[Start]:
    """The notices of an issue: a title above a number that stands alone, or a title the contents name."""
    found: list[Start] = []
    floor = 0
    for at, draft in enumerate(drafts):
        if draft.tabular or not (draft.sort == "number" or (entries and draft.text.endswith("号"))):
            continue
        title = (_order(drafts, at, floor) if entries else ()) or (
            title_above(drafts, at, floor) if draft.sort == "number" else ()
        )
        if title:
            found.append(Start(title[0], at, title))
            floor = at + 1
    taken = {index for start in found for index in start.title}
    names = {key(entry.title.text) for entry in entries if _names_notice(entry)}
    return sorted([*found, *_named(drafts, names, taken)])


def _order(drafts: Sequence[Draft], number: int, floor: int) -> tuple[int, ...]:
    """The draft that names an order, given that of its number."""
    at = number - 1 if drafts[number].text.startswith("第") else number
    return (at,) if at >= floor and not drafts[at].tabular and _ORDER.fullmatch(drafts[at].text) else ()


def _names_notice(entry: ContentsEntry) -> bool:
    """Whether an entry of the contents names a notice, not a chapter or an appendix of one document."""
    title = entry.title.text
    return entry.number is not None or bool("关于" in title and not marks.find(title) and not title.startswith("附"))


def _named(drafts: Sequence[Draft], names: set[str], taken: set[int]) -> Iterator[Start]:
    """The notices whose titles are among ``names``, in up to three drafts that belong to no other title."""
    beginnings = {name[:2] for name in names}
    for at, draft in enumerate(drafts):
        if draft.text[:2] not in beginnings or at in taken:
            continue
        for width in (1, 2, 3):
            words = drafts[at : at + width]
            if any(draft.tabular for draft in words):
                break
            if key("".join([draft.text for draft in words])) in names:
                yield Start(at, -1, tuple(range(at, at + width)))
                break


def title_above(drafts: Sequence[Draft], number: int, floor: int) -> tuple[int, ...]:
    """The drafts of the title above a number: up to the line with 关于 and the issuing body before it."""
    taken: list[int] = []
    if number > floor and drafts[number - 1].text.endswith(BANNER):
        number -= 1
    for at in range(number - 1, max(floor, number - _REACH) - 1, -1):
        draft = drafts[at]
        if not _titular(draft) or (taken and drafts[at + 1].lines[0].apart):
            break
        taken.insert(0, at)
        if "关于" in draft.text:
            if draft.text.startswith("关于") and at > floor and drafts[at - 1].sort == "body":
                taken.insert(0, at - 1)
            return tuple(taken)
    if taken and (drafts[taken[-1]].judged.ends_title or drafts[taken[-1]].text.endswith("公报")):
        return (taken[-1],)
    return ()


def _titular(draft: Draft) -> bool:
    text = draft.text
    if draft.tabular or (draft.mark and draft.mark.scheme != "decimal") or len(text) > 120:
        return False
    return not (text.endswith(("。", ";", ",")) or draft.judged.ends_date or draft.sort in ("note", "number"))


def paragraph(normal: str, drafts: Sequence[Draft]) -> Paragraph | None:
    """The title or short line that drafts make, joined without spaces; None if they are marks of emphasis alone."""
    pieces = [
        one for draft in drafts for line in draft.lines for one in ranges(normal, line.start, line.end, tight=True)
    ]
    return Paragraph(normal, pieces) if pieces else None


def head(normal: str, drafts: Sequence[Draft], start: Start, end: int, letter_end: int) -> Head:
    """What the notice ``drafts[start.first:end]`` says of itself; its letter ends before ``letter_end``."""
    title = paragraph(normal, [drafts[at] for at in start.title]) if start.title else None
    number: Number | None = None
    if start.number >= 0:
        line = drafts[start.number].lines[0]
        found = find_number(line.text, 0)
        number = line.placed(found) if found else None
    after = max([start.first - 1, start.number, *start.title]) + 1
    addressee = next((at for at in range(after, min(after + 4, end)) if is_addressee(drafts[at])), -1)
    signature, date = _signature(drafts, after, letter_end)
    note = next((at for at in range(after, letter_end) if drafts[at].sort == "note"), -1)

    def one(at: int) -> Paragraph | None:
        return paragraph(normal, [drafts[at]]) if at >= 0 else None

    return Head(title, _issuer(title, drafts, signature), number, one(addressee), one(signature), one(date), one(note))


def is_addressee(draft: Draft) -> bool:
    """Whether a draft names the bodies that a notice is sent to."""
    return not draft.tabular and not draft.mark and bool(_ADDRESSEE.match(draft.text[:320]))


def _signature(drafts: Sequence[Draft], start: int, end: int) -> tuple[int, int]:
    """The last body alone on a line before a date alone on a line; -1 for what is missing."""
    for at in range(end - 1, start - 1, -1):
        draft = drafts[at]
        if draft.sort != "date":
            continue
        for before in range(at - 1, max(start, at - 4) - 1, -1):
            if drafts[before].sort == "body":
                return before, at
        return -1, at
    return -1, -1


def _issuer(title: Paragraph | None, drafts: Sequence[Draft], signature: int) -> str:
    if title and title.text.endswith("令"):
        return title.text.removesuffix("令")
    if title and "关于" in title.text[1:]:
        before = _VERB.split(title.text.split("关于", 1)[0], maxsplit=1)[0].strip()
        if before:
            return before
    return key(drafts[signature].text) if signature >= 0 else ""
