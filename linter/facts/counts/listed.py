"""The list in a sentence that belongs to a declared count: behind it (即A、B和C。) or before it (分为A、B和C三类)."""

from __future__ import annotations

import re

from linter.facts.bodies import is_body
from linter.language import NamedTuple, lazy, ordinal

# Between two items, inside a piece between 、: may also be part of a name (发展和改革委员会).
_JOINS = lazy(r"以及|[和及与]")
_AND_SO_ON = lazy(r"等(?![级次候待奖功])")
_QUOTES = lazy(r"“[^”]*”(?:\([^()]*\))?")
_LINKS = frozenset("、和及与")
_QUOTE_LINK = lazy(r"[、,]|以及|[和及与]")
_MARKERS = (
    lazy(r"([一二三四五六七八九十]{1,2})是"),
    lazy(r"第([一二三四五六七八九十]{1,2})[,、是]"),
    lazy(r"\(([一二三四五六七八九十]{1,2})\)"),
    lazy(r"\((\d{1,2})\)"),
    lazy(r"([①-⑳])"),
    lazy(r"(\d{1,2})[.、](?!\d)"),
)
# 一类:… 二类:… in lines of their own.
_RANK = lazy(r"第?([一二三四五六七八九十]{1,2})([类种组部])[^。;\n]{0,12}?[:,、]")
_OPENS_LIST = (
    "{DIVIDED}|{LIST_OPENED}|从(?!业)|(?<![建假开])设(?![施备计定])|(?<![部成区百千万十])分(?![别类级局布工析])"
)
_BEFORE = lazy(rf".*(?:{_OPENS_LIST}|通过|(?<=[位员象围目道])为)(?:了)?")
# 发展A、B、C三大产业; 按照A、B与C、D四个步骤, where one step may be of two.
_GREAT = lazy(r".*{FOSTERED}")
_TWO = lazy(r"(?:{DIVIDED}|实行|采[取用]|包括)([\u4e00-\u9fff]{2,10})和([\u4e00-\u9fff]{2,10})$")
_PAIR = lazy(r"([\u4e00-\u9fff]{2,12})[和及]([\u4e00-\u9fff]{2,12})(?=[。;\n])")
_PLACE_ENDS = frozenset("省市县区乡镇村")
_WAYS = lazy("[方形模]式|途径|类型|情形")
_COUNTED = lazy(r"[\d一二两三四五六七八九十]([个种类项大条点款组支家所名位片区套级])")
_PHASE = lazy(r"[^,;]+")
_DASH = lazy("——|—|[●◆■▪•·]")
_PRIZES = lazy("奖项|等[次级]|档")
_SECTION = lazy(r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.] ?")
_PRINCIPLES = lazy(r".*(?:遵循|坚持|贯彻)")
_BRACKETED = lazy(r"\([^()]*\)")
_STEPS = ("步骤", "环节", "阶段")
_CLAUSE_END = frozenset(",;:。\n!?")
_LEVEL = lazy(r"[一二三四五六七八九ⅠⅡⅢⅣⅤIV\d]级|[重较]大|[红橙黄蓝]色|等[奖功]")
_SHORT_ITEM, _LONGEST_ITEM, _LONGEST_LIST = 4, 24, 400
# A list of sentences is read so far in one paragraph.
_LONGEST_LINE = 4000
# How far behind a list of markers its next one is looked for.
_BROKEN_REACH = 2000


class ListedThings(NamedTuple):
    """Items as offsets, how many there are at least and at most, and whether 等 leaves the list open."""

    items: tuple[tuple[int, int], ...]
    low: int
    high: int
    open: bool = False


def after(text: str, start: int, head: str) -> ListedThings | None:
    """The list that begins at ``start``; ``head`` is the last character of what is counted (组 of 工作组)."""
    while text[start : start + 1] == " ":
        start += 1
    for pattern in _MARKERS:
        if pattern.match(text, start):
            return _marked(text, start, pattern)
    if text[start : start + 1] == "“":
        return _quoted(text, start)
    return _joined(text, start, head)


def phases(text: str, start: int, noun: str) -> ListedThings | None:
    """2024年为启动阶段,2025年为实施阶段。: clauses of one sentence that each end in what is counted."""
    stop = min(at for at in (text.find("。", start, start + _LONGEST_LIST), _line_end(text, start)) if at >= 0)
    found: list[tuple[int, int]] = []
    for piece in _PHASE.finditer(text, start, stop):
        if not piece[0].endswith(noun):
            return None
        found.append(piece.span())
    return ListedThings(tuple(found), len(found), len(found)) if len(found) > 1 else None


