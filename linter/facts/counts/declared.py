"""Declared counts and what is listed for them: 下设8个工作组,即…; 以下三类:; …四种模式; (98项) above a table.

A count is bound only to a list that its words announce. ``low`` and ``high`` differ where 和 may join two items or be
part of one, so that a count within them agrees. Levels (分为四级) are read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.facts.base import Flow, flow, own_words
from linter.facts.bodies import is_body
from linter.facts.counts.counted import Count, count_value
from linter.facts.counts.listed import ListedThings, after, before, lines, pair, phases
from linter.facts.counts.listed_rows import COUNTED_BELOW, listed_rows
from linter.language import Span, lazy
from linter.structure import Document, Paragraph, Section, fact

__all__ = ["counts"]

_DIVISIONS = frozenset({"volume", "chapter", "division", "article", "chinese"})

_N = r"(?P<n>[\d一二两三四五六七八九十]{1,3})"
_MEASURE = "(?P<m>{COUNTER})"
# Lengths of time, bounds and ordinal uses are no counts of a list.
_NOT_COUNTED = (
    r"(?!{NOT_COUNTED}|(?:或者?|以?及|和)[一二两三四五六七八九十\d]"
    r"|[至到—~-]|级别?以"
    # 9点30分, 九点半: an hour.
    r"|(?<=点)[\d一二三四五六七八九十半整钟])"
)
_COUNT = lazy(rf"{_N} ?{_MEASURE}{_NOT_COUNTED}")
# Before the number: an ordinal, a rate, an estimate, a bound, or more of the number itself.
# A minimum or a choice of what is listed says nothing of how long the list is: 至少有下列2项, 符合其中3项.
_AT_LEAST = lazy(r"(?:至少|不[少低]于|任[意选一何]|(?:其中|以上)述?)[^,。;:\n]{0,6}$")
_NOT_AFTER = frozenset("第每各前后近约至到满过达余多零〇一二三四五六七八九十百千0123456789.、")

_DECLARES = r"(?:{DIVIDED}|{SET_UP}|{DECLARED})(?:[了为成的这]|以下|下列|如下)?"
# Behind a count: the thing counted, and the words that open the list.
_OPENS = lazy(
    r"(?P<noun>[^\W\d_]{0,12}?)"
    r"(?P<open>,?(?:即(?:是|为)?|(?:分别|依次)(?:是|为)|包括|具体(?:是|为|包括))[:,]?|为(?=[^,。;:\n]{2,16}、)|:|。(?=\n))(?P<end>\n)?"
)
# 以下三类情形之一,且…的,应当查册:
_OPENS_BELOW = lazy(r"(?P<noun>[^\W\d_]{0,12})[^。;:\n]{0,24}?(?P<open>:)(?P<end>\n)?")
_PREFIX = lazy(rf"{_DECLARES}$")
# 包括理论考试和技能操作三部分: the names stand before the count, and again in the items below it.
_NAMED = lazy(r"(?:包括|包含|分为|分成)[\u4e00-\u9fff、]{2,12}[和与及、][\u4e00-\u9fff]{2,12}$")
_BELOW = lazy(r"(?:以下|下列|如下|下述)(?:的)?$")
_ANNOUNCED = lazy(r"即|分别|依次|具体")
_IN_TURN = lazy("分别|依次")
_OWN_COUNT = lazy(r"[\d一二两三四五六七八九十]({COUNTER})")
# Before a count that ends its list: the last item, not a word that joins two.
# 分四个阶段进行。 announces the steps below it.
_STEPS = lazy(r"分\w{1,3}个(阶段|步骤|批次)(?:进行|(?:组织)?实施|开展|推进)?")
_STEP = lazy("步骤|环节|阶段")
_JOINING = frozenset("和及与或")
# 6个三级预算单位: how many there are is said already, and 三级 is their rank.
_RANKED = lazy(r"[\d一二两三四五六七八九十百千万] ?{COUNTER}$")
# “四项清单”管理,即…: a slogan, where its items follow.
_QUOTED = lazy(
    rf"“{_N}(?P<m>[项个大种类张条])(?P<noun>[^”\d]{{1,6}})”[^,。;:\n、]{{0,6}}(?P<open>:\n|,?(?:即|分别(?:是|为)|包括)[:,]?|[:,](?=一是))"
)
# “五专”管理,即专仓、专人、专账: each of them bears the word.
_ALIKE = lazy(
    rf"“{_N}(?P<noun>[^\W\d_])”[^,。;:\n、“]{{0,6}}(?:,?(?:即|分别[是为])|:)"
    r"(?P<items>[^\W\d_和及等]{2,6}(?:[、和及][^\W\d_和及等]{2,6}){1,8})(?=[。;,\n])"
)
_AND_LINK = lazy("[、和及]")
_WORK = lazy("{RANKED_WORK}")
_BUILT = lazy(r"(?:[实推]行|[建设构]立|健全|[落压]实)[^,。;:]{0,12}$")
# Names in a row hold no clauses, and nothing that may part or join them otherwise.
_OFFICES = ("部门", "单位")
_NO_NAMES = lazy(r"[,。;:()“”等 ]")
_AND = lazy("[和及与]")
_WINDOW = 10
_TIER_WORDS = "{TIER_NAME}"
_TIER = lazy(_TIER_WORDS)
_TIERS = lazy(
    rf"(?P<list>(?:{_TIER_WORDS})(?:\([^()]{{1,16}}\))?(?:、?(?:{_TIER_WORDS})(?:\([^()]{{1,16}}\))?){{1,7}})"
    r"(?P<n>[两二三四五六])级(?![以及甲]|(?:公立|综合)?医|(?:联动)?响应|预警)"
)
_BRACKETED = lazy(r"\([^()]*\)")
_ONE_TIER = lazy("{ONE_TIER}")
_TIERED_ON = frozenset(",、和及与)或")
_GOES_BACK = lazy(r"、[^,。;:、\n]{1,8}$")


class _Below:
    """The numbered items that follow a paragraph directly."""

    def __init__(self, document: Document) -> None:
        self._sections = document.sections
        self._at = {section.heading.pieces[0].start: at for at, section in enumerate(document.sections)}

    def of(self, following: int, *, whole: bool) -> list[Section]:
        """The items from the one whose heading starts at a raw offset, numbered from one on without a gap.

        The main divisions of a document (一、, chapters, articles) are no items, but where it is one list as a
        ``whole`` (制定以下十条措施:).
        """
        if following not in self._at:
            return []
        at = self._at[following]
        first = self._sections[at]
        if first.mark.scheme in _DIVISIONS and not (whole and first.mark.scheme == "chinese"):
            return []
        items: list[Section] = []
        for one in map(self._sections.__getitem__, range(at, len(self._sections))):
            if one.parent > first.parent:
                continue  # What is below an item.
            on = one.parent == first.parent and one.part == first.part and one.mark.scheme == first.mark.scheme
            if not on or one.mark.value[-1] != len(items) + 1:
                break
            items.append(one)
        return items if len(items) >= 2 else []


@fact("counts", "处计数", "declared count|declared counts")
def counts(document: Document) -> tuple[Count, ...]:
    """The counts whose list was found, in order of place."""
    stream = document.read(flow)
    own = document.read(own_words)
    below = _Below(document)
    found: list[Count] = [*listed_rows(document), *_headed(document), *_slogans(stream, below)]
    for match in _COUNT.finditer(own):
        value = count_value(match["n"])
        if value > 1 and own[match.start() - 1 : match.start()] not in _NOT_AFTER:
            one = _opening(stream, own, match, value, below) or _closing(stream, own, match, value)
            if one:
                found.append(one)
    found += _tiers(stream, own)
    return tuple(sorted(found, key=lambda one: one.span))


def _tiers(stream: Flow, own: str) -> Iterator[Count]:
    """Tiers of government before their number: 市、县、乡、村四级; 区县 and 乡镇 may be one or two."""
    for match in _TIERS.finditer(own) if "级" in own else ():
        # 乡、民族乡、镇五级: the list goes on further back, with tiers that are not read.
        if own[match.start() - 1] in _TIERED_ON or _GOES_BACK.search(own, max(0, match.start() - 9), match.start()):
            continue
        names = _BRACKETED.sub("", match["list"]).split("、")
        high = sum([len(_TIER.findall(name)) for name in names])
        low = len(names) if len(names) > 1 else high - len(_ONE_TIER.findall(names[0]))
        # 广州市三级名中医: two tiers run together are the end of a name.
        if high > 1 and (len(names) > 1 or high > 2):
            items = (stream.span(*match.span("list")),)
            span = stream.span(match.start("n"), match.end())
            yield Count(
                count_value(match["n"]), own[match.start("n") : match.end()], span, low, high, items, "sentence"
            )


def _is_declared(own: str, match: re.Match[str], opens: re.Match[str]) -> bool:
    """Whether words before or behind a count say that it is one of a list."""
    start = match.start()
    if _ANNOUNCED.search(opens["open"]) or _PREFIX.search(own, max(0, start - _WINDOW), start):
        return True
    parts = bool(opens["end"]) and match["m"] == "部分"
    return parts and _NAMED.search(own, max(0, start - 3 * _WINDOW), start) is not None


def _are_counted(names: Sequence[str], words: str, mark: str) -> bool:
    """Whether items show that they are what is counted: 把握好三个关系:甲关系、乙关系."""
    if all(name.endswith(words[-1]) for name in names):
        return True
    return words.endswith(_OFFICES) and mark == ":" and all(is_body(name) for name in names)


def _opening(stream: Flow, own: str, match: re.Match[str], value: int, below: _Below) -> Count | None:
    """A count before its list, which stands in the sentence or below."""
    announced = _BELOW.search(own, max(0, match.start() - _WINDOW), match.start())
    opens = _OPENS.match(own, match.end()) or (_OPENS_BELOW.match(own, match.end()) if announced else None)
    at_least = _AT_LEAST.search(own, max(0, match.start() - _WINDOW), match.start())
    if not opens or at_least or (match["m"] == "级" and not _tells_levels(own, match, opens)):
        return None
    declared = _is_declared(own, match, opens)
    if opens["end"] and not declared:
        return None
    words = stream.text[match.start() : opens.end("noun")]
    span = stream.span(match.start(), opens.end("noun"))
    steps = _STEPS.fullmatch(own, match.start() - 1, opens.end("noun"))
    if opens["open"] == "。" and not announced and not steps:
        return None
    if opens["end"]:
        following = stream.span(opens.end(), opens.end() + 1).start
        items = tuple([one.mark.span for one in below.of(following, whole=bool(announced))])
        # 研究以下3项议题: what follows 一、 to 三、 may be of another matter (四、其他).
        beyond = len(items) > value and own[opens.end() : opens.end() + 2] == "一、" and match["m"] != "条"
        if items and not beyond:
            return Count(value, words, span, len(items), len(items), items, "headings")
        listed = lines(own, opens.end(), match["m"])
    else:
        listed = phases(own, opens.end(), steps[1]) if steps else None
        listed = listed or after(own, opens.end(), words[-1])
        if listed is None and _IN_TURN.search(opens["open"]):
            listed = pair(own, opens.end())
        names = [own[begin:end] for begin, end in listed.items] if listed else []
        # 学校120所,包括小学80所、初中30所: parts of a sum.
        # 字符共8位,依次为汉字简称、四位序号: the items count for themselves.
        summed = any(match["m"] in _OWN_COUNT.findall(name) for name in names)
        # 抓了五件事:一是…: what is numbered so is what is counted.
        told = opens["open"].endswith(":") and own.startswith("一是", opens.end())
        shown = told or (declared and opens["open"] != "为") or _are_counted(names, words, opens["open"])
        if summed or not shown:
            return None
    return _in_sentence(stream, value, words, span, listed) if listed else None


def _tells_levels(own: str, match: re.Match[str], opens: re.Match[str]) -> bool:
    """实行三级责任制,即…: how many levels there are, and which; 二级响应, and 三级管理人员, are one of them."""
    built = _BUILT.search(own, max(0, match.start() - 2 * _WINDOW), match.start())
    return built is not None and _WORK.match(opens["noun"]) is not None and _ANNOUNCED.search(opens["open"]) is not None


def _deeds(stream: Flow, value: int, match: re.Match[str], below: _Below) -> Iterator[Count]:
    """“五大行动”: and items below it that each name one (实施监护提质行动)."""
    items = below.of(stream.span(match.end(), match.end() + 1).start, whole=False)
    if items and all(match["noun"] in one.heading.text.partition("。")[0] for one in items):
        words, place = stream.text[match.start("n") : match.end("noun")], match.span("n")
        spans = tuple([one.mark.span for one in items])
        span = stream.span(place[0], match.end("noun"))
        yield Count(value, words, span, len(items), len(items), spans, "headings")


def _slogans(stream: Flow, below: _Below) -> Iterator[Count]:
    """Counts in quotation marks whose items are told right behind them."""
    for match in _ALIKE.finditer(stream.text) if "”" in stream.text else ():
        names = _AND_LINK.split(match["items"])
        # 因公出国、公务接待和公务用车购置及运行: 及 may stand within one.
        loose = {len(_AND_LINK.split(match["items"].replace(one, ""))) for one in "和及"}
        if all(match["noun"] in name for name in names) and len(names) > 1 and count_value(match["n"]) not in loose:
            span, item = stream.span(match.start("n"), match.end("noun")), stream.span(*match.span("items"))
            words = match["n"] + match["noun"]
            yield Count(count_value(match["n"]), words, span, len(names), len(names), (item,), "sentence")
    for match in _QUOTED.finditer(stream.text) if "”" in stream.text else ():
        value = count_value(match["n"])
        if match["open"] == ":\n":
            yield from _deeds(stream, value, match, below)
            continue
        listed = after(stream.text, match.end(), match["noun"][-1])
        if value > 1 and listed:
            words = stream.text[match.start("n") : match.end("noun")]
            yield _in_sentence(stream, value, words, stream.span(match.start("n"), match.end("noun")), listed)


def _closing(stream: Flow, own: str, match: re.Match[str], value: int) -> Count | None:
    """A count behind its list."""
    last = own[match.start() - 1 : match.start()]
    if not (last.isalpha() or last in {")", "”"}) or last in _JOINING:
        return None
    if _RANKED.search(own, max(0, match.start() - 4), match.start()):
        return None
    step = _STEP.match(own, match.end())
    listed = before(own, match.start(), step[0] if step else match["m"])
    if not listed:
        return None
    return _in_sentence(stream, value, match[0], stream.span(*match.span()), listed)


def _in_sentence(stream: Flow, value: int, words: str, span: Span, listed: ListedThings) -> Count:
    items = tuple(stream.span(start, end) for start, end in listed.items)
    return Count(value, words, span, listed.low, listed.high, items, "sentence", listed.open)


def _headed(document: Document) -> Iterator[Count]:
    """A heading that ends in (7个), with one paragraph of names below it: 东湖街道、西苑镇、区财政局。"""
    for section in document.sections:
        stated = COUNTED_BELOW.search(section.title) if section.title[-1:] == ")" else None
        if not stated or section.children or len(section.body) != 1:
            continue
        below = section.body[0]
        if not isinstance(below, Paragraph) or below.text.count("、") < 2 or _NO_NAMES.search(below.text.rstrip("。")):
            continue
        names = below.text.rstrip("。").split("、")
        # 区住房和城乡建设局 is one body, 区财政局和区审计局 are two, and of other names it is not known.
        joints = [(one[: match.start()], one) for one in names for match in _AND.finditer(one)]
        more = sum(1 for head, one in joints if is_body(head) or not is_body(one))
        at = section.heading.text.rfind(stated[0])
        span = section.heading.span(at + 1, at + len(stated[0]) - 1)
        low, high = len(names), len(names) + more
        yield Count(int(stated["n"]), stated[0][1:-1], span, low, high, (below.span(),), "sentence")
