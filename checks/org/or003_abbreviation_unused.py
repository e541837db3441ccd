"""声明了简称，后文却没有用过。

依据 文件内部：“以下简称”是为后文服务的，后文不用就不必声明。
说明 多半是后文改用了别的叫法，读者会以为说的是两回事。
限度 后文（含附件、表格）一次也没有出现才报；声明几个简称的不看；属提示。

Summary A declared short form is never used afterwards.
Basis Internal: 以下简称 serves the text that follows.
Why The text usually came to use another form, and readers take it for something else.
Limits Only if it occurs nowhere afterwards, tables and annexes included; declarations of several forms are not read.
"""

from linter.facts.bodies import abbreviations, running_text
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check


@check(
    code="OR003",
    name="abbreviation-unused",
    severity="note",
    reads=(abbreviations, running_text),
    strict=True,
    message={
        "zh": "声明了简称“{short}”，后文没有用过。",
        "en": "the short form “{short}” is declared and never used.",
    },
    examples=(
        Bad("第一条 市人民政府设立防汛抗旱指挥部(以下简称[[市防指]])。\n\n第二条 防汛抗旱指挥部负责全市防汛工作。"),
        Good("第一条 市人民政府设立防汛抗旱指挥部(以下简称市防指)。\n\n第二条 市防指负责全市防汛工作。"),
        Good(
            "第一条 根据《中华人民共和国档案法》（以下简称《档案法》）制定本条例。\n\n"
            "第二条 档案法所称的档案适用本条例。"
        ),
    ),
)
def abbreviation_unused(document: Document, _options: Options) -> Findings:
    """Each declared short form that does not recur."""
    text = document.read(running_text).text
    for one in document.read(abbreviations):
        if text.find(one.short, one.end) < 0:
            yield Finding(one.short_span, {"short": one.short})
