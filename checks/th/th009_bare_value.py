"""一级只写一个数值，没有写“以上”“以下”，而相邻各级写的是界限。

依据 文件内部矛盾：同一指标其他各级都是区间，这一级只含一个数值。
说明 “1周内发病10例”按字面只指恰好10例，9例、8例都不属于这一级；又与上一级“10例以上”在10例重叠。多为漏写“以下”。
裁量表最高一档只写“两年内3次”，而别处最高一档写“3次以上”的，也是如此。
限度 各级都只写一个数值的（存煤1天、3天、5天）不报；恰好接上相邻一级的单个数值（1个县、2个以上县）不报。

Summary One level gives a bare number where its neighbours give bounds.
Basis A contradiction within the text: the other levels give ranges of this measure, this one a single value.
Why 1周内发病10例 means exactly ten, so nine and eight belong nowhere, and ten is also in 10例以上; 以下 was dropped.
So with a last step 两年内3次 where other acts end in 3次以上.
Limits Scales of bare values only (1, 3, 5 days), and a value that meets its neighbour (1个县, 2个以上县), are left out.
"""

from checks.th.telling import place, related
from linter.facts.bands import Measure, Reading, closed_runs, measures, step_mends
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see
from linter.language import lazy
from linter.language.units import TIMES

# Units in which a bare number is mostly a setting (1周内, 5年平均), not a threshold.
_SETTINGS = TIMES | {"次", "级", "倍"}
# 低于近三年平均水平的20%: the bounding word stands apart from the number.
_BOUNDED = lazy(r"(?!超[标载限员速期])(?:{COMPARED})|[达升降][到至]|不足")
# 大于50kg或50L: one bounding word for two values.
_SHARED = lazy(r"(?:{COMPARED}|不足|[≥≤<>]) ?[\d.]+ ?[^\s\d,。;]{1,3} ?(?:或者?|[和及、/]) ?$")
# Characters before a value among which such a word stands.
_BEFORE = 16


