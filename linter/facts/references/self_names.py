"""How a document names itself: 本办法, 本实施细则, and the kinds that its titles say it is.

A part that bears a title of its own names itself by that, or by the title of the notice over it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from linter.facts.base import flow, own_words
from linter.facts.references.citations import Named
from linter.language import lazy
from linter.structure import Document, fact

__all__ = ["kind_of", "kinds_of", "self_names", "voices"]

# 本法院, 本规定动作, 基本办法: not a self-designation; nor is 采取本办法招生, where 办法 is a way.
_SELF = lazy(
    r"本(?<![基根原成资样文版日标副课剧脚底书]本)(?<!采取本)(?<!采用本)(?!法办)"
    r"(?P<kind>(?:实施|暂行|管理|工作)?(?:{ACT}(?!序)|通告|公告|批复|通报|决定(?!书))(?![院官人律庭定书例性栏])"
    r"|(?:决定|裁[定决]|判决)书|报告(?![期书人厅会年单表])|(?:{GUIDE}|[准守]则)(?![化性体])"
    # 参加本制度 speaks of a system, 违反本制度 of the document.
    r"|制度(?:(?<=[制订]定本制度)|(?<=违反本制度)|(?=自.{2,20}行|由.{2,20}解释|所称|适用)))"
)
_TITLE = lazy(
    r"(?P<kind>{ACT}(?!序)|{GUIDE}|[准守]则|制度|{OFFICIAL}|公示|决定|(?:决定|裁[定决]|判决)书)"
    r"(?:\([^()]*\)|【[^】]*】)*$"
)
_QUOTING = lazy(r"所[称指][^,。;\n]*$")


def kind_of(title: str) -> str:
    """The kind that a title ends in, empty if it is none that is known."""
    found = _TITLE.search(title)
    return found["kind"] if found else ""


def kinds_of(names: Iterable[Named]) -> list[tuple[Named, str]]:
    """The titles whose kind is known, with it."""
    return [(name, kind) for name in names if (kind := kind_of(name.title))]


_DECIDES = lazy("研究,?决定")


@fact("self-names")
def self_names(document: Document) -> dict[int, list[re.Match[str]]]:
    """The places where the document names itself, their kind in the group ``kind``, by their part."""
    text = document.read(own_words)
    stream = document.read(flow)
    uses: dict[int, list[re.Match[str]]] = {}
    # A circular tells what was decided, and how to have it reviewed: 经研究决定,发布名单. 如对本决定不服,可以申请复议.
    decides = _DECIDES.search(text) is not None
    for match in _SELF.finditer(text):
        if match["kind"] == "决定" and decides:
            continue
        # 企业所得税法第五十七条所称本法: words of the act that is carried out.
        if not _QUOTING.search(text, max(0, match.start() - 12), match.start()):
            uses.setdefault(stream.unit_at(match.start()).part, []).append(match)
    return uses


def voices(document: Document, names: Sequence[Named]) -> Iterator[tuple[range, Sequence[Named]]]:
    """Which parts call themselves by which titles: each of several acts by its own, or that of the notice over it."""
    first = document.parts[0].kind != "letter"
    if sum(1 for at, name in enumerate(names) if name.instrument or (first and not at)) < 2:
        yield range(len(document.parts)), names
        return
    notice: list[Named] = [] if first else [names[0]]
    titles = _by_part(document, names)
    for index, part in enumerate(document.parts):
        own = titles.get(index, [])
        if part.kind == "letter":
            notice = own
        if part.kind in ("letter", "instrument") and (own or notice):
            yield range(index, index + 1), names if part.kind == "letter" else [*notice, *own]


def _by_part(document: Document, names: Iterable[Named]) -> dict[int, list[Named]]:
    """The titles by the part in which they stand."""
    starts = [part.span.start for part in document.parts]
    titles: dict[int, list[Named]] = {}
    for name in names:
        index = bisect_right(starts, name.span.start) - 1
        if index >= 0 and name.span.start < document.parts[index].span.end:
            titles.setdefault(index, []).append(name)
    return titles
