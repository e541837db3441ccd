"""Readings: a band of a level with its bounds as the document means them, and the words it is about.

How far apart ranges of one measure lie on purpose: 90-100, 80-89; 5.0-5.9级 beside 6.0级.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.bands.bounds import BoundsClause, resolve
from linter.facts.bands.levels import names_in, steps_in
from linter.facts.bands.model import GradedItem, Level
from linter.facts.bands.quantities import Band
from linter.language import Bound, Interval, NamedTuple, Number, Span, lazy
from linter.structure import Document, fact

__all__ = ["Reading", "masked"]

# What is done to somebody, not what makes a level: 处三年以上七年以下有期徒刑, 并处20万元以上罚款, 给予1万元以下补贴.
_DONE_BEFORE = lazy(
    r"处(?![置理于在级室长境分所方])|{CONSEQUENCE}|{IMPOSED}|{SUSPENDED}|记\d|(?<![登标])记$"
    r"|责令停[产业]|(?<=的,)停[产业课]$"
)
# 罚款数额1万元以上的,奖励500元: the size of what was done is a condition of what follows; so is 罚款1万元以上的,奖励….
_SIZE = lazy(r"{CONSEQUENCE}(?P<named>(?:数额|金额|总额|额)(?:累计|合计|达到?|在)?)?$")
# 10年以下的补助1000元: what is given for it follows.
_DONE_BEHIND = lazy(r"的?{CONSEQUENCE}(?!(?:每.{1,2})?\d)|内?(?:不[得予再准]|禁止|暂停|取消)")
# 48小时内无法恢复: what does not happen within a time lasts longer.
_NOT_WITHIN = lazy(r"[^,;。、]{0,4}(?:无法|[不未]能|[仍尚]未|(?:未|没有)得到)")
# A condition that holds only together with another one: 100人以上并出现死亡病例, 30-99人,未出现死亡病例.
_TOGETHER = lazy(r"并(?![发列网入处可])|同时{MET}|{TOGETHER}")
_NONE_OR = lazy(r"(?:没有|无)[^,。;、]{1,8}或者?")
_VERBS = lazy(r"^(?:或者?|以及|及|并)?(?:{CAUSED}|[为是在])+")
_CLAUSE_END = lazy(r"[,;。:、()或]")
# t≥8为特别重大: what a step is called is no part of what it measures.
_CALLED = lazy(r"^(?:者|的)?(?:[评认]?定)?(?:为|属于)(?:{DEGREE}|{SEVERITY}).*$")
_STOP = frozenset(",;。:、或及和")
_SIDE = 30
_WITHIN = frozenset({"内", "以内", "之内"})
_SIGNS = frozenset("<>≤≥≦≧")


class Reading(NamedTuple):
    """A band at a level, its bounds as the document reads them, and the clauses that say so (None: their own words)."""

    level: Level
    item: GradedItem
    band: Band
    lower_clause: BoundsClause | None
    upper_clause: BoundsClause | None
    words: str
    qualified: bool

    @property
    def span(self) -> Span:
        """The place of the band in the raw text."""
        return self.item.paragraph.span(self.band.start, self.band.end)

    @property
    def quote(self) -> str:
        """The words of the band."""
        return self.item.paragraph.text[self.band.start : self.band.end]

    @property
    def interval(self) -> Interval:
        """The values alone."""
        return self.band.interval

    @property
    def limits(self) -> tuple[Number | None, Number | None]:
        """The values of its bounds: equal limits at two levels make no difference between them."""
        lower, upper = self.band.lower, self.band.upper
        return lower and lower.value, upper and upper.value

    @property
    def others(self) -> frozenset[str]:
        """The bands of other things in its condition, as written: 电网负荷20000兆瓦以上的省…减供负荷10%以上."""
        text, dimension = self.item.paragraph.text, self.band.unit.dimension
        others = (one for one in self.item.bands() if one.unit.dimension != dimension)
        return frozenset(text[one.start : one.end] for one in others if not consequence(self.item, one))

    @property
    def window(self) -> Number | None:
        """The time within which an amount is measured: 6小时内降雨量80毫米以上, 3小时降雨量."""
        text, own = self.item.paragraph.text, self.band
        times = [
            one
            for one in self.item.bands()
            if one.end <= own.start and one.unit.dimension == "时间" and (one.form == "bare" or one.trail in _WITHIN)
        ]
        if own.unit.dimension == "时间" or not times or "或" in text[times[-1].end : own.start]:
            return None
        return times[-1].upper.value if times[-1].upper else None

    @property
    def sole(self) -> bool:
        """Whether its condition holds no other band in the same unit."""
        dimension = self.band.unit.dimension
        return sum(band.unit.dimension == dimension for band in self.item.bands()) == 1

    @property
    def subject(self) -> tuple[str, str, str, frozenset[str]]:
        """All that tells it from other conditions: row or column, unit, words, and the bands of other things."""
        return self.item.label, *self.key, self.others

    @property
    def key(self) -> tuple[str, str]:
        """What it is about: the dimension of its unit and the words next to it."""
        return self.band.unit.about, self.words

    @property
    def theme(self) -> tuple[str, str]:
        """What it is about without the verb that leads to it: 造成重伤 and 重伤 are one thing."""
        return self.band.unit.about, _VERBS.sub("", self.words)


class LevelReadings:
    """The readings of the levels of a document, each level read once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[int, tuple[Level, tuple[Reading, ...]]] = {}

    def of(self, level: Level) -> tuple[Reading, ...]:
        """The readings of the conditions of a level."""
        if id(level) not in self._known:
            self._known[id(level)] = level, tuple(_read_level(self._document, level))
        return self._known[id(level)][1]


