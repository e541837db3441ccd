"""Ladders without level names: 不满1万元的…；1万元以上不满5万元的…；5万元以上的….

They stand in one paragraph, in one sentence, in sibling items, or down a column of a table.

What became of the numbers with bounds: those that are steps of a ladder, and those that no ladder holds.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from linter.facts.bands.bounded import Bounded, bounded
from linter.facts.bands.bounds import is_defined
from linter.facts.bands.levels import LevelName, names_in, steps_in
from linter.facts.bands.measures import Measure, measures
from linter.facts.bands.model import GradedItem, Level
from linter.facts.bands.neighbours import above, as_meant, between, spacing
from linter.facts.bands.quantities import Band, may_bound
from linter.facts.bands.readings import Reading, consequence, reading
from linter.facts.bands.rungs import ONE, ROWS, Steps, node_lists, states
from linter.facts.bands.scales import scales
from linter.facts.bands.tables import STEP
from linter.language import Meeting, Number, empty, lazy
from linter.structure import Document, fact

__all__ = ["ladders", "loose_bounds"]

# So many steps at least tell which two of them have changed places.
_TURNING = 3

_LABEL = 30
# 累计工作已满1年不满10年的,…;已满10年不满20年的,…: what a later step leaves out.
_ELIDED = frozenset({"", "已"})
# 90分以上的为优秀, 80分以上90分以下的为良好: what a step is called is no part of what it measures.
# So are those who decide on it: 总投资100万元以上的项目由县级主管部门审批, 5万元以上的报局长办公会审批.
_CALLED = lazy(
    r"(?:[评定]|认定|确定)?(?:为|属于).*|(?<![用工耗历])时$|^部分$"
    r"|(?<!自)由(?!于)[^,;]{2,}$|(?:报|经)[^,;]{2,}(?:审[批定核]|批准|研究|决定)$"
)


@fact("step-lists")
def step_lists(document: Document) -> tuple[Steps, ...]:
    """The lists of a document whose nodes can be steps of a ladder, outside the scales that have names."""
    # Rows that are merely numbered (类别 1, 2, 3) may hold ladders of their own.
    numbered = [one for one in document.read(scales) if one.levels[0].name.vocabulary == STEP and not one.discretion]
    taken = sorted(scale.span for scale in document.read(scales) if scale not in numbered)
    return tuple(node_lists(document, taken))


@fact("step-chains")
def step_chains(document: Document) -> tuple[Measure, ...]:
    """The bands of steps that speak of one thing, whether or not they climb, none of which a scale has read."""
    found: list[Measure] = []
    seen = {one.span for measure in document.read(measures) for one in measure.readings}
    for steps in document.read(step_lists):
        for measure in _ladders(document, steps):
            spans = {one.span for one in measure.readings}
            if not spans <= seen:  # one list may be read by more than one of its marks
                seen |= spans
                found.append(measure)
    return tuple(found)


@fact("ladders", "条无名阶梯", "ladder without names|ladders without names")
def ladders(document: Document) -> tuple[Measure, ...]:
    """The ladders of a document that no named scale covers."""
    return tuple(one for one in document.read(step_chains) if _climbs(one.readings))


def turned(chain: Sequence[Reading]) -> tuple[Reading, Reading] | None:
    """The two neighbours that stand in each other's place: exchanged, the steps climb and leave nothing out."""
    if len(chain) < _TURNING or any(one.qualified for one in chain):
        return None
    rises = [above(other, one) for one, other in pairwise(chain)]
    rarer = sum(rises) * 2 < len(rises)
    if min(sum(rises), len(rises) - sum(rises)) != 1:
        return None
    for at, rising in enumerate(rises):
        both = sum(rises) * 2 == len(rises)
        if (both or rising is rarer) and whole([*chain[:at], chain[at + 1], chain[at], *chain[at + 2 :]]):
            return chain[at], chain[at + 1]
    return None


def whole(chain: Sequence[Reading]) -> bool:
    """Whether steps go one way, and each meets the next."""
    if not _climbs(chain):
        return False
    met = [between(one, other) for one, other in pairwise(chain)]
    return all(one and (one.shared or one.kind in {"joined", "undecided"}) for one in met)


def _ladders(document: Document, steps: Steps) -> Iterator[Measure]:
    nodes, least, deeds = steps
    open_: dict[tuple[str, str], list[Reading]] = {}
    running = len({id(item.paragraph) for node in nodes for item in node}) == 1
    for at, node in enumerate(nodes):
        readings = list(_readings(document, node, at, deeds[at] if deeds else ()))
        found = {
            _elided(_key(one), open_ if running or (deeds and len(readings) == 1) else {}): [one] for one in readings
        }
        if not running and len(readings) > len(found):
            found |= _stairs(readings)
        for key in [key for key in open_ if key not in found]:
            yield from _closed(open_.pop(key), least)
        for key, several in found.items():
            open_.setdefault(key, []).extend(several)
    for chain in open_.values():
        yield from _closed(chain, least)


def _stairs(readings: Sequence[Reading]) -> dict[tuple[str, str], list[Reading]]:
    """What one node goes through step by step (低于1000元…;1000元至2000元…;2000元至3000元…): the next node goes on."""
    found: dict[tuple[str, str], list[Reading]] = {}
    for one in readings:
        found.setdefault(_elided(_key(one), found), []).append(one)
    return {key: several for key, several in found.items() if len(several) >= ROWS and _climbs(several)}


