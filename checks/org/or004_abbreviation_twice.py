"""同一简称声明了两次，所指不同。

依据 文件内部矛盾：一个简称在一份文件中只指一个对象。
说明 前面简称指甲，后面又声明指乙，此后就分不清说的是谁。
限度 同一对象再次声明（如通知正文和所附办法各声明一次）不报；只比较同一正文内的声明；属提示。

Summary One short form is declared twice with different meanings.
Basis Internal contradiction: a short form means one thing in a document.
Why After the second declaration it is not clear who is meant.
Limits The same meaning declared again (in a notice and the act it encloses) is fine; one part at a time.
"""

from linter.facts.bodies import Abbreviation, Names, abbreviations, known_names
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, see


@check(
    code="OR004",
    name="abbreviation-twice",
    severity="note",
    reads=(abbreviations, known_names),
    strict=True,
    message={
        "zh": "简称“{short}”声明了两次：先指“{first}”，后指“{second}”。",
        "en": "the short form “{short}” is declared twice: for “{first}”, then for “{second}”.",
    },
    examples=(
        Bad(
            "第一条 市人民政府设立防汛抗旱指挥部(以下简称[[~市指挥部]])。\n\n第二条 市指挥部负责防汛工作。\n\n"
            "第三条 市人民政府设立森林防火指挥部(以下简称[[市指挥部]])。"
        ),
        Good(
            "第一条 市人民政府设立滨海市防汛抗旱指挥部(以下简称市指挥部)。\n\n第二条 市指挥部负责防汛工作。\n\n"
            "第三条 市防汛抗旱指挥部(以下简称市指挥部)办公室设在市应急局。"
        ),
    ),
)
def abbreviation_twice(document: Document, _options: Options) -> Findings:
    """Each declaration that gives a short form of its part another meaning."""
    known = document.read(known_names)
    first: dict[tuple[int, str], Abbreviation] = {}
    for one in document.read(abbreviations):
        part = document.part_at(one.short_span.start)
        earlier = first.setdefault((id(part), one.short), one)
        if earlier is not one and not _same(earlier.full, one.full, known):
            place = see(earlier.short_span, "前面的声明", "the earlier declaration")
            yield Finding(one.short_span, {"short": one.short, "first": earlier.full, "second": one.full}, (place,))


def _same(one: str, other: str, known: Names) -> bool:
    short, long = sorted((one, other), key=len)
    return long.endswith(short) or known.key(one) == known.key(other)
