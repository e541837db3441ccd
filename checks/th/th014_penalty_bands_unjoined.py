"""相邻两档的罚款幅度重叠、相同或者脱节，而其余各档首尾相接；某一档超出所列的法定幅度。

依据 文件内部矛盾：裁量基准把法定幅度分成若干档，各档首尾相接，每一数额只属于相邻的一两档。
说明 较重一档的上限反而低于较轻一档的，不论其余各档如何都报。
“5万元以上8万元以下”“5万元以上10万元以下”“8万元以上13万元以下”三档互相重叠，而全文其他各档都是上一档的上限
接下一档的下限，多为抄错一个数字；两档幅度完全相同，分档就失去了意义。
法律规定处5000元以下罚款，裁量标准却写到8000元，超出的部分没有依据。
限度 全文（或者该阶梯）绝大多数相邻两档首尾相接，或者全文只有一处重叠的才报；
各档本来就交错的裁量表不报；同一档有两种罚款的不比较。
法定幅度须与裁量标准列在同一行或者紧接其前，多数各档在幅度以内；减轻处罚的、按件计算的不报。

Summary The amounts of two neighbouring steps overlap, are equal or leave a gap, while all other steps join; a step
leaves the range of the law.
Basis A contradiction within the text: discretion rules cut the lawful range into steps that join end to end.
Why 5-8, 5-10 and 8-13 overlap where every other step begins at the end of the one before: a digit was wrong.
Two steps of one amount are no steps. A step that can cost less than the one before it is told in any case.
A step that costs more than the quoted law allows has no basis.
Limits Told only where nearly all neighbours of the document, or of the ladder, join, or but one pair overlaps;
rules whose steps overlap on purpose say nothing, nor do steps with two fines. The law must stand in the row, or right
before the steps, most of which it must hold; mitigated cases and fines by the piece are left out.
"""

from collections.abc import Container
from itertools import starmap

from linter.facts.bands import Penalty, PenaltyCourse, beyond_law, consequences
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Label, Options, check, needs, see

_WHAT = {
    "within": Label("落在其内", "lies within"),
    "overlap": Label("重叠", "overlaps"),
    "same": Label("相同", "equals"),
    "gap": Label("脱节", "leaves a gap to"),
}
# So many neighbours must join for each one that does not, in the ladder or in the whole document.
_LADDER = 2
_DOCUMENT = 5