@check(
    code="TH009",
    name="bare-value",
    severity="warning",
    reads=(measures, closed_runs, step_mends),
    needs=needs("lines"),
    message={
        "zh": "{bare}没有写“以上”或“以下”，而{other}写的是界限",
        "en": "{bare} has no 以上 or 以下, while {other} gives a bound",
    },
    messages={
        "counted": {
            "zh": "最高一档只写“{top}”，更多的没有档次，而别处最高一档写“以上”",
            "en": "the last step “{top}” leaves out what is more, while others end in …以上",
        },
    },
    examples=(
        Bad(
            "Ⅰ级：污染物超标10倍以上。\n\nⅡ级：污染物超标5倍以上不足10倍。\n\nⅢ级：污染物超标[[~2倍以上不足5倍]"
            "]。\n\n"
            "Ⅳ级：污染物超标[[2倍]]。\n"
        ),
        Bad(
            "裁量基准\n\n违法行为\t情形\t处罚\n未悬挂标志\t一年内1次的\t罚款200元\n\t[[~一年内2次的]]\t罚款500元\n"
            "\t[[一年内3次的]]\t罚款1000元\n未携带证件\t一年内1次的\t罚款200元\n\t一年内2次以上的\t罚款500元\n"
            "未按时申报\t一年内1次的\t罚款200元\n\t一年内2次的\t罚款500元\n\t一年内3次以上的\t罚款1000元\n"
        ),
        Good(
            "裁量基准\n\n违法行为\t情形\t处罚\n未悬挂标志\t一年内第1次\t罚款200元\n\t一年内第2次\t罚款500元\n"
            "未携带证件\t一年内1次的\t罚款200元\n\t一年内超过1次的\t罚款500元\n"
        ),
        Bad(
            "附件\n\n分级标准\n\n"
            "重大\t较大\t一般\n腺鼠疫连续发病20例以上\t腺鼠疫连续发病[[~10例以上]]\t腺鼠疫连续发病[[10例]]\n"
        ),
        Bad(
            "1.4.1 重大事件\n\n（1）一次中毒人数100人以上的。\n\n1.4.2 较大事件\n\n"
            "（1）一次中毒人数[[~50人以上不足100人]]的。\n\n"
            "1.4.3 一般事件\n\n（1）一次中毒人数[[50人]]的。\n"
        ),
        Bad(
            "阶梯水价\n\n（一）月用水量不足20立方米的，每立方米2元；\n\n（二）月用水量[[~20立方米以上不足30立方"
            "米]]的，每立方米3元；\n\n"
            "（三）月用水量[[30立方米]]的，每立方米4元；\n\n（四）月用水量40立方米以上的，每立方米6元。\n"
        ),
        Good(
            "积分标准\n\n档次\t完成率\t积分\n第一档\t不足90%\t1分\n第二档\t90%以上不足100%\t2分\n第三档\t100%\t3分\n"
            "第四档\t超过100%\t4分\n"
        ),
        Good(
            "Ⅰ级：存储易燃易爆化学品总量大于50kg或50L。\n\nⅡ级：存储易燃易爆化学品总量为20-50kg或20-50L。\n\n"
            "Ⅲ级：存储易燃易爆化学品总量为5-20kg或5-20L。\n"
        ),
        Good("4.2.1 Ⅰ级响应\n\n库存只够1天用量。\n\n4.2.2 Ⅱ级响应\n\n库存只够3天用量。\n"),
    ),
)
def bare_value(document: Document, options: Options) -> Findings:
    """Yield the bare values among bounds."""
    told = {one.span: one for one in _among_levels(document)}
    for step in document.read(step_mends):
        if step.kind == "bare" and step.step.span not in told:
            args = {"bare": place(step.step), "other": place(step.beside)}
            told[step.step.span] = Finding(step.step.span, args, related(step.step, step.beside))
    yield from told.values()
    for run in document.read(closed_runs):
        before, last = run.steps[-2:]
        beside = see(before.span, "前一档", "the step before")
        yield Finding(last.span, {"top": last.words}, (beside,), message="counted")


def _among_levels(document: Document) -> Findings:
    for measure in document.read(measures):
        if measure.scale is None or not (measure.scale.graded or measure.scale.discretion):
            continue
        bare = [at for at, one in enumerate(measure.readings) if one.band.form == "bare"]
        if len(bare) != 1:
            continue
        one = measure.readings[bare[0]]
        other = _bounded_neighbour(measure, bare[0])
        sure = other is not None and (other.words == one.words or one.sole)
        bounded = one.band.lead.strip("在") or _BOUNDED.search(one.words) or _is_shared(document, one)
        # 处罚款2倍 is no measure, 超标2倍 beside 超标2倍以上5倍以下 is.
        multiple = one.band.unit.dimension == "倍" and other is not None and other.words == one.words != ""
        if other and sure and not bounded and (multiple or one.band.unit.dimension not in _SETTINGS):
            yield Finding(one.span, {"bare": place(one), "other": place(other)}, related(one, other))


def _is_shared(document: Document, one: Reading) -> bool:
    """Whether the value before it lends a bounding word."""
    return _SHARED.search(document.text.normal, max(0, one.span.start - _BEFORE), one.span.start) is not None


def _bounded_neighbour(measure: Measure, at: int) -> Reading | None:
    """The worse neighbour, else the lighter one, unless the single value meets it."""
    one = measure.readings[at]
    for other in (*reversed(measure.readings[:at]), *measure.readings[at + 1 :]):
        return None if _meets(one, other) else other
    return None


def _meets(one: Reading, other: Reading) -> bool:
    value = one.interval.lower.value if one.interval.lower else 0
    return one.band.unit.whole and any(bound and abs(bound.value - value) == 1 for bound in other.interval[:2])
