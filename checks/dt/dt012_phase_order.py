"""方案各阶段的起止时间互相矛盾：前一阶段结束得比后一阶段还晚，或者分步骤的时间超出了所在的阶段。

依据 文件内部矛盾：分阶段推进的工作，后一阶段接着前一阶段；步骤在它的阶段之内。
说明 跨年的方案改时间，常只改了一处：“（2007年5月下旬-2008年8月）”之后是“（2008年2-3月）”，年份多半写错。
限度 只看标题里写明“阶段”、写全年月的起止时间，相邻两个阶段首尾有几个月重叠的不报；后一阶段的止期不早于前一阶段的不报。

Summary The phases of a plan contradict one another: one ends later than the one behind it, or a step leaves its phase.
Basis A contradiction within the text: a phase follows the one before it, and its steps lie within it.
Why Where a plan runs over two years, often one of the dates alone was changed.
Limits Only headings that say 阶段 and give both months, the first with its year; phases that overlap but end in order
are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Section, Span, check, needs, see
from linter.language import NamedTuple, lazy

_DAY = r"(?: ?(?:\d{1,2} ?日|[上中下]旬|[初底末]))?"
_RANGE = lazy(
    rf"(?P<year>(?:19|20)\d\d) ?年 ?(?P<month>\d{{1,2}}) ?(?:月{_DAY})? ?(?:-|—{{1,2}}|~|至|到) ?"
    rf"(?:(?P<last>(?:19|20)\d\d) ?年 ?)?(?P<end>\d{{1,2}}) ?月{_DAY}"
)
_PHASE = "阶段"
# A heading tells its time within so many characters.
_REACH = 60


class _Phase(NamedTuple):
    """A heading with the months it begins and ends in, counted from the year 0, and the words and place of its time."""

    section: Section
    first: int
    last: int
    words: str
    span: Span


@check(
    code="DT012",
    name="phase-order",
    severity="warning",
    preview=True,
    needs=needs("lines", silent=("transcript", "dialogue", "amendment")),
    message={
        "zh": "阶段“{words}”结束得比下一阶段“{other}”还晚",
        "en": "the phase “{words}” ends later than the next one, “{other}”",
    },
    messages={
        "step": {
            "zh": "步骤的时间“{words}”超出所在阶段的“{other}”",
            "en": "the step “{words}” lies outside its phase, “{other}”",
        },
    },
    examples=(
        Bad(
            "三、步骤\n\n（一）组织实施阶段（[[2007年5月下旬-2008年8月]]）\n\n1、开展自查（2007年5月下旬-6月）。\n\n"
            "（二）总结巩固阶段（[[~2008年2-3月]]）\n\n各地认真总结。\n"
        ),
        Bad(
            "三、步骤\n\n（一）组织实施阶段（[[~2021年5月至8月]]）\n\n1、开展自查（2021年5月至6月）。\n\n"
            "2、抽查（[[2021年7月至9月]]）。\n\n（二）总结阶段（2021年10月至11月）\n\n各地认真总结。\n"
        ),
        Good(
            "三、步骤\n\n（一）自查阶段（2021年5月至8月）\n\n开展自查。\n\n（二）检查阶段（2021年7月至9月）\n\n开展检查。\n\n"
            "（三）总结阶段（2021年9月至10月）\n\n1、报送（2021年9月至10月）。\n"
        ),
    ),
)
def phase_order(document: Document, options: Options) -> Findings:
    """One finding a phase that ends too late, and one a step that leaves its phase."""
    if _PHASE not in document.text.normal:
        return
    last: dict[tuple[int, int], _Phase] = {}
    for phase in _phases(document):
        key = phase.section.part, phase.section.parent
        before = last.get(key)
        if before and _follows(before.section, phase.section) and before.last > phase.last >= phase.first:
            yield _finding(before, phase, "")
        last[key] = phase
        steps = [one for child in document.children(phase.section) if (one := _timed(child))]
        for step in steps:
            if not phase.first <= step.first <= step.last <= phase.last:
                yield _finding(step, phase, "step")


def _phases(document: Document) -> Iterator[_Phase]:
    for section in document.sections:
        if _PHASE in section.heading.text[:_REACH] and (phase := _timed(section)):
            yield phase


def _timed(section: Section) -> _Phase | None:
    """A heading with the time it tells; None if it tells none, or one that ends before it begins."""
    found = _RANGE.search(section.heading.text, 0, _REACH)
    if not found:
        return None
    year = int(found["year"])
    first = year * 12 + int(found["month"])
    last = int(found["last"] or year) * 12 + int(found["end"])
    return _Phase(section, first, last, found[0], section.heading.span(*found.span())) if first <= last else None


def _follows(one: Section, other: Section) -> bool:
    return one.mark.scheme == other.mark.scheme and one.mark.value[-1] + 1 == other.mark.value[-1]


def _finding(one: _Phase, other: _Phase, message: str) -> Finding:
    args = {"words": one.words, "other": other.words}
    return Finding(one.span, args, (see(other.span, "与此不合", "does not agree with this"),), message=message)
