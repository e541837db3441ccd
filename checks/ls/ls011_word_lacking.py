"""同样的话反复出现，个别几处缺一个词或者词里缺一个字。

依据 文件内部矛盾：同一格式的条款（确诊符合《…》的某病）各处措辞应当一致。
说明 十几条都有、一两条没有的词，多是录入时漏掉的；缺了它，句子往往不通，或者让人以为条件不同。
词里掉了一个字（“垂直理部门”，句末的“病虫害蔓”），剩下的不成词，前后文与完整的词所在之处相同的，也在这里报告；
七项以上的列举少了中间一项，而完整的列举有两处以上的，也是。
限度 至少八处相同、少的不到五分之一；缺的是一个两三字的词，前后各有六个字以上相同；
“应当、有关、地方”一类可有可无的词不报；整行只缺一个“的”的，其余至少八倍。
缺一个字的，完整的词至少两处，剩下的字单独也有意义的（应、按、缴）不报。

Summary The same words stand many times, and a few places lack a word or a character of a word.
Basis Internal contradiction: clauses of one form (确诊符合《…》的某病) are worded alike.
Why A word that a dozen clauses have and one lacks got lost in typing; without it the condition reads otherwise.
So is a word broken by the loss of a character (垂直理部门), with the same around it as around the whole word,
and a list of seven items or more that lacks an inner one, where the whole list stands twice.
Limits At least eight clauses alike and at most a fifth lacking; a word of two or three characters with the same words
around it; words that may be left out by right (应当, 有关, 地方) are passed. A line that lacks no more than a 的 is
told where eight times as many have it. A whole word stands twice or more; a rest that says something by itself (应, 按)
is passed.
"""

from linter.facts.bodies import name_slips
from linter.facts.wording import Lacking, lacking_words, lost_characters
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, mend, needs, see

_DISEASES = [f"{kind}型肝炎" for kind in "甲乙丙丁戊己庚辛"]


@check(
    code="LS011",
    name="word-lacking",
    severity="warning",
    reads=(lacking_words, lost_characters, name_slips),
    needs=needs("lines"),
    message={
        "zh": "“{words}”缺“{word}”：其余{times}处同样的句子作“{usual}”",
        "en": "“{words}” lacks “{word}”: {times:# clause alike has|# clauses alike have} “{usual}”",
    },
    examples=(
        Bad(
            "门诊病种准入标准\n\n"
            "本市三级定点医疗[[~机构确诊符合《诊疗常]]规》的高脂血症诊断标准。\n\n"
            + "\n\n".join([f"本市三级定点医疗机构确诊符合《诊疗常规》的{name}诊断标准。" for name in _DISEASES])
            + "\n\n本市三级定点医疗[[机构确诊《诊疗常]]规》的克罗恩病诊断标准。\n"
        ),
        Bad(
            "一、未公开收费标准\n\n[[~同时满足下列情形的，不予处罚：]]\n\n属于首次违法。\n\n"
            + "\n\n".join([f"{name}\n\n同时满足下列情形的，不予处罚：\n\n属于首次违法。" for name in _DISEASES])
            + "\n\n三、未公开办理时限\n\n[[同时满足下列情形，不予处罚：]]\n\n属于首次违法。\n"
        ),
        Bad(
            "第三条 [[~垂直管理部门]]的权力清单由上级部门公布。\n\n第四条 垂直管理部门的责任清单另行公布。\n\n"
            "第五条 [[垂直理部门]]的下设机构，按照本办法执行。\n",
            fixed="第三条 垂直管理部门的权力清单由上级部门公布。\n\n第四条 垂直管理部门的责任清单另行公布。\n\n"
            "第五条 垂直管理部门的下设机构，按照本办法执行。\n",
        ),
        Bad(
            "一、落实[[~下放科研人员自主]]权的文件。\n\n二、下放科研人员自主权，扩大经费使用范围。\n\n"
            "三、高校[[下放科人员自主]]权的，应当备案。\n"
        ),
        Bad(
            "一、瞒报情况，造成森林[[~病虫害蔓延]]成灾的，处罚款。\n\n二、不除治，造成森林病虫害蔓延，面积较小的，警告。\n\n"
            "三、瞒报情况，造成森林[[病虫害蔓]]，成灾面积较大的，从重处罚。\n"
        ),
        Bad(
            "第一条 禁止砍伐、放牧、狩猎、捕捞、采药、开垦、[[~烧荒、开矿、采石]]、挖沙等活动。\n\n"
            "第二条 从事砍伐、放牧、狩猎、捕捞、采药、开垦、烧荒、开矿、采石、挖沙等活动的，责令停止。\n\n"
            "第三条 从事砍伐、放牧、狩猎、捕捞、采药、开垦、[[烧荒、采石]]、挖沙等活动，情节严重的，处罚款。\n"
        ),
        Good(
            "一、公布杯赛优质工程获奖名单。\n\n二、申报优质工程获奖项目。\n\n三、推广优质工程获奖经验。\n\n四、授予杯赛优质工程奖。\n"
        ),
        Good(
            "门诊病种准入标准\n\n"
            + "\n\n".join([f"县级以上地方人民政府主管部门应当每年公布{name}的病例数。" for name in _DISEASES])
            + "\n\n县级以上人民政府主管部门应当每年公布克罗恩病的病例数。\n"
        ),
    ),
)
def word_lacking(document: Document, _options: Options) -> Findings:
    """Each clause that lacks a word of its frame, then each word that lacks a character, but for bodies (OR001)."""
    named = [span for one in document.read(name_slips) for span in one.spans]
    for one in document.read(lacking_words):
        yield _told(one)
    for one in document.read(lost_characters):
        body = any(span.start < one.span.end and one.span.start < span.end for span in named)
        if not body and one.words not in document.office.words:
            yield _told(one, proved=True)


def _told(one: Lacking, *, proved: bool = False) -> Finding:
    fix = mend("unsafe" if proved else "shown", one.span, one.usual, f"补“{one.word}”", f"add “{one.word}”")
    args = {"words": one.words, "word": one.word, "usual": one.usual, "times": one.times}
    return Finding(one.span, args, (see(one.model, "通常的句子", "the usual clause"),), fix)
