"""Names for people, in Chinese and English: severities, strengths of norms, and the kinds of things recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.kernel.finding import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

SEVERITY: Mapping[str, Label] = {
    "error": Label("错误", "error"),
    "warning": Label("警告", "warning"),
    "note": Label("提示", "note"),
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
}
FIX: Mapping[str, Label] = {
    "safe": Label("可自动修改", "safe fix"),
    "unsafe": Label("可按需修改", "fix on request"),
    "shown": Label("修改建议", "suggestion"),
}
# What a report says was recognised, in this order. The Chinese label stands behind a number: 12 件公文.
SEEN: Mapping[str, Label] = {
    "notices": Label("件公文", "documents"),
    "sections": Label("个章节", "sections"),
    "paragraphs": Label("段", "paragraphs"),
    "tables": Label("张表", "tables"),
    "scales": Label("组分级", "graded scales"),
    "measures": Label("项分级指标", "graded measures"),
    "boundaries": Label("处上下限说明", "clauses on bounds"),
    "body-lists": Label("份单位名单", "lists of bodies"),
    "abbreviations": Label("个简称", "abbreviations"),
    "appendix-references": Label("处附件引用", "references to appendices"),
    "clause-references": Label("处条款引用", "references to clauses"),
    "citations": Label("处援引文件", "cited titles"),
    "document-numbers": Label("个文号", "document numbers"),
    "sequences": Label("组编号", "numbered sequences"),
    "counts": Label("处计数", "declared counts"),
    "sums": Label("处合计", "declared sums"),
    "dates": Label("个日期", "dates"),
    "contacts": Label("条联系方式", "contacts"),
}


def pick(label: Label, lang: str) -> str:
    """The words of a label in a language: ``en``, anything else is Chinese."""
    return label.en if lang == "en" else label.zh


def severity(word: str, lang: str) -> str:
    """A severity by name."""
    return pick(SEVERITY[word], lang)


def seen(counts: Mapping[str, int], lang: str) -> str:
    """What was recognised, as a list for a sentence. Kinds without a label are aids of the checks and left out."""
    words = [f"{counts[key]} {pick(label, lang)}" for key, label in SEEN.items() if counts.get(key)]
    return (", " if lang == "en" else "、").join(words)
