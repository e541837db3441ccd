"""Defects in terms and in passages that a document says twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from planting import Planted, matches, operator, put

# Words and what input or recognition makes of them.
_MISTYPED = {
    "监测": "监侧", "评估": "评沽", "指挥": "指辉", "预案": "预按", "保障": "保璋", "值班": "植班", "物资": "物姿",
    "承担": "承但", "媒体": "煤体", "检查": "捡查", "救援": "救缓",
    "机构": "机沟", "经营": "径营", "检验": "检脸", "消防": "消仿", "鉴定": "监定",
}  # fmt: skip
_PASSAGE = r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{14,40}(?![\u4e00-\u9fff])"
_NAMES = {
    "移送": "移交",
    "显著": "明显",
    "职责": "责任",
    "标志": "标识",
    "评估": "评价",
    "演练": "演习",
    "通信": "通讯",
}


@operator("WD011", "WD004")
def mistype_a_character(raw: str) -> Iterator[Planted]:
    """A word that the document writes three times, once with a similar character."""
    for right, wrong in _MISTYPED.items():
        found = list(matches(right, raw))
        for match in found if len(found) >= 3 else ():
            yield put(raw, *match.span(), wrong)


def _twice(raw: str) -> list[re.Match[str]]:
    """Passages between two marks that the document has again."""
    found = list(matches(_PASSAGE, raw))
    often = Counter(match[0] for match in found)
    return [match for match in found if often[match[0]] > 1]


@operator("WD012", "WD008", "LS009")
def drop_a_character(raw: str) -> Iterator[Planted]:
    """A character in the middle of a passage said twice, none that a sentence may do without."""
    for match in _twice(raw):
        for at in range(match.start() + 5, match.end() - 5):
            if re.match("[设施管理保护检测监督机构企业安全责任措处置]", raw[at]):
                yield put(raw, at, at + 1, "")._replace(start=match.start(), end=match.end() - 1)
                break


@operator("WD011", "WD008", "LS009", "WD004")
def change_a_copied_character(raw: str) -> Iterator[Planted]:
    """A character of a passage said twice, for one that sounds alike."""
    sounds = {"制": "置", "据": "距", "期": "其", "施": "实", "治": "制", "资": "姿", "管": "馆", "标": "镖"}
    for match in _twice(raw):
        at = next((at for at in range(match.start() + 3, match.end() - 3) if raw[at] in sounds), -1)
        if at >= 0:
            yield put(raw, at, at + 1, sounds[raw[at]])._replace(start=match.start(), end=match.end())


@operator("WD013", "WD008", "LS009")
def rename_in_the_same_place(raw: str) -> Iterator[Planted]:
    """A near synonym where the document has the usual word three times before the same four characters."""
    for right, wrong in _NAMES.items():
        found = list(matches(f"[\u4e00-\u9fff]{{2}}{right}[\u4e00-\u9fff]{{2}}", raw))
        often = Counter(match[0] for match in found)
        for match in found:
            if often[match[0]] >= 3:
                yield put(raw, match.start() + 2, match.end() - 2, wrong)._replace(start=match.start(), end=match.end())
