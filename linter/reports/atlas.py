"""The atlas: every measure of every graded scale drawn on a number line, level by level, the sound ones too.

The axis is ordinal: the values that bound some level stand at equal distances, so that 3人 and 30人, 1千元 and 1亿元
are all legible. Closed ends carry a full dot, open ones a ring, undecided ones a half-toned ring.
"""

from bisect import bisect_left
from collections.abc import Callable

from linter.facts.bands import Measure, Reading, between, measures
from linter.kernel import labels
from linter.kernel.result import Diagnostic, FileResult
from linter.language import Bound, Number
from linter.reports.html_text import safe

WIDTH, LEFT, RIGHT, ROW, TOP = 760, 150, 24, 30, 12
_BAR = 14
# How wide a letter and a Chinese sign are, and how far words stay from the end of a bar.
_LETTER, _SIGN, _CLEAR = 7, 12, 8


def atlas(file: FileResult, items: list[tuple[str, Diagnostic]], name: str, lang: str) -> str:
    """The drawings of a file, whose lines have ids that begin with ``name``; nothing without scales with bounds.

    ``items`` are its findings with their keys, by which a drawing knows those that point at it.
    """
    found = [(key, item) for key, item in items if item.check.family == "TH"]
    figures = [
        _figure(file, measure, document.title, found, name, lang)
        for document in file.issue.documents
        for measure in document.read(measures)
        if _graded(measure)
    ]
    if not figures:
        return ""
    heading = f"Thresholds of {file.path}" if lang == "en" else f"分级图谱：{file.path}"
    return f'<section class="atlas"><h2>{safe(heading)}</h2>{"".join(figures)}</section>\n'


def _graded(measure: Measure) -> bool:
    """Whether the levels differ in it: a span of time or a number of places that all levels repeat grades nothing."""
    values = {tuple(bound and bound.value for bound in _bounds(reading)) for reading in measure.readings}
    return len(values) > 1


def _figure(
    file: FileResult, measure: Measure, notice: str, found: list[tuple[str, Diagnostic]], name: str, lang: str
) -> str:
    line = file.text.position(measure.readings[0].span.start).line
    place = f'<a href="#{name}-{line}">{line}</a>'
    subject = measure.scale.subject if measure.scale else ""
    called = measure.name or subject
    beside = [safe(words) for words in dict.fromkeys((subject, notice)) if words and words != called]
    heading = f"<b>{safe(called)}</b> " if called else ""
    caption = f"{heading}<small>{' · '.join([*beside, place])}</small>"
    pointing = [(key, item) for key, item in found if _points_at(item, measure)]
    flaws = dict.fromkeys(labels.pick(item.message, lang) for _, item in pointing)
    told = "".join(f'<div class="bad">{safe(flaw)}</div>' for flaw in flaws)
    drawing = _drawing(measure, flawed=bool(flaws))
    keys = f' data-ids="{" ".join(key for key, _ in pointing)}"' if pointing else ""
    return f"<figure{keys}><figcaption>{caption}{told}</figcaption>{drawing}</figure>\n"


def _points_at(item: Diagnostic, measure: Measure) -> bool:
    """Whether a finding stands on a band of the measure: the atlas claims nothing that no check found."""
    return any(item.span.start < one.span.end and one.span.start < item.span.end for one in measure.readings)


def _ticks(measure: Measure) -> list[Number]:
    """The distinct values that bound some level, in order."""
    bounds = [bound for reading in measure.readings for bound in _bounds(reading) if bound]
    return sorted({bound.value for bound in bounds})


def _bounds(reading: Reading) -> tuple[Bound | None, Bound | None]:
    return reading.interval.lower, reading.interval.upper


