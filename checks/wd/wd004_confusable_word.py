"""写成了形近、音近或者义近的另一个词。

依据 现代汉语词典所收词形；《立法技术规范（试行）》（一）（二）；《第一批异形词整理表》；1503部法律法规的用字统计。
说明 “泄露”与“泄漏”、“截止”与“截至”、“布署”与“部署”一类差错，拼音输入时容易发生，校对时容易放过。
每个词都带有判错的语境和不判的反例；引号、书名号里的文字不动；机关可以在设置里增加自己的词，也可以列出本来就对的词。
限度 词义要靠上下文才能分辨的（“必须”与“必需”、“权利”与“权力”）只在很窄的语境里判断。

Summary A word is written for another that looks, sounds or means alike.
Basis Dictionaries; 立法技术规范（试行）; 第一批异形词整理表; usage counted in 1,503 statutes.
Why Pinyin input offers the wrong word and proofreading passes over it.
Limits Words that only sense can tell apart are judged in narrow contexts only; quoted text is left alone.
"""

from checks.wd.grouping import grouped, reasons
from linter.facts.base import bigrams, own_words
from linter.facts.wording import confusions, typos
from linter.kernel.check import Bad, Document, Findings, Good, Label, Options, check, needs
from linter.language.confusables import Confusable, confusables


@check(
    code="WD004",
    name="confusable-word",
    severity="warning",
    reads=(own_words, typos),
    norm="通行用字（词典、立法技术规范、法律法规用字统计）",
    strength="usage",
    needs=needs(script="simplified"),
    message={
        "zh": "“{wrong}”应为“{right}”{count:|（共#处）}：{reason}",
        "en": "{wrong} should be {right}{count:| (# places)}: {reason}",
    },
    messages={
        "typo": {
            "zh": "“{wrong}”应为“{right}”{count:|（共#处）}：“{right}”之误",
            "en": "{wrong} should be {right}{count:| (# places)}: a slip for {right}",
        },
    },
    choices={"reason": {**reasons("context", "slip"), "office": Label("本机关的用词规定", "rule of the office")}},
    examples=(
        Bad(
            "第六条 发生燃气[[泄露]]时，应当立即关闭阀门。\n\n第七条 不得泄露国家秘密。\n",
            fixed="第六条 发生燃气泄漏时，应当立即关闭阀门。\n\n第七条 不得泄露国家秘密。\n",
        ),
        Bad("一、工作进展\n\n[[截止]]2023年6月底，全省建成充电站120座，[[其它]]设施80处，[[~其它]]站点60个。\n"),
        Bad("二、[[按装]]监控设备，按装饰标准验收，完善社会[[治里]]体系。\n\n三、排列如下：关注消防，福建康复中心。\n"),
        Bad("二、认真抓好安排[[布署]]，确保任务落实。\n"),
        Good("第五條 座落於本市之建築物，其所有權人應辦理登記。\n"),
        Good("第三条 公布署名作品，报名截止日期为6月30日，其他事项另行通知。\n"),
        Good('一、《若干意见》明确,"改造主体为已与产权单位签定合作协议的企业"。\n\n二、与改造主体签订协议。\n'),
        Good("按照《危险货物泄露处置办法》的规定，处置危险货物泄漏事故。\n"),
    ),
)
def confusable_word(document: Document, options: Options) -> Findings:
    """One finding a word: its first place, with the others related."""
    office = document.office
    extra = tuple(
        Confusable(one.wrong, one.right, "", one.reason or "office", "", (), ()) for one in office.replacements
    )
    lawful = office.words | {one.right for one in office.replacements if one.wrong in one.right}
    known = confusables("context", "slip") + extra
    found = list(confusions(document.read(own_words), known, lawful, document.read(bigrams)))
    taken = {one.start for one in found}
    typed = [one for one in document.read(typos) if one.start not in taken and one.entry.wrong not in lawful]
    yield from grouped(document, [*found, *typed])
