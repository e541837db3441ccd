"""The title of a file that holds one document: above its number, behind the menu of a page, or first of all."""

from __future__ import annotations

from collections.abc import Sequence

from linter.language import lazy
from linter.structure.blocks import Draft
from linter.structure.notices import BANNER, title_above

# The menu of a page, set line by line, is shorter.
_FRONT = 60
_LINES = 4
_LONGEST, _LONGEST_NOTICE = 60, 150
_PROSE = lazy(r"[。,;]")
_TITLE_END = lazy(r"(?:{ACT}(?<![章规]程)|决定|解释|公告)$")
# A note behind the title that is none of its words: 办法(部门规章)
_BRACKETED = lazy(r"\([^()]{1,12}\)$")
_ISSUES = lazy(r"关于{ISSUE}")
_ISSUED = lazy(r"的?(?:通知|决定|{OFFICIAL})$")
# Sentences, notes, numbers, and what a page prints below a headline: 提供日期:2014-11-17, a body and a day, an address.
_NO_TITLE = lazy(r"[。:;,]$|^[(<]|号$|: ?\d|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$|://")
# The cover of a standard: its rank, its code.
_COVER = lazy(r".{0,10}(?:国家|行业|地方|团体)标准(?: *[A-Z].{0,30})?$|[A-Z]+(?:/[A-Z]+)? ?[\dX].{0,40}$")


def lone_title(drafts: Sequence[Draft], number: int) -> tuple[int, ...]:
    """The drafts of the title of the only document of a file, given that of its number (-1 if none)."""
    front = _front(drafts)
    title = title_above(drafts, number, 0) if number > 0 else ()
    if number > 0 and drafts[number - 1].text.endswith(BANNER):
        title = title or leading(drafts, number + 1)
    if title:
        return title
    behind = () if number < 0 else leading(drafts, number + 1)
    found = [leading(drafts, front), leading(drafts, front - 1) if front else (), behind]
    named = [one for one in (*found, leading(drafts, 0)) if _names_document(drafts, one)]
    return next((one for one in (*named, *found) if one), ())


def _names_document(drafts: Sequence[Draft], title: tuple[int, ...]) -> bool:
    """Whether the words of a title end in a kind of document."""
    return bool(title) and marks_title("".join([drafts[at].text for at in title]))


def unframed(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts without what a page sets above: menu, notes, its headline where the document's own title follows."""
    drafts = drafts[noted(drafts) :]
    front = _front(drafts)
    if not front or any(draft.sort in ("number", "date") for draft in drafts[:front]):
        return drafts
    if leading(drafts, front):
        return drafts[front:]
    if _names_document(drafts, leading(drafts, 0)):
        return drafts
    headline = front - 1
    while headline and not drafts[headline].lines[0].apart and drafts[headline].lines[0].gap == 0:
        headline -= 1
    return drafts[headline:]


def noted(drafts: Sequence[Draft]) -> int:
    """Where a title set as a heading stands below the notes of a page, or is said again right below."""
    for at, draft in enumerate(drafts[:_LINES]):
        if draft.tabular or draft.mark:  # a numbered heading that ends in 总则 is no title
            break
        if draft.lines[0].heading and (draft.ends_title or marks_title(draft.text)):
            return at + (at + 1 < len(drafts) and drafts[at + 1].text == draft.text)
        if draft.sort != "text" or not draft.text.endswith("。"):
            break
    return 0


def _front(drafts: Sequence[Draft]) -> int:
    """Where the text begins that a page frames: behind the last of its furniture before any sentence, row or mark."""
    front = 0
    for at, draft in enumerate(drafts[:_FRONT]):
        if draft.lines[0].apart:
            front = at
        if draft.tabular or draft.mark or _PROSE.search(draft.text):
            break
    return front


def leading(drafts: Sequence[Draft], first: int) -> tuple[int, ...]:
    """The drafts of a title that stands first: short lines before any sentence, mark or number."""
    taken: list[int] = []
    for at, draft in enumerate(drafts[first : first + _LINES], first):
        words = draft.text
        # Over the title stands the code of a register, GZ0320140051, or that of a standard.
        if not taken and (words.isascii() or _COVER.match(words)):
            continue
        if not _is_line_of_title(draft) or (taken and _is_apart(drafts, taken, draft)):
            break
        taken.append(at)
        if draft.lines[0].heading or (marks_title(words) and not _goes_on([drafts[one].text for one in taken])):
            break
    bodies = all(drafts[at].sort == "body" and not drafts[at].text.endswith("令") for at in taken)
    return tuple(taken) if not bodies and len(drafts) > len(taken) else ()


def _is_line_of_title(draft: Draft) -> bool:
    words = draft.text
    if draft.tabular or draft.mark or draft.sort == "label" or _NO_TITLE.search(words):
        return False
    return len(words) <= (_LONGEST_NOTICE if "关于" in words and draft.ends_title else _LONGEST)


def _is_apart(drafts: Sequence[Draft], taken: Sequence[int], draft: Draft) -> bool:
    """Whether a line is none of the title above: a page's furniture parts them, it says the same, or names a body."""
    above = drafts[taken[-1]]
    return draft.lines[0].apart or draft.text == above.text or (draft.sort == "body" and above.sort != "body")


def _goes_on(taken: Sequence[str]) -> bool:
    """Whether a title that says what it issues (关于印发某办法) has not come to the word for itself (的通知)."""
    words = "".join(taken)
    return bool(_ISSUES.search(words)) and not _ISSUED.search(words)


def marks_title(words: str) -> bool:
    """Whether words end as titles of instruments do, a note in brackets behind them or not."""
    return bool(_TITLE_END.search(_BRACKETED.sub("", words)))
