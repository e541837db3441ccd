"""Sums that a text declares: a total and its parts, in a sentence (共计3811个…,其中:行政许可273项,…)."""

from collections.abc import Iterator

from linter.facts.base import Flow, flow
from linter.facts.counts.sums_closed import CHANGED, closing
from linter.facts.counts.sums_listed import bracketed, composed_of, holding, respective
from linter.facts.counts.terms import (
    APART,
    REST,
    UNIT,
    VALUE,
    Sum,
    Term,
    apart,
    begin_of,
    exact_term,
    kinds,
    leaves_nothing,
    only_in,
    segments,
    terms_in,
)
from linter.language import ARABIC, lazy
from linter.structure import Document, fact

__all__ = ["sums"]

_AMONG = lazy(
    r"(?:其中|分产业看|(?<=。)(?:资金|经费)来源(?:为|是|包括)?:|(?<=,)(?:包括|包含)(?:[^,。;:\d]{0,4}:)?"
    r"|(?<=,)分别[为是](?=[^\W\d_]{2,8}\d))[:,]?"
)
# What stands before a number, up to the mark before it.
_LABELS = lazy(r"(?:^|[,;、:])([^\W\d_]{2,8})(?=\d)")
# 养护60公里(部分路段重复计列): the parts overlap, as it says.
_OVERLAP = lazy(r"[^,;。()]{0,4}\([^()]{0,12}(?:重复|交叉|重叠)[^()]{0,12}\)")
_STATE = lazy("[已正未尚待]")
_NOT_ALL = lazy("等|[,;、](?:其[他它余]|剩余)")
_IN_BRACKETS = lazy(r"\([^()]*\)")
_COMPOSED = lazy(
    rf"由(?P<parts>(?:[^,。;:()\d]{{2,16}}{ARABIC} ?{UNIT}[、,和及]?){{2,8}}(?:共|合计))"
    rf"(?={ARABIC} ?{UNIT}(?:共同)?组成)"
)
# A sum of its own begins, or what is given on top.
_ANOTHER = lazy("其中|分别[为是]|[共合总]计|加分")
_FURTHER = lazy(r"[^,;。:\d\n]{0,12}。(?:另有|此外,?|还有)")
# 一次性补贴2000元,其中困难家庭3000元: what one case is given.
_CASE = lazy(r"一次性[^,;。\d]{0,6}$")
_NO_WHOLE = lazy(r"[每均占比增减撬]|[带拉引](?=[动进导领])|计划|目标|{RISES}|{FALLS}")
_ANYTHING = lazy(r"\d ?[个项处件条种类]$")
_OTHER_TIME = lazy(r"[上去]年|\d年|累计")
_NEARLY, _BOTH = 20, 2
_ADDED_UP = lazy(r"[合总共]计(?:为)?$")
_FULL = lazy(r"(?:满分|总分|分值)(?:值|数)?(?:共|合?计)?[为是]?$")
_ON_TOP = lazy("[加扣]|另|合格|及格")
_PARTING = frozenset(",;、。\n(")
# 平均每年600万元: no whole of what is shared out.
_PRE = 8
_PER = lazy(r"[每均][^,。;\d]{0,6}$")
# So long is the name of a measure, and what is counted.
_NAME, _NOUN = 3, 2
_NAMED_SO = 4
# How far before 其中 its total may stand, and how long a sentence is read.
_REACH, _LONGEST = 60, 1000
_AMONG_ROW = len("、其中")


@fact("sums", "处合计", "declared sum|declared sums")
def sums(document: Document) -> tuple[Sum, ...]:
    """The sums that sentences declare, in order of their totals; those that may be partial lists are not complete."""
    stream = document.read(flow)
    found = [
        *_among(stream),
        *closing(stream),
        *_composed(stream),
        *bracketed(stream),
        *holding(stream),
        *respective(stream),
        *composed_of(stream),
    ]
    return tuple(sorted(found, key=lambda one: one.total.start))


