"""Several acts in one stretch of text: each begins with a title of its own and is numbered from the first again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.language import lazy
from linter.structure.blocks import Draft
from linter.structure.model import PartKind
from linter.structure.notices import is_addressee

_TITLE = lazy(r"(?:{LAW}|{ACT}|{STANDARD}|{PLAN})(?:\([^()]{1,12}\))?$")
_POINT = lazy(r"[。,:;!?]")
_LONGEST, _SHORTEST = 60, 8
# A line of a title that goes over two.
_BROKEN = 30
# Between the title of an act and its first number: its contents, and so many lines on who adopted it and when.
_REACH, _BETWEEN = 60, 6
_CONTENTS = ("volume", "chapter", "division")


def beginnings(drafts: Sequence[Draft], first: int, end: int) -> Iterator[tuple[PartKind, tuple[int, ...]]]:
    """The kind and the drafts of the title of each act that begins within ``drafts[first:end]`` behind another."""
    floor = first
    counted = False
    for at in range(first, end):
        mark = drafts[at].mark
        if mark is None or mark.scheme not in ("article", "chinese"):
            if _heads_notice(drafts, at, end) and _holds_text(drafts[floor:at]):
                yield "letter", (at,)
                floor, counted = at + 1, False
            continue
        if mark.value != (1,):
            counted = counted or mark.scheme == "chinese"
            continue
        # 一、 begins many a list; it begins an act where it begins again.
        title = title_over(drafts, at, floor) if counted or mark.scheme == "article" else ()
        if title and _holds_text(drafts[floor : title[0]]):
            yield "instrument", title
            counted = False
        floor = at + 1


def _heads_notice(drafts: Sequence[Draft], at: int, end: int) -> bool:
    """Whether a line is the title of a notice, the bodies it is sent to below it."""
    draft = drafts[at]
    if draft.sort != "title" or not draft.text.endswith("通知") or "关于" not in draft.text or at + 1 >= end:
        return False
    return is_addressee(drafts[at + 1]) and not _POINT.search(draft.text)


def _holds_text(drafts: Sequence[Draft]) -> bool:
    return any(draft.tabular or draft.mark is not None or "。" in draft.text for draft in drafts)


def title_over(drafts: Sequence[Draft], number: int, floor: int) -> tuple[int, ...]:
    """The drafts of the title over the first number of an act, one or two lines; none if there is no such title."""
    lines = 0
    for at in range(number - 1, max(floor, number - _REACH) - 1, -1):
        draft = drafts[at]
        if draft.mark and draft.mark.scheme in _CONTENTS:
            continue
        if draft.tabular or draft.mark or lines > _BETWEEN:
            return ()
        if _names_act(draft):
            return (at - 1, at) if at > floor and _goes_before(drafts[at - 1]) else (at,)
        lines += draft.sort != "contents"
    return ()


def _names_act(draft: Draft) -> bool:
    text = draft.text
    return _SHORTEST <= len(text) <= _LONGEST and not _POINT.search(text) and bool(_TITLE.search(text))


def _goes_before(draft: Draft) -> bool:
    """Whether a line is the first of a title that goes over two."""
    if draft.tabular or draft.mark or draft.sort != "text" or draft.lines[0].heading:
        return False
    text = draft.text
    return len(text) <= _BROKEN and not _POINT.search(text) and not text.startswith(("附", "(")) and text[-1] != "日"
