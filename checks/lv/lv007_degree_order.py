"""表示程度的词与级别顺序相反：较高一级用“较大”，较低一级反用“大”。

依据 文件内部矛盾：各级条件只有一个程度词不同，程度词就应当随级别递减。
说明 一级“特大洪峰”、二级“较大洪峰”、三级“大洪峰”，大洪峰比较大洪峰更大，二、三级对调了。
限度 只比较除程度词和级别名称外完全相同的条件；
程度词限于特大、重大、大、较大、一般、小及特别、较为、趋于所修饰的严重、严峻。

Summary Words of degree run against the order of the levels.
Basis A contradiction within the text: where conditions differ in one word of degree only, it falls with the levels.
Why With 特大洪峰, 较大洪峰, 大洪峰 for levels one to three the last is the bigger one; two of them were swapped.
Limits Only conditions that are equal but for that word; read are 特大, 重大, 大, 较大, 一般, 小, and
特别, 较为, 趋于 before 严重 and 严峻.
"""

import re
from collections import defaultdict
from itertools import pairwise

from linter.facts.bands import GradedItem, Level, Scale, scales
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see
from linter.language import lazy, lexicon

_DEGREE = lazy(r"{DEGREE}|较小|[大小]|{INTENSE}?严[峻重]")
_SIZES, _ADVERBS = (
    {word: rank for rank, words in enumerate(degrees, 1) for word in words}
    for degrees in lexicon.scales("degrees").values()
)
# 严重 without an adverb is the second of four.
_GRADES = _ADVERBS | {"": 2}
_MARK = lazy(r"^\s*\(?[\d一二三四五六七八九十]{1,3}[).、]\s*|[\s。;,的]")


@check(
    code="LV007",
    name="degree-order",
    severity="warning",
    preview=True,
    reads=(scales,),
    needs=needs("lines", "tables"),
    message={
        "zh": "{level}用“{word}”，较低的{lower}反用“{other}”，程度与级别顺序相反",
        "en": "{level} says “{word}”, and {lower} below it “{other}”, which is more",
    },
    examples=(
        Bad(
            "3.2.1 一级预警\n\n（1）监测预报有特大洪峰的信息。\n\n3.2.2 二级预警\n\n"
            "（1）监测预报有[[较大]]洪峰的信息。\n\n"
            "3.2.3 三级预警\n\n（1）监测预报有[[~大]]洪峰的信息。\n"
        ),
        Bad("1.4.1 Ⅰ级事件\n\n社会影响[[较为严重]]的。\n\n1.4.2 Ⅱ级事件\n\n社会影响[[~特别严重]]的。\n"),
        Good("1.4.1 Ⅰ级事件\n\n对社会稳定造成重大影响的。\n\n1.4.2 Ⅱ级事件\n\n对大型企业造成重大影响的。\n"),
    ),
)
def degree_order(document: Document, options: Options) -> Findings:
    """Yield each word of degree that is milder than the one a level below has in the same condition."""
    for scale in document.read(scales):
        for same in _alike(scale):
            for (level, item, words), (lower, below, others) in pairwise(same):
                for word, other in zip(words, others, strict=True):
                    if _rank(word[0]) > _rank(other[0]) and (word[0] in _SIZES) == (other[0] in _SIZES):
                        yield _finding(level, item, word, lower, below, other)


def _alike(scale: Scale) -> list[list[tuple[Level, GradedItem, list[re.Match[str]]]]]:
    """The conditions of neighbouring levels that are equal without their words of degree."""
    by_words: dict[str, list[tuple[Level, GradedItem, list[re.Match[str]]]]] = defaultdict(list)
    for level in scale.ordered:
        for item in level.items:
            words = list(_DEGREE.finditer(item.text))
            if words:
                by_words[_MARK.sub("", _DEGREE.sub("#", item.text))].append((level, item, words))
    return [same for same in by_words.values() if len({level.name.rank for level, _, _ in same}) == len(same)]


def _rank(word: str) -> int:
    return _SIZES.get(word) or _GRADES[word[:-2]]


def _finding(
    level: Level, item: GradedItem, word: re.Match[str], lower: Level, below: GradedItem, other: re.Match[str]
) -> Finding:
    args = {"level": level.name.words, "word": word[0], "lower": lower.name.words, "other": other[0]}
    place = below.paragraph.span(below.start + other.start(), below.start + other.end())
    related = see(place, f"{lower.name.words}的“{other[0]}”", f"“{other[0]}” of {lower.name.words}")
    return Finding(item.paragraph.span(item.start + word.start(), item.start + word.end()), args, (related,))
