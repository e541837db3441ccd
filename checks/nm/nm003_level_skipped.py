"""结构层次跳级：“一、”之下不经“（一）”直接用“1.”。

依据 GB/T 9704-2012 7.3.3：文中结构层次序数依次可以用“一、”“（一）”“1.”“（1）”标注；GB/T 15834-2011 B.3.8。
说明 层次序数依次使用，读者才能凭序号判断层次；同一文件里有的“一、”下用“（一）”、有的用“1.”，层次就乱了。
限度 标准用语是“可以”：整份文件都这样用的不报，同一文件两种用法并存的才报；预案用1、1.1、1.1.1的不看。

Summary A level of numbering is passed over: 1. directly under 一、.
Basis GB/T 9704-2012 7.3.3: levels may be numbered 一、, （一）, 1., （1） in turn; GB/T 15834-2011 B.3.8.
Why Levels are told by their numbers only if they are used in turn; two ways in one document confuse.
Limits The standard says “may”: a document that always skips is left alone, one that does both is told.
"""

from linter.facts.references import is_heading
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Paragraph, Section, check, needs, see
from linter.language import lazy

_FIELD = lazy(r":$|[□_]|\( *\)")
_RANKS = {"chinese": 1, "chinese-paren": 2, "arabic": 3, "arabic-paren": 4}


@check(
    code="NM003",
    name="level-skipped",
    severity="warning",
    norm="GB/T 9704-2012 7.3.3",
    strength="should",
    preview=True,
    needs=needs("lines", silent=("transcript", "dialogue", "amendment", "form"), script="simplified"),
    message={
        "zh": "“{above}”之下直接用“{mark}”，跳过了一级",
        "en": "“{mark}” stands directly under “{above}”: a level is passed over",
    },
    examples=(
        Bad(
            "关于加强防汛工作的意见\n\n[[~一、]]总体要求\n\n[[1.]]提高认识。\n\n2.明确责任。\n\n"
            "二、主要任务\n\n（一）排查隐患\n\n"
            "（二）储备物资\n"
        ),
        Good("关于加强供水工作的意见\n\n一、保障水源\n\n（1）保护水源地；\n\n（2）建设备用水源。\n"),
    ),
)
def level_skipped(document: Document, options: Options) -> Findings:
    """One finding a part: the first list that skips a level which others of the part take."""
    told: set[int] = set()
    stepwise = {section.part for section in document.sections if _step(document, section) == 1}
    for section in document.sections:
        if section.part in told or section.part not in stepwise:
            continue
        if _step(document, section) < 2 or not _begins(document, section):
            continue
        told.add(section.part)
        above = document.sections[section.parent]
        yield Finding(
            section.mark.span,
            {"above": above.mark.text, "mark": section.mark.text},
            (see(above.mark.span, "上一级标题", "the heading above"),),
        )


def _step(document: Document, section: Section) -> int:
    """How many levels a section lies below the one above it by its mark; 0 if that cannot be told."""
    if section.parent < 0:
        return 0
    above = _RANKS.get(document.sections[section.parent].mark.scheme, 0)
    own = _RANKS.get(section.mark.scheme, 0)
    return own - above if above and own else 0


def _begins(document: Document, section: Section) -> bool:
    """Whether a section is the first of at least two of its kind that are all its parent holds, and a level of it.

    A list behind 包括: is none, a heading without a number (Markdown, Word) is a level of its own, and fields to fill
    in (姓名: □) are a form.
    """
    above = document.sections[section.parent]
    siblings = document.children(above)
    if siblings[0] is not section or section.mark.value != (1,) or len(siblings) < 2:
        return False
    between = [block for block in above.body if isinstance(block, Paragraph)]
    if (between or [above.heading])[-1].text.endswith(":") or any(is_heading(document, block) for block in between):
        return False
    fields = [one for one in siblings if _FIELD.search(one.heading.text)]
    return len(fields) * 2 < len(siblings) and all(one.mark.scheme == section.mark.scheme for one in siblings)
