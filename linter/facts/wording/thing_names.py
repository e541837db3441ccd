"""One thing by two names, one of them with a word more: 综合信息平台 and 综合信息管理平台, 健康档案 and 健康监护档案.

Systems, licences, records and the like bear one name. Where two differ by a word that chooses no kind, behind the same
four characters or within a declared short form, one thing is meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain

from linter.facts.base import as_number, bigrams, own_words, pairs_in
from linter.facts.bodies import abbreviations
from linter.facts.wording.item_lists import item_lists
from linter.facts.wording.phrases import Place, Variant, variant
from linter.language import NamedTuple, common_ends, finds, lazy
from linter.language.lexicon import rows
from linter.structure import Document, fact

__all__ = ["thing_names"]

# What stands before the word that is more, and the longest name.
_SAME, _LONGEST = 4, 18
# So far back a sentence begins, at most; items of lists are found by so many last characters.
_REACH, _KEY = 400, 3
# The rarer form stands so often at most.
_FEW = 3
# A name does not reach back over these; 系统化 and 机构编制 are none.
_OTHER = lazy("[^\u4e00-\u9fff]|[的和与及或等在由将按向对为有无从把被经给]|{TAKING}")
_NO_HEAD = lazy("化|编制")
# Words of which one stands for the other in the name of a system: 住房保障信息系统, 住房保障管理系统.
_FOR_ANOTHER, _RUN = ("信息", "管理"), ("系统", "平台")
_DEFINED = ("(以下", "(简称")
_SENTENCE = lazy("[。;\n]")
# Several things by one word are none of them: 一系列服务系统. Bodies are many by nature.
_SEVERAL = lazy("(?:系列|各[级类种个项]|多个|若干)[\u4e00-\u9fff]{0,12}$")
# 综合服务平台 beside 专业性服务平台 is one kind of two.
_CHOSEN, _KIND = "综合", lazy("(?:专[业项门]|单项|[性型])$")


class _Inserted(NamedTuple):
    """A name without one word: what is left, where in it the word stood, and the word; or what stands in its stead."""

    rest: str
    at: int
    word: str
    other: str = ""

    @property
    def short(self) -> str:
        """The name without the word."""
        return self.rest[: self.at] + self.other + self.rest[self.at :]

    @property
    def long(self) -> str:
        """The name with the word."""
        return self.rest[: self.at] + self.word + self.rest[self.at :]


@fact("thing-names")
def thing_names(document: Document) -> tuple[Variant, ...]:
    """Names of things that lack or add a word of another, the rarer form first, in order of place."""
    text = document.read(own_words)
    counts = document.read(bigrams)
    names = _names(text, [head for head in _modifiers() if counts[as_number(head[:2])] > 1])
    full = {one.short: one.full for one in document.read(abbreviations)} if names else {}
    declared = frozenset(full)
    found: dict[Place, Variant] = {}
    for one, short, long in chain(
        _with_a_word_more(names),
        _with_another_word(names),
        _next_to_head(text, counts),
        _beside_declared(text, full, counts),
    ):
        # A declared short form leaves out what it likes.
        free = any(form != one.short and form not in one.long for form in declared.intersection(_parts(one.short)))
        if (
            min(len(short), len(long)) <= _FEW
            and not free
            and not _are_two(document, text, one, short, long)
            and not _is_kind(text, counts, one, short, long)
        ):
            variant = _variant(text, one, short, long)
            found.setdefault(variant.changed, variant)
    # Two names of one sentence are not both a third.
    beside = Counter([_beside(text, variant) for variant in found.values()])
    return tuple(sorted([variant for variant in found.values() if beside[_beside(text, variant)] == 1]))


@cache
def _modifiers(place: str = "any") -> dict[str, list[str]]:
    return {head: words.split() for head, where, words in rows("thing_modifiers.tsv") if where == place}


def _names(text: str, heads: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
    """By their heads the names of things, as far as they reach back, with where they end."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for head in heads:
        for at in finds(text, head):
            end = at + len(head)
            words = _OTHER.split(text[max(0, end - _LONGEST) : end])[-1]
            if len(words) >= _SAME + len(head) and not _NO_HEAD.match(text, end):
                found[head].append((words, end))
    return found


