"""同一事件级别在两处对应不同的响应级别。

依据 文件内部矛盾：一份预案中，一个事件级别只启动一个级别的响应。
说明 正文“发生重大以上事件启动Ⅰ级响应”，附表却是重大对应Ⅱ级响应，值班人员照哪一处办都可能办错。
同一级响应一处由省级机构启动、另一处由市级机构启动的，也报（警告）。
限度 正文以各级响应启动条件中“发生某级事件”、或者“发生某级事件，启动某级响应”的字样为准，
附表以同列的事件级别与响应级别为准；两处都写明才比较。

Summary One event level leads to different response levels in two places.
Basis A contradiction within the text: in one plan an event level starts one level of response.
Why If the body starts level I for 重大 and worse, and the table pairs 重大 with level II, one of them misleads.
So with a level that is left to a body of the province here, and of a city there (a warning).
Limits Read are the conditions of response levels (发生某级事件), sentences (发生…事件，启动…响应) and table columns
that pair both; both must say it.
"""

from collections.abc import Iterator, Mapping

from linter.facts.bands import Mapped, charge_conflicts, mappings, repeated_levels, response_steps, response_turns
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Related, check, needs, see
from linter.language import covering

_EVENTS = ("", "特别重大", "重大", "较大", "一般")


@check(
    code="LV002",
    name="level-mapping",
    severity="error",
    reads=(mappings, repeated_levels, response_steps, response_turns, charge_conflicts),
    needs=needs("lines", "tables"),
    message={
        "zh": "{event}事件对应{here}响应，另一处对应{there}响应",
        "en": "{event} leads to response {here}, elsewhere to {there}",
    },
    messages={
        "turn": {
            "zh": "{event}对应{here}响应，与{beside}对应{there}响应的次序不合，其余各级依次对应",
            "en": "{event} leads to response {here}, out of turn beside {beside}, which leads to {there}",
        },
        "charge": {
            "zh": "{level}{noun}由“{here}”{act}，另一处由“{there}”{act}",
            "en": "{level}{noun} is left to “{here}” ({act}), elsewhere to “{there}”",
        },
        "twice": {
            "zh": "{event}事件对应{here}响应，前面对应{there}响应",
            "en": "{event} leads to response {here}, before to {there}",
        },
        "left-out": {
            "zh": "{event}事件对应{here}响应，与{other}事件相同，而第{missing}级响应没有事件对应",
            "en": "{event} leads to response {here}, as {other} does, and response level {missing} is left out",
        },
    },
    examples=(
        Bad(
            "5.2.1 Ⅰ级响应\n\n发生[[~重大]]以上突发事件的，启动Ⅰ级响应。\n\n5.2.2 Ⅱ级响应\n\n"
            "发生较大突发事件的，启动Ⅱ级响应。\n\n"
            "附录\n\n特别重大\t重大\t较大\nⅠ级响应\t[[Ⅱ级]]响应\tⅡ级响应\n"
        ),
        Bad(
            "4.1.1 一级响应\n\n发生特别重大事故。\n\n4.1.2 二级响应\n\n发生[[~重大]]事故。\n\n"
            "4.1.3 三级响应\n\n发生较大事故。\n\n"
            "附表\n\n事故级别\t响应级别\n特别重大\t一级响应\n重大\t[[一级]]响应\n较大\t三级响应\n"
        ),
        Bad(
            "4.1 响应分级\n\n发生特别重大、重大事故，启动一级响应；发生较大事故，启动二级响应；"
            "发生[[~一般]]事故，启动三级响应。\n\n附录\n\n"
            "特别重大\t重大\t较大\t一般\n一级响应\t一级响应\t二级响应\t[[二级]]响应\n"
        ),
        Bad(
            "三、应急响应\n\n（一）确认[[~特别重大]]疫情后，启动Ⅰ级响应。\n\n（二）确认[[重大]]疫情后，启动Ⅰ级"
            "响应。\n\n"
            "（三）确认较大疫情后，启动Ⅲ级响应。\n\n（四）确认一般疫情后，启动Ⅳ级响应。\n"
        ),
        Bad(
            "（二）响应分级\n\n1.特别重大、重大事故，启动一级响应。\n\n2.[[~较大]]事故，启动二级响应。\n\n"
            "3.[[较大]]事故，启动三级响应。\n"
        ),
        Bad(
            "4.2.1 发生特别重大事件时，启动Ⅰ级响应。\n\n4.2.2 发生[[~重大]]事件时，启动Ⅱ级响应。\n\n"
            "4.2.3 发生[[~较大]]事件时，启动Ⅲ级响应。\n\n附表 对照\n\n事件级别\t响应级别\n特别重大\tⅠ级响应\n"
            "重大\t[[Ⅲ级]]响应\n较大\t[[~Ⅱ级]]响应\n"
        ),
        Bad(
            "第六条　重大事故由设区的市人民政府负责调查，[[~较大事故由县级人民政府负责调查]]。\n\n"
            "第十五条　[[较大事故由设区的市人民政府负责调查]]，调查期限为60日。\n"
        ),
        Bad(
            "启动权限\n\n响应级别\t启动机构\nⅠ级\t省防指\nⅡ级\t[[~市防指]]\nⅢ级\t县防指\n\n"
            "5.2 [[Ⅱ级响应由县防指决定启动]]，Ⅲ级响应由县防指决定启动。\n"
        ),
        Bad(
            "六、发生一般事故的，启动Ⅳ级响应；发生[[~较大事故的，启动Ⅲ级]]响应；发生[[重大事故的，启动Ⅲ级]]响应"
            "；发生特别重大事故的，启动Ⅰ级响应。\n"
        ),
        Good(
            "4.1 发生重大事故，启动Ⅱ级响应；发生较大事故，启动Ⅲ级响应；发生一般事故，启动Ⅳ级响应。\n\n"
            "4.3 发生一般事故，启动区Ⅰ级响应；发生较大事故，启动区Ⅰ级响应。\n"
        ),
        Good(
            "四、发布黄色预警时，启动Ⅲ级响应；发布橙色预警时，启动Ⅱ级响应；发布红色预警时，启动Ⅰ级响应。\n\n"
            "五、发生特大干旱，启动一级响应；发生严重干旱，启动一级响应；发生中度干旱，启动二级响应；发生轻度干"
            "旱，启动三级响应。\n\n"
            "六、发生一般事故的，启动Ⅳ级响应；发生较大事故的，启动Ⅲ级响应；发生重大、特别重大事故的，启动Ⅰ级响应。\n"
        ),
        Good(
            "3.1 分级负责\n\nⅠ级响应由省指挥部启动，Ⅱ级响应由市指挥部启动，跨市的Ⅱ级响应由省指挥部启动。\n\n"
            "4.1 响应启动\n\nⅠ级响应由省防汛抗旱指挥部启动；Ⅱ级响应由市或者县指挥部启动；Ⅱ级响应由省指挥部终止。\n\n"
            "较大事故由事发地县级政府负责调查；较大事故由设区的市人民政府负责调查。\n"
        ),
        Good(
            "5.2.1 Ⅰ级响应\n\n发生特别重大事件，或者重大事件有扩大趋势的。\n\n5.2.2 Ⅱ级响应\n\n发生重大事件的。\n\n"
            "附录\n\n特别重大\t重大\nⅠ级响应\tⅡ级响应\n"
        ),
    ),
)
def level_mapping(document: Document, options: Options) -> Findings:
    """Yield one finding for each place that maps event levels otherwise than the first one does."""
    yield from _charged(document)
    yield from _turned(document)
    turned = covering(one.span for turn in document.read(response_turns) for one in turn)
    for steps in document.read(response_steps):
        slips = _twice(steps) or _left_out(steps)
        yield from (one for one in slips if not turned(one.span.start))
    found = document.read(mappings)
    told = {turn.span for one in document.read(repeated_levels) for turn in (one.again, one.first)}
    for mapping in found:
        if not any(mapped.span in told for several in mapping.values() for mapped in several):
            yield from _double(mapping)
    if len(found) < 2:
        return
    first = found[0]
    for other in found[1:]:
        differing = [rank for rank in sorted(other) if rank in first and _differ(first[rank], other[rank])]
        if differing:
            here, there = other[differing[0]][0], first[differing[0]][0]
            args = {
                "event": _EVENTS[differing[0]],
                "here": here.response.words,
                "there": there.response.words,
            }
            yield Finding(here.span, args, tuple(_related(first, other, differing)))