@check(
    code="TH014",
    name="penalty-bands-unjoined",
    severity="warning",
    reads=(consequences, beyond_law),
    needs=needs("lines"),
    message={
        "zh": "“{quote}”与上一档的“{other}”{joint}，而其余相邻各档首尾相接",
        "en": "“{quote}” {joint} “{other}” of the step before it, while all other steps join",
    },
    messages={
        "within": {
            "zh": "“{quote}”的上限低于上一档“{other}”的上限",
            "en": "“{quote}” has a lower upper end than “{other}” of the step before it",
        },
        "beyond": {
            "zh": "“{quote}”超出所列的法定幅度“{other}”",
            "en": "“{quote}” leaves the range of the law quoted beside it, “{other}”",
        },
    },
    choices={"joint": _WHAT},
    examples=(
        Bad(
            "《城市绿化条例》第二十七条规定，处以[[~五千元以上二万元以下]]罚款。\n\n轻微：处[[三千元以上八千元以下]]罚款。\n\n"
            "一般：处八千元以上一万五千元以下罚款。\n\n严重：处一万五千元以上二万元以下罚款。\n"
        ),
        Bad(
            "违反规定的，处[[~200元以上2000元以下]]罚款。具体裁量：逾期不满30日的，处200元以上500元以下罚款；逾期30日以上不满90日的，"
            "处500元以上1000元以下罚款；逾期90日以上的，处[[1000元以上3000元以下]]罚款。\n"
        ),
        Bad(
            "裁量基准\n\n违法行为\t裁量阶次\t适用条件\t具体标准\n捕捞\t一般\t价值1000元以下\t处1000元以上5000元以下罚款\n"
            "\t较重\t价值1000元以上5000元以下\t处[[~5000元以上2万元以下]]罚款\n\t严重\t价值5000元以上\t处[[1万元以上1.5万元以下]]罚款\n"
        ),
        Bad(
            "（一）超标不足1倍的，处10万元以上20万元以下的罚款；\n\n"
            "（二）超标1倍以上不足3倍的，处[[~20万元以上50万元以下]]的罚款；\n\n"
            "（三）超标3倍以上的，处[[60万元以上100万元以下]]的罚款。\n"
        ),
        Bad(
            "裁量基准\n\n违法程度\t违法所得\t罚款\n轻微\t不足1万元\t处[[~2万元以上4万元以下]]罚款\n"
            "一般\t1万元以上不足5万元\t处[[3万元以上7万元以下]]罚款\n严重\t5万元以上\t处7万元以上10万元以下罚款\n"
        ),
        Bad(
            "裁量基准\n\n违法程度\t违法所得\t罚款\n轻微\t不足1万元\t处[[~5万元以上8万元以下]]罚款\n"
            "一般\t1万元以上不足5万元\t处[[5万元以上10万元以下]]罚款\n较重\t5万元以上不足20万元\t处10万元以上13万元以下罚款\n"
            "严重\t20万元以上\t处13万元以上20万元以下罚款\n"
        ),
        Good(
            "第五条　依照《取水条例》处2万元以上10万元以下罚款，裁量标准如下：\n\n（一）轻微的，"
            "处2万元以上4万元以下罚款；\n\n（二）情节严重的，处4万元以上10万元以下罚款；\n\n（三）造成事故的，依照《安全生产法》处30万元以上100万元以下罚款。\n"
        ),
        Bad(
            "第五条　违反取水许可规定的，依照《取水条例》处[[~2万元以上10万元以下]]罚款，裁量标准如下：\n\n"
            "（一）情节轻微的，处2万元以上4万元以下罚款；\n\n（二）情节一般的，处4万元以上7万元以下罚款；\n\n"
            "（三）情节严重的，处[[7万元以上12万元以下]]罚款。\n"
        ),
        Bad(
            "裁量基准\n\n违法行为\t处罚依据\t裁量情形\t裁量幅度\n未明码标价\t处[[~5000元以下]]罚款\t初次违法\t处1000元以下罚款\n"
            "\t\t二次违法\t处1000元以上3000元以下罚款\n\t\t三次以上违法\t处[[3000元以上8000元以下]]罚款\n"
        ),
        Bad(
            "裁量基准\n\n违法行为\t法定幅度\t违法程度\t处罚标准\n占用通道\t[[~5000元以上5万元以下]]\t较轻\t[[3000元以上1.5万元以下]]\n"
            "占用通道\t5000元以上5万元以下\t一般\t1.5万元以上3.5万元以下\n占用通道\t5000元以上5万元以下\t严重\t3.5万元以上5万元以下\n"
        ),
        Bad(
            "第六条　《条例》规定，可处[[~1万元以上5万元以下]]罚款。情节轻微的，处1万元以上2万元以下罚款；"
            "情节一般的，处2万元以上4万元以下罚款；"
            "情节严重的，处[[4万元以上6万元以下]]罚款。\n\n第七条　依照第二十条规定处[[~1000元以上5000元以下]]罚款的，"
            "分三档执行：一档，"
            "1000元以上2000元以下；二档，2000元以上3500元以下；三档，[[3500元以上6000元以下]]。\n"
        ),
        Good(
            "第六条　违反本条例规定的，处1万元以上5万元以下罚款。情节较轻的，处5000元以上1万元以下罚款；"
            "情节严重的，处5万元以上10万元以下罚款。\n"
        ),
        Good(
            "第三条　未取得许可的，处3万元以上10万元以下罚款。具体为：\n\n（一）首次的，处3万元以上4万元以下罚款；\n\n"
            "（二）第二次的，处4万元以上6万元以下罚款；\n\n（三）第三次以上的，处6万元以上10万元以下罚款。\n\n"
            "第四条　违规停放的，处5000元以上2万元以下罚款；造成事故的，处2万元以上5万元以下罚款。\n"
        ),
        Good(
            "裁量基准\n\n违法行为\t处罚依据\t裁量情形\t裁量幅度\n未明码标价\t处2000元以上5000元以下罚款\t减轻\t处1000元罚款\n"
            "\t\t一般\t处2000元以上3000元以下罚款\n\t\t从重\t处3000元以上5000元以下罚款，对单位负责人处1万元罚款\n"
        ),
        Good(
            "裁量基准\n\n裁量阶次\t违法所得\t罚款\n减轻\t主动召回的\t处3万元以下罚款\n从轻\t不足1万元\t处5万元以上8万元以下罚款\n"
            "一般\t1万元以上不足5万元\t处8万元以上10万元以下罚款\n从重\t5万元以上\t处10万元以上13万元以下罚款\n"
        ),
    ),
)
def penalty_bands_unjoined(document: Document, options: Options) -> Findings:
    """Yield each step that does not join the one before it, neighbours of one mistake as one finding, or the law."""
    courses = document.read(consequences)
    joined, apart = _counts(courses)
    for course in courses:
        own_joined, own_apart = _counts((course,))
        alone = own_apart == apart == 1 <= joined and any(starmap(_slips, course.joints()))
        if alone or own_joined >= _LADDER * own_apart or joined >= _DOCUMENT * apart:
            yield from _odd(course, _WHAT)
        else:
            yield from _odd(course, ("within",))
    for one in document.read(beyond_law):
        related = see(one.lawful.span, f"法定幅度“{one.lawful.quote}”", f"the law: “{one.lawful.quote}”")
        args = {"quote": one.fine.quote, "other": one.lawful.quote, "joint": "same"}
        yield Finding(one.fine.span, args, (related,), message="beyond")


def _slips(one: Penalty, other: Penalty, joint: str) -> bool:
    """Whether two steps overlap, or lie apart by no more than half of what the lower one spans (20至50, 60至100)."""
    (bottom, top), above = one.values, other.values[0]
    if joint != "gap" or bottom is None or top is None or above is None:
        return joint == "overlap"
    return 2 * (above - top) <= top - bottom


def _counts(courses: tuple[PenaltyCourse, ...]) -> tuple[int, int]:
    """How many neighbours join, and how many do not."""
    joints = [joint for course in courses for _, _, joint in course.joints()]
    return joints.count("joined"), sum(joint in _WHAT for joint in joints)


def _odd(course: PenaltyCourse, told: Container[str]) -> Findings:
    last: Penalty | None = None
    for one, other, joint in course.joints():
        if joint not in told:
            continue
        inside = joint == "within"
        if one is not last or inside:  # the step told last is the one that fits neither neighbour
            related = see(one.span, f"上一档的“{one.quote}”", f"“{one.quote}” of the step before")
            args = {"quote": other.quote, "other": one.quote, "joint": joint}
            yield Finding(other.span, args, (related,), message="within" if inside else "")
        last = other
