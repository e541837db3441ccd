"""What follows step by step: the fines, terms and grants of a scale or a ladder, from the lightest step on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from linter.facts.bands.amounts import Penalty, PenaltyKey, lighter, penalties
from linter.facts.bands.ladders import ladders
from linter.facts.bands.measures import Measure
from linter.facts.bands.model import GradedItem, Scale, items
from linter.facts.bands.neighbours import above
from linter.facts.bands.quantities import Band
from linter.facts.bands.readings import leads_on
from linter.facts.bands.scales import scales
from linter.facts.bands.tallies import tallied
from linter.language import NamedTuple, lazy, lexicon
from linter.structure import Document, Paragraph, fact

__all__ = ["PenaltyCourse", "consequences"]

Step = dict[PenaltyKey, Penalty]
Joint = Literal["joined", "overlap", "within", "same", "gap", "turned"]

# Vocabularies whose first level is the gravest, so that the order of what follows is known.
_GRAVE = frozenset({"event", "lesser", "grave", "colour", "measure", "repeat"})
# The vocabulary of 从重, 一般, 从轻, and from which of its ranks on a penalty is less than the lawful range.
_MEASURE, _BELOW = "measure", 4
# Ranks in which one is above the next; 一类, 二类 may be kinds side by side.
_RANKED = lazy(r"numeral|ordinal:[档等星]|letter")
_SHORTEST = 3
# What each step gives or takes: a few words that say so.
_SAID_OF = lazy(r"[^,;。:()\d]{0,10}[给奖补助罚扣收缴付交发加减每][^,;。:()\d]{0,8}")
_GIVEN = lazy(r"^.*每(?>[平立]方米|千瓦时|[^\W\d_]{1,2})(?=[^\W\d_]{2})")
_BY_RANK = ("奖励", "支付", "报销", "每")
# Prices of which who uses more pays more: 阶梯水价.
_TIERED = frozenset({"水价", "电价", "气价"})
_STOP = lazy(r"[;。]")
_GRAVER = lazy(r"(?:情节|后果)(?:特别)?严重的|造成严重后果的")
_PAYER = lazy(r"对([^,;。]{2,30}?)(?:处|并处|给予|可以)|(?:人员|负责人|个人|单位)")
_TAKEN = ("扣发", "扣款", "扣减", "扣除")
_PUNISHED = lexicon.words("PUNISHED") | lexicon.words("SUSPENDED")


class PenaltyCourse(NamedTuple):
    """Consequences of one kind in one unit, of steps that follow one another.

    ``known`` says that their order from light to grave is known, ``cut`` that they cut a range into steps: the fines of
    a table of discretion, or of a ladder. ``leaning`` is the way that what is beside them says they go: 1 up, -1 down,
    0 if nothing says it.
    """

    steps: tuple[Penalty, ...]
    known: bool
    cut: bool
    leaning: int = 0

    @property
    def way(self) -> int:
        """The one way that all three or more steps go: 1 up, -1 down, 0 if they do not."""
        pairs = list(pairwise(self.steps))
        up, down = (all(lighter(*pair[::way]) for pair in pairs) for way in (1, -1))
        return (up - down) if len(pairs) > 1 else 0

    @property
    def punishes(self) -> bool:
        """Whether these are punishments, of which a graver case has more."""
        return self.steps[0].kind in _PUNISHED or self.steps[0].kind.startswith(_TAKEN)

    def inversions(self) -> Iterator[tuple[Penalty, Penalty]]:
        """Neighbours of which the graver step has the lighter consequence: the graver first.

        Where the order is not known, those few that run against all others.
        """
        up = [(one, other) for one, other in pairwise(self.steps) if lighter(one, other)]
        down = [(one, other) for one, other in pairwise(self.steps) if lighter(other, one)]
        if self.known:
            yield from ((other, one) for one, other in down)
        elif len(up) > len(down):
            yield from ((other, one) for one, other in down if self._inside(one, other))
        elif len(down) > len(up) > 0:
            yield from ((one, other) for one, other in up if self._inside(one, other))
        elif self.leaning and (len(up) == len(down) or self.punishes):
            yield from ((other, one) for one, other in down) if self.leaning > 0 else iter(up)

    def _inside(self, one: Penalty, other: Penalty) -> bool:
        """Whether two neighbours do not turn at an end on purpose, as grants of 80, 100, 120, 100 (or 60) do.

        The step at that end then is no further on than the one before the turn: exchanged or mistyped, it would be.
        """
        if self.punishes or (one is not self.steps[0] and other is not self.steps[-1]) or len(self.steps) == _SHORTEST:
            return True
        last, before = (one, self.steps[2]) if one is self.steps[0] else (other, self.steps[-3])
        rises = lighter(before, one if last is other else other)
        return lighter(before, last) if rises else lighter(last, before)

    def joints(self) -> list[tuple[Penalty, Penalty, Joint]]:
        """How each two neighbours meet, of those that cut one range and whose amounts can be compared."""
        if not self.cut:
            return []
        return [(one, other, joint) for one, other in pairwise(self.steps) if (joint := _joint(one, other)) is not None]


@fact("consequences")
def consequences(document: Document) -> tuple[PenaltyCourse, ...]:
    """The courses of a document, in order of place."""
    found: list[PenaltyCourse] = []
    for measure in document.read(ladders):
        if tallied(document, measure):
            continue
        courses = _leaning(list(_of(_of_measure(measure), known=_rises(measure), cut=True)))
        found += [
            one._replace(leaning=one.leaning or int(one.steps[0].kind in _TIERED or _dips(one))) for one in courses
        ]
    for scale in document.read(scales):
        if scale.kind != "response":
            grave = scale.levels[0].name.vocabulary in _GRAVE
            cut = scale.discretion or _leads_on(scale)
            courses = list(_of(_of_scale(scale, grave=grave), known=grave, cut=cut))
            found += _ranked(courses) if _RANKED.match(scale.levels[0].name.vocabulary) else _leaning(courses)
    for paragraph in document.paragraphs:
        if "严重" in paragraph.text and ";" in paragraph.text:
            found += _of_prose(paragraph)
    return tuple(sorted(found, key=lambda course: course.steps[0].span))


def _leaning(courses: list[PenaltyCourse]) -> list[PenaltyCourse]:
    """Courses that turn, with the way of one of their kind beside them (6%, 8%, 10% beside 60万元, 50万元, 500万元), or
    where they punish that of their own ends, of two steps that of the other punishments beside them.
    """
    ways = {course.steps[0].kind: course.way for course in courses if course.way}
    beside = {course.way for course in courses if course.punishes and course.way}
    joint = beside.pop() if len(beside) == 1 else 0
    own = [(_of_ends(one) if len(one.steps) > 2 else joint) if one.punishes else 0 for one in courses]
    return [
        course._replace(leaning=ways.get(course.steps[0].kind) or way) for course, way in zip(courses, own, strict=True)
    ]


def _dips(course: PenaltyCourse) -> bool:
    """Whether of three steps the one between has less than both, and the last has most: 50元, 30元, 300元."""
    if len(course.steps) != _SHORTEST:
        return False
    first, between, last = course.steps
    return lighter(between, first) and lighter(first, last)


def _of_ends(course: PenaltyCourse) -> int:
    """The way from the first step to the last: 1 up, -1 down, 0 if neither is lighter."""
    first, last = course.steps[0], course.steps[-1]
    return int(lighter(first, last)) - int(lighter(last, first))


def _ranked(courses: list[PenaltyCourse]) -> list[PenaltyCourse]:
    """Rewards, fines and what is paid of costs by ranks (一级 5%, 二级 6%, 三级 1%), which go the way of their ends."""
    ways = [_of_ends(one) if one.punishes or one.steps[0].kind.startswith(_BY_RANK) else 0 for one in courses]
    return [course._replace(leaning=way) for course, way in zip(courses, ways, strict=True)]


def _of_prose(paragraph: Paragraph) -> Iterator[PenaltyCourse]:
    """…,处一万元以上五万元以下罚款;情节严重的,处五万元以上…: the graver case pays more, if the same pay."""
    for case, graver in pairwise(items(paragraph)):
        if not _GRAVER.match(graver.text):
            continue
        alike = _payers(case) == _payers(graver)
        one, other = (case, graver) if alike else (_own(case), _own(graver))
        before, after = penalties([one]), penalties([other])
        for key in sorted(before.keys() & after.keys()):
            if key[0] == "罚款" and before[key].band.form != "bare" and after[key].band.form != "bare":
                yield PenaltyCourse((before[key], after[key]), known=True, cut=False)


def _payers(item: GradedItem) -> list[str]:
    """Who is fined, where a sentence names them: 对直接负责的主管人员."""
    return _PAYER.findall(item.text)


def _own(item: GradedItem) -> GradedItem:
    """A case up to those who pay beside the one it is about: 处…罚款,对其直接负责的主管人员处…."""
    payer = _PAYER.search(item.text)
    return item._replace(end=item.start + payer.start()) if payer else item


def _of_measure(measure: Measure) -> list[Step]:
    steps: list[Step] = [penalties((*one.level.items, *one.level.deeds)) for one in measure.readings]
    if not any(steps):
        steps = [penalties([deed]) for deed in _behind(measure)]
    if not any(steps):
        steps = _alike([(one.item, one.band) for one in measure.readings])
    return steps[::-1] if above(measure.readings[0], measure.readings[-1]) else steps


def _alike(stated: Sequence[tuple[GradedItem, Band]]) -> list[Step]:
    """The one amount behind each step, where all say it in the same words: 每平方米交存60元; 扣发绩效50元."""
    found: list[Penalty] = []
    rates: set[str] = set()
    for item, step in stated:
        later = [band for band in item.bands() if band.start >= step.end]
        words = (
            item.paragraph.text[step.end : later[0].start].removeprefix("部分").lstrip("的,") if len(later) == 1 else ""
        )
        if not _SAID_OF.fullmatch(words) or later[0].form != "bare" or later[0].flaw or later[0].about:
            return []
        kind = _GIVEN.sub("", words) or words
        rates.add(words.removesuffix(kind))  # 收费5元, 每小时收费2元: not of the same
        found.append(Penalty(kind, item, later[0]))
    return [{one.key: one} for one in found] if len({one.key for one in found}) == len(rates) == 1 else []


def _behind(measure: Measure) -> Iterator[GradedItem]:
    """What stands behind each step of a run of clauses, up to the next: 10年以下的补助1000元,10年至20年的补助2000元."""
    places = [one.item for one in measure.readings]
    text = places[0].paragraph.text
    if len(places) < _SHORTEST or any(one.paragraph is not places[0].paragraph for one in places):
        return
    for one, other in pairwise([*places, None]):
        stop = _STOP.search(text, one.end) if one and other is None else None
        end = other.start if other else stop.start() if stop else len(text)
        if one and one.end < end:
            yield one._replace(start=one.end, end=end)


def _rises(measure: Measure) -> bool:
    """Whether more is graver beyond doubt: the more money is involved, the more is paid."""
    return measure.readings[0].band.unit.dimension == "元"


def _of_scale(scale: Scale, *, grave: bool) -> list[Step]:
    steps: list[Step] = []
    for level in scale.ordered[::-1] if grave else scale.ordered:
        if level.name.vocabulary == _MEASURE and level.name.rank >= _BELOW:
            continue  # 减轻, 免予处罚: below the range that is cut into steps
        step = penalties((*level.items, *level.deeds))
        # A row of the same level that repeats its fine: 3 | … | 20万元以上70万元以下, then | … | 20万元以上70万元以下.
        if level.name.words or not steps or _values(step) != _values(steps[-1]):
            steps.append(step)
    if not any(steps):  # 第二档:300立方米以下部分,每立方米3.1元
        bounded = [[(item, band) for item in level.items for band in item.bands()[:1]] for level in scale.ordered]
        steps = _alike([one for level in bounded for one in level]) if all(len(level) == 1 for level in bounded) else []
    return steps


def _leads_on(scale: Scale) -> bool:
    """Whether each level is one sentence that says itself what follows."""
    said = [(*level.items, *level.deeds) for level in scale.levels]
    return all(len(one) == 1 and leads_on(one[0]) for one in said)


def _values(step: Step) -> dict[PenaltyKey, object]:
    return {key: one.values for key, one in step.items()}


def _of(steps: Sequence[Mapping[PenaltyKey, Penalty]], *, known: bool, cut: bool) -> Iterator[PenaltyCourse]:
    """A course for each kind, cut where a step has none of it."""
    for key in sorted({key for step in steps for key in step}):
        run: list[Penalty] = []
        for step in (*steps, {}):
            if key in step:
                run.append(step[key])
                continue
            if len(run) > 1:
                yield PenaltyCourse(tuple(run), known and key[0] in _PUNISHED, cut and key[0] == "罚款")
            run = []


def _joint(one: Penalty, other: Penalty) -> Joint | None:
    low, high = one.band, other.band
    top, bottom = low.upper or low.lower, high.lower or high.upper
    if top is None or bottom is None or (high.lower is None and high.upper is not None and low.lower is not None):
        return None
    if lighter(other, one):
        return "turned"
    if one.values == other.values:
        return "same"
    if top.value == bottom.value:
        return "joined"
    if bottom.value < top.value:
        within = high.upper is not None and low.upper is not None and high.upper.value < low.upper.value
        return "within" if within else "overlap"
    return None if "bare" in {low.form, high.form} else "gap"
