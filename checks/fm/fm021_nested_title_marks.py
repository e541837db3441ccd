"""书名号里面又用双书名号。

依据 GB/T 15834-2011 4.15.3：书名号里边还要用书名号时，外边一层用双书名号，里边一层用单书名号。
说明 “《关于修改《……办法》的决定》”是最常见的一种，应为“《关于修改〈……办法〉的决定》”。
限度 只看一层套一层的情形；书名号不成对的由 FM001 报告。

Summary Double title marks stand inside double title marks.
Basis GB/T 15834-2011 4.15.3: outside 《》, inside 〈〉.
Why 《关于修改《……》的决定》 is a common slip.
Limits Unpaired marks are left to FM001.
"""

from linter.facts.base import MarkPair, flow, pairs
from linter.kernel.check import Bad, Document, Edit, Finding, Findings, Fix, Good, Label, Options, check, needs

# Width of the quoted words in a message, in characters.
_SHOWN = 30


@check(
    code="FM021",
    name="nested-title-marks",
    severity="warning",
    preview=True,
    reads=(pairs,),
    norm="GB/T 15834-2011 4.15.3",
    strength="must",
    needs=needs(script="simplified"),
    message={
        "zh": "书名号里的“{words}”应当用单书名号〈〉",
        "en": "inside 《》 the title “{words}” takes 〈〉",
    },
    examples=(
        Bad(
            "根据《国务院关于修改[[《供水条例》]]的决定》，制定本办法。\n",
            fixed="根据《国务院关于修改〈供水条例〉的决定》，制定本办法。\n",
        ),
        Good("根据《山西省实施〈工伤保险条例〉办法》和《供水条例》，制定本办法。\n"),
        Good("根据《关于修改〈山西省实施《工伤保险条例》办法〉的决定》，制定本办法。\n"),
    ),
)
def nested_title_marks(document: Document, options: Options) -> Findings:
    """Every double title mark inside another."""
    stream = document.read(flow)
    text = stream.text
    around: list[MarkPair] = []
    for pair in document.read(pairs).pairs:
        if text[pair.opener] not in "《〈":
            continue
        while around and around[-1].closer < pair.opener:
            around.pop()
        around.append(pair)
        # 《》 and 〈〉 take turns: inside 〈〉 a third layer is 《》 again.
        if len(around) == 1 or {text[one.opener] for one in around[-2:]} != {"《"}:
            continue
        opener = stream.span(pair.opener, pair.opener + 1)
        closer = stream.span(pair.closer, pair.closer + 1)
        yield Finding(
            stream.span(pair.opener, pair.closer + 1),
            {"words": text[pair.opener : pair.closer + 1][:_SHOWN]},
            fix=Fix("shown", (Edit(opener, "〈"), Edit(closer, "〉")), Label("改用单书名号", "write 〈〉")),
        )
