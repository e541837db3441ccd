"""Defects in lists, references, titles and numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planting import Planted, line_of, matches, operator, put

BODIES = r"(?:市|省|县|区)?[\u4e00-\u9fff]{2,12}(?:局|委|厅|部|办|政府|支队|中心)"
CHINESE = "一二三四五六七八九"


@operator("LS001")
def repeat_a_member(raw: str) -> Iterator[Planted]:
    for match in re.finditer(rf"[(（〔:：](?:{BODIES}、){{3,}}{BODIES}", raw):
        members = match[0][1:].split("、")
        at = match.start() + 1 + len("、".join(members[:2]))
        yield put(raw, at, at, "、" + members[0])


@operator("LS002")
def drop_a_duty(raw: str) -> Iterator[Planted]:
    """A member of the list loses its paragraph of duties."""
    listed = re.search(r"成员单位[:：]([^\n]+(?:\n\n?[^\n]*、[^\n]*)?)", raw)
    for match in (
        re.finditer(rf"(?m)^(?:\(\d+\))?({BODIES})[:：](?:负责|参与|协调|承担|组织)[^\n]*\n", raw) if listed else ()
    ):
        if listed and match[1] in listed[1] and match.start() > listed.end() and not match[0].startswith("("):
            text = raw[: match.start()] + raw[match.end() :]
            yield Planted(text, listed.start(), match.start() + 200)


@operator("LS003", "WD005")
def rename_a_group(raw: str) -> Iterator[Planted]:
    for match in re.finditer(r"(?m)^\d\.\d\.\d ?([\u4e00-\u9fff]{2})([\u4e00-\u9fff]{2})组\s*$", raw):
        name = match[1] + match[2] + "组"
        if raw.count(name) >= 2 and raw.find(name) < match.start():
            at = match.start(2)
            yield put(raw, at, at + 2, "统筹")._replace(start=match.start(1))


@operator("LS005", "NM002")
def repeat_a_row(raw: str) -> Iterator[Planted]:
    for match in re.finditer(r"(?m)^[^\t\n]{2,}\t[^\t\n]{8,}[^\n]*\n", raw):
        yield Planted(raw[: match.end()] + match[0] + raw[match.end() :], match.start(), match.end() + len(match[0]))


@operator("RF003", "RF004")
def shift_an_appendix_title(raw: str) -> Iterator[Planted]:
    for match in re.finditer(r"(?m)^附[录件] ?\d[\d.]*\s*\n\s*\n?([^\n]{8,60}[图表式单案录法])\s*$", raw):
        title = match[1].strip()
        if 0 <= raw.find(title) < match.start(1):
            at = match.start(1) + len(match[1]) // 2
            yield Planted(put(raw, at, at + 1, "").text, *line_of(raw, match.start(1)))


@operator("RF001")
def drop_an_appendix(raw: str) -> Iterator[Planted]:
    """The label and the title of an appendix that the document lists go; the list stays."""
    for match in re.finditer(r"(?m)^附录 ?(\d\.\d)\s*\n\s*\n?([^\n]{8,60})\n", raw):
        listed = raw.find(f"\n{match[1]} ")
        if 0 < listed < match.start():
            yield Planted(raw[: match.start()] + raw[match.end() :], *line_of(raw, listed + 1))


@operator("RF005")
def point_nowhere(raw: str) -> Iterator[Planted]:
    for match in matches(r"(?:本法|本条例|本办法|本规定|本细则)第[一二三四五六七八九十百]{1,4}条", raw):
        at = raw.index("第", match.start()) + 1
        yield put(raw, at, match.end() - 1, "三百九十")._replace(start=match.start())


@operator("TN001", "TN002", "TN003")
def change_a_digit_of_a_number(raw: str) -> Iterator[Planted]:
    """A title cited twice with its number: one of the numbers changes."""
    seen: dict[str, re.Match[str]] = {}
    for match in re.finditer(r"《([^《》\n]{6,60})》[(（]([^()（）\n]{2,10}[〔\[]\d{4}[〕\]]\d+)号[)）]", raw):
        first = seen.setdefault(match[1], match)
        if first is not match and first[2] == match[2]:
            yield put(raw, match.end(2) - 1, match.end(2), "7" if match[2][-1] != "7" else "3")


@operator("TN003", "TN007")
def change_a_cited_title(raw: str) -> Iterator[Planted]:
    for match in re.finditer(r"《([^《》\n]{10,60})》", raw):
        start, end = line_of(raw, match.start())
        running_head = raw.count(raw[start:end].strip()) > 2
        if not running_head and len(re.findall(re.escape(match[0]), raw)) >= 3:
            at = match.start(1) + len(match[1]) // 2
            yield put(raw, at, at + 1, "")._replace(start=match.start(), end=match.end())


@operator("TN007", "TN003")
def enclose_another_title(raw: str) -> Iterator[Planted]:
    for match in re.finditer(r"《([^《》\n]{8,60})》[^\n]{0,30}印发给你们", raw):
        again = re.search(rf"(?m)^\s*{re.escape(match[1])}\s*$", raw[match.end() :])
        if again:
            at = match.end() + again.start() + again[0].index(match[1]) + len(match[1]) // 2
            start, end = line_of(raw, at)
            yield Planted(put(raw, at, at + 1, "").text, start, end - 1)


@operator("TN005")
def square_brackets(raw: str) -> Iterator[Planted]:
    for match in matches(r"(?m)^\s*[\u4e00-\u9fff]{2,8}(〔)20(?:1[3-9]|2\d)(〕)\d+号\s*$", raw):  # the norm is of 2012
        text = raw[: match.start(1)] + "[" + raw[match.end(1) : match.start(2)] + "]" + raw[match.end(2) :]
        yield Planted(text, match.start(), match.end())


@operator("TN005")
def a_zero_before_the_number(raw: str) -> Iterator[Planted]:
    for match in matches(r"(?m)^\s*[\u4e00-\u9fff]{2,8}〔20(?:1[3-9]|2\d)〕(\d+)号\s*$", raw):
        yield put(raw, match.start(1), match.start(1), "0")._replace(start=match.start(), end=match.end() + 1)


@operator("NM001")
def skip_an_item(raw: str) -> Iterator[Planted]:
    """An item between two of its siblings goes."""
    item = r"\s*[(（]([一二三四五六七八九])[)）]"
    pattern = rf"(?m)^{item}[^\n]{{4,}}[;；]\s*\n(?:\s*\n)?({item}[^\n]+\n(?:\s*\n)?)({item})"
    for match in re.finditer(pattern, raw):
        low, middle, high = (CHINESE.index(match[group]) for group in (1, 3, 5))
        if (middle, high) == (low + 1, low + 2):
            text = raw[: match.start(2)] + raw[match.end(2) :]
            yield Planted(text, match.start(1), match.start(2) + len(match[4]) + 4)


@operator("NM001", "NM002")
def repeat_a_number(raw: str) -> Iterator[Planted]:
    for match in re.finditer(r"(?m)^\s*([二三四五六七八九])、[^\n]{2,40}$", raw):
        before = CHINESE[CHINESE.index(match[1]) - 1]
        if (
            re.search(rf"(?m)^\s*{before}、", raw[: match.start()])
            and len(re.findall(rf"(?m)^\s*{match[1]}、", raw)) == 1
        ):
            yield put(raw, match.start(1), match.end(1), before)


@operator("NM001", "NM002")
def skip_an_article(raw: str) -> Iterator[Planted]:
    for match in re.finditer(r"(?m)^\s*第([一二三四五六七八九])条(?=[\s　])", raw):
        if match[1] in "三四五六" and len(re.findall(rf"(?m)^\s*第{match[1]}条", raw)) == 1:
            yield put(raw, match.start(1), match.end(1), CHINESE[CHINESE.index(match[1]) + 1])


@operator("NM001", "NM002")
def shift_a_decimal(raw: str) -> Iterator[Planted]:
    for match in re.finditer(r"(?m)^(\d)\.([2-4]) ?(?=[\u4e00-\u9fff]{2,20}\s*$)", raw):
        after = f"{match[1]}.{int(match[2]) + 1}"
        if re.search(rf"(?m)^{re.escape(after)} ?[\u4e00-\u9fff]", raw[match.end() :]):
            yield put(raw, match.start(2), match.end(2), str(int(match[2]) + 1))._replace(start=match.start())