def _key(one: Reading) -> tuple[str, str]:
    """What a step measures: by the words next to its band, without those that a step is called by or leads to."""
    dimension, words = one.theme
    if _CALLED.match(one.words):  # 20万以上50万以下的为小城市: nothing but what the step is called
        return dimension, ""
    names = [*names_in(words), *steps_in(words)]
    for name in sorted(names, key=lambda name: -name.start):
        words = words[: name.start] + words[name.end :]
    return dimension, _CALLED.sub("", words)


def _elided(key: tuple[str, str], open_: Mapping[tuple[str, str], list[Reading]]) -> tuple[str, str]:
    """The key of a step in running text that leaves out what it measures: 涉案金额不满100万元…;100万元以上…."""
    same = [other for other in open_ if other[0] == key[0]]
    return same[0] if len(same) == 1 and (key[1] in _ELIDED or not same[0][1] or _shortens(key[1], same[0][1])) else key


def _shortens(words: str, whole: str) -> bool:
    """引进固定资产投资1000万元以上的项目,…;引进5000万元以上的项目: the same with words left out in one place."""
    return words in whole or any(
        whole.startswith(words[:at]) and whole.endswith(words[at:]) for at in range(len(words) + 1)
    )


def _readings(
    document: Document, node: Sequence[GradedItem], at: int, deeds: tuple[GradedItem, ...]
) -> Iterator[Reading]:
    """The bounded conditions of a step; of two about the same thing only the first."""
    for item in node:
        first = at == 0 and ONE.search(item.text) is not None
        if not item.unit and not first and not may_bound(item.text):
            continue
        level = unnamed(at, item, deeds)
        for band in reversed(item.bands()):
            # 1-4, 5-8, 2001-2005: bare ranges number weeks, pages and years, and need not be all of them.
            numbers = band.form == "range" and not band.unit.name
            bounds = states(item, band) or (first and _counts_one(item, band))
            if bounds and not band.flaw and not band.about and not numbers:
                one = reading(document, level, item, band)
                if not is_defined(document, one.span):
                    yield one


def _counts_one(item: GradedItem, band: Band) -> bool:
    """未检测1项 before 未检测2项以上4项以下: the first step of what is counted has no bounds."""
    one = band.form == "bare" and band.unit.whole and band.lower is not None and band.lower.value == band.unit.factor
    return one and not consequence(item, band)


def unnamed(at: int, item: GradedItem, deeds: tuple[GradedItem, ...]) -> Level:
    """A step without a name as a level."""
    return Level(LevelName("", at, item.text[:_LABEL], 0, 0), item.span, "", (item,), deeds)


def _closed(chain: list[Reading], least: int) -> Iterator[Measure]:
    if len(chain) >= least and not any(empty(one.interval) for one in chain):
        yield Measure(tuple(chain), None)


def _climbs(chain: Sequence[Reading]) -> bool:
    """Whether bands go one way and most neighbours meet, so that those which do not are mistakes."""
    pairs = list(pairwise(chain))
    rising = [above(other, one) for one, other in pairs]
    falling = [above(one, other) for one, other in pairs]
    if not all(rising) and not all(falling):
        return False
    apart = spacing(
        [(other, one) if falls else (one, other) for falls, (one, other) in zip(falling, pairs, strict=True)]
    )
    meetings = [_meant(one, other, apart) for one, other in pairs]
    if len(pairs) == 1:
        return meetings[0] is not None and _two_steps(chain, meetings[0])
    # 10人以下, 11人至20人: what no clause decides may well join.
    joined = sum(one is not None and (one.shared or one.kind in {"joined", "undecided"}) for one in meetings)
    # One step without an end among others that join has lost it; steps that never meet are no parts of a whole.
    return joined * 2 >= len(pairs) and meetings.count(None) <= (joined > 1)


def _meant(one: Reading, other: Reading, apart: Number) -> Meeting | None:
    low, high = (other, one) if above(one, other) else (one, other)
    meeting = between(one, other)
    return meeting and as_meant(low, high, meeting, apart)


def _two_steps(chain: Sequence[Reading], meeting: Meeting) -> bool:
    """Whether two bands are steps of a scale. 1年内…1年以上 share a number and may say nothing of one; a note (含), or
    two words of which not both include it (<3个月, >3个月), tell that they do, and so do two that leave something out.
    """
    if not meeting.shared:
        return _complements(*chain)
    noted = any(bound is not None and bound.fixed for one in chain for bound in one.interval[:2])
    return noted or (meeting.kind in {"gap", "joined"} and _complements(*chain))


def _complements(one: Reading, other: Reading) -> bool:
    """不足1万元 and 1万元以上: two halves that are meant to leave nothing out."""
    first, second = one.interval, other.interval
    return (first.lower is None and second.upper is None) or (first.upper is None and second.lower is None)


@fact("bands", "档", "band|bands")
def bands(document: Document) -> tuple[Reading, ...]:
    """The bands of all scales and ladders, each once."""
    found = {one.span: one for measure in document.read(measures) for one in measure.readings}
    found |= {one.span: one for measure in document.read(ladders) for one in measure.readings}
    return tuple(found.values())


@fact("loose-bounds", "处界限不属于任何阶梯", "bound in no ladder|bounds in no ladder")
def loose_bounds(document: Document) -> tuple[Bounded, ...]:
    """The numbers with a bound that are no band of a scale or a ladder."""
    taken = {one.span for one in document.read(bands)}
    return tuple(one for one in document.read(bounded) if one.span not in taken)