def _with_a_word_more(names: dict[str, list[tuple[str, int]]]) -> Iterator[tuple[_Inserted, list[int], list[int]]]:
    """What two names differ by, with where the one without the word starts, and the one with it."""
    for head, some in names.items():
        longer: defaultdict[_Inserted, list[int]] = defaultdict(list)
        for words, end in some:
            for word in _modifiers()[head]:
                at = words.find(word, _SAME)
                if 0 <= at <= len(words) - len(head) - len(word):
                    short = words[at - _SAME : at] + words[at + len(word) :]
                    longer[_Inserted(short, _SAME, word)].append(end - len(short) - len(word))
        wanted = {one.rest for one in longer}
        sizes = {len(short) for short in wanted}
        shorter: defaultdict[str, list[int]] = defaultdict(list)
        for words, end in some:
            for size in sizes:
                if size <= len(words) and words[-size:] in wanted:
                    shorter[words[-size:]].append(end - size)
        for one, starts in longer.items():
            if one.rest in shorter:
                yield one, shorter[one.rest], starts


def _next_to_head(text: str, counts: Mapping[int, int]) -> Iterator[tuple[_Inserted, list[int], list[int]]]:
    """The same where the word can only stand right before the head, which is too common to read every name."""
    for head, words in _modifiers("next").items():
        longer: defaultdict[_Inserted, list[int]] = defaultdict(list)
        present = [word for word in words if counts[as_number(word[-1] + head[0])]]
        for word in present if counts[as_number(head[:2])] > 1 else ():
            for at in finds(text, word + head):
                before = text[max(0, at - _SAME) : at]
                if len(before) == _SAME and not _OTHER.search(before):
                    longer[_Inserted(before + head, _SAME, word)].append(at - _SAME)
        wanted = {one.rest for one in longer}
        shorter: defaultdict[str, list[int]] = defaultdict(list)
        for at in finds(text, head) if longer else ():
            name = text[max(0, at - _SAME) : at + len(head)]
            if name in wanted and not _NO_HEAD.match(text, at + len(head)):
                shorter[name].append(at - _SAME)
        for one, starts in longer.items():
            # Kinds of bodies that a text calls by both names throughout are meant by both.
            if one.rest in shorter and min(len(starts), len(shorter[one.rest])) < _FEW:
                yield one, shorter[one.rest], starts


def _with_another_word(names: dict[str, list[tuple[str, int]]]) -> Iterator[tuple[_Inserted, list[int], list[int]]]:
    """What two names of systems differ by, of which one has 信息 where the other has 管理, with where they start."""
    for head in _RUN:
        found: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for words, end in names.get(head, ()):
            at = len(words) - len(head) - len(_FOR_ANOTHER[0])
            if at >= _SAME and words[at : -len(head)] in _FOR_ANOTHER:
                place = _FOR_ANOTHER.index(words[at : -len(head)])
                found[words[at - _SAME : at]][place].append(end - len(words) + at - _SAME)
        for before, (one, other) in found.items():
            if one and other:
                yield _Inserted(before + head, _SAME, _FOR_ANOTHER[1], _FOR_ANOTHER[0]), one, other


def _parts(name: str) -> Iterator[str]:
    """All that stands within a name."""
    return (name[start:end] for start in range(len(name)) for end in range(start + 1, len(name) + 1))


def _beside_declared(
    text: str, declared: Mapping[str, str], counts: Mapping[int, int]
) -> Iterator[tuple[_Inserted, list[int], list[int]]]:
    """The same of a declared short form of such a name: 省系统, 省管理系统; what its full name has it may leave out."""
    by_head: defaultdict[str, set[str]] = defaultdict(set)
    for short in declared:
        head = next((head for head in _modifiers() if short.endswith(head)), "")
        if 0 < len(head) < len(short):
            by_head[head].add(short[: -len(head)])
    for head, stems in by_head.items():
        present = [word for word in _modifiers()[head] if counts[as_number(word[-1] + head[0])]]
        longer = {word: _behind(text, word + head, stems) for word in present}
        shorter = _behind(text, head, stems) if any(longer.values()) else {}
        for word, found in longer.items():
            for stem, starts in found.items():
                # The short form may stand in quotation marks alone, where it is declared.
                long = stem + word + head
                if word not in stem + head and stem in shorter and long not in declared.get(stem + head, ""):
                    yield _Inserted(stem + head, len(stem), word), shorter[stem], starts


