"""Sequences of numbers: marks of sections, marks run together in a paragraph, serial columns of tables.

A run is what is counted on together: siblings, or items counted on across headings ((一)…(十七), articles across
chapters). A mark of a higher rank or a heading between two siblings ends their list; a number that is no item of its
own (the end of a wrapped line, an entry of contents, an article that a sentence names) takes part in none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.facts.base import copied_articles, flow
from linter.facts.references.appendices import announced
from linter.facts.references.number_runs import NumberedItem, Run
from linter.facts.references.serials import captions, columns
from linter.language import lazy, ordinal, quick
from linter.structure import Block, Document, Paragraph, Section, fact

__all__ = ["is_heading", "sequences"]

# Counted through a whole part whatever stands above (立法法 65); a fragment of a law need not begin with the first.
RANKS = ("volume", "chapter", "division", "article")
_THROUGH = ("volume", "chapter", "article")
_IN_BRACKETS = ("chinese-paren", "arabic-paren")
# GB/T 9704 7.3.3, GB/T 15834 B.3.8: a mark of an earlier scheme ends the lists of the later ones.
_LEVELS = {"chinese": 1, "chinese-paren": 2, "arabic": 3, "arabic-paren": 4, "circled": 5}
# (1) or (一) behind a mark, not 第(一)项 nor 附表(一); (一) may open a list right behind its heading. 一是; 第一,; ①.
# With what the first of them is.
_INLINE = (
    (
        ("(1)", "(一)"),
        lazy(
            r"\((?:(?<![\w、]\()(\d{1,2}|[一二三四五六七八九十]{1,3})|(?<=[^\W\d第条款项表件图和或至述列见]\()([1一]))\)"
            r"(?!项|、\(|\()"
        ),
    ),
    (("一是",), lazy(r"([一二三四五六七八九十])是(?<!\w..)")),
    (("第一",), lazy(r"(?<!\w)第([一二三四五六七八九十])(?=,|步[,:])")),
    (("①",), lazy(r"([①-⑳])")),
)
# a) at the head of a paragraph, as standards have it (GB/T 1.1-2020 7.5), with so many paragraphs to the next at most.
_LETTER = lazy(r"^ ?([a-z])\) ?(?=[\u4e00-\u9fff《“])", re.MULTILINE)
# 一是…, 步骤一:… at the head of paragraphs of its own.
_IS = lazy(r"^ ?(?:步骤)?([一二三四五六七八九十])(?:是(?=[^\n]{2})|(?<=步骤.)[:,])", re.MULTILINE)
_APART = 3
# A paragraph longer than this is a document flattened into one line: its lists cannot be told apart.
_FLATTENED = 2000
_LEADER = lazy(r"[.·…]{4,}")
# A line that ends so goes on in the next: 在第 / 1、4、7周, 间距与上述 / (1)中…的要求.
_LAST = 16
_GOES_ON = lazy(r"(?:[第与和及或至到在按见如、,]|[上前]述|所[列述])$")
# A short line that ends so is a heading: 1.2 编制依据.
_RESTS_ON = lazy(r"(?:[,、;:。][^\n]*|[^\n]{10}){BASIS}$")
# 修改为:/第十二条…: the article as it is to read, told a second time.
_TO_READ = lazy(r"[改整]为:$")
_ENUMERATED = lazy(r"\d{1,3}、(?:\d{1,3}、)*\d{1,3}")


@fact("sequences", "组编号", "numbered sequence|numbered sequences")
def sequences(document: Document) -> tuple[Run, ...]:
    """Everything that is counted in a document, in order of place within each origin."""
    found = [
        *_sections(document),
        *_inline(document),
        *_headed_lists(document),
        *columns(document),
        *captions(document),
    ]
    return tuple([run for run in found if len(run.items) > 1])


def _sections(document: Document) -> Iterator[Run]:
    """Siblings of one scheme; a group that goes on from the last one of its scheme in the part is joined to it."""
    latest: dict[tuple[int, str], list[NumberedItem]] = {}
    across: set[int] = set()
    runs: list[tuple[str, list[NumberedItem]]] = []
    stray = _stray(document)
    for sections in _groups(document, stray):
        part = sections[0].part
        kind: str = sections[0].mark.scheme
        items = [_item(document, section, section.index in stray) for section in sections]
        earlier = latest.get((part, kind))
        inserted = kind == "article" and len(sections[0].mark.value) > 1
        if inserted:  # 第二条之一, 第二条之二
            runs.append((kind, items))
        elif earlier and kind not in ("decimal", "division") and _goes_on(earlier, items, id(earlier) in across):
            earlier.extend(items)
            across.add(id(earlier))
        else:
            latest[part, kind] = items
            runs.append((kind, items))
    for kind, items in runs:
        yield Run("section", kind, tuple(items))


def _groups(document: Document, stray: dict[int, tuple[int, ...]]) -> list[list[Section]]:
    """The sections that may be one list, in order."""
    groups: dict[tuple[object, ...], list[Section]] = {}
    above_articles = _above_articles(document)
    ended = Counter[tuple[int, str]]()
    last: dict[int, Section] = {}
    for section in _items(document):
        value, scheme, part = section.mark.value, section.mark.scheme, section.part
        level = _LEVELS.get(scheme, 0)
        for deeper in [one for one, rank in _LEVELS.items() if 0 < level < rank]:
            ended[part, deeper] += 1
        before = last.get(section.parent)
        # A heading without a number (Markdown, Word) stands within a section, so that its list ends there.
        inside = [one for one in before.body if isinstance(one, Paragraph)] if before and level else []
        if any(is_heading(document, one) for one in inside):
            ended[part, scheme] += 1
        last[section.parent] = section
        if scheme == "decimal":
            # Without its heading above (9 lost before 9.1), a decimal is counted with those that begin as it does.
            under = section.parent >= 0 and document.sections[section.parent].mark.scheme == "decimal"
            prefix = stray.get(section.index, value[:-1])
            key: tuple[object, ...] = (part, section.parent, len(value) if under else prefix)
        elif len(value) == 1:
            through = scheme in _THROUGH or (scheme == "chinese" and part in above_articles)
            key = (part, -1 if through else section.parent, scheme, ended[part, scheme])
        elif scheme == "article":
            key = (part, "之", value[0])
        else:
            continue
        groups.setdefault(key, []).append(section)
    return list(groups.values())


def _items(document: Document) -> Iterator[Section]:
    """The sections whose mark is a number of their own."""
    # The entries of a note 附件:1.… 2.… follow its first, which has no mark of its own.
    noted = {entry.span.start for entry in document.read(announced) if entry.source == "note"}
    loose = _loose_articles(document)
    copied = _copied(document)
    before = ""
    above: Section | None = None
    for section in document.sections:
        words = section.heading.text
        end = max(0, len(before) - _LAST)
        goes_on = _GOES_ON.search(before, end) or _RESTS_ON.search(before, end)
        wrapped = goes_on is not None and len(before) > len(words.rstrip()) // 2
        wrapped = wrapped and not (above and _counts_on(above, section))
        passed = above is not None and _is_passed(above, section)
        retold = section.mark.scheme == "article" and (passed or _TO_READ.search(before, end) is not None)
        before, above = _last_words(section), section
        if retold or section.title_span.start in noted or section.index in loose or _LEADER.search(words):
            continue
        if section.heading.pieces[0].start in copied:
            continue
        if not wrapped and not (section.mark.scheme == "arabic" and _ENUMERATED.match(words)):
            yield section


def _copied(document: Document) -> set[int]:
    """Where the paragraphs start that copy another act: 《消防法》第六十三条第二项 …: and its (二)… are its numbers."""
    stream = document.read(flow)
    units = [stream.unit_at(one.start) for one in document.read(copied_articles)]
    return {unit.paragraph.pieces[0].start for unit in units}


def _is_passed(section: Section, after: Section) -> bool:
    """Whether an article is the one before it, with no more than what became of it: 第二條 (照案通過)."""
    said = section.mark.scheme == "article" and section.mark.value == after.mark.value
    return said and not after.body and after.title.startswith("(") and after.title.endswith(")")


def _counts_on(section: Section, after: Section) -> bool:
    """Whether a section has the next number of the list of the one before it, whatever mark that one ends with."""
    one, other = section.mark, after.mark
    return (one.scheme, section.parent) == (other.scheme, after.parent) and other.value == (
        *one.value[:-1],
        one.value[-1] + 1,
    )


def _last_words(section: Section) -> str:
    """The words of the last paragraph of a section before what stands under it; nothing behind a table."""
    block: Block = section.body[-1] if section.body else section.heading
    return block.text if isinstance(block, Paragraph) else ""


def _loose_articles(document: Document) -> set[int]:
    """Sentences that begin with an article (第三条照原案通过), in a text whose articles are set off by a space."""
    articles = [section for section in document.sections if section.mark.scheme == "article"]
    normal = document.text.normal
    close = [one for one in articles if normal[one.mark.span.end : one.mark.span.end + 1] not in (" ", "\n", "\t", "")]
    if len(close) * 2 >= len(articles):
        return set()
    due = {one.index: before.mark.value[0] + 1 for before, one in pairwise(articles)}
    return {one.index for one in close if one.mark.value != (due.get(one.index),)}


def is_heading(document: Document, block: Paragraph) -> bool:
    """Whether a paragraph is set as a heading: the marks of Markdown, as the readers of Word and pages write them."""
    start = block.pieces[0].start
    line = document.text.normal.rfind("\n", 0, start) + 1
    return document.text.normal[line:start].lstrip(" *").startswith("#")


def _above_articles(document: Document) -> set[int]:
    """The parts in which 一、二、 are headings over articles that count on across them."""
    found: set[int] = set()
    article = 0
    for section, after in pairwise(document.sections):
        if section.mark.scheme == "article":
            article = section.mark.value[0]
        follows = after.mark.scheme == "article" and after.part == section.part
        if section.mark.scheme == "chinese" and follows and after.mark.value == (article + 1,):
            found.add(section.part)
    return found


def _goes_on(earlier: Sequence[NumberedItem], items: Sequence[NumberedItem], across: bool) -> bool:
    """Whether a group counts on from an earlier one: by its first number, or as its neighbours did before."""
    first, last = items[0].value, earlier[-1].value
    # No list begins with a number above 2: (一)…(三), and (五)… under the next heading, leave out one.
    return first == last + 1 or (across and first > 1) or (first == last + 2 > 4)


def _stray(document: Document) -> dict[int, tuple[int, ...]]:
    """Decimals between two that count on past them (8.1, 6.2, 8.3), by index, with the beginning they should have."""
    found: dict[int, tuple[int, ...]] = {}
    depths: dict[tuple[int, int], list[Section]] = {}
    for section in document.sections:
        if section.mark.scheme == "decimal":
            depths.setdefault((section.part, len(section.mark.value)), []).append(section)
    for sections in depths.values():
        for before, section, after in zip(sections, sections[1:], sections[2:], strict=False):
            one, value, other = before.mark.value, section.mark.value, after.mark.value
            if one[:-1] == other[:-1] != value[:-1] and one[-1] + 2 == other[-1]:
                found[section.index] = one[:-1]
    return found


def _item(document: Document, section: Section, foreign: bool) -> NumberedItem:
    mark = section.mark
    foreign = foreign or (mark.scheme in _IN_BRACKETS and "(" not in mark.text)
    if mark.scheme == "decimal" and section.parent >= 0:
        above = document.sections[section.parent].mark
        foreign = above.scheme == "decimal" and above.value != mark.value[:-1]
    return quick(NumberedItem, (mark.value[-1], mark.text, mark.span, foreign))


def _inline(document: Document) -> Iterator[Run]:
    """(1)…;(2)…;(3)… and 一是…二是… within one paragraph; three numbers make a list, two may be anything."""
    stream = document.read(flow)
    for firsts, pattern in _INLINE:
        lists: dict[tuple[int, str], list[tuple[int, re.Match[str]]]] = {}
        for match in pattern.finditer(stream.text) if any(first in stream.text for first in firsts) else ():
            scheme, value = _inline_value(match)
            lists.setdefault((stream.index_at(match.start()), scheme), []).append((value, match))
        for (index, scheme), found in lists.items():
            if stream.units[index].end - stream.units[index].start > _FLATTENED:
                continue
            for same in _restarts(found):
                if len(same) > 2 and same[0][0] == 1:
                    items = [NumberedItem(value, match[0], stream.span(*match.span())) for value, match in same]
                    yield Run("inline", scheme, tuple(items))


def _headed_lists(document: Document) -> Iterator[Run]:
    """a)…, b)…, d)… and 一是…, 二是…, 四是… at the head of paragraphs that follow each other."""
    stream = document.read(flow)
    for pattern, scheme, hints in ((_LETTER, "letter", ("a)",)), (_IS, "is", ("一是", "步骤一"))):
        items: list[NumberedItem] = []
        last = -1
        for match in pattern.finditer(stream.text) if any(hint in stream.text for hint in hints) else ():
            index = stream.index_at(match.start(1))
            value = ord(match[1]) - ord("a") + 1 if scheme == "letter" else ordinal(match[1])
            if items and (value == 1 or index - last > _APART):
                yield Run("inline", scheme, tuple(items))
                items = []
            words = stream.text[match.start(1) : match.end(1) + 1]
            items.append(NumberedItem(value, words, stream.span(match.start(1), match.end(1) + 1)))
            last = index
        if len(items) > (0 if scheme == "letter" else 2):
            yield Run("inline", scheme, tuple(items))


def _restarts(found: list[tuple[int, re.Match[str]]]) -> list[list[tuple[int, re.Match[str]]]]:
    """One list for each number 1."""
    lists: list[list[tuple[int, re.Match[str]]]] = []
    for one in found:
        if one[0] == 1 or not lists:
            lists.append([])
        lists[-1].append(one)
    return lists


def _inline_value(match: re.Match[str]) -> tuple[str, int]:
    if match[0][-1] == "是":
        return "is", ordinal(match[1])
    if match[0][0] == "第":
        return "ordinal", ordinal(match[1])
    if match[0][0] == "(":
        words = match[1] or match[2]
        return "arabic-paren" if words.isdigit() else "chinese-paren", ordinal(words)
    return "circled", ord(match[1]) - ord("①") + 1
