"""下限高于上限的区间；两栏中最低高于最高的一行。

依据 文件内部矛盾：“A以上B以下”要求 A 小于 B，否则没有任何数值落在其中。
说明 40%以上13%以下不含任何数值，这一级永远不会启动；多为录入时数字写错。
相邻两级的界限能说明原数时，给出建议的改法。
限度 只比较同一类单位；年与月、万元与元换算后比较；“30%以上2倍以下”之类单位不同的不比较。
各档都从大到小写的（10～1.0、1.0～0.10）不报。两栏的，表头须成对（最低、最高，下限、上限），其余各行大多不颠倒。

Summary A band whose lower bound is not below its upper bound; a row whose lowest is above its highest.
Basis A contradiction within the text: “A or more, B or less” needs A below B, or no value lies in it.
Why 40%以上13%以下 holds no value, so this level can never be reached; a digit was mistyped.
Where the neighbouring levels tell what the number was, the repair is offered.
Limits Only bounds in units of one kind are compared (years with months, 万元 with 元). Ranges that are all told from
the greater to the lesser (10～1.0, 1.0～0.10) are left out. Two columns must have heads that are a pair (最低, 最高;
下限, 上限), and most other rows must keep their order.
"""

from collections import defaultdict

from checks.th.telling import place
from linter.facts.bands import Bounded, Reading, bounded, crossed_rows, measures, step_mends, turned_ranges
from linter.kernel.check import Bad, Document, Finding, Findings, Fix, Good, Options, check, mend, see
from linter.language import Span, empty, lazy

# What is imposed is told upward: 暂停采购三十天至十五天. Floors, heights, prices and what is left go down as well.
_IMPOSED = lazy(r"(?:暂停|禁止|拘留|罚款)[^,;。:\d由从自]{0,6}$")
_REACH = 10
Beside = tuple[Reading | None, Reading | None]