def _among(stream: Flow) -> Iterator[Sum]:
    """Total, then 其中 and the parts."""
    text = stream.text
    for match in _AMONG.finditer(text):
        opens = text[match.start() - 1 : match.start()] == "。"
        end = match.start() - opens
        begin = begin_of(text, end, _LONGEST if opens else _REACH, ("。", "\n", ";", "其中"))
        everything = terms_in(stream, begin, end)
        totals = [
            one for one in everything if not one or not _PER.search(text, max(begin, one.start - _PRE), one.start)
        ]
        # 每人100万元,其中…: the only number there is may be shared out as well.
        totals = totals or (everything if len(everything) == 1 and "均" not in text[begin:end] else [])
        # 其中 at the head of a sentence goes back to the one number of the sentence before it.
        if not totals or totals[-1] is None:
            continue
        if len(totals) == _BOTH and text[end - 1] != "、":
            yield from _interleaved(stream, match.end(), [one for one in totals if one])
        if not (opens and len(totals) > 1):
            known = [one for one in totals if one]
            found = [one for total in _adjoining(known) for one in _split(stream, begin, match.end(), total)]
            # 合计180万元,较上年减少20万元,其中…: the parts are those of the figure before its change.
            if found and not any(one.fits for one in found):
                earlier = (one for total in known[:-1] for one in _split(stream, begin, match.end(), total))
                found = [one for one in earlier if one.fits] or found
            yield from found or _earlier(stream, begin, match.end(), known)


def _earlier(stream: Flow, begin: int, start: int, totals: list[Term]) -> Iterator[Sum]:
    """项目86个,总投资412亿元,其中产业项目51个、民生项目35个: the total of the unit of the parts stands further back."""
    others = [one for one in totals[:-1] if _unit(one.words) != _unit(totals[-1].words)]
    same = [one for one in others if len(parts_of(stream, start, one)[0]) >= _BOTH]
    if len(same) == 1:
        yield from _split(stream, begin, start, same[0])


def _composed(stream: Flow) -> Iterator[Sum]:
    """由招标人代表1人和专家4人共5人组成."""
    for match in _COMPOSED.finditer(stream.text) if "组成" in stream.text else ():
        total = exact_term(stream, VALUE.match(stream.text, match.end("parts")))
        terms = terms_in(stream, *match.span("parts"))
        if total and all(term and _unit(term.words) == _unit(total.words) for term in terms):
            yield Sum(total, tuple([term for term in terms if term]), complete=True)


def _interleaved(stream: Flow, start: int, totals: list[Term]) -> Iterator[Sum]:
    """捐赠326笔,合计486.4万元,其中资金271笔、312.9万元,物资55笔、173.5万元: two totals, and parts of each in turn."""
    units = [_unit(total.words) for total in totals]
    pieces = list(segments(stream.text, start, _sentence_end(stream.text, start)))
    if len(set(units)) != len(units) or len(pieces) < 2 * len(units) or len(pieces) % len(units):
        return
    for at, total in enumerate(totals):
        parts = [only_in(stream, *piece, total) for piece in pieces[at :: len(units)]]
        known = tuple([part for part in parts if part])
        labels = [stream.text[slice(*piece)] for piece in pieces[:: len(units)]]
        if len(known) == len(parts):
            yield Sum(total, known, leaves_nothing(labels), kinds=kinds(labels))


def _unit(words: str) -> str:
    return words.lstrip("0123456789,. ")


def _sentence_end(text: str, start: int) -> int:
    last = min(len(text), start + _LONGEST)
    return min(at for at in (text.find("。", start, last), text.find("\n", start, last), last) if at >= 0)


def _adjoining(totals: list[Term]) -> list[Term]:
    """The last number and what it adjoins: 来访325批1016人次,其中…."""
    first = len(totals) - 1
    while first > 0 and totals[first - 1].end == totals[first].start:
        first -= 1
    return totals[first:]


