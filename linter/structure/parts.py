"""Parts of a document: the letter, the instrument it encloses, appendices and attachments."""

from __future__ import annotations

from collections.abc import Sequence

from linter.language import HAN, NamedTuple, lazy, ratio
from linter.structure.acts import beginnings
from linter.structure.blocks import Draft
from linter.structure.contents import key
from linter.structure.model import PartKind

_ENCLOSING = lazy(
    r"{ISSUE}(?:了|实施)?[《“]?(?P<name>[^。]{4,90}?)[》”]?"
    r"(?:的(?:通 ?知|决定|公告|令)|$)"
)
_QUOTED = lazy(r"《([^《》]{4,80})》")
_FORWARD = lazy(r"{ISSUE}|施行|通过")
_PRESIDENT = lazy(rf"(?:主席|总理|[部局市省署行县区州]长|主任) ?{HAN}{{1,4}}")
_POINT = lazy(r"[。,:;]")
_ENTRY = lazy(r"\d{1,2} ?[.、]")
_ALIKE = 0.86
_OPENED = ("<", "《", "〈")


class Cut(NamedTuple):
    """A part as a range of drafts: kind, label and title drafts (-1 and () if none), and where its words begin."""

    kind: PartKind
    first: int
    end: int
    label: int = -1
    title: tuple[int, ...] = ()


def cut(drafts: Sequence[Draft], first: int, end: int, after: int, title: str) -> list[Cut]:
    """The parts of ``drafts[first:end]``; the letter's own title and number stand before ``after``."""
    labels = [at for at in range(after, end) if _opens(drafts, at, end)]
    floors = [after, *(label + 1 for label in labels)]
    begins = [_start_of(drafts, label, floor, end) for label, floor in zip(labels, floors, strict=False)]
    ends = [*begins, end]
    # A file may hold an attachment alone.
    parts = _main(drafts, first, ends[0], after, title) if ends[0] > first else []
    for label, begin, stop in zip(labels, begins, ends[1:], strict=True):
        parts.append(_appendix(drafts, label, begin, stop))
    return [one for part in parts for one in _acts(drafts, part, after)]


def _acts(drafts: Sequence[Draft], part: Cut, after: int) -> list[Cut]:
    """A part, and the further acts that follow in it under titles of their own."""
    begun = list(beginnings(drafts, max(part.first, after), part.end))
    ends = [*(title[0] for _, title in begun), part.end]
    further = [Cut(kind, title[0], end, title=title) for (kind, title), end in zip(begun, ends[1:], strict=True)]
    return [part._replace(end=ends[0]), *further]


def _main(drafts: Sequence[Draft], first: int, end: int, after: int, title: str) -> list[Cut]:
    """The letter, and the instrument it encloses, if any."""
    start = _instrument(drafts, after, end, title)
    if start < 0:
        kind: PartKind = "letter" if after > first else "instrument"
        return [Cut(kind, first, end)]
    heading = [start]
    while len(heading) < 3 and heading[-1] + 1 < end and _title_goes_on(drafts, heading[-1] + 1):
        heading.append(heading[-1] + 1)
    found = [Cut("instrument", start, end, title=tuple(heading))]
    return [Cut("letter", first, start), *found] if start > first else found


def _title_goes_on(drafts: Sequence[Draft], at: int) -> bool:
    before, draft = drafts[at - 1], drafts[at]
    if draft.tabular or draft.mark or len(draft.text) > 40 or before.ends_title:
        return draft.text in ("(试行)", "(暂行)", "(修订)", "(试 行)")
    return draft.ends_title and not _POINT.search(draft.text)


def _instrument(drafts: Sequence[Draft], after: int, end: int, title: str) -> int:
    """The draft where the enclosed instrument begins, or -1."""
    limit = min(end, after + 24)
    mark = next((at for at in range(after, limit) if drafts[at].mark or drafts[at].tabular), limit)
    letter = "".join(draft.text for draft in drafts[after:mark])
    names = [match["name"] for match in [_ENCLOSING.search(key(title))] if match]
    names += _QUOTED.findall(letter) if _FORWARD.search(letter) else []
    wanted = [key(name).strip("《》“”") for name in names]
    for at in range(after, min(mark, limit)):
        # The note 附件:… names the instrument, above the signature; it does not begin it.
        # A name that is quoted, 《关于报请批转<, goes on in the next line.
        if drafts[at].judged.label or any(draft.text.endswith(_OPENED) for draft in drafts[at - 1 : at + 1]):
            continue
        for width in (1, 2, 3):
            words = key("".join(draft.text for draft in drafts[at : at + width]))
            if at + width <= end and any(_same(words, name) for name in wanted):
                return at
    closing = [at for at in range(after, mark) if _closes_letter(drafts[at])] if wanted else []
    at = closing[-1] + 1 if closing else mark
    if wanted and at < mark and _is_title(drafts[at]):
        return at
    return _behind_signature(drafts, after, end)


