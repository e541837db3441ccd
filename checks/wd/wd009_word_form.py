"""用了公文不取的词形：帐（账）、成份（成分）、做出决定（作出决定）。

依据 《第一批异形词整理表》（GF 1001-2001）；《立法技术规范（试行）》（一）21、23，（二）6；1503部法律法规的用字统计。
说明 同一个词有几种写法时，公文取通行的一种，前后一致。每个词形在一份文件里只报一处，其余列为相关位置。
限度 引用旧法条文的词形（税收征管法的“帐簿”）不在书名号或者引号里时无从分辨。

Summary A form of a word that official texts do not prefer: 帐 for 账, 成份 for 成分, 做出决定 for 作出决定.
Basis 第一批异形词整理表 (GF 1001-2001); 立法技术规范（试行）; usage counted in 1,503 statutes.
Why Of several forms of one word official texts keep the usual one, throughout.
Limits Old terms cited without quotation marks cannot be told from the text's own words.
"""

from checks.wd.grouping import grouped, reasons
from linter.facts.base import bigrams, own_words
from linter.facts.wording import confusions
from linter.kernel.check import Bad, Document, Findings, Good, Options, check, needs
from linter.language.confusables import confusables


@check(
    code="WD009",
    name="word-form",
    severity="note",
    strict=True,
    reads=(own_words,),
    norm="GF 1001-2001；立法技术规范（试行）（一）21、23，（二）6",
    strength="usage",
    needs=needs(script="simplified"),
    message={
        "zh": "“{wrong}”宜作“{right}”{count:|（共#处）}：{reason}",
        "en": "{wrong} is better written {right}{count:| (# places)}: {reason}",
    },
    choices={"reason": reasons("variant")},
    examples=(
        Bad("第八条 设立专用[[帐]]户。\n\n第九条 [[~帐]]目应当公开。\n"),
        Bad("第十条 行政机关应当依法[[做出]]决定。\n"),
        Good("第八条 建立隐患整改台账，对有突出贡献、做出成绩的给予奖励，搭建帐篷。\n"),
    ),
)
def word_form(document: Document, options: Options) -> Findings:
    """One finding a word: its first place, with the others related."""
    yield from grouped(
        document,
        confusions(
            document.read(own_words), confusables("variant"), document.office.words, document.read(bigrams).keys()
        ),
    )
