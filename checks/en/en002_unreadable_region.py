"""有一处读出来是坏的：表格丢了格子、行串在一起、落款跑到正文前面。

依据 文件自身：这一处的文字不成句、不成表，与原件不会相同。
说明 识别、转换丢失的内容无法检查。没有问题和没有读到是两回事，所以在这里说明，请与原件核对；其他检查不在这里下结论。
限度 只认得几种有明确迹象的损坏：只剩“牵头”“组成”而没有单位名称的表格行，整列为空的职责、单位栏，
主送机关里串进别的行，落款和日期排在正文之前。

Summary A region was read as damaged: lost cells, lines run together, a signature before its text.
Basis The document itself: what stands there makes no sentence and no table.
Why What recognition lost cannot be checked, and no finding must not be taken for health.
Limits Only a few kinds of damage that show clearly; compare the region with the original.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.facts.base import Kind, damage
from linter.kernel.check import Bad, Good, check
from linter.kernel.finding import Finding
from linter.structure.model import Document

_WHAT: Mapping[Kind, tuple[str, str]] = {
    "cells": ("表格里只剩标签，后面的内容丢失", "only labels are left in the table, what follows is lost"),
    "column": ("表格的这一栏全空，内容丢失", "this column of the table is empty, its content lost"),
    "lines": ("不同的行串在一起", "different lines have run together"),
    "order": ("落款和日期排在正文之前", "signature and date stand before the text"),
}


@check(
    code="EN002",
    name="unreadable-region",
    severity="note",
    reads=(damage,),
    message={
        "zh": "“{words}”一处读不通：{what_zh}，未作检查，请与原件核对",
        "en": "“{words}” cannot be read: {what_en}; not checked, compare with the original",
    },
    examples=(
        Bad(
            "附件\n\n防汛指挥部工作组职责\n\n工作组\t组成单位\t主要职责\n[[综合组\t牵头单位\t\n\t成员单位\t\n抢险组\t牵头单位\t\n"
            "\t成员单位\t]]\n"
        ),
        Bad(
            "赣州市人民政府关于加强供水管理的通知\n\n赣市府发〔2022〕6号\n\n[[通知]]各县（市、区）人民政府，市政府各部门：\n\n"
            "现就加强供水管理通知如下。\n\n一、落实责任\n\n二、加强监管\n\n赣州市人民政府\n\n2022年5月6日\n"
        ),
        Good(
            "附件\n\n防汛指挥部工作组职责\n\n工作组\t组成单位\t主要职责\n综合组\t市应急局\t协调各组工作\n抢险组\t市水务局\t组织抢险\n"
        ),
    ),
)
def unreadable_region(document: Document, options: Mapping[str, Any]) -> Iterator[Finding]:
    """Every damaged region; lost characters are left to WD006."""
    for kind, span, words in document.read(damage):
        if kind in _WHAT:
            what_zh, what_en = _WHAT[kind]
            yield Finding(span, {"words": words, "what_zh": what_zh, "what_en": what_en})
