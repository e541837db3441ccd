"""同一形式的括号套用。

依据 GB/T 15834-2011 4.9.3.6：同一形式的括号应尽量避免套用；必须套用时，宜用不同的括号配合使用。
说明 “（……（……）……）”不易看出到哪里为止。
限度 标准只说应尽量避免，只作提示；法律名称自带的括号（“修正案（四）”）、“县（市、区）”不算。

Summary Brackets of one shape stand inside one another.
Basis GB/T 15834-2011 4.9.3.6: nesting of one shape is to be avoided; another shape inside is advisable.
Why It is hard to see where each ends.
Limits A note, as the standard advises; brackets that belong to a name (修正案（四）, 县（市、区）) do not count.
"""

from linter.facts.base import MarkPair, flow, pairs
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see
from linter.language import lazy

# What is bracketed inside a name: 县(市、区), 修正案(四), 办法(试行), 街道(镇), 第(一)项.
_NAME = lazy(r"\([\w、]{1,4}\)")

# Width of the quoted words in a message, in characters.
_SHOWN = 30


@check(
    code="FM020",
    name="nested-brackets",
    severity="note",
    strict=True,
    reads=(pairs,),
    norm="GB/T 15834-2011 4.9.3.6",
    strength="should",
    needs=needs("marks", script="simplified"),
    message={
        "zh": "圆括号里又套用圆括号：“{words}”",
        "en": "round brackets inside round brackets: “{words}”",
    },
    examples=(
        Bad("第九条 其他物料[[~（]]指建厂以及加固机器[[（不含进口的设备）]]所需材料）免税。\n"),
        Good("第九条 各县（市、区）人民政府（含开发区管委会）应当按照《办法（试行）》执行。\n"),
        Good("第九条 有关地方（包括各县（市、区））应当执行。\n"),
    ),
)
def nested_brackets(document: Document, options: Options) -> Findings:
    """Every pair of round brackets directly inside another that is no part of a name."""
    stream = document.read(flow)
    text = stream.text
    outer: list[MarkPair] = []
    for pair in document.read(pairs).pairs:
        if text[pair.opener] != "(":
            continue
        while outer and outer[-1].closer < pair.opener:
            outer.pop()
        if len(outer) == 1 and not _NAME.match(text, pair.opener, pair.closer + 1):
            around_it = stream.span(outer[-1].opener, outer[-1].opener + 1)
            yield Finding(
                stream.span(pair.opener, pair.closer + 1),
                {"words": text[pair.opener : pair.closer + 1][:_SHOWN]},
                related=(see(around_it, "外层括号", "the outer bracket"),),
            )
        outer.append(pair)