def _split(stream: Flow, begin: int, start: int, total: Term) -> Iterator[Sum]:
    """A total whose sentence begins at ``begin``, with the parts from ``start`` on."""
    text = stream.text
    parts, labels, rest = parts_of(stream, start, total)
    if parts and not _each_of(text[begin : total.start], text[start : parts[-1].start]):
        all_ = rest or leaves_nothing(labels) or "分别" in text[start - _NAMED_SO : start]
        one = Sum(total, tuple(parts), all_, apart=apart(labels), kinds=kinds(labels))
        one = one._replace(complete=one.complete or _overfull(text, one, labels) or _made_up(text, start, one))
        # 土建1.2亿元、设备0.8亿元等; 公办8家、民办15家,其余为公建民营: some of the parts.
        if (_NOT_ALL.match(text, parts[-1].end) and one.added < total.value) or _OVERLAP.match(text, parts[-1].end):
            return
        if _in_states(text, parts, labels) and one.added - parts[0].value == total.value:
            return
        if not one.fits and (_goes_on(stream, one) or _CASE.search(text, begin, total.start)):
            return
        more = None if one.fits else _further(stream, one)
        if more:
            yield more
        elif len(parts) >= 2 or (one.exceeding and _of_whole(stream, begin, one)):
            yield one
    elif not parts:
        yield from _same_measure(stream, start, total)


def _in_states(text: str, parts: list[Term], labels: list[str]) -> bool:
    """隐患820处,其中重大隐患6处,已整改810处,10处正在整改: whether all parts but the first, a kind, are states."""
    both = zip(parts, labels, strict=True)
    states = [_STATE.match(label) is not None or _STATE.match(text, part.end) is not None for part, label in both]
    return len(parts) > _BOTH and not states[0] and all(states[1:])


def _goes_on(stream: Flow, one: Sum) -> bool:
    """支出52000万元,其中人员28000万元…;结转下年2000万元: what stands behind the parts makes them the whole."""
    text, end = stream.text, one.parts[-1].end
    rest = next(
        (only_in(stream, *piece, one.total) for piece in segments(text, end + 1, _sentence_end(text, end))), None
    )
    return rest is not None and one.added + rest.value == one.total.value


def _overfull(text: str, one: Sum, labels: list[str]) -> bool:
    """满分100分,其中笔试40分、面试30分、实操45分: points are never given twice, but some come on top (附加分10分), and
    prizes of which one is all that there is (一等奖20分) are given one or another.
    """
    return (
        one.added > one.total.value
        and _FULL.search(text, max(0, one.total.start - _PRE), one.total.start) is not None
        and not any(_ON_TOP.search(label) for label in labels)
        and all(part.value < one.total.value for part in one.parts)
        and all(text[part.end : part.end + 1] in _PARTING for part in one.parts)
    )


def _made_up(text: str, start: int, one: Sum) -> bool:
    """补偿费合计86.4万元,包括土地补偿费42万元、…: sums of money or land, three or more, nearly all of a total."""
    named = text.endswith(("包括", "包含"), 0, start) and _ADDED_UP.search(
        text, one.total.start - _PRE, one.total.start
    )
    apart_ = one.total.words.endswith(APART) and len(one.parts) > _BOTH
    return bool(named and apart_ and one.added * 10 >= one.total.value * 9)


def _of_whole(stream: Flow, begin: int, one: Sum) -> bool:
    """Whether what stands before 其中 is the whole of the one part behind it: not how much it rose (86件,增加20件), nor
    for each, nor counted in a word for anything (12个乡镇,其中村186个).
    """
    text, (part,) = stream.text, one.parts
    # 统筹支出62.3亿元(其中住院68.1亿元): a bracket speaks of the number before it.
    inside = text[one.total.end] == "("
    before = terms_in(stream, begin_of(text, begin, _REACH, ("。", "\n")), one.total.start)
    return (
        (inside or all(earlier and earlier.value < part.value for earlier in before))
        and not _NO_WHOLE.search(text, begin, part.start)
        and not _ANYTHING.search(one.total.words)
    )


