"""写成了形近、音近或者义近的另一个词。

依据 现代汉语词典所收词形；《立法技术规范（试行）》（一）（二）；《第一批异形词整理表》；1503部法律法规的用字统计。
说明 “泄露”与“泄漏”、“截止”与“截至”、“布署”与“部署”一类差错，拼音输入时容易发生，校对时容易放过。
每个词都带有判错的语境和不判的反例；引号、书名号里的文字不动；机关可以在设置里增加自己的词，也可以列出本来就对的词。
两个字不成词、公文里几乎不相连，换成音近形近的字就成了公文常用的说法（“不得擅字”）的，作为提示。
限度 词义要靠上下文才能分辨的（“必须”与“必需”、“权利”与“权力”）只在很窄的语境里判断。

Summary A word is written for another that looks, sounds or means alike.
Basis Dictionaries; 立法技术规范（试行）; 第一批异形词整理表; usage counted in 1,503 statutes.
Why Pinyin input offers the wrong word and proofreading passes over it. Two characters that make no word and never
stand together are a note where one that sounds or looks alike makes a phrase that official texts often use.
Limits Words that only sense can tell apart are judged in narrow contexts only; quoted text is left alone.
"""

from collections.abc import Container, Iterable

from checks.wd.grouping import grouped, reasons
from linter.facts.base import bigrams, flow, own_words
from linter.facts.bodies import misspelt_names, person_names
from linter.facts.wording import Confusion, confusions, spoilt_words, typos
from linter.kernel.check import Bad, Document, Findings, Good, Label, Options, check, needs
from linter.language import covering
from linter.language.confusables import Confusable, confusables


@check(
    code="WD004",
    name="confusable-word",
    severity="warning",
    reads=(own_words, typos, spoilt_words),
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
        "likely": {
            "zh": "“{wrong}”疑为“{right}”之误{count:|（共#处）}",
            "en": "{wrong} may be a slip for {right}{count:| (# places)}",
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
        Bad("第六条 任何单位和个人不得[[擅字]]占用城市绿地。\n\n第九条 滥用职权、[[徇私无弊]]的，给予处分。\n"),
        Bad("三、配套服务\n\n做好植保无人机维护，[[古励]]社会力量参与。\n"),
        Good("一、改革任务重若千钧，发展责任重于泰山。\n"),
        Good("补充的耕地应当数量和质量相当，不得占多补少、占优补劣、占整补散。\n"),
        Good("一、体脂率、环孢素滴眼液、馆方认可的版本，应当配植庇荫乔木，失语、失认、失用的，矿车的车梁应当完好。\n"),
        Good("第九条 不能查明责任人的，维修费用由全室人员共同承担。\n"),
        Good("一、白事简办、控辍保学，柳泉市另付人民币叁万贰仟元整。\n"),
        Bad(
            "一、新录用人员[[报道]]时间及地点另行通知，逾期不[[~报道]]的，取消录用资格。\n\n二、噪音[[忧民]]的，责令改正。\n"
        ),
        Good("一、现场报道后，据报道，多地降雨，新闻媒体应当核实。\n"),
        Good("三、学期末经考核合格的予以奖励，采用的二室一厅户型，间隔应当不短于一年。\n"),
        Good("成员：范卫东　区委宣传部副部长\n\n彭涛　区发展改革局副局长\n"),
        Good("三、制定“三定”规定，即定职能、定机构、定编制。\n\n损失率80%以上的，按全损赔付。\n"),
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
    # Of two entries about one place the longer one tells more: 循私舞弊, 循私.
    told = confusions(document.read(own_words), known, lawful, document.read(bigrams).keys())
    found = _apart([], sorted(told, key=lambda one: (one.start, -one.end)), lawful)
    found += _apart(found, _outside_names(document, [*document.read(typos)]), lawful)
    yield from grouped(document, found)
    likely = _outside_names(document, [*document.read(spoilt_words)])
    yield from grouped(document, _apart(found, likely, lawful), likely=True)


def _outside_names(document: Document, found: Iterable[Confusion]) -> list[Confusion]:
    """Those words that are no part of a fixed name, which is told as a whole (OR008), nor of a person's: 范卫东."""
    named = covering(one.span for one in document.read(misspelt_names))
    stream = document.read(flow)
    text = document.read(own_words)
    return [
        one for one in found if not named(stream.span(one.start, one.end).start) and not _in_person(document, text, one)
    ]


def _in_person(document: Document, text: str, one: Confusion) -> bool:
    """Whether a word is the beginning or the end of a name of three characters, or reaches into it."""
    persons = document.read(person_names)
    return any(text[at : at + 3] in persons for at in range(max(0, one.start - 2), one.end)) if persons else False


def _apart(told: Iterable[Confusion], more: Iterable[Confusion], lawful: Container[str]) -> list[Confusion]:
    """Further words that share no character with those that are told, each place once."""
    taken = {at for one in told for at in range(one.start, one.end)}
    found: list[Confusion] = []
    for one in more:
        places = range(one.start, one.end)
        if taken.isdisjoint(places) and one.entry.wrong not in lawful:
            taken.update(places)
            found.append(one)
    return found