@fact("level-readings")
def level_readings(document: Document) -> LevelReadings:
    """The readings of the levels of all scales, made when they are asked for."""
    return LevelReadings(document)


def _read_level(document: Document, level: Level) -> Iterator[Reading]:
    for item in level.items:
        for band in item.bands():
            if band.about or (band.unit.dimension == "级" and band.form == "bare"):
                continue
            if not consequence(item, band) and not _of_subject(item, band):
                yield reading(document, level, item, band)


def reading(document: Document, level: Level, item: GradedItem, band: Band) -> Reading:
    """A band with its bounds as the document reads them."""
    offset = item.paragraph.source(band.start)
    bounds: list[Bound | None] = []
    clauses: list[BoundsClause | None] = []
    if band.lower is None and band.upper and band.trail in _WITHIN and _NOT_WITHIN.match(item.paragraph.text, band.end):
        band = band._replace(lower=band.upper._replace(inclusive=False, fixed=True), upper=None)
    for bound, end in ((band.lower, "下限"), (band.upper, "上限")):
        resolved = resolve(bound, offset, document, end) if bound else None
        bounds.append(resolved.bound if resolved else None)
        clauses.append(resolved.clause if resolved else None)
    text = item.paragraph.text
    words = _words(text, item, band)
    # 且 within the band joins its own ends: 不低于4年且低于12年.
    around = (item.start, band.start), (band.end, item.end)
    together = (match for side in around for match in _TOGETHER.finditer(text, *side))
    qualified = any(not _is_other_case(text, match.start()) for match in together)
    resolved_band = band._replace(lower=bounds[0], upper=bounds[1])
    return Reading(level, item, resolved_band, clauses[0], clauses[1], words, qualified)


def _is_other_case(text: str, at: int) -> bool:
    """Whether words name a case beside a condition: 没有违法所得或者不足5000元, 不足5000元或者没有违法所得."""
    return _NONE_OR.match(text, at) is not None or text.endswith(("或者", "或"), 0, at)


def consequence(item: GradedItem, band: Band) -> bool:
    """Whether a band says what is done (a fine, a term, a grant), not when."""
    text, end = item.paragraph.text, band.start
    if text.startswith(("的,", "的:"), band.end) and (size := _SIZE.search(text, item.start, end)):
        end = size.start() if size["named"] or _DONE_BEFORE.search(text, band.end, item.end) else end
    return bool(_DONE_BEFORE.search(text, item.start, end) or _DONE_BEHIND.match(text, band.end))


def leads_on(item: GradedItem) -> bool:
    """Whether a condition says itself what follows from it: …的,处10万元罚款."""
    return _DONE_BEFORE.search(item.paragraph.text, item.start, item.end) is not None


def _of_subject(item: GradedItem, band: Band) -> bool:
    """负荷150兆瓦以上的县级市电网减供负荷60%以上: a band that says which grid, before the one that is measured."""
    text = item.paragraph.text
    if text[band.end : band.end + 1] != "的":
        return False
    following = next((one.start for one in item.bands() if one.start > band.end), -1)
    return following > 0 and not _CLAUSE_END.search(text, band.end, following)


def _words(text: str, item: GradedItem, band: Band) -> str:
    """What a band is about: the words next to it, up to the next stop, brackets left out."""
    bands = item.bands()
    floor = max((one.end for one in bands if one.end <= band.start), default=item.start)
    ceiling = min((one.start for one in bands if one.start >= band.end), default=item.end)
    return _before(text, floor, band.start) + _inner(text, band) + _CALLED.sub("", _behind(text, band.end, ceiling))


def _inner(text: str, band: Band) -> str:
    """What stands between the signs of 10吨≤泄漏量<20吨."""
    lower, upper = band.lower, band.upper
    if lower is None or upper is None or lower.word[:1] not in _SIGNS:
        return ""
    first, last = sorted((lower, upper), key=lambda bound: bound.start)
    return text[first.end : last.start].strip("<>≤≥≦≧= 且并,、")


def _before(text: str, floor: int, at: int) -> str:
    words: list[str] = []
    while at > floor and len(words) < _SIDE:
        at -= 1
        character = text[at]
        if character == ")" and (opened := text.rfind("(", floor, at)) >= 0:
            at = opened
        elif character in _STOP or character in "()":
            break
        else:
            words.append(character)
    return "".join(reversed(words)).removeprefix("者").removeprefix("以").removesuffix("在")


def _behind(text: str, at: int, ceiling: int) -> str:
    words: list[str] = []
    while at < ceiling and len(words) < _SIDE:
        character = text[at]
        if character == "(" and (closed := text.find(")", at, ceiling)) >= 0:
            at = closed
        elif character in _STOP or character in "()":
            break
        else:
            words.append(character)
        at += 1
    return "".join(words).removeprefix("的")


def masked(item: GradedItem) -> str:
    """The words of a condition without its numbers and level names."""
    text = item.paragraph.text
    cuts = [(band.start, band.end) for band in item.bands()]
    names = (*names_in(text, item.start, item.end), *steps_in(text, item.start, item.end))
    cuts += [(name.start, name.end) for name in names]
    words: list[str] = []
    at = item.start
    for start, end in sorted(cuts):
        words.append(text[at:start])
        at = max(at, end)
    return "".join([*words, text[at : item.end]])
