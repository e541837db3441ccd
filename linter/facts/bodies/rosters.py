"""Rosters: lists of bodies that stand below one another — duties body by body, tables of members, tables of contacts.

An entry may name several bodies at once (三家公司合为一项), or none that can be named (相关企业): then its words stay
as ``others``, so that whoever compares can see that somebody may be covered by them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from linter.facts.bodies.lists import Member, Names, body_lists, known_names
from linter.facts.bodies.names import NAME_ENDS, completed, is_body
from linter.language import NamedTuple, Span, lazy
from linter.structure import Document, Paragraph, Part, Row, Table, fact
from linter.structure.columns import headed

__all__ = ["RosterEntry", "listed", "rosters"]

Kind = Literal["duties", "table", "contacts"]
_MARK = lazy(r"[(]?[0-9一二三四五六七八九十]{1,3}[).、]+|[①-⑳]|\d+(?:\.\d+)+")
_NUMBERS = frozenset("(0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_STOP = lazy(r"[:;。,!? ]")
_DUTY = lazy(r"{DUTY}|主要|根据|按")
_ENDS = NAME_ENDS | {")"}
_INNER = lazy(r"(?<=[。;])([^:;。,]{3,40}):")
_JOINT = lazy(r"[^、()]+(?:\([^()]*\)[^、()]*)*")
_NOTE = lazy(r"\(([^()]*)\)$")
_PHONE = lazy(r"\d[\d\-() ]{4,}")
_SHORTEST = 3
# A longer cell is a sentence, no name, nor several names.
_LONGEST = 40
_WIDEST = 60
# So many rows show what a table holds.
_SAMPLE = 12


class RosterEntry(NamedTuple):
    """One entry: its bodies, what else it names, the raw span of its words, and the paragraph it opens."""

    members: tuple[Member, ...]
    others: tuple[str, ...]
    span: Span
    paragraph: Paragraph


class Roster(NamedTuple):
    """Entries below one another; ``span`` is the heading or table title over them, else the first entry."""

    kind: Kind
    entries: tuple[RosterEntry, ...]
    span: Span

    @property
    def extent(self) -> Span:
        """From the first entry to the last."""
        return Span(self.entries[0].span.start, self.entries[-1].span.end)

    @property
    def members(self) -> list[Member]:
        """The bodies of all entries, in order."""
        return [member for entry in self.entries for member in entry.members]


@fact("rosters")
def rosters(document: Document) -> tuple[Roster, ...]:
    """The rosters of a document with three entries or more."""
    known = document.read(known_names)
    headings = {id(section.heading) for section in document.sections}
    found: list[Roster] = []
    for part in document.parts:
        found.extend(_duties(part, known, headings))
        found.extend(_tables(part, known))
    return tuple([one for one in found if len(one.entries) >= _SHORTEST])


def listed(document: Document) -> Iterator[Member]:
    """Every member of every list and roster."""
    for one in document.read(body_lists):
        yield from one.members
    for roster in document.read(rosters):
        yield from roster.members


def _duties(part: Part, known: Names, headings: set[int]) -> Iterator[Roster]:
    """Runs of paragraphs that each begin with a body; a heading that names none ends the run."""
    entries: list[RosterEntry] = []
    over: Paragraph | None = None
    for block in part.blocks:
        if not isinstance(block, Paragraph):
            continue
        found = list(_heads(block, known))
        if any(entry.members for entry in found) or (entries and found):
            entries.extend(found)
        elif id(block) in headings and not _MARK.match(block.text[:1] if block.text[0] in "(①②③④⑤" else ""):
            yield from _roster(entries, over)
            entries, over = [], block
        elif not entries:
            over = block
    yield from _roster(entries, over)


def _roster(entries: list[RosterEntry], over: Paragraph | None) -> Iterator[Roster]:
    if sum(1 for entry in entries if entry.members) >= _SHORTEST:
        yield Roster("duties", tuple(entries), over.span() if over else entries[0].span)


def _heads(paragraph: Paragraph, known: Names) -> Iterator[RosterEntry]:
    """The entries a paragraph opens: one at its start, more where paragraphs ran together."""
    text = paragraph.text
    mark = _MARK.match(text) if text[0] in _NUMBERS else None
    start = mark.end() if mark else 0
    stop = _head_end(text, start)
    if stop < 0:
        return
    first = entry(paragraph, start, text[start:stop], known)
    if not first.members:
        return
    yield first
    for match in _INNER.finditer(text, stop) if text.find(":", stop + 1) >= 0 else ():
        inner = entry(paragraph, match.start(1), match[1], known)
        if inner.members and not inner.others:
            yield inner


def _head_end(text: str, start: int) -> int:
    """Where the name at the head of an entry ends: colon, full stop, before its duty, end of the text; else -1."""
    match = _STOP.search(text, start, start + _WIDEST + 2)
    stop = match.start() if match else len(text)
    if stop - start > _WIDEST or text[stop - 1 : stop] not in _ENDS:
        return -1
    ends = match is None or match[0] in ":。" or (match[0] == " " and _DUTY.match(text, stop + 1))
    return stop if ends else -1


def entry(paragraph: Paragraph, start: int, words: str, known: Names) -> RosterEntry:
    """Words such as 中国移动、中国联通晋城分公司 or 市工信局(国资委) read as an entry."""
    span = paragraph.span(start, start + len(words))
    if "、" not in words and is_body(words):
        return RosterEntry((Member(words, known.key(words), span),), (), span, paragraph)
    members: list[Member] = []
    others: list[str] = []
    joints = [match for match in _JOINT.finditer(words) if match[0].strip()]
    last = _NOTE.sub("", joints[-1][0]).strip() if joints else ""
    for match in joints:
        name = match[0].strip()
        note = _NOTE.search(name)
        plain = name[: note.start()].strip() if note else name
        whole = plain if is_body(plain) else completed(plain, last)
        if whole:
            at = start + match.start() + match[0].index(plain)
            place = paragraph.span(at, at + len(plain))
            members.append(Member(plain, known.key(whole), place, note=note[0] if note else ""))
        else:
            others.append(name)
    return RosterEntry(tuple(members), tuple(others), span, paragraph)


def _tables(part: Part, known: Names) -> Iterator[Roster]:
    """Tables with a column of bodies; the last short paragraph before one is its title."""
    over: Paragraph | None = None
    for block in part.blocks:
        if isinstance(block, Paragraph):
            over = block if len(block) <= 60 else None
            continue
        named = _columns(block)
        if not named:
            continue
        entries = tuple(found for row in block.rows for found in _row(row, named, known))
        keys = [member.key for one in entries for member in one.members]
        # A column that repeats its bodies assigns tasks; it is no roster of them.
        if len(set(keys)) * 10 >= len(keys) * 9:
            title = over or part.title or part.label
            yield Roster(_kind(block), entries, title.span() if title else block.span)
        over = None


def _columns(table: Table) -> list[int]:
    """The columns most of whose filled cells name bodies."""
    filled: Counter[int] = Counter()
    bodies: Counter[int] = Counter()
    for row in table.rows:
        for at, cell in enumerate(row.cells):
            if cell.paragraphs:
                filled[at] += 1
                words = cell.paragraphs[0].text
                # Most cells hold other things: the last character tells at once.
                if words[-1] in _ENDS and names_body(words):
                    bodies[at] += 1
    named = headed(table, "body")
    enough = [at for at in sorted(bodies) if filled[at] >= _SHORTEST]
    return [at for at in enough if bodies[at] * 10 >= filled[at] * (5 if at in named else 7)]


def names_body(text: str) -> bool:
    """Whether the words of a cell name a body, alone or among others."""
    if len(text) > _WIDEST or text[-1:] not in _ENDS:
        return False
    known_names = text.split("、") if "、" in text else [text]
    return any(is_body(_NOTE.sub("", name).strip() if name.endswith(")") else name) for name in known_names)


def _kind(table: Table) -> Kind:
    rows = table.rows[:_SAMPLE]
    numbered = sum(1 for row in rows if any(_PHONE.match(cell.text) for cell in row.cells))
    return "contacts" if numbered * 2 >= len(rows) else "table"


def _row(row: Row, named: list[int], known: Names) -> Iterator[RosterEntry]:
    """The entries of a row; where merged cells shifted it, the body stands left of its first column."""
    for column in named:
        cells = row.cells[: column + 1] if column == named[0] else row.cells[column : column + 1]
        cell = next((one for one in reversed(cells) if names_body(one.text)), None)
        if cell is None:
            cell = next((one for one in cells[-1:] if 0 < len(one.text) <= _LONGEST and "。" not in one.text), None)
        if cell:
            paragraph = cell.paragraphs[0]
            yield entry(paragraph, 0, paragraph.text, known)