@check(
    code="TH001",
    name="band-inverted",
    severity="error",
    reads=(bounded, measures, step_mends, crossed_rows, turned_ranges),
    message={
        "zh": "“{quote}”的下限不低于上限，没有数值符合",
        "en": "“{quote}”: the lower bound is not below the upper one, no value fits",
    },
    messages={
        "neighbours": {
            "zh": "“{quote}”的下限不低于上限，没有数值符合，按相邻级别宜为“{right}”",
            "en": "“{quote}”: the lower bound is not below the upper one, no value fits; "
            "its neighbours suggest “{right}”",
        },
        "row": {
            "zh": "“{head}”{quote}高于同一行的“{other}”{high}，而其余各行不高于",
            "en": "“{head}” {quote} is above “{other}” {high} of its row, as in no other row",
        },
    },
    examples=(
        Bad("水库分等\n\n等别\t总库容（亿立方米）\nⅠ\t≥10\nⅡ\t＜10，≥1.0\nⅢ\t[[＜1.0，≥1.0]]\nⅣ\t＜0.10，≥0.01\n"),
        Bad(
            "奖学金评定办法\n\n按照缺课次数扣分：缺课1～4次的，扣2分；缺课[[9～5次]]的，扣5分；缺课10次以上的，"
            "扣10分。\n"
        ),
        Bad("（三）库房温度控制在14℃～24℃，相对湿度控制在[[75%～35%]]。\n"),
        Bad(
            "编制标准\n\n| 服务人口 | 编制数 |\n|---|---|\n"
            "| ＜1万 | 8 |\n| ≥1万，＜3万 | 15 |\n| [[≥3万，＜2万]] | 24 |\n| ≥5万 | 30 |\n"
        ),
        Bad(
            "人工价格\n\n工种\t最低价\t最高价\n瓦工\t200\t350\n木工\t[[420]]\t[[~380]]\n电工\t240\t400\n\n"
            "工资价位\n\n职业\t低位数\t中位数\t高位数\n会计\t30000\t45000\t80000\n司机\t32000\t[[95000]]\t[[~70000]]\n"
            "保安\t25000\t30000\t40000\n"
        ),
        Good(
            "水库分等\n\n等别\t总库容（亿立方米）\nⅠ\t≥10\nⅡ\t10～1.0\nⅢ\t1.0～0.10\nⅣ\t0.10～0.01\n\n"
            "考核得分优秀的100—90分，良好的89—80分，合格的79—60分。\n"
        ),
        Good(
            "水位表\n\n站名\t最低水位\t最高水位\t平均水位\n甲站\t20.1\t25.3\t22.0\n乙站\t18.0\t18.0\t18.0\n丙站\t-\t30.2\t28.1\n"
        ),
        Bad(
            "四、暂停采购[[三十天至十五天]]，逾期6日至10日的催告。\n\n检验费\n\n层站数\t收费（元）\n5层以下\t300～400\n6～10层\t[[500～450]]\n"
            "[[15～11层]]\t600～800\n16～20层\t900～950\n"
        ),
        Good(
            "工期由90天至60天不等，自30天至15天；有效期届满前90日至30日提出，用365天-104天计算；得分100分至90分的为优秀。逐层检查15层至1层，海拔2400米至1800米，成交价5200元至4800元；"
            "供货周期45天至30天的3家，剩余保质期90天至60天的商品入临期区。\n\n编号\t座位\n1\t1-1\n2\t1-2\n3\t3-2\n"
            "4\t3-3\n\n教室\t座位\t班级\nA\t1-30\t3-2\nB\t31-60\t3-1\nC\t61-90\t2-4\n"
        ),
        Good("冷库温度控制在-18℃至-22℃，运输途中车厢温度保持在-12℃～-18℃。\n"),
        Good("pH值＜6.0，＞9.0的，立即停产。\n"),
        Bad(
            "4.2 分级响应\n\n4.2.1 Ⅰ级响应\n\n（1）造成全省电网减供负荷[[~13%以上30%以下]]的。\n\n4.2.2 Ⅱ级响应\n\n"
            "（1）造成全省电网减供负荷[[40%以上13%以下]]的。\n\n4.2.3 Ⅲ级响应\n\n"
            "（1）造成全省电网减供负荷[[~5%以上10%以下]]的。\n",
            fixed="4.2 分级响应\n\n4.2.1 Ⅰ级响应\n\n（1）造成全省电网减供负荷13%以上30%以下的。\n\n4.2.2 Ⅱ级响应\n\n"
            "（1）造成全省电网减供负荷10%以上13%以下的。\n\n4.2.3 Ⅲ级响应\n\n"
            "（1）造成全省电网减供负荷5%以上10%以下的。\n",
        ),
        Bad("第三十条　违反本条例第十二条规定的，处[[五万元以上三万元以下]]的罚款。\n"),
        Bad(
            "二、冷藏温度[[-5℃以上-18℃以下]]、最低气温[[-5℃以上-10℃以下]]的，发布黄色预警；涉案面积[[1000平方米"
            "以下5000平方米以上]]的，处罚款。\n"
        ),
        Bad("（二）受害森林面积在[[100公顷以下500公顷以上]]的，为重大森林火灾。\n"),
        Good(
            "二、冷藏温度-18℃以上-15℃以下，最低气温-10℃以上-5℃以下，海拔-10米以上5米以下，库容500立方米以上10⁶立方米以下，占1/3以上1/2以下的；"
            "距年满60周岁不足15年，或者不满16周岁、60周岁以上的。\n"
        ),
        Good(
            "寒潮预警分级\n\n| 级别 | 最低气温（℃） |\n| --- | --- |\n"
            "| 蓝色 | -5以上0以下 |\n| 黄色 | -10以上-5以下 |\n"
        ),
        Bad(
            "寒潮预警分级\n\n| 级别 | 最低气温（℃） |\n| --- | --- |\n"
            "| 蓝色 | -5以上0以下 |\n| 黄色 | [[-5以上-10以下]] |\n"
        ),
        Good("累计缴费年限不少于15年，不足15年的继续缴费；每学期听课不少于10节，少于8节的不得评优。\n"),
        Good("一、补助标准\n\n投资5000万元以上1亿元以下的，按实际投资额的百分之三给予补助。\n"),
    ),
)
def band_inverted(document: Document, options: Options) -> Findings:
    """Yield every band that no value fits."""
    told: set[Span] = set()
    wrong = [one for one in document.read(bounded) if _is_empty(one)]
    beside = _beside(document) if wrong else {}
    downward = _downward(document) if wrong else set()
    exchanged = {step.step.span for step in document.read(step_mends) if step.kind == "exchanged"} if wrong else set()
    for one in wrong:
        around = beside.get((id(one.paragraph), one.band.start))
        if (id(one.paragraph), one.band.start) in downward:
            continue
        held = one.band.lead == "在" and one.band.unit.name  # 湿度控制在75%～35%
        loose = around is None and one.band.form != "bound" and one.span not in exchanged
        if loose and not held and not _whole_range(one):
            continue  # 12-3 outside a scale may be anything
        worse, lighter = around or (None, None)
        fix = _fix(one, worse, lighter)
        if "-" in one.quote and not (fix or one.band.unit.name or _lies_between(one, worse, lighter)):
            continue  # classes 3-2, 3-1 and 2-4 beside rooms A, B and C
        args = {"quote": one.quote} | ({"right": fix.label.zh} if fix else {})
        related = tuple(
            see(reading.span, f"相邻的{place(reading)}", f"its neighbour {place(reading)}")
            for reading in (worse, lighter)
            if reading
        )
        yield Finding(one.span, args, related, fix, message="neighbours" if fix else "")
        told.add(one.span)
    for quote, span, beside_it in document.read(turned_ranges):
        if span not in told:
            yield Finding(span, {"quote": quote}, (see(beside_it, "旁边的一档", "the range beside it"),))
    for row in document.read(crossed_rows):
        args = {"quote": row.low, "head": row.low_head, "other": row.high_head, "high": row.high}
        related = (see(row.high_span, f"“{row.high_head}”", f"“{row.high_head}”"),)
        yield Finding(row.span, args, related, message="row")


