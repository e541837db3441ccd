"""分级数量与国家规定的分级不一致。

依据 国务院令第493号、特种设备安全监察条例、森林防火条例、地质灾害防治条例等规定的事故、灾害等级标准，均读过原文。
说明 预案照搬国家分级，多数级别相同，只有一两级数字不同，多为抄录错误；定级不同，报告和处置的权限也就不同。
限度 只看以特别重大、重大、较大、一般（特大型至小型）命名的事件分级，响应级别不比；地方可以从严，所以同一指标
至少一半级别与国家相同才报；两级之间已有空隙、重叠的由 TH002、TH003 报；按成文日期选用当时有效的规定。

Summary A band differs from the national one for the same event and level.
Basis Grading in State Council orders and regulations (Order 493 art. 3 and others), each read in its text.
Why A plan copies the national scale in most levels and differs in one: a slip, and it moves the duty to report.
Limits Event levels only, never response levels. Local plans may be stricter, so at least half of the levels must agree;
bands that leave gaps or overlap are TH002 and TH003; the norm must be in force on the day of the document.
"""

from collections.abc import Mapping

from checks.th.telling import amount, place
from linter.facts.bands import (
    Measure,
    NationalBand,
    Reading,
    courses,
    measures,
    national,
    neighbours,
    same_values,
    usable,
)
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, needs, see
from linter.language.units import UNITS


@check(
    code="TH010",
    name="band-differs-from-national",
    severity="warning",
    preview=True,
    norm="国务院令第493号 3",
    strength="should",
    reads=(measures, neighbours, courses),
    needs=needs("lines", "tables"),
    message={
        "zh": "{band}与{norm}的分级不同，国家分级为{wanted}",
        "en": "{band} differs from {norm}, which has {wanted}",
    },
    examples=(
        Bad(
            "海州市森林火灾应急预案\n\n1.4.1 特别重大森林火灾：受害森林面积1000公顷以上。\n\n"
            "1.4.2 重大森林火灾：受害森林面积100公顷以上不足1000公顷。\n\n"
            "1.4.3 较大森林火灾：受害森林面积[[10公顷以上不足100公顷]]。\n\n"
            "1.4.4 一般森林火灾：受害森林面积[[~不足10公顷]]。\n"
        ),
        Bad(
            "海州市生产安全事故应急预案\n\n（一）特别重大事故，是指造成[[50人以上]]死亡的事故；\n\n"
            "（二）重大事故，是指造成[[~10人以上50人以下]]死亡的事故；\n\n"
            "（三）较大事故，是指造成3人以上10人以下死亡的事故；\n\n（四）一般事故，是指造成3人以下死亡的事故。\n"
        ),
        Good(
            "海州市生产安全事故应急预案\n\n（一）特别重大事故，是指造成30人以上死亡的事故；\n\n"
            "（二）重大事故，是指造成10人至29人死亡的事故；\n\n（三）较大事故，是指造成3人至9人死亡的事故。\n"
        ),
        Good(
            "海州市城市公共交通事故应急预案\n\n4.1.1 Ⅰ级响应：死亡10人以上。\n\n"
            "4.1.2 Ⅱ级响应：死亡5人以上10人以下。\n\n"
            "4.1.3 Ⅲ级响应：死亡2人以上5人以下。\n"
        ),
    ),
)
def band_differs_from_national(document: Document, options: Options) -> Findings:
    """Yield one finding for each measure that follows a national scale but for some levels."""
    spoilt: set[Span] | None = None
    for measure in document.read(measures):
        norms = national(document, measure)
        if not norms:
            continue
        if spoilt is None:
            spoilt = _spoilt(document)
        odd = _odd(measure, norms)
        if odd and spoilt.isdisjoint({one.span for one in measure.readings}):
            yield _finding(odd, norms)


def _odd(measure: Measure, norms: Mapping[int, NationalBand]) -> list[Reading]:
    """The readings that differ, if at least as many agree."""
    known = [one for one in measure.readings if one.level.name.rank in norms and usable(one)]
    odd = [one for one in known if not same_values(one.interval, norms[one.level.name.rank].interval)]
    return odd if 2 * len(odd) <= len(known) else []


def _spoilt(document: Document) -> set[Span]:
    """The bands of which another check has something to say."""
    pairs = [pair for pair in document.read(neighbours) if pair.meeting.kind in {"gap", "overlap"}]
    against = [pair for course in document.read(courses) for pair in course.against]
    return {one.span for pair in pairs for one in (pair.low, pair.high)} | {one.span for two in against for one in two}


def _finding(odd: list[Reading], norms: Mapping[int, NationalBand]) -> Finding:
    first = odd[0]
    norm = norms[first.level.name.rank]
    args = {"band": place(first), "norm": norm.norm, "wanted": _words(norm)}
    related = tuple(see(one.span, f"同样不同的{place(one)}", f"{place(one)} differs too") for one in odd[1:])
    return Finding(first.span, args, related)


def _words(band: NationalBand) -> str:
    unit = UNITS[band.unit]
    lower, upper = band.interval.lower, band.interval.upper
    words = ""
    if lower:
        words = f"{amount(lower.value, unit)}以上" if lower.inclusive else f"超过{amount(lower.value, unit)}"
    if upper:
        words += f"{amount(upper.value, unit)}及以下" if upper.inclusive else f"不足{amount(upper.value, unit)}"
    return f"“{words}”"