def _behind(text: str, words: str, stems: set[str]) -> dict[str, list[int]]:
    """Where each stem with the words behind it starts."""
    sizes = {len(stem) for stem in stems}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at in finds(text, words):
        for stem in {text[max(at - size, 0) : at] for size in sizes} & stems:
            found[stem].append(at - len(stem))
    return found


def _are_two(document: Document, text: str, one: _Inserted, short: list[int], long: list[int]) -> bool:
    """Whether one sentence or one list holds both forms, or each has a short form of its own."""
    if all(
        any(text.startswith(_DEFINED, start + len(form)) for start in starts)
        for form, starts in ((one.short, short), (one.long, long))
    ):
        return True
    few, other = (short, one.long) if len(short) <= len(long) else (long, one.short)
    for start in few:
        behind = _SENTENCE.search(text, start)
        if other in text[_sentence(text, start) : behind.start() if behind else len(text)]:
            return True
    listed = document.read(list_ends)
    return not _holding(listed, one.short).isdisjoint(_holding(listed, one.long))


def _is_kind(text: str, counts: Mapping[int, int], one: _Inserted, short: list[int], long: list[int]) -> bool:
    """Whether the form without the word is no name: a free phrase, several things, or a kind that has its own word.

    A name with another word in its place that stands more often than both is what they would be held against.
    """
    if len(short) == len(long) == 1 and text[short[0] - 1 : short[0]] == "的":
        return True
    several, alone = (any(_SEVERAL.search(text[max(0, at - _LONGEST) : at]) for at in some) for some in (short, long))
    if several and not alone:
        return True
    if one.word == _CHOSEN and any(_KIND.search(text[max(0, at - 2) : at]) for at in short):
        return True
    before, behind = one.rest[: one.at], one.rest[one.at :]
    most = max(len(short), len(long))
    if any(counts[pair] <= len(short) + len(long) + most for pair in pairs_in(before)):
        return False
    others = Counter(
        [
            text[at + one.at : at + one.at + len(one.word)]
            for at in finds(text, before)
            if text.startswith(behind, at + one.at + len(one.word))
        ]
    )
    return any(
        times > most and word not in (one.word, one.other) and not _OTHER.search(word) for word, times in others.items()
    )


def _sentence(text: str, at: int) -> int:
    """Where the sentence of a place begins."""
    return max(text.rfind(mark, max(0, at - _REACH), at) for mark in "。;\n") + 1


def _beside(text: str, variant: Variant) -> Place:
    """What the variants have in common of which one sentence holds the rare forms of one usual form."""
    return variant.usual[1], _sentence(text, variant.place[0])


@fact("list-ends")
def list_ends(document: Document) -> dict[str, list[tuple[int, str]]]:
    """The items of lists with the numbers of their lists, by their last characters."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    lists = document.read(item_lists)
    for number, some in enumerate(lists):
        for item in some.items:
            found[item.words[-_KEY:]].append((number, item.words))
    return found


def _holding(listed: dict[str, list[tuple[int, str]]], name: str) -> set[int]:
    """The lists with an item that ends in a name."""
    return {number for number, words in listed.get(name[-_KEY:], ()) if words.endswith(name)}


def _variant(text: str, one: _Inserted, short: list[int], long: list[int]) -> Variant:
    """The rarer form first; of two that stand as often, the one that lacks the word."""
    without, added = (
        [(start, start + one.at, start + one.at + len(word), start + len(one.rest) + len(word)) for start in starts]
        for word, starts in ((one.other, short), (one.word, long))
    )
    rare, usual = (without, added) if len(without) <= len(added) else (added, without)
    back = _common_start(text, rare[0][0], usual[0][0])
    first, model = (rare[0][0] - back, *rare[0][1:]), (usual[0][0] - back, *usual[0][1:])
    return variant("drift", [first, *rare[1:]], model, len(usual))


def _common_start(text: str, one: int, other: int) -> int:
    """How many characters before two names are the same in both, and belong to them."""
    before = [text[max(0, at - _LONGEST) : at][::-1] for at in (one, other)]
    shared, _ = common_ends(*before)
    return len(_OTHER.split(before[0][:shared][::-1])[-1])