def _whole_range(one: Bounded) -> bool:
    """暂停采购三十天至十五天: both ends of what is imposed have a unit."""
    text, lower, upper = one.paragraph.text, one.band.lower, one.band.upper
    if not lower or not upper:
        return False
    both = text[lower.end : upper.start] in {"至", "到", "~"} and all(
        text[end.start : end.end].endswith(one.band.unit.name) for end in (lower, upper)
    )
    return both and _IMPOSED.search(text, max(0, lower.start - _REACH), lower.start) is not None


def _is_empty(one: Bounded) -> bool:
    """Whether no value fits; of frost, 控制在-18℃至-22℃ is told from the lesser to the greater."""
    lower, upper = one.band.lower, one.band.upper
    frost = one.band.form != "bound" and lower and upper and upper.value < lower.value < 0
    return empty(one.band.interval) and not one.band.flaw and not frost


def _downward(document: Document) -> set[tuple[int, int]]:
    """The places of ranges that are told from the greater to the lesser, as all beside them: 10~1.0, 1.0~0.10."""
    runs: dict[tuple[str, int, str], dict[tuple[int, int], bool]] = defaultdict(dict)
    for one in document.read(bounded):
        if one.band.form == "range":
            run = runs["text", id(one.paragraph), one.band.unit.dimension]
            run[id(one.paragraph), one.band.start] = empty(one.band.interval)
    scaled = document.read(measures)
    for number, measure in enumerate(scaled):
        for step in measure.readings:
            if step.band.form == "range":
                runs["scale", number, ""][id(step.item.paragraph), step.band.start] = empty(step.interval)
    return {at for run in runs.values() if len(run) > 1 and all(run.values()) for at in run}


def _beside(document: Document) -> dict[tuple[int, int], Beside]:
    """For the place of each band of a scale, the bands of the next worse and the next lighter level."""
    found: dict[tuple[int, int], Beside] = {}
    for measure in document.read(measures):
        readings = (None, *measure.readings, None)
        for at, reading in enumerate(measure.readings, 1):
            found[id(reading.item.paragraph), reading.band.start] = (readings[at - 1], readings[at + 1])
    return found


def _lies_between(one: Bounded, worse: Reading | None, lighter: Reading | None) -> bool:
    """Whether a band with its ends exchanged goes on where its neighbours end."""
    lower, upper = one.band.lower, one.band.upper
    if not lower or not upper or not (worse or lighter):
        return one.band.form == "bound"
    if any(reading and empty(reading.interval) for reading in (worse, lighter)):
        return False
    for above, below in ((worse, lighter), (lighter, worse)):
        bottom, top = above and above.interval.lower, below and below.interval.upper
        if (not bottom or bottom.value >= lower.value) and (not top or top.value <= upper.value):
            return True
    return False


def _fix(one: Bounded, worse: Reading | None, lighter: Reading | None) -> Fix | None:
    """Put the bound of a neighbour in the place of the one that does not meet its neighbour, if the other one does."""
    lower, upper = one.band.lower, one.band.upper
    if not lower or not upper:
        return None
    for above, below in ((worse, lighter), (lighter, worse)):
        top, bottom = above and above.interval.lower, below and below.interval.upper
        if above and below and top and bottom and bottom.value < top.value:
            if upper.value == top.value:
                return _replace(one, lower.start, lower.end, below, bottom.start, bottom.end)
            if lower.value == bottom.value:
                return _replace(one, upper.start, upper.end, above, top.start, top.end)
    return None


def _replace(one: Bounded, start: int, end: int, source: Reading, first: int, last: int) -> Fix:
    words = source.item.paragraph.text[first:last]
    band = one.band
    text = one.paragraph.text
    whole = text[band.start : start] + words + text[end : band.end]
    return mend("unsafe", one.paragraph.span(start, end), words, whole, whole)
