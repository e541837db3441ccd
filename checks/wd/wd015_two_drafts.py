"""相邻两段只多几个字或者少几个字：修改前后的两稿都留下了。

依据 文件自身：同一处的两段话开头、结尾相同，其余也逐字相同，只在中间增减几个字。
说明 “可以委托街道办事处、乡（镇）人民政府或者社区服务机构……”与“可以委托乡（镇）人民政府或者社区服务管理机构……”
前后相连，是修改时没有删去旧稿；两段的规定不同，执行时无所适从。
限度 两段各四十字以上，增减合计不超过十五个字；换字的、增减数字或者“不”“非”的、各带序号的不报；完全相同的见 WD002。

Summary Two paragraphs in a row differ only in a few characters more or less: both drafts of one were left.
Basis The document itself: they begin and end alike, and agree in all but what one of them adds or lacks.
Why The old draft was not deleted; the two rule differently, and nobody knows which is in force.
Limits Forty characters or more, at most fifteen added or lacking; where characters are exchanged, where figures or a
negation differ, and where both bear numbers, nothing is told. What is quite the same is WD002.
"""

from difflib import SequenceMatcher
from itertools import pairwise

from linter.facts.base import flow
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Paragraph, check, needs, see
from linter.language import lazy

_SHORTEST, _MOST, _ENDS = 40, 15, 10
# Marks say nothing of what a draft rules.
_MARKS = lazy(r"[\W_]+")
_MEANT = frozenset("不非未无免除0123456789一二三四五六七八九十百千万甲乙丙丁")
_NUMBERED = lazy(r"[(第\d一二三四五六七八九十①-⑳]")
_SHOWN = 30


@check(
    code="WD015",
    name="two-drafts",
    severity="warning",
    preview=True,
    reads=(flow,),
    needs=needs("lines", silent=("transcript", "dialogue", "amendment", "form")),
    message={
        "zh": "“{words}…”一段与上一段只差“{added}”，疑为两稿并存",
        "en": "the paragraph “{words}…” differs from the one above in “{added}” only: two drafts of one, it seems",
    },
    examples=(
        Bad(
            "第五条 公安机关是居住登记的主管部门。\n\n"
            "[[~公安机关根据工作需要和便民原则，可以委托街道办事处、乡（镇）人民政府或者社区服务机构承办居住登记、信息采集工作。]]"
            "\n\n[[公安机关根据工作需要和便民原则，可以委托乡（镇）人民政府或者社区服务管理机构承办居住登记、信息采集工作。]]\n\n"
            "第六条 本办法自公布之日起施行。\n"
        ),
        Good(
            "第十六条 实物确认是指保管人将票据实物送达承兑人，由承兑人在真实性审查的基础上对付款责任进行确认。\n\n"
            "影像确认是指保管人将票据影像信息发送至承兑人，由承兑人在对承兑信息审查的基础上对付款责任进行确认。\n"
        ),
        Good(
            "第七条 本市户籍人员可以申请。\n\n"
            "本市户籍的申请人应当向户籍所在地街道办事处提出书面申请，提交身份证、户口簿和收入证明等材料。\n\n"
            "本市户籍的申请人不应当向户籍所在地街道办事处提出书面申请，提交身份证、户口簿和收入证明等材料。\n"
        ),
        Good(
            "（一）申请人应当在规定时间内向所在地街道办事处提出书面申请，并且提交身份证、户口簿和收入证明等有关材料；\n\n"
            "（二）申请人应当在规定时间内向所在地街道办事处或者镇政府提出书面申请，并且提交身份证、户口簿和收入证明等有关材料。\n"
        ),
    ),
)
def two_drafts(document: Document, options: Options) -> Findings:
    """Each paragraph that is the one above it but for a few characters."""
    units = [unit for unit in document.read(flow).units if unit.table < 0]
    for one, other in pairwise(units):
        if one.end - one.start < _SHORTEST or abs((other.end - other.start) - (one.end - one.start)) > 2 * _MOST:
            continue
        added = _between(one.paragraph, other.paragraph)
        if added:
            yield Finding(
                other.paragraph.span(),
                {"words": other.paragraph.text[:_SHOWN], "added": added},
                (see(one.paragraph.span(), "上一段", "the paragraph above"),),
            )


def _between(one: Paragraph, other: Paragraph) -> str:
    """What one of two paragraphs has more than the other, if that is all they differ in; else nothing."""
    first, second = _MARKS.sub("", one.text), _MARKS.sub("", other.text)
    if first[:_ENDS] != second[:_ENDS] or first[-_ENDS:] != second[-_ENDS:] or _NUMBERED.match(one.text):
        return ""
    changes = [
        change for change in SequenceMatcher(None, first, second, autojunk=False).get_opcodes() if change[0] != "equal"
    ]
    runs = [first[start:end] or second[low:high] for _, start, end, low, high in changes]
    exchanged = any(kind == "replace" for kind, *_ in changes)
    if exchanged or sum(map(len, runs)) > _MOST or not _MEANT.isdisjoint("".join(runs)):
        return ""
    return "、".join(runs)
