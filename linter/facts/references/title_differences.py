"""What tells two acts of near titles apart: a number, a place, a subject, a kind (供水条例 and 供热条例)."""

from __future__ import annotations

from linter.language import common_ends, lazy
from linter.language.broken import is_broken
from linter.language.likeness import alike
from linter.language.vocabulary import known

# Characters that tell one act from another by number, rank, place, or subject (供水 and 供热, 食品 and 药品).
_NUMERALS = frozenset("0123456789一二三四五六七八九十上下甲乙丙丁")
_TELLING = (
    _NUMERALS,
    frozenset("国省市县区州镇乡村"),
    frozenset("东西南北中"),
    frozenset("前后新旧老幼妇残"),
    frozenset("水电气热暖油煤粮盐"),
    frozenset("食药器医"),
    frozenset("德智体美劳"),
    frozenset("农林牧渔工商军警"),
    frozenset("河湖江海库航铁公路"),
    frozenset("刑民行监检大小"),
)
# 规程 is left out: 规范 and 规程 are taken for one another.
_KIND = lazy(r"(?:{STANDARD}|{ACT}(?<!方法)(?<!程)|解答|批复|规划)$")
# Where titles of so many characters before their kind differ in the kind alone, it is a slip for the other.
_STEM = 8
# The place before the subject of a title, and the kind behind it.
_SUBJECT = lazy(r"^(?:中华人民共和国|[^省市县区州]{1,4}[省市县区州])|(?:管理|应急)?(?:{ACT}|{PLAN})(?:\([^()]*\))?$")
_BRIEF = 4
# What joins another matter to the subject of a title.
_JOINED = lazy(r"[和与及、].{2,}|.{2,}[和与及、]")


def tells_apart(one: str, other: str) -> bool:
    """Whether the difference of two titles is one that tells acts apart."""
    if is_broken(one, other):
        return False
    head, tail = common_ends(one, other)
    left, right = one[head : len(one) - tail], other[head : len(other) - tail]
    if (not left or not right) and is_joined(left + right):
        return True
    if any(set(left) <= group and set(right) <= group for group in _TELLING):
        return True
    kinds = _KIND.search(one), _KIND.search(other)
    if kinds[0] and kinds[1] and kinds[0][0] != kinds[1][0]:
        return not other_kind(one, other)
    if two_subjects(one, other) or _two_words(left, right):
        return True
    # An added first character (企业…, 小企业…) narrows the scope; words added elsewhere are the slips looked for.
    return len(one) != len(other) and (head == 0 or tail == 0)


def is_joined(words: str) -> bool:
    """Whether what one title has more than another adds a matter to its own: 绿化养护(和环卫)行业指导意见."""
    return _JOINED.fullmatch(words) is not None


def stem(title: str) -> str:
    """A long title without its kind (…审查验收管理 of …审查验收管理办法); empty if it is short or ends in none."""
    kind = _KIND.search(title, _STEM)
    return title[: kind.start()] if kind else ""


def other_kind(one: str, other: str) -> bool:
    """Whether two long titles differ in nothing but their kind: …审查验收管理暂行规定, …审查验收管理暂行办法."""
    return stem(one) == stem(other) != ""


def _two_words(left: str, right: str) -> bool:
    """Whether what two titles differ in is a word each: 住房情况声明书, 居住情况声明书."""
    return len(left) == len(right) == 2 and left[0] != right[0] and known(left) and known(right)


def two_subjects(one: str, other: str) -> bool:
    """Whether two titles differ in the word that says what each is about: 供水条例, 排水条例.

    A slip makes no word, or takes a character that sounds or looks alike (防讯).
    """
    mine, theirs = _SUBJECT.sub("", one), _SUBJECT.sub("", other)
    if len(one) != len(other) or mine == theirs or not len(mine) == len(theirs) <= _BRIEF:
        return False
    at = common_ends(one, other)[0]
    if alike(one[at], other[at]):
        return False
    words = [(one[start : start + 2], other[start : start + 2]) for start in (at - 1, at) if start >= 0]
    return any(known(left) and known(right) for left, right in words)
