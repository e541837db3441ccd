"""Names for people, in Chinese and English: severities, strengths of norms, kinds of documents and of damage."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from linter.kernel.finding import Label
from linter.kernel.plural import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from linter.kernel.finding import Seen
    from linter.language.office import Aspect, DamageKind, DocumentKind, Script
    from linter.structure.profile import Profile

SEVERITY: Mapping[str, Label] = {
    "error": Label("错误", "error"),
    "warning": Label("警告", "warning"),
    "note": Label("提示", "note"),
}
STATE: Mapping[str, Label] = {
    "accepted": Label("已接受", "accepted"),
    "unchanged": Label("在基线中", "in the baseline"),
}
STRENGTH: Mapping[str, Label] = {
    "internal": Label("文内自相矛盾", "internal contradiction"),
    "must": Label("规定必须", "required by the norm"),
    "should": Label("规定宜这样做", "recommended by the norm"),
    "usage": Label("惯例", "usage"),
    "unverified": Label("出处未核实", "source not verified"),
}
SCOPE: Mapping[str, Label] = {
    "notice": Label("逐件公文", "one document at a time"),
    "issue": Label("整期公报", "the whole issue"),
    "engine": Label("注释和接受记录", "comments and recorded acceptances"),
    "archive": Label("整个档案", "whole archive"),
}
FIX: Mapping[str, Label] = {
    "safe": Label("可自动修改", "safe fix"),
    "unsafe": Label("可按需修改", "fix on request"),
    "shown": Label("修改建议", "suggestion"),
}
KIND: Mapping[DocumentKind, Label] = {
    "issue": Label("公报", "gazette issue"),
    "notice": Label("公文", "notice"),
    "plan": Label("预案、方案、规划", "plan"),
    "law": Label("法规、规章", "law or rules"),
    "standard": Label("标准、指南", "standard or guide"),
    "transcript": Label("会议记录", "minutes of a meeting"),
    "dialogue": Label("问答", "questions and answers"),
    "table": Label("表格", "table"),
    "form": Label("填报表单", "form"),
    "page": Label("网页", "web page"),
    "amendment": Label("修改别的文件的文件", "amendment of another text"),
    "cases": Label("案例汇编", "list of cases"),
    "other": Label("文种不明", "kind not known"),
}
SCRIPT: Mapping[Script, Label] = {
    "simplified": Label("简体", "simplified characters"),
    "traditional": Label("繁体", "traditional characters"),
}
DAMAGE: Mapping[DamageKind, Label] = {
    "flattened": Label("各行连成了一行", "lines run together into one"),
    "wrapped": Label("按版面宽度断行", "lines broken at the width of the page"),
    "lines": Label("不同的行串在一起", "different lines have run together"),
    "order": Label("落款和日期排在正文之前", "signature and date stand before the text"),
    "flow": Label("流程图读成了一行", "a flow chart was read as a line"),
    "cells": Label("表格里只剩标签，后面的内容丢失", "only labels are left in the table, what follows is lost"),
    "column": Label("表格的一栏全空，内容丢失", "a column of the table is empty, its content lost"),
    "merged": Label("合并的单元格没有还原", "merged cells were poured into one"),
    "ragged": Label("表格各行格数不一", "rows of a table differ in their cells"),
    "characters": Label("有的字显示不出来", "characters that cannot be shown"),
    "marks": Label("括号认成了别的符号", "brackets were read as other signs"),
    "scan": Label("由扫描件识别而来", "recognised in a scan"),
    "doubtful": Label("识别没有把握", "recognition was not sure"),
    "fragment": Label("不从开头起，只是一部分", "it does not begin at the beginning"),
    "page": Label("夹有网页的栏目", "fields of a web page stand in it"),
}
ASPECT: Mapping[Aspect, Label] = {
    "lines": Label("行未打乱", "whole lines"),
    "tables": Label("表格完整", "intact tables"),
    "cells": Label("单元格没有混在一起", "cells of their own"),
    "marks": Label("标点、字符未损坏", "intact marks and characters"),
}


def profile(found: Profile, lang: str) -> str:
    """What a file is, in a few words: its kind, its script, and what is damaged."""
    kinds = dict.fromkeys(region.kind for region in found.damage)
    words = [KIND[found.kind], SCRIPT[found.script], *(DAMAGE[kind] for kind in kinds)]
    return (", " if lang == "en" else "，").join(pick(word, lang) for word in words)


def record(found: Profile) -> dict[str, object]:
    """What a file is, as plain data: kind, script, and how many regions of each kind are damaged."""
    kinds = [region.kind for region in found.damage]
    damage = {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
    return {"kind": found.kind, "script": found.script, "damage": damage}


def pick(label: Label, lang: str) -> str:
    """The words of a label in a language: ``en``, anything else is Chinese."""
    return label.en if lang == "en" else label.zh


def severity(word: str, lang: str) -> str:
    """A severity by name."""
    return pick(SEVERITY[word], lang)


def seen(files: Iterable[Iterable[Seen]], lang: str) -> str:
    """What was recognised in files, as a list for a sentence; aids of the checks, which have no label, are left out."""
    numbers: Counter[Label] = Counter()
    for one in chain.from_iterable(files):
        if one.label:
            numbers[one.label] += one.number
    words = [f"{number} {counted(number, pick(label, lang))}" for label, number in numbers.items() if number]
    return (", " if lang == "en" else "、").join(words)