def _further(stream: Flow, one: Sum) -> Sum | None:
    """A sum that goes on in the next sentence, which begins with 另有 or 此外: its parts bear the name of what is
    counted, or all of them nearly make the total.
    """
    text, total = stream.text, one.total
    opens = _FURTHER.match(text, one.parts[-1].end)
    if not opens:
        return None
    stop = min(at for at in (text.find(mark, opens.end()) for mark in "。\n") if at >= 0)
    terms = [only_in(stream, *piece, total) for piece in segments(text, opens.end(), stop)]
    whole = Sum(total, (*one.parts, *[term for term in terms if term]), complete=False, further=True)
    named = text[total.start - _NOUN : total.start] in text[opens.end() : stop]
    near = abs(whole.added - total.value) * _NEARLY <= total.value
    return whole if all(terms) and (named or near) else None


def _same_measure(stream: Flow, start: int, total: Term) -> Iterator[Sum]:
    """总投资128亿元,其中工业项目32个、总投资86万亿元: what bears the name of the total, and is more than it."""
    text = stream.text
    name = text[total.start - _NAME : total.start]
    stop = begin_of(text, start + _REACH, _REACH, ("。", "\n")) - 1
    at = text.find(name, start, stop if stop > start else start + _REACH) if name.isalpha() else -1
    term = exact_term(stream, VALUE.match(text, at + _NAME)) if at >= 0 else None
    if (
        term
        and term.words[-1] == total.words[-1]
        and term.value > total.value
        and not _OTHER_TIME.search(text, start, at)
    ):
        yield Sum(total, (term,), complete=False)


def _each_of(before: str, behind: str) -> bool:
    """早餐5元,午餐12元,晚餐10元,其中个人承担早餐2元、午餐5元、晚餐4元: a part of each of several, named alike."""
    named = [words for words in _LABELS.findall(before) if words in behind]
    return len(named) > 1


def _in_parts(stream: Flow, pieces: list[tuple[int, int]], total: Term) -> bool:
    """Whether commas part the parts: 其中市级35亿元,甲县、乙县23亿元;其余…, not 186亿元,增长3.9%,其中…;…."""
    if pieces and only_in(stream, *pieces[0], total):
        return True
    return any(only_in(stream, *one, total) and not _ANOTHER.search(stream.text, *one) for one in pieces)


def parts_of(stream: Flow, start: int, total: Term) -> tuple[list[Term], list[str], bool]:
    """The parts behind 其中, one a segment, up to the first segment that is none; their names; whether one is the rest.

    What follows two that leave nothing out is no part: 出口5亿元,进口4亿元,顺差1亿元.
    """
    text = stream.text
    pieces = list(segments(text, start, _sentence_end(text, start)))
    # 第一产业增加值186亿元,增长3.9%;第二产业…: the part is what stands first between semicolons.
    heads = [one for one in pieces if one[0] == start or text[one[0] - 1] == ";"]
    if 1 < len(heads) < len(pieces) and not _in_parts(stream, pieces[1 : pieces.index(heads[1])], total):
        pieces = heads
    parts: list[Term] = []
    labels: list[str] = []
    rest = False
    within_row = text.startswith("、其中", start - _AMONG_ROW)
    for begin, end in pieces:
        # 铁路639公里、其中高铁370公里,新增公路2600公里: within a row of likes the parts end with it.
        if within_row and text[begin - 1] == ",":
            break
        # 其中甲5人、乙3人;计划招收…: marks of a lower rank have parted the parts, so that ; ends them.
        if text[begin - 1] == ";" and len(parts) > 1 and ";" not in text[start : begin - 1]:
            break
        # 其中接待费1.5万元、出国费0万元,比上年减少0.5万元: what changed is no part.
        other = _ANOTHER.search(text, begin, end) or (parts and CHANGED.match(text, begin, end))
        term = None if other else only_in(stream, begin, end, total)
        if term is None:
            break
        parts.append(term)
        labels.append(text[begin : term.start])
        rest = rest or REST.search(_IN_BRACKETS.sub("", text[begin:end])) is not None
    if len(parts) > _BOTH and leaves_nothing(labels[:_BOTH]):
        return parts[:_BOTH], labels[:_BOTH], False
    return parts, labels, rest
