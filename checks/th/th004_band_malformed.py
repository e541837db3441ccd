"""界限写法读不通：区间之后又加“以上”“以下”，区间之前又加“不少于”“不超过”，两个下限并列，“达……以内”，或者漏字错位、夹了标点。

依据 文件内部矛盾：“4至9人”已有上下限，“以上”又取消上限；“达”表示不少于，“以内”表示不多于。
说明 “死亡4至9人以上”既可读作4至9人，也可读作9人以上，两种读法属于不同级别；“10人以上30人以上”少了上限；
“不少于3至5人”以哪一个数为准，无从知道；“20%以上30%的罚款”“1吨不足3吨”漏了一端的界限词，“2.5元万”写错了位次；“5、台以上”夹了标点，“下降到35微克以上”与动词相反。
限度 “三千元至一万元以上”由各地在幅度内定起点，司法文件中合法，金额后的“以上”不报；
“达……以内”只在分级条件中报，“控制在5%以内”之类不报；“超过3.6万元至14.4万元的部分”有两端，不报。

Summary A bound that cannot be read: a range with 以上 or 以下 behind it or 不少于 before it, two lower bounds in a row,
达…以内, or a word, a number or a power that was dropped or misplaced.
Basis A contradiction within the text: 4至9人 has both ends, and 以上 takes the upper one away;
达 is at least, 以内 at most.
Why 死亡4至9人以上 can be read as four to nine, or as nine and more: different levels. 不少于3至5人 leaves open which
of the two numbers is the least.
Limits 三千元至一万元以上 is lawful (a province sets its threshold within the range), so money before 以上 is left out;
达…以内 is reported in the conditions of a scale only; 超过3.6万元至14.4万元的部分 has two ends and is right.
"""

from linter.facts.bands import Bounded, bounded, measures
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Severity, check
from linter.language import lazy

# The flaw that the first message tells; the others are told by messages of their names.
_FIRST = "range-bound"
# What is paid or imposed is no threshold.
_GRANTED = lazy(r"(?:{CONSEQUENCE}|{IMPOSED}|救助|每[户人名])[^,;。:、\d]{0,4}$")
# Flaws of a bound that can be read all the same: TH011 and TH013 tell them.
_READABLE = frozenset(("", "double", "note", "no-unit"))

# Limits that may be meant, if rarely.
_LIKELY = frozenset(("falls-above", "rises-below"))


