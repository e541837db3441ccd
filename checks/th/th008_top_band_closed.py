"""最高一级有上限，最坏的情形没有级别。

依据 文件内部矛盾：最高一级应当包括所有更坏的情形。
说明 Ⅰ级“13%以上30%以下”，减供负荷超过30%时反而不属于任何一级；多为照抄国家分级中的第二级。
能见度之类数值越小越重的指标，看最高一级的下限。
限度 分级须有最高一级（特别重大、Ⅰ级、一级、红色），且下一级写有同一指标；百分比到100%、评分到满分的不报。

Summary The worst level has an end on its worst side, so the worst case has no level.
Basis A contradiction within the text: the worst level takes in everything that is worse still.
Why With 13%以上30%以下 for level I, a loss above 30 % belongs to no level; the second national level was copied.
Limits The scale must have its first level, and the next one the same measure; shares up to 100 %, scores up to the
full mark are left out.
"""

from checks.th.telling import amount, place, related
from linter.facts.bands import Course, above, courses, usable
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs
from linter.language import Bound, lazy

# Where these units end by themselves, in base units (tenths of a percent; marks).
_WORSE = lazy("特别严重|犯罪|移送")
_FULL = {"%": 1000, "分": 100}


@check(
    code="TH008",
    name="top-band-closed",
    severity="warning",
    reads=(courses,),
    needs=needs("lines", "tables"),
    message={
        "zh": "最高一级{top}以{value}为界，更坏的情形不属于任何一级",
        "en": "the worst level {top} ends at {value}, and what is worse belongs to no level",
    },
    examples=(
        Bad(
            "干旱等级\n\n（一）轻度干旱：受旱面积占10%以上30%以下；\n\n（二）中度干旱：受旱面积占30%以上50%以下；\n\n"
            "（三）严重干旱：受旱面积占[[~50%以上80%以下]]；\n\n（四）特大干旱：受旱面积占[[80%以上90%以下]]。\n"
        ),
        Bad(
            "4.2.1 Ⅰ级响应\n\n造成全省电网减供负荷[[13%以上30%以下]]的。\n\n4.2.2 Ⅱ级响应\n\n"
            "造成全省电网减供负荷[[~10%以上不足13%]]的。\n\n4.2.3 Ⅲ级响应\n\n造成全省电网减供负荷5%以上不足10%的。\n"
        ),
        Bad(
            "3.1.1 红色预警\n\n大雾造成能见度[[20米以上不足50米]]。\n\n3.1.2 橙色预警\n\n"
            "大雾造成能见度[[~50米以上不足200米]]。\n\n"
            "3.1.3 黄色预警\n\n大雾造成能见度200米以上不足500米。\n"
        ),
        Bad(
            "裁量基准\n\n违法程度\t违法用地面积\t罚款标准\n较轻\t不足1亩\t每平方米100元以上200元以下\n"
            "一般\t[[~1亩以上不足5亩]]\t每平方米200元以上500元以下\n严重\t[[5亩以上不足10亩]]\t每平方米500元以上1000元以下\n"
        ),
        Good(
            "裁量基准\n\n违法程度\t违法用地面积\t罚款标准\n较轻\t不足1亩\t每平方米100元以上200元以下\n"
            "一般\t1亩以上不足5亩\t每平方米200元以上500元以下\n严重\t5亩以上不足10亩\t每平方米500元以上1000元以下\n\n"
            "10亩以上，涉嫌犯罪的，移送公安机关。\n"
        ),
        Good("血压分级\n\n分级\t收缩压（mmHg）\n1级高血压\t140～159\n2级高血压\t160～179\n3级高血压\t≥180\n"),
        Good("收费标准\n\n档次\t存栏量\t收费\n一级\t1-199头\t10元\n二级\t200-299头\t20元\n三级\t300头以上\t30元\n"),
        Good(
            "特级管制：能见度不足50米。\n\n一级管制：能见度50米以上不足100米。\n\n二级管制：能见度100米以上不足200米。\n\n"
            "三级管制：能见度200米以上不足500米。\n"
        ),
        Good(
            "第五条　评定等级：\n\n（一）一级企业：得分90分以上100分以下；\n\n"
            "（二）二级企业：得分80分以上不足90分；\n\n"
            "（三）三级企业：得分60分以上不足80分。\n"
        ),
        Good(
            "1.4.1 重大事件\n\n造成10人以上不足30人死亡的。\n\n1.4.2 较大事件\n\n造成3人以上不足10人死亡的。\n\n"
            "1.4.3 一般事件\n\n造成不足3人死亡的。\n"
        ),
    ),
)
def top_band_closed(document: Document, options: Options) -> Findings:
    """Yield the closed bands of worst levels."""
    worse = _knows_worse(document)
    for course in document.read(courses):
        end = _closed_end(course) if _worst(course, worse=worse) else None
        if end and not _tops(document, course) and not _least(course):
            top, following = course.measure.readings[:2]
            args = {"top": place(top), "value": amount(end.value, top.band.unit)}
            yield Finding(top.span, args, related(top, following))


def _knows_worse(document: Document) -> bool:
    """Whether a document that has a table of discretion speaks of what is worse than 严重."""
    scales = [course.measure.scale for course in document.read(courses)]
    discretion = any(scale is not None and scale.discretion for scale in scales)
    return discretion and any(_WORSE.search(paragraph.text) for paragraph in document.paragraphs)


def _worst(course: Course, *, worse: bool) -> bool:
    """Whether the first level of a measure is the worst that the document knows: 严重 in a table of discretion, where
    nothing ``worse`` is told of.
    """
    scale, name = course.measure.scale, course.measure.readings[0].level.name
    if scale is None or name.rank == 1 or not scale.discretion:
        return name.rank == 1
    first = min(level.name.rank for level in scale.levels)
    return name.vocabulary == "grave" and name.rank == first == 2 and not worse


def _tops(document: Document, course: Course) -> bool:
    """Whether a level stands above the first by number: 特级管制 above 一级管制."""
    scale = course.measure.scale
    numbered = scale is not None and scale.levels[0].name.vocabulary == "numeral"
    return numbered and any("特级" in paragraph.text for paragraph in document.paragraphs)


def _least(course: Course) -> bool:
    """Whether level one is the mildest: 1级高血压 140-159, 3级高血压 180以上."""
    top, last = course.measure.readings[0], course.measure.readings[-1]
    return top.level.name.vocabulary == "numeral" and course.direction < 0 and last.interval.upper is None


def _closed_end(course: Course) -> Bound | None:
    """The bound on the worst side of the worst level, if it has one that ends the scale."""
    scale, top, direction = course.measure.scale, course.measure.readings[0], course.direction
    if scale is not None and scale.discretion and not direction:  # what is punished more is worse
        direction = int(all(above(worse, lighter) for worse, lighter in course.measure.pairs()))
    if scale is None or direction == 0 or not usable(top):
        return None
    lower, upper = top.interval.lower, top.interval.upper
    if lower is None or upper is None:
        return None
    end = upper if direction > 0 else lower
    natural = _FULL.get(top.band.unit.dimension) if direction > 0 else 0
    # 1-199头: what is counted begins with one.
    least = direction < 0 and top.interval.whole and end.value <= 1
    return None if end.value == natural or least else end