def pair(text: str, start: int) -> ListedThings | None:
    """平桥镇和区住建局。: two names alone, of which neither is part of the other's."""
    match = _PAIR.match(text, start)
    if not match or not _even([match[1], match[2]]):
        return None
    # 市发展和改革委员会 is one body; 平桥镇 is a place of its own.
    if is_body(match[0]) and not is_body(match[1]) and match[1][-1] not in _PLACE_ENDS:
        return None
    return ListedThings((match.span(1), match.span(2)), 2, 2)


def lines(text: str, start: int, measure: str) -> ListedThings | None:
    """The list of lines that begins at ``start``: 一是…, 一类:… with the measure of the count, ——…."""
    if dash := _DASH.match(text, start):
        return _dashed(text, start, dash[0])
    if _MARKERS[0].match(text, start):
        return _marked(text, start, _MARKERS[0])
    rank = _RANK.match(text, start)
    return _marked(text, start, _RANK) if rank and rank[2] == measure else None


def _dashed(text: str, start: int, dash: str) -> ListedThings | None:
    """Lines that begin with one mark; None if other lines stand between them."""
    found: list[tuple[int, int]] = []
    at = start
    while text.startswith(dash, at):
        end = _line_end(text, at)
        found.append((at, end))
        at = end + 1
    broken = text.find("\n" + dash, at, at + _BROKEN_REACH) >= 0
    return ListedThings(tuple(found), len(found), len(found)) if len(found) > 1 and not broken else None


def _marked(text: str, start: int, pattern: re.Pattern[str]) -> ListedThings | None:
    """一是…二是…三是…: markers in order, over the paragraph and those that go on with the next marker.

    None if the next marker begins a later paragraph, so that the list may be broken by others.
    """
    found: list[tuple[int, int]] = []
    at, stop = start, _line_end(text, start)
    while True:
        for match in pattern.finditer(text, at, stop):
            if ordinal(match[1]) == len(found) + 1:
                found.append(match.span())
        following = pattern.match(text, stop + 1)
        if not following or ordinal(following[1]) != len(found) + 1:
            break
        at, stop = stop + 1, _line_end(text, stop + 1)
    broken = any(
        text[match.start() - 1] == "\n" and ordinal(match[1]) == len(found) + 1
        for match in pattern.finditer(text, stop, stop + _BROKEN_REACH)
    )
    return ListedThings(tuple(found), len(found), len(found)) if len(found) >= 2 and not broken else None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at, at + _LONGEST_LINE)
    return end if end >= 0 else min(len(text), at + _LONGEST_LINE)


def _quoted(text: str, start: int) -> ListedThings | None:
    """“A”“B”“C”: quotations side by side, up to the end of the sentence."""
    items: list[tuple[int, int]] = []
    at = start
    while match := _QUOTES.match(text, at):
        items.append(match.span())
        link = _QUOTE_LINK.match(text, match.end())
        at = link.end() if link else match.end()
    closed = text[at : at + 1] in {"。", "\n", ";", ""} or (text[at - 1] == "," and bool(items))
    return ListedThings(tuple(items), len(items), len(items)) if len(items) >= 2 and closed else None


def _joined(text: str, start: int, head: str) -> ListedThings | None:
    """A、B和C up to the end of the sentence; up to a comma where the last characters show what the items are."""
    pieces, stop = _pieces(text, start)
    if len(pieces) < 2 or max(end - begin for begin, end in pieces) > _LONGEST_ITEM:
        return None
    words = [_plain(text[begin:end]) for begin, end in pieces]
    still_open = _AND_SO_ON.search(words[-1])
    if still_open:
        words[-1] = words[-1][: still_open.start()]
    alike = all(word.endswith(head) for word in words)
    if text[stop : stop + 1] == "," and not alike:
        return None
    if not alike and not _even(words):
        return None
    if any(_LEVEL.search(word) for word in words):
        return None
    more = _joins(words, head if alike else "")
    if any(_joints(word) for word in words[:-1]) and not alike:
        return None
    return ListedThings(tuple(pieces), len(words) + more[0], len(words) + more[1], still_open is not None)


def _pieces(text: str, start: int) -> tuple[list[tuple[int, int]], int]:
    """What stands between 、 outside of brackets, and where the list ends."""
    pieces: list[tuple[int, int]] = []
    depth, begin, at = 0, start, start
    limit = min(len(text), start + _LONGEST_LIST)
    while at < limit:
        character = text[at]
        if character in "(〔":
            depth += 1
        elif character in ")〕":
            depth -= 1
            if depth < 0:
                break
        elif character == "\n" or (depth == 0 and character in _CLAUSE_END):
            break
        elif depth == 0 and character == "、":
            pieces.append((begin, at))
            begin = at + 1
        at += 1
    return [*pieces, (begin, at)], at


def _plain(words: str) -> str:
    """An item without what stands in brackets behind it."""
    return _BRACKETED.sub("", words).strip()


def _even(words: list[str]) -> bool:
    """Items of similar length: in an uneven row, a 、 may well stand inside an item (农、林、牧业和加工业)."""
    lengths = [len(word) for word in words]
    return min(lengths) >= 2 and max(lengths) <= 3 * min(lengths) + 2


