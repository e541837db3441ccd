"""The front of an issue: its masthead, and tables of contents, which would double every heading if read as text."""

from collections.abc import Sequence

from linter.language import Span, lazy
from linter.structure.lines import Line, ranges
from linter.structure.marks import find_number
from linter.structure.model import ContentsEntry, Masthead
from linter.structure.paragraph import Paragraph

_PAGE = lazy(r"[.·…\-— ]*?\(?(?P<page>\d{1,4})\)?$")
_LEADER = lazy(r"[.·…]{4,} *\d{0,4}$")
_REACH = 400
_YEAR = lazy(r"(?:19|20)\d{2}(?=$|年)")
_NUMBERED = lazy(r"第 ?(\d{1,4}) ?[期号]")
_TOTAL = lazy(r"总 ?第? ?(\d{1,5}) ?[期号]")
_CHAPTER = lazy(r"第[一二三四五六七八九十]{1,3} *[编章节]")
# A line of contents that ends in the number of a page; what leads to it.
_PAGE_BEHIND = lazy(r"[^\d年月日]\d{1,4}\)?$")
_LED_TO_PAGE = lazy(r"号\) *\d{1,4}$|[.…·]{3,} *\d{1,4}$")
# A line that ends in the number of a notice, in brackets: an entry of a gazette's contents without pages.
_NUMBER_BEHIND = lazy(r"〔\d{4}〕 ?\d{1,4} ?号 ?\)$")
# The mark of a first entry; behind entries with pages it comes again, without one, at the first heading of the text.
_FIRST = lazy(r"一、|1(?![\d.])|第一[编章部]")
# 海州市人民政府公报 2021年第6号: the name of a gazette, with its number on the same line or the next.
_GAZETTE = lazy(r"公报(?: *[(（]?(?:\d{4} *年)? *第? *\d{1,4} *[期号][)）]?)?$")
_DATED = lazy(r"\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日")


def key(text: str) -> str:
    """Words without spaces, for comparing headings."""
    return "".join(text.split())


def contents_region(lines: Sequence[Line]) -> tuple[int, int]:
    """The half-open range of lines that a table of contents takes, its heading included; (0, 0) if there is none."""
    for at, line in enumerate(lines[:_REACH]):
        if line.sort == "contents":
            end = _end(lines, at + 1, of_gazette=_title(lines[:at]) is not None)
            if end > at + 1:
                return at, end
    return 0, 0


def _end(lines: Sequence[Line], start: int, *, of_gazette: bool) -> int:
    """Where the entries stop: at the heading they name first, or at the first line that is no entry."""
    if start >= len(lines):
        return start
    first = key(_LEADER.sub("", lines[start].text))
    mark = _FIRST.match(lines[start].text) if _LED_TO_PAGE.search(lines[start].text) else None
    for at in range(start + 1, min(len(lines), start + _REACH)):
        if key(lines[at].text) == first and len(first) > 2:
            return at
        if mark and lines[at].text.startswith(mark[0]) and not _PAGE_BEHIND.search(lines[at].text):
            return at
    at = start
    seen: set[str] = set()
    while at < len(lines) and (_is_entry(lines, at) or (of_gazette and _is_numbered(lines[at].text, seen))):
        seen.add(key(lines[at].text))
        at += 1
    return at


def _is_numbered(text: str, seen: set[str]) -> bool:
    """A title with its number behind it, unless it comes again: then it is that of the notice."""
    return "。" not in text and bool(_NUMBER_BEHIND.search(text)) and key(text) not in seen


def _is_entry(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    # 某市人民政府令 above 第21号 is the first order of the issue.
    if lines[at].sort == "number" or (text.endswith("令") and after and lines[at + 1].sort == "number"):
        return False
    if _PAGE_BEHIND.search(text) and "。" not in text:
        return True
    if len(text) <= 12 and not text.endswith(("。", ":", ";")):
        return True
    if _DATED.search(text) or (_CHAPTER.match(text) and "。" not in text):
        return True
    return len(text) < 60 and "。" not in text and bool(_LED_TO_PAGE.search(after))


def contents(normal: str, lines: Sequence[Line]) -> tuple[ContentsEntry, ...]:
    """The entries of a table of contents that name notices: title, document number, page."""
    entries = []
    for line in lines:
        number = find_number(line.text, 0)
        page = _PAGE.search(line.text)
        if not number and not (page and len(line.text) > 12):
            continue
        end = page.start() if page else len(line.text)
        if number:
            end = min(end, number.span.start)
        while end and line.text[end - 1] in "( .·…-—":
            end -= 1
        words = ranges(normal, line.start, line.at(end), tight=True)
        if words:
            value = int(page["page"]) if page else None
            place = line.placed(number) if number else None
            entries.append(ContentsEntry(Paragraph(normal, words), place, value, Span(line.start, line.end)))
    return tuple(entries)


def _title(lines: Sequence[Line]) -> Line | None:
    return next((line for line in lines[:40] if len(line.text) <= 30 and _GAZETTE.search(line.text)), None)


def masthead(normal: str, lines: Sequence[Line]) -> Masthead | None:
    """The front of a gazette: a line ending in 公报 with an issue number within the lines given."""
    title = _title(lines)
    words = [line.text for line in lines]
    joined = "\n".join(words)
    number = _NUMBERED.search(joined)
    if not title or not number:
        return None
    total = _TOTAL.search(joined)
    year = _YEAR.search(title.text) or next((match for text in words if (match := _YEAR.match(text))), None)
    dated = next((line for line in lines if _DATED.search(line.text)), None)
    name = ranges(normal, title.start, title.at(title.text.index("公报") + len("公报")))
    return Masthead(
        Paragraph(normal, name),
        int(year[0]) if year else None,
        int(number[1]),
        int(total[1]) if total else None,
        Paragraph(normal, ranges(normal, dated.start, dated.end)) if dated else None,
    )