def _drawing(measure: Measure, *, flawed: bool) -> str:
    ticks = _ticks(measure)
    rows = measure.readings
    height = TOP + ROW * len(rows) + 26
    step = (WIDTH - LEFT - RIGHT) / (len(ticks) + 1)

    def place(value: Number) -> float:
        return LEFT + step * (bisect_left(ticks, value) + 1)

    bottom = TOP + ROW * len(rows)
    names = _tick_names(measure)
    parts = [
        f'<line class="axis" x1="{place(tick):.1f}" y1="{TOP}" x2="{place(tick):.1f}" y2="{bottom}"/>'
        f'<text class="quiet" text-anchor="middle" x="{place(tick):.1f}" y="{bottom + 16}">{safe(names[tick])}</text>'
        for tick in ticks
    ]
    for index, reading in enumerate(rows):
        low, high = _bounds(reading)
        start = place(low.value) if low else LEFT
        end = place(high.value) if high else WIDTH - RIGHT
        parts.append(_row(reading, TOP + ROW * index + ROW / 2, start, end))
    for index, (worse, lighter) in enumerate(measure.pairs() if flawed else ()):
        parts.append(_between(worse, lighter, TOP + ROW * (index + 1), place))
    title = safe(f"{measure.name}: " + "；".join(f"{one.level.name.words} {one.quote}" for one in rows))
    return f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{title}">{"".join(parts)}</svg>'


def _row(reading: Reading, middle: float, start: float, end: float) -> str:
    left, right = min(start, end), max(start, end)
    low, high = _bounds(reading)
    quote = safe(reading.quote)
    inverted = start > end
    return (
        f'<text x="0" y="{middle + 4:.1f}">{safe(reading.level.name.words)}</text>'
        f'<rect class="{"overlap" if inverted else "band"}" x="{left:.1f}" y="{middle - _BAR / 2:.1f}" '
        f'width="{max(right - left, 2):.1f}" height="{_BAR}" rx="3"><title>{quote}</title></rect>'
        f"{_quoted(reading.quote, left, right, middle + 4)}"
        f"{_end(low, start, middle)}{_end(high, end, middle)}"
    )


def _quoted(quote: str, left: float, right: float, y: float) -> str:
    """The words of a level on its bar; beside it where they are longer, so that its ends are seen."""
    long = sum(_LETTER if sign.isascii() else _SIGN for sign in quote)
    if long + 2 * _CLEAR <= right - left:
        anchor, x = "middle", (left + right) / 2
    elif right + _CLEAR + long <= WIDTH:
        anchor, x = "start", right + _CLEAR
    else:
        anchor, x = "end", left - _CLEAR
    return f'<text text-anchor="{anchor}" x="{x:.1f}" y="{y:.1f}">{safe(quote)}</text>'


def _end(bound: Bound | None, x: float, y: float) -> str:
    if bound is None:
        return ""
    style = "end-in" if bound.inclusive else "end-out"
    half = ' fill-opacity=".5"' if bound.inclusive is None else ""
    return f'<circle class="{style}" cx="{x:.1f}" cy="{y:.1f}" r="4"{half}/>'


def _between(worse: Reading, lighter: Reading, y: float, place: Callable[[Number], float]) -> str:
    meeting = between(worse, lighter)
    if meeting is None or meeting.kind not in ("gap", "overlap"):
        return ""
    ends = [bound.value for one in (worse, lighter) for bound in _bounds(one) if bound]
    if meeting.witness is None:
        return ""
    witness = float(meeting.witness)
    near = sorted(ends, key=lambda value: abs(float(value) - witness))[:2]
    xs = [place(value) for value in near]
    left, right = min(xs) - 6, max(xs) + 6
    return (
        f'<rect class="{meeting.kind}" x="{left:.1f}" y="{y - 8:.1f}" width="{right - left:.1f}" height="16" rx="3"/>'
    )


def _tick_names(measure: Measure) -> dict[Number, str]:
    """Each bounding value as the document writes it: its number with its unit."""
    names: dict[Number, str] = {}
    for reading in measure.readings:
        text = reading.item.paragraph.text
        for bound in _bounds(reading):
            if bound:
                words = text[bound.start : bound.end].strip("()")
                names.setdefault(bound.value, words[:14] or str(bound.value))
    return names
