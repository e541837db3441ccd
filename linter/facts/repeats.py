"""Words and sentences written twice in one place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from linter.facts import fact
from linter.facts.flow import Flow, flow
from linter.facts.masks import own_words
from linter.facts.sentences import Sentence, clauses, sentences
from linter.structure.model import Document

_HAN = "\u4e00-\u9fff"
_DOUBLED = re.compile(f"([{_HAN}]{{2,16}}?)( ?)\\1")
# Words of two characters that end one noun and begin the next (直辖市|城市, 上一年度|年度报告, 集装箱|装箱).
_SEAMS = frozenset({"城市", "年度", "装箱", "设计", "重型", "规定", "创业", "的村", "接受人"})
# 支队|支队长, 布图设计|设计者: the second noun goes on behind the repeated word.
_GOES_ON = re.compile("[长者人员团处部科费书局组率额期机性量化质]|主任|经理|负责人")
# Verbs and conjunctions end no noun: doubled, they are a slip whatever follows.
_VERBS = """
    应当 应该 必须 需要 可以 不得 负责 进行 按照 依照 根据 加强 建立 健全 完善 组织 推进 推动 落实 开展 实施 制定 提高
    做好 坚持 促进 鼓励 支持 保障 强化 及时 依法 以及 或者 并且 对于 关于 通过 严格 积极 切实 认真 统筹 协调 确保 提供
    采取
"""
_NUMERAL = re.compile("[一二三四五六七八九十百千万亿零〇两]+$")
# Particles and prepositions doubled by slips only, and the characters beside which they belong to other words.
_PARTICLES: dict[str, tuple[str, str]] = {
    "的": ("标目靶有中", "确士"),
    "和": ("共温调总饱缓平祥随亲谦议", "平解谐睦"),
    "与": ("参", "会否共时"),
    "及": ("", "时"),
    "在": ("存所现实正内外潜旨", "线校建册押职岗场编途"),
    "为": ("行作认成以视因较称人", "民人了主例期止先准"),
    "对": ("应针相绝面反", "外方象策口手"),
    "将": ("即", "军领"),
    "由": ("理自事缘经案", ""),
    "或": ("", ""),
    "被": ("", "告动害征"),
    "了": ("", "解"),
    "从": ("服", "业事重轻严宽"),
    "应": ("相适响对供效感反呼", "急用税对变付"),
}
_PARTICLE = re.compile(f"([{''.join(_PARTICLES)}])\\1(?!\\1)")
# Shorter sentences (具体如下。) may recur.
_SENTENCE = 8
# Shorter paragraphs (headings, signatures) may stand twice.
_PARAGRAPH = 20
# Two clauses that open two sentences of a paragraph alike, in characters; no statute of 3.4 million does.
_OPENING = 12
# A measure and the aim it names in the same words, in characters.
_AIM = 10
_LEAD = re.compile("(?:应当|应|可以|可|要|须|必须|并|以)?")
_AIMED = re.compile("(?:从而|进而|以便|以此)")


class Repeat(NamedTuple):
    """Words at ``start:end`` of the flow that were written before at ``first``; equal places mean doubled words."""

    start: int
    end: int
    first: tuple[int, int]


@fact("repeats")
def repeats(document: Document) -> tuple[Repeat, ...]:
    """Doubled words outside of quotations, and sentences repeated in their paragraph or the one below it, in order."""
    stream = document.read(flow)
    found = [*_doubled(document.read(own_words)), *_sentences(stream, document.read(sentences)), *_paragraphs(stream)]
    return tuple(sorted(found))


def _doubled(text: str) -> Iterator[Repeat]:
    matches = [match for match in _DOUBLED.finditer(text) if not (match[2] and len(match[1]) < 4)]
    often = Counter(match[0] for match in matches)
    for match in matches:
        word = match[1]
        # A seam between two nouns recurs in a document (晋城市|城市公共交通); a slip does not.
        noun = len(word) == 2 and word not in _VERBS
        recurs = noun and (often[match[0]] > 1 or _GOES_ON.match(text, match.end()))
        seam = word in _SEAMS or word[1:] + word[0] in _SEAMS
        if not (recurs or seam or word[0] == "的" or _NUMERAL.match(word)):
            yield Repeat(match.start(), match.end(), (match.start(), match.end()))
    for match in _PARTICLE.finditer(text):
        before, after = _PARTICLES[match[1]]
        if text[match.start() - 1] not in before + "\n" and text[match.end()] not in after:
            yield Repeat(match.start(), match.end(), match.span())


def _sentences(stream: Flow, found: tuple[Sentence, ...]) -> Iterator[Repeat]:
    text = stream.text
    seen: dict[str, Sentence] = {}
    openings: dict[str, Sentence] = {}
    unit = -1
    for sentence in found:
        if sentence.unit != unit:
            seen, openings, unit = {}, {}, sentence.unit
        words = text[sentence.start : sentence.end]
        before = seen.setdefault(words, sentence)
        if before is not sentence and len(words) >= _SENTENCE:
            yield Repeat(sentence.start, sentence.end, (before.start, before.end))
        elif "," in words:
            yield from _clauses(text, sentence, openings)


def _paragraphs(stream: Flow) -> Iterator[Repeat]:
    """Paragraphs that stand twice in a row; in tables cells repeat by nature."""
    for above, unit in pairwise(stream.units):
        words = unit.paragraph.text
        if words == above.paragraph.text and len(words) >= _PARAGRAPH and unit.table < 0:
            yield Repeat(unit.start, unit.end, (above.start, above.end))


def _clauses(text: str, sentence: Sentence, openings: dict[str, Sentence]) -> Iterator[Repeat]:
    """Sentences that open with the same two clauses, and aims in the words of the measure."""
    parts = clauses(text, sentence)
    if len(parts) > 1 and parts[1].end - sentence.start >= _OPENING:
        head = text[sentence.start : parts[1].end]
        before = openings.setdefault(head, sentence)
        if before is not sentence:
            yield Repeat(sentence.start, parts[1].end, (before.start, before.start + len(head)))
    cores: dict[str, tuple[int, int]] = {}
    for start, end in parts:
        aimed = _AIMED.match(text, start, end)
        lead = aimed or _LEAD.match(text, start, end)
        first = lead.end() if lead else start
        if aimed and end - first >= _AIM and text[first:end] in cores:
            yield Repeat(first, end, cores[text[first:end]])
        cores[text[first:end]] = (first, end)