def _behind_signature(drafts: Sequence[Draft], after: int, end: int) -> int:
    """The draft behind a signature that is a title of its own and followed by text, or -1.

    A signature is a body and a date, or two bodies or more, each alone on its line.
    """
    for at in range(after + 2, end - 1):
        above, higher = drafts[at - 1], drafts[at - 2]
        signed = higher.sort == "body" and above.sort in ("date", "body")
        if signed and _titles_text(drafts, at):
            return at
    return -1


def _titles_text(drafts: Sequence[Draft], at: int) -> bool:
    draft, below = drafts[at], drafts[at + 1]
    if not _is_title(draft) or not draft.judged.ends_title or draft.sort in ("body", "label"):
        return False
    return not draft.text.startswith(("附", "抄送")) and (below.tabular or below.mark is not None or "。" in below.text)


def _same(words: str, name: str) -> bool:
    """Equal but for a few characters; whether they differ at all is a check's business."""
    if words == name:
        return True
    if abs(len(words) - len(name)) > 6 or not name or len(words) < 5:
        return False
    # What they share at most costs less to know than what they share in order.
    most = sum([character in name for character in words])
    return 2 * most / (len(words) + len(name)) >= _ALIKE and ratio(words, name) >= _ALIKE


def _closes_letter(draft: Draft) -> bool:
    return draft.sort in ("date", "note", "body") or bool(_PRESIDENT.match(draft.text))


def _is_title(draft: Draft) -> bool:
    text = draft.text
    # 名单, 联系表: short titles are told by their last word.
    long = len(text) >= 4 or (len(text) > 1 and draft.judged.ends_title)
    return not (draft.tabular or draft.mark) and long and len(text) <= 80 and not text.endswith(("。", ";", ":"))


def _opens(drafts: Sequence[Draft], at: int, end: int) -> bool:
    """Whether a draft is the label at the head of an appendix, not a note that names attachments."""
    draft = drafts[at]
    if draft.tabular or draft.mark or not draft.text.startswith("附") or len(draft.lines) > 1:
        return False
    if draft.sort == "label":
        return not _heads_note(drafts, at, end)
    found = draft.judged.label
    if not found or not found.number or len(found.rest) > 60 or found.word == "附":
        return False
    if not found.colon and draft.text[found.number_end] != " ":
        return False
    if draft.text.endswith(("。", ";", ",", "、")):
        return False
    # 附件1 / 题名: a converter's mark for the end of a line in a cell.
    return "/" in found.colon or not (_is_listed(drafts, at + 1, end) or (at and _is_listed(drafts, at - 1, end)))


def _heads_note(drafts: Sequence[Draft], at: int, end: int) -> bool:
    """Whether 附件: stands alone above a list of titles and a signature: a note, which names attachments."""
    if not drafts[at].text.endswith(":"):
        return False
    below = at + 1
    while below < end and _ENTRY.match(drafts[below].text) and not drafts[below].text.endswith("。"):
        below += 1
    signed = below
    while signed < end and drafts[signed].sort == "body":
        signed += 1
    return at + 1 < below < signed < end and drafts[signed].sort == "date"


def _is_listed(drafts: Sequence[Draft], at: int, end: int) -> bool:
    """Whether a neighbour shows that a label with words stands in a list or in front of a signature."""
    if at >= end:
        return True
    draft = drafts[at]
    found, mark = draft.judged.label, draft.mark
    listed = bool(found and found.number and found.rest) or bool(mark and mark.scheme == "arabic")
    return not draft.tabular and (listed or draft.sort in ("body", "date"))


def _start_of(drafts: Sequence[Draft], label: int, floor: int, end: int) -> int:
    """A title may stand before its label (layout moved it): then the part begins there."""
    before, after = label - 1, label + 1
    if before < floor or drafts[label].text.strip() != drafts[label].text.split(":")[0].strip():
        return label
    follows = after < end and _is_title(drafts[after]) and drafts[after].sort != "label"
    if (
        follows
        or not _is_title(drafts[before])
        or not drafts[before].judged.ends_title
        or drafts[before].lines[0].gap == 0
    ):
        return label
    return before if drafts[before].text[0] not in "附《(" else label


def _appendix(drafts: Sequence[Draft], label: int, first: int, end: int) -> Cut:
    found = drafts[label].judged.label
    kind: PartKind = "appendix" if found and "录" in found.word else "attachment"
    if first < label:
        return Cut(kind, first, end, label, (first,))
    if found and found.rest:
        return Cut(kind, first, end, label, (label,))
    title: tuple[int, ...] = ()
    at = label + 1
    if at < end and _is_title(drafts[at]):
        title = (at, at + 1) if at + 1 < end and _title_goes_on(drafts, at + 1) else (at,)
    return Cut(kind, first, end, label, title)