def _turned(document: Document) -> Findings:
    """Levels of a sentence that start a response out of turn."""
    for one, beside in document.read(response_turns):
        args = {"event": one.words, "here": one.response.words, "beside": beside.words, "there": beside.response.words}
        words = f"{beside.words}→{beside.response.words}"
        yield Finding(one.span, args, (see(beside.span, words, words),), message="turn")


def _charged(document: Document) -> Findings:
    """Levels that two places leave to bodies of two tiers."""
    for here, there in document.read(charge_conflicts):
        args = {"level": here.level, "noun": here.noun, "act": here.act, "here": here.body, "there": there.body}
        related = see(there.span, f"另一处由“{there.body}”{there.act}", f"“{there.body}” elsewhere")
        yield Finding(here.span, args, (related,), message="charge", severity="warning")


def _double(mapping: Mapping[int, list[Mapped]]) -> Findings:
    """One event that leads to two responses, where the event beside it leads to none: 较大→Ⅱ级, 较大→Ⅲ级, no 重大."""
    steps = [(rank, one) for rank, several in sorted(mapping.items()) for one in several]
    ranks = {rank for rank, _ in steps}
    missing = set(range(min(ranks), max(ranks) + 1)) - ranks
    doubles = [rank for rank in ranks if len({one.response.rank for at, one in steps if at == rank}) > 1]
    if len(missing) == len(doubles) == 1 and abs(doubles[0] - missing.pop()) == 1:
        yield from _twice(tuple((rank, one) for rank, one in steps if rank == doubles[0]))


