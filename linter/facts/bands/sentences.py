"""Scales in one sentence: 特别重大…;重大…, …的为特别重大事故;…, and lists: 优秀(90分以上)、良好(80-89分)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from linter.facts.bands.levels import LevelName, head_of, names_in, steps_in
from linter.facts.bands.model import GradedItem, Level, Scale, items, kind_of
from linter.facts.bands.quantities import Band, scan
from linter.language import Span, lazy
from linter.structure import Paragraph

# A name further back than this stands behind the condition, not before it.
_MAX_NAME = 6
_NAMED_LAST = lazy(r"(?:{COPULA}|(?<=,)(?:启动|发布|进入))(?P<level>[^,:;。]{2,16})$")
_STARTS = lazy(r"(?<=,)(?:启动|发布|进入)[^,:;。]{2,16}$")
# Between the name of a listed step and its band, and from one name to the next.
_LEADS_TO = lazy(r"[^,;。、()]{0,12}[(:为是指在达,]?[^,;。()、]{0,14}$")
# The rest of a clause that ends with the name of a level, and no further condition behind it.
_NAME_ALONE = lazy(r"的,(?:(?!的,).)+$")
_MAX_STEP = 90
_IS = lazy(r"的?(?:{COPULA}|评为)$")
_LEAST = 2
_LETTER = lazy(r"(?<![A-Za-z\d])[A-E](?=\()")


def by_sentences(paragraph: Paragraph, start: int) -> Iterator[Scale]:
    """The scales of a paragraph with bounds, from ``start`` on: of segments that name levels, else of a list."""
    found = list(_by_segments(paragraph, start))
    yield from found or _by_listing(paragraph, start)


def _by_segments(paragraph: Paragraph, start: int) -> Iterator[Scale]:
    text = paragraph.text
    if text.count(";") + text.count("。") < 2 or max(len(names_in(text)), len(steps_in(text, start))) < 2:
        return
    ranks: defaultdict[str, set[int]] = defaultdict(set)
    for one in names_in(text):
        ranks[one.vocabulary].add(one.rank)
    # 轻微, 一般, 较重, 严重: of the vocabularies that have the first of them the one that has most.
    most = max(ranks, key=lambda vocabulary: len(ranks[vocabulary]), default="")
    run: list[tuple[LevelName, GradedItem]] = []
    for whole in items(paragraph, start):
        name = _name_of(whole, run[0][0].vocabulary if run else most)
        # 事故按照下列标准分级:造成30人以上死亡的为特别重大事故 — the condition begins behind the colon.
        colon = whole.text.find(":") if name and name.start > whole.start + _MAX_NAME else -1
        item = whole._replace(start=whole.start + colon + 1)
        if name and (
            not run
            or (
                name.vocabulary == run[0][0].vocabulary
                and name.rank not in {n.rank for n, _ in run}
                and not _of_others(run[-1][1], item)
            )
        ):
            run.append((name, item))
            continue
        yield from _sentence_scale(run)
        run = [(name, item)] if name else []
    yield from _sentence_scale(run)


def _of_others(one: GradedItem, other: GradedItem) -> bool:
    """Whether two steps that start something measure other things: 甲河水位达到28米时, 乙河水位达到29米时."""
    if not (_STARTS.search(one.text) and _STARTS.search(other.text)):
        return False
    first, second = (
        next((item.paragraph.text[item.start : band.start] for band in item.bands()), "") for item in (one, other)
    )
    return not (first.endswith(second) or second.endswith(first))


def _one_of(names: Sequence[LevelName], vocabulary: str) -> LevelName | None:
    """The first name of a vocabulary, else the first of all."""
    return next((name for name in names if name.vocabulary == vocabulary), names[0] if names else None)


def _name_of(item: GradedItem, vocabulary: str) -> LevelName | None:
    """The level that a segment names last or first; of a word of two vocabularies the name in this one."""
    last = _NAMED_LAST.search(item.text)
    if last:
        return _one_of(names_in(item.paragraph.text, item.start + last.start("level"), item.end), vocabulary)
    head = head_of(item.text)
    if head is None or head.end >= len(item.text):
        return None
    name = _one_of(head.names, vocabulary)
    return name and name._replace(start=name.start + item.start, end=name.end + item.start)


def _sentence_scale(run: Sequence[tuple[LevelName, GradedItem]]) -> Iterator[Scale]:
    if len(run) < 2 or not any(item.bands() for _, item in run):
        return
    levels = tuple(_level(name, item) for name, item in run)
    span = Span(run[0][1].span.start, run[-1][1].span.end)
    yield Scale(kind_of(run[0][1].text, ""), "", levels, -1, span)


def _level(name: LevelName, item: GradedItem) -> Level:
    """A level with its condition, or with its deed where its name is all the condition: 情节严重的,暂停经营3个月."""
    deed = _NAME_ALONE.match(item.paragraph.text, name.end, item.end)
    conditions, deeds = ((), (item,)) if deed else ((item,), ())
    return Level(name, item.paragraph.span(name.start, name.end), name.words, conditions, deeds)


def _by_listing(paragraph: Paragraph, start: int) -> Iterator[Scale]:
    """短期(3个月以内)、中期(3-6个月)和长期(6个月以上); 第一档为310度以下,第二档为…: each name opens its band."""
    text = paragraph.text
    # Most paragraphs have no two bands, which costs less to know than who names a level.
    if sum(band.form != "bare" and band.start >= start for band in scan(text)) < _LEAST:
        return
    named: dict[str, list[LevelName]] = {}
    for name in (*names_in(text, start), *steps_in(text, start), *_letters(text, start)):
        named.setdefault(name.vocabulary, []).append(name)
    for names in named.values():
        if len(names) > 1:
            yield from _listed(paragraph, names)


def _letters(text: str, start: int) -> Iterator[LevelName]:
    """A(85-100分): a letter before a bracket names a level in a list."""
    for one in _LETTER.finditer(text, start):
        yield LevelName("letter", ord(one[0]) - ord("A") + 1, one[0], *one.span())


def _listed(paragraph: Paragraph, names: Sequence[LevelName]) -> Iterator[Scale]:
    text = paragraph.text
    run: list[tuple[LevelName, GradedItem]] = []
    closing = all(_closes_band(text, name) for name in names)
    for at, name in enumerate(names):
        end = names[at + 1].start if at + 1 < len(names) else len(text)
        item = GradedItem(paragraph, name.start, _end(text, name.end, min(end, name.end + _MAX_STEP)))
        if closing:
            band = _bands_before(text, name)[0]
            item = item._replace(start=band.start, end=band.end)
        opens = closing or _opens_band(item, name)
        if not (run and opens and _goes_on(run, name)):
            yield from _sentence_scale(run)
            run = []
        if opens:
            run.append((name, item))
    yield from _sentence_scale(run)


def _closes_band(text: str, name: LevelName) -> bool:
    """Whether a level stands behind its band: 平均风力6~7级为蓝色,8~9级为黄色."""
    led = _IS.search(text, max(0, name.start - _MAX_STEP), name.start)
    bands = _bands_before(text, name)
    return led is not None and len(bands) == 1 and bands[0].end == led.start()


def _bands_before(text: str, name: LevelName) -> list[Band]:
    """The bounded bands of its clause before a name."""
    start = max(text.rfind(mark, 0, name.start) for mark in ",;。、:") + 1
    return [band for band in scan(text) if start <= band.start and band.end <= name.start and band.form != "bare"]


def _end(text: str, start: int, stop: int) -> int:
    """Where a step of a list ends: at a stop, or behind the bracket that opened with it; [10, 20) is closed as well."""
    depth = 0
    for at in range(start, stop):
        character = text[at]
        if character in ";。":
            return at
        if character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
            if depth <= 0:
                return at + (depth == 0)
    return stop


def _goes_on(run: Sequence[tuple[LevelName, GradedItem]], name: LevelName) -> bool:
    """Whether a name is the next one of a list: of its vocabulary, not far behind, one rank up or down each time."""
    last = run[-1][0]
    step = name.rank - last.rank
    way = last.rank - run[-2][0].rank if len(run) > 1 else step
    return name.vocabulary == last.vocabulary and abs(step) == 1 and step == way and name.start - last.end < _MAX_STEP


def _opens_band(item: GradedItem, name: LevelName) -> bool:
    bands = [band for band in item.bands() if band.start >= name.end]
    if len(bands) != 1 or bands[0].form == "bare":
        return False
    return _LEADS_TO.match(item.paragraph.text[name.end : bands[0].start]) is not None