def _joins(words: list[str], head: str) -> tuple[int, int]:
    """How many items more 和 makes of the last piece, at least and at most.

    It joins two for certain if what stands before it ends as all items do, or if both sides are as long as the rest.
    """
    word, lengths = words[-1], [len(word) for word in words[:-1]]
    spots = _joints(word)
    if not spots:
        return 0, 0
    if head:
        sure = sum(1 for match in spots if word[: match.start()].endswith(head))
        return sure, sure
    sides = (spots[0].start(), len(word) - spots[0].end())
    even = min(sides) >= min(lengths) - 1 and max(sides) <= max(lengths) + 2
    return (1, 1) if len(spots) == 1 and spots[0][0] != "与" and even else (0, 1)


def _joints(word: str) -> list[re.Match[str]]:
    """Where a piece may join two items; 工业和信息化局 is one body."""
    spots = [match for match in _JOINS.finditer(word) if match.start() > 0 and match.end() < len(word)]
    return [] if spots and is_body(word) and not is_body(word[: spots[0].start()]) else spots


def before(text: str, stop: int, measure: str) -> ListedThings | None:
    """The list that ends at ``stop``, opened by a verb (分为); of levels (级), only where its items are none."""
    near = text[max(0, stop - _LONGEST_ITEM) : stop]
    if "、" not in near and "”“" not in near:
        return _two_before(text, stop) if measure == "种" else None
    begin = max(0, stop - _LONGEST_LIST)
    begin = max(begin, *[text.rfind(mark, begin, stop) + 1 for mark in _CLAUSE_END])
    mark = _SECTION.match(text, begin) if text[begin - 1 : begin] in ("", "\n") else None
    begin = mark.end() if mark else begin
    clause = text[begin:stop]
    # 甲3家、乙13家, 公益一类、公益二类: each has a count of its own; 共12个 is one of the whole.
    if clause.endswith(("共", "共计", "合计", "总计")) or measure in _COUNTED.findall(clause):
        return None
    if clause.endswith("”"):
        return _quoted_before(text, begin, stop)
    head = clause[: clause.find("、")]
    verb = _PRINCIPLES.match(head) if text.startswith("项原则", stop + 1) else None
    verb = verb or _BEFORE.match(head) or (_GREAT.match(head) if measure == "大" else None)
    return _joined_before(text, begin + verb.end(), stop, measure) if verb else None


def _two_before(text: str, stop: int) -> ListedThings | None:
    """实行实物配租和发放租赁补贴(两种方式): two items with 和 alone between them."""
    match = _TWO.search(text, max(0, stop - _LONGEST_ITEM), stop) if _WAYS.match(text, stop + 2) else None
    return ListedThings((match.span(1), match.span(2)), 2, 2) if match else None


def _quoted_before(text: str, begin: int, stop: int) -> ListedThings | None:
    """分为“A”“B”“C”: quotations side by side, right behind the verb."""
    items: list[tuple[int, int]] = []
    at = stop
    while at > begin and text[at - 1] == "”":
        start = text.rfind("“", begin, at)
        if start < 0:
            return None
        items.insert(0, (start, at))
        at = start - 1 if text[start - 1] in _LINKS else start
    verb = _BEFORE.match(text[begin : items[0][0]]) if len(items) >= 2 else None
    if not verb or begin + verb.end() != items[0][0]:
        return None
    return ListedThings(tuple(items), len(items), len(items))


def _joined_before(text: str, start: int, stop: int, measure: str) -> ListedThings | None:
    pieces, end = _pieces(text, start)
    pieces = [(begin, min(last, stop)) for begin, last in pieces if begin < stop]
    if end < stop or len(pieces) < 2 or max(last - begin for begin, last in pieces) > _LONGEST_ITEM:
        return None
    words = [_plain(text[begin:last]) for begin, last in pieces]
    still_open = _AND_SO_ON.search(words[-1])
    if still_open:
        # 迁建、整合、转型等多种途径将部分城市二级医院改造: the list ended long before the count.
        if still_open.end() < len(words[-1]):
            return None
        words[-1] = words[-1][: still_open.start()]
    # 设一等奖、二等奖、优秀奖三个奖项
    prizes = _PRIZES.match(text, stop + 2) and all(word.endswith("奖") for word in words)
    if not all(words) or (not prizes and any(_LEVEL.search(word) for word in words)):
        return None
    short = max(len(word) for word in words) <= _SHORT_ITEM
    inside = sum(1 for word in words[:-1] if _JOINS.search(word))
    if (inside and measure not in _STEPS) or not (measure == "级" or short or _even(words)):
        return None
    more = _joins(words, "")
    return ListedThings(tuple(pieces), len(words) + more[0], len(words) + more[1] + inside, still_open is not None)