@check(
    code="TH004",
    name="band-malformed",
    severity="error",
    reads=(bounded, measures),
    message={
        "zh": "“{quote}”读不通：区间之后又有“以上”或“以下”",
        "en": "“{quote}” cannot be read: a range with 以上 or 以下 behind it",
    },
    messages={
        "led-range": {
            "zh": "“{quote}”读不通：区间之前又有只限一端的词",
            "en": "“{quote}” cannot be read: a range with a word before it that bounds one end",
        },
        "same-side": {
            "zh": "“{quote}”读不通：两个界限方向相同，缺少另一端",
            "en": "“{quote}” cannot be read: both bounds are on the same side",
        },
        "opposed": {
            "zh": "“{quote}”读不通：前后两个界限词方向相反",
            "en": "“{quote}” cannot be read: the words before and behind the number oppose each other",
        },
        "open-upper": {
            "zh": "“{quote}”读不通：后一个数漏了“以下”",
            "en": "“{quote}” cannot be read: the second number lacks its 以下",
        },
        "open-lower": {
            "zh": "“{quote}”读不通：前一个数漏了“以上”",
            "en": "“{quote}” cannot be read: the first number lacks its 以上",
        },
        "cut-word": {
            "zh": "“{quote}”读不通：“以”后漏了“上”或“下”",
            "en": "“{quote}” cannot be read: 以 lacks its second character",
        },
        "miswritten": {
            "zh": "“{quote}”读不通：“以上”或“以下”写错了",
            "en": "“{quote}” cannot be read: 以上 or 以下 is miswritten",
        },
        "no-number": {
            "zh": "“{quote}”读不通：“以下”之前漏了数字",
            "en": "“{quote}” cannot be read: a number is missing before 以下",
        },
        "unit-order": {
            "zh": "“{quote}”读不通：“万”“亿”写在“元”之后",
            "en": "“{quote}” cannot be read: 万 or 亿 stands behind 元",
        },
        "no-zero": {
            "zh": "“{quote}”读不通：数字漏写“零”或者位次写错",
            "en": "“{quote}” cannot be read: the number lacks a 零, or its powers are misplaced",
        },
        "stray": {
            "zh": "“{quote}”读不通：数与单位、界限之间多了标点",
            "en": "“{quote}” cannot be read: a mark stands between the number and its unit or bound",
        },
        "falls-above": {
            "zh": "“{quote}”是下降到的数，宜为“以下”",
            "en": "“{quote}” is what something falls to: 以下 was meant",
        },
        "rises-below": {
            "zh": "“{quote}”是提高到的数，宜为“以上”",
            "en": "“{quote}” is what something rises to: 以上 was meant",
        },
        "reach-within": {
            "zh": "“{quote}”读不通：“达”与“以内”相矛盾",
            "en": "“{quote}” cannot be read: 达 says at least, 以内 says at most",
        },
    },
    examples=(
        Bad("报名人员年龄在[[18周岁以上、40周岁以上]]。\n"),
        Bad("房屋损毁的，每户救助[[5000元至8000元以上]]。获奖的，给予一次性奖励[[1万元以上至3万元以上]]。\n"),
        Bad("3.2.2 二级预警\n\n（4）辖区水域内发生死亡[[4至9人以上]]突发事件的。\n"),
        Bad("（二）重大事故，是指造成[[10人以上30人以上]]死亡的事故。\n"),
        Bad(
            "4.2.1 Ⅰ级响应\n\n全市供气缺口达20%以上的。\n\n4.2.2 Ⅱ级响应\n\n全市供气缺口[[达10%以内]]的。\n\n"
            "4.2.3 Ⅲ级响应\n\n县级供气中断的。\n"
        ),
        Bad("二、每个班组[[不少于3至5人]]，巡查间隔[[不超过10-15天]]，水流速度[[小于2～3米/秒]]。\n"),
        Bad("（三）造成较大污染事故的，处上一年度收入[[20%以上30%]]的罚款。\n"),
        Bad("（三）涉及危险废物[[1吨不足3吨]]的，处三万元罚款；逾期的，处[[1000元以2000元以下]]罚款。\n"),
        Bad(
            "（三）处[[10倍以上20倍]]以罚款；处[[二十万元以上五十万元以下]]下的罚款；按照总收入的[[2倍以上6倍]]计征；处[[10万元以上20万元以下]]以上罚款。\n"
        ),
        Bad("（三）处[[5万元上10万元以下]]罚款；情节严重的，处[[10万元以上20万元]]一下罚款。\n"),
        Bad(
            "（四）处[[2.5元万以上]]3.5万元以下罚款；情节严重的，处[[一百万一十元以上一百三十万元以下]]、[[二十万五元以上三十万元以下]]罚款。\n"
        ),
        Bad("（四）处[[一万元以上万元以下]]罚款；等候时间[[不少于30分钟以下]]的，责令改正。\n"),
        Bad("（四）停放[[超过30分钟超过1小时]]的，按首小时收费。\n"),
        Bad(
            "第五条　对购置农机[[5、台以上]]的合作社给予补助；停水影响[[3，万户以上]]、违法所得[[1万元、以上]]5"
            "万元以下的，另行处理；"
            "申报人须具有[[5.年以上]]工作经历。\n"
        ),
        Bad(
            "三、到2025年，全市细颗粒物平均浓度下降到[[35微克/立方米以上]]，审批时限压缩至[[5个工作日以上]]，人"
            "均绿地提高到[[12平方米以下]]。\n"
        ),
        Good(
            "三、到2025年，浓度下降到35微克/立方米以下，免费筛查年龄降至40岁以上，能耗降低15%以上，室温降至18℃"
            "以上，绿地提高到12平方米以上。\n\n"
            "会议分为100、200、300人以上三种；购置农机5台、以上年度补助为准；见附件1、年以上统计。\n"
        ),
        Bad("三、申请人提供租赁期限为[[一年以]]的房屋租赁合同；缴费[[满6个月以]]的，另附证明。\n"),
        Good("（一）购房首付20%以上，贷款年限满1年不足5年的，补贴5000元以上，每满1吨不足2吨的按1吨计。\n"),
        Good("（一）个人盗窃公私财物价值人民币三千元至一万元以上的，认定为数额较大。\n"),
        Good("首付比例由过去最高五成至八成，调整为最高九成。\n"),
        Good("二、主要目标\n\n到2025年，综合能耗误差控制达到5%以内，绿地率达到38%以上，高度10至15米。\n"),
    ),
)
def band_malformed(document: Document, options: Options) -> Findings:
    """Yield the bands whose form contradicts itself."""
    graded: set[tuple[int, int]] | None = None
    for one in document.read(bounded):
        if one.band.flaw in _READABLE or _lawful(one):
            continue
        if one.band.flaw == "reach-within":
            if graded is None:
                graded = _graded(document)
            if (id(one.paragraph), one.band.start) not in graded:
                continue
        severity: Severity | None = "warning" if one.band.flaw in _LIKELY else None
        message = "" if one.band.flaw == _FIRST else one.band.flaw
        yield Finding(one.span, {"quote": one.quote}, message=message, severity=severity)


def _lawful(one: Bounded) -> bool:
    """三千元至一万元以上: the threshold lies somewhere in the range; what is paid (救助5000元至8000元以上) is none."""
    text = one.paragraph.text
    money = one.band.unit.name == "元" and one.band.trail == "以上" and one.band.flaw in {"range-bound", "same-side"}
    joined = "至" in text[one.band.start : one.band.end]
    return money and joined and not _GRANTED.search(text, max(0, one.band.start - 10), one.band.start)


def _graded(document: Document) -> set[tuple[int, int]]:
    """The places of all bands that belong to a scale."""
    return {
        (id(reading.item.paragraph), reading.band.start)
        for measure in document.read(measures)
        for reading in measure.readings
    }