def _twice(steps: tuple[tuple[int, Mapped], ...]) -> list[Finding]:
    """One event that starts two responses in a list: the second place is likely another event."""
    first: dict[int, Mapped] = {}
    found: list[Finding] = []
    for rank, one in steps:
        before = first.setdefault(rank, one)
        if before.response.rank != one.response.rank:
            args = {"event": _EVENTS[rank], "here": one.response.words, "there": before.response.words}
            words = f"{_EVENTS[rank]}→{before.response.words}"
            found.append(Finding(one.span, args, (see(before.span, words, words),), message="twice"))
    return found


def _left_out(steps: tuple[tuple[int, Mapped], ...]) -> Findings:
    """Two events of a list that start one response while another response is left out: the second of them is wrong."""
    # One sentence that leads two events to one response means it.
    if len({rank for rank, _ in steps}) < len(steps) or len({id(one.response) for _, one in steps}) < len(steps):
        return
    steps = tuple(sorted(steps))
    ranks = [one.response.rank for _, one in steps]
    missing = set(range(min(ranks), max(ranks) + 1)) - set(ranks)
    doubles = [at for at in range(1, len(ranks)) if ranks[at] == ranks[at - 1]]
    if len(missing) == len(doubles) == 1 and ranks == sorted(ranks):
        (before, other), (rank, one) = steps[doubles[0] - 1], steps[doubles[0]]
        args = {
            "event": _EVENTS[rank],
            "here": one.response.words,
            "other": _EVENTS[before],
            "missing": missing.pop(),
        }
        words = f"{_EVENTS[before]}→{other.response.words}"
        yield Finding(one.span, args, (see(other.span, words, words),), message="left-out")


def _differ(one: list[Mapped], other: list[Mapped]) -> bool:
    return {mapped.response.rank for mapped in one}.isdisjoint({mapped.response.rank for mapped in other})


def _related(first: dict[int, list[Mapped]], other: dict[int, list[Mapped]], ranks: list[int]) -> Iterator[Related]:
    for at, rank in enumerate(ranks):
        for mapped in [*(other[rank] if at else ()), *first[rank]]:
            words = f"{_EVENTS[rank]}→{mapped.response.words}"
            yield see(mapped.span, words, words)
