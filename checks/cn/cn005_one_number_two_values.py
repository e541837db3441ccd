"""同一数量在同一文件中有两个数。

依据 文件内部矛盾。
说明 “市指挥部下设8个应急工作组”与另一处“市指挥部下设7个应急工作组”必有一误，多为修改时只改了一处。
限度 只比较前后文字完全相同的说法；各级、各档、各单位分述的同类条款以及表格不比较。

Summary The same quantity with two values in one document.
Basis Internal contradiction.
Why “下设8个应急工作组” here and “下设7个应急工作组” there cannot both hold; usually only one place was revised.
Limits Only where the words on both sides are the same; parallel clauses of levels or bodies, and tables, are not
compared.
"""

from __future__ import annotations

import re
from itertools import takewhile

from linter.facts.base import Flow, flow, own_words
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Label, Options, Related, check, needs
from linter.language.numerals import number
from linter.language.pattern import lazy

_QUANTITY = lazy(
    r"(?:{SET_UP}|{DIVIDED}|共[有计]?|总计|确定|选取)(?:了|为)?"
    r"(?P<n>[\d.一二两三四五六七八九十]{1,6}) ?"
    r"(?P<unit>[个项种类家支所条大名处套]|万元|亿元|公里)(?P<noun>[^\W\d_]{2,12})"
)
_SUBJECT = lazy(r"(?<![^\W\d_])[^\W\d_]{4,20}$")
_REACH = 24
# What is counted is the same if so many characters of its name are.
_SAME = 4


@check(
    code="CN005",
    name="one-number-two-values",
    severity="warning",
    preview=True,
    needs=needs("lines"),
    message={"zh": "“{words}”与另一处的“{other}”不同", "en": "“{words}” differs from “{other}” elsewhere"},
    examples=(
        Bad(
            "2.1 市防汛指挥部下设[[~8个应急工作组]]，负责各项处置工作。\n\n"
            "5.2 启动响应后，市防汛指挥部下设[[7个应急工作组]]立即到位。"
        ),
        Good(
            "2.1 市防汛指挥部下设8个应急工作组，负责处置。\n\n2.2 县防汛指挥部下设7个应急工作组，负责处置。\n\n"
            "5.2 市防汛指挥部下设八个应急工作组立即到位。"
        ),
    ),
)
def one_number_two_values(document: Document, options: Options) -> Findings:
    """Yield the later of two statements that differ in nothing but their number."""
    stream = document.read(flow)
    own = document.read(own_words)
    first: dict[tuple[str, str, str], re.Match[str]] = {}
    for match in _QUANTITY.finditer(own):
        subject = _SUBJECT.search(own, max(0, match.start("n") - _REACH), match.start("n"))
        if not subject or stream.unit_at(match.start()).table >= 0:
            continue
        known = first.setdefault((subject[0], match["unit"], match["noun"][:_SAME]), match)
        if _value(known) != _value(match):
            yield _finding(stream, match, known)


def _value(match: re.Match[str]) -> object:
    try:
        return number(match["n"])
    except ValueError:
        return match["n"]


def _finding(stream: Flow, match: re.Match[str], known: re.Match[str]) -> Finding:
    """The two statements up to where their words part."""
    pairs = zip(match["noun"], known["noun"], strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    ends = [one.start("noun") + alike for one in (match, known)]
    words, other = (stream.text[one.start("n") : end] for one, end in zip((match, known), ends, strict=True))
    related = (Related(stream.span(known.start("n"), ends[1]), Label("另一处", "the other place")),)
    return Finding(stream.span(match.start("n"), ends[0]), {"words": words, "other": other}, related=related)
