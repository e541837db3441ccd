"""Words written twice side by side, or with a mark or a space between them: 组织组织, 个个, 水源、水源."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from linter.language import NamedTuple, finds, is_han, lazy, lexicon, sought, vocabulary

_HAN = "\u4e00-\u9fff"
_DOUBLED = lazy(f"([{_HAN}]{{2,12}})\\1")
_SIZES = range(2, 13)
# Clauses that can hold longer words twice, marks 、 among them, and by what such words are found.
_LONG_CLAUSE = lazy(f"(?<![{_HAN}、()A-Za-z0-9])[{_HAN}、()A-Za-z0-9]{{26,}}")
_GRAM, _LONG, _LONGEST = 8, 13, 500
# Words repeated behind a space are those of a cell or line end that was read twice; shorter ones are columns.
_SPACED = range(12, 3, -1)
# Words that end one noun and begin the next (上一年度|年度报告, 本规定|规定的处罚, 布图设计|设计专有权).
_SEAMS = lexicon.words("SEAM")
# What 组织 is the head of: 集体经济组织|组织采摘.
_ORGANISED = lazy("{ORGANISED}$")
# 一年一年, 太多太多, 每户每户, 越改越改: doubled for emphasis.
_EMPHATIC = lazy("[一太很好每越愈更两几]|.[愈越]|.[不没].?$")
# 对逾期不上缴的不上缴的单位: what ends in 的 stands twice by a slip if it is longer than 密接的密接的.
_ATTRIBUTE = 4
_AROUND = 10
# 本项目|项目负责人, 该单位|单位资金: what is pointed at, then the same noun before a head that is no verb.
_POINTED = lazy("(?:[本该此各每]|同一)$")
_PEOPLE = lazy("(?:[人员长者师]|经理)$")
# Verbs and conjunctions end no noun: doubled, they are a slip whatever follows.
VERBS = lexicon.words("NO_NOUN_END")
# Verbs of which the first character stands twice at no seam; 组, 保 and 协 end nouns (专家组|组织, 医保|保障).
_OPENED_TWICE = VERBS - {"组织", "保障", "协调"}
_HEADS = lexicon.words("TERM_HEAD") - VERBS
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零〇两")
# Particles and prepositions doubled by slips only, and the characters beside which they belong to other words.
_PARTICLES = {word: (before.strip("-"), behind.strip("-")) for word, before, behind in lexicon.rows("particles.tsv")}
# Behind the last character of a word once more: 保险公司司等, 总体体的.
_STUTTERED = frozenset("的等和与及、,;:。)")
# 应当当在…前 before a preposition, not 应当|当场.
_MODAL_STUTTER = lazy("应当当[在于按由将以为对向与从把被有]")
# A member of a list that stands twice in a row; bodies are told as such (LS001).
_NO_BODY = "(?<![局委办厅部院会队司心府组]"
_MEMBER = lazy(f"(?:[、,;:。(\n]|{{MEMBER_LED}})([{_HAN}]{{2,20}}){_NO_BODY})[、,]\\1(?=[、,;:。)和及等])")
# The mark between, where members on both sides end alike; and how far from it the whole reaches.
_MEMBER_MARK = lazy(f"[、,]{_NO_BODY}[、,])(?<=([{_HAN}])[、,])(?=[{_HAN}]{{1,19}}?\\1[、,;:。)和及等])")
_MEMBER_REACH = 26
# 230个个、, 28座座,: what is counted with, twice behind the number. 5名名师 and 10个个体户 go on in a noun.
_MEASURES = lexicon.members("MEASURE_CHARACTER")
_NUMBER = lazy(r"\d[百千万亿]{0,2}$")
_COUNTED = lazy(r"[、,;:。)(\n]|以上|以下|以内")
_LONGEST_NUMBER = 3
# 县级以上县级政府: the reach of 以上 is written twice. Two amounts are a range.
_REACHES = lazy(f"([{_HAN}()、]{{2,12}})(?<![元年月日人次倍户吨米亩个])以[上下]\\1")
_REACH_WORD = lazy(f"以[上下](?<=([{_HAN}()、])以[上下])(?=[{_HAN}()、]{{1,11}}?\\1)")
_REACH_LENGTH = 12
# 其中:其中:一般公共服务支出1650万元: what opens a list, twice.
_OPENED = lazy(f"([{_HAN}]{{2,8}}):\\1:")
_OPENING, _OPENED_LENGTH = lazy(f":(?=[{_HAN}]{{2,8}}:)"), 9
# Departments by their fields, and how far such a row reaches back from its last word.
_DEPARTMENTS = lazy(
    f"(?:[{_HAN}]{{2,12}}、){{3,}}[{_HAN}]{{2,8}}?(?=等?(?:有关|相关)?(?:行政)?(?:主管|管理|监管)?部门$)"
)
_ROW_REACH = 160
# Members of a row: short, with no words of grammar; a row has more than so many marks.
_MEMBERS = lazy(f"[{_HAN}、]{{9,}}")
_MEMBER_NAME = lazy("(?:(?![的或和及与其是对等将应为在可以从由向无不未禁止])[\u4e00-\u9fff]){2,6}" + _NO_BODY + ")")
_FEW_MEMBERS = 3


class Repeat(NamedTuple):
    """Words at ``start:end`` of the flow that were written before at ``first``; equal places mean doubled words."""

    start: int
    end: int
    first: tuple[int, int]


def doubled(text: str, units: bytes, characters: Iterable[str]) -> Iterator[Repeat]:
    """All words that stand twice in one place of the document's own words, by their kinds.

    ``units`` are the same words in two bytes a character, ``characters`` those that stand side by side with themselves.
    """
    yield from _words(text, units)
    for one in characters:
        for at in finds(text, one + one):
            if text[at + 2] == text[at + 3]:  # 切切实实
                continue
            if any(told(text, at) for told in (_is_particle, _is_stutter, _is_measured, _opens_verb)):
                yield Repeat(at, at + 2, (at, at + 2))
    for match in sought(_MEMBER, _MEMBER_MARK, text, _MEMBER_REACH):
        yield Repeat(match.end() - len(match[1]), match.end(), match.span(1))
    for match in sought(_REACHES, _REACH_WORD, text, _REACH_LENGTH):
        if _NUMERALS.isdisjoint(match[1]) and is_han(match[1][0]):
            yield Repeat(match.end() - len(match[1]), match.end(), match.span(1))
    for match in sought(_OPENED, _OPENING, text, _OPENED_LENGTH):
        yield Repeat(match.end(1) + 1, match.end(), (match.start(), match.end(1) + 1))
    yield from _spaced(text)
    for clause in _LONG_CLAUSE.finditer(text):
        yield from _long(clause[0], clause.start())
    yield from _departments(text)
    yield from _members(text)


def _lines(text: str, units: bytes) -> list[tuple[int, int]]:
    """The lines in which as many characters as a word has may stand again right behind themselves, in order.

    Laid over itself that far on, the text cancels itself out there; one byte of each character tells enough. The
    pattern alone would try each size at each character.
    """
    found: dict[int, int] = {}
    low = units[::2]
    whole = int.from_bytes(low, "little")
    for size in _SIZES:
        apart = (whole ^ whole >> 8 * size).to_bytes(len(low), "little")
        at = apart.find(bytes(size))
        while at >= 0:
            end = text.find("\n", at)
            if end - at >= 2 * size:
                found[text.rfind("\n", 0, at) + 1] = end
            at = apart.find(bytes(size), end + 1)
    return sorted(found.items())


def _words(text: str, units: bytes) -> Iterator[Repeat]:
    """Whole words doubled, but for emphasis and seams."""
    found = (match for line in _lines(text, units) for match in _DOUBLED.finditer(text, *line))
    matches = [match for match in found if not _NUMERALS.issuperset(match[1])]
    often = Counter(match[0] for match in matches)
    for match in matches:
        word = match[1]
        # A seam between two nouns recurs in a document (晋城市|城市公共交通); a slip does not.
        recurs = len(word) == 2 and word not in VERBS and often[match[0]] > 1
        passed = recurs or word in _SEAMS or word[0] in ("的", word[1]) or _is_attribute(word) or _EMPHATIC.match(word)
        if not passed and _is_twice(text, *match.span()):
            yield Repeat(match.start(), match.end(), match.span())


def _is_attribute(word: str) -> bool:
    """Whether words end in 的 and may stand twice by right."""
    return word[-1] == "的" and len(word) < _ATTRIBUTE


def _is_particle(text: str, start: int) -> bool:
    """Whether a particle or preposition is doubled where it belongs to no other word."""
    end = start + 2
    if text[start] not in _PARTICLES or text[start] == text[end]:
        return False
    before, after = _PARTICLES[text[start]]
    # 在在 is a word of its own in texts of Taiwan.
    around = text[max(start - 2 * _AROUND, 0) : end + 2 * _AROUND]
    foreign = text[start] == "在" and vocabulary.simplified(around) != around
    return text[start - 1] not in before + "\n" and text[end] not in after and not foreign


def _is_stutter(text: str, start: int) -> bool:
    """Whether the last character of a word stands twice, and the second one belongs to nothing: no 层层, no 港港|章."""
    end, last = start + 2, text[start]
    before = text[max(start - 1, 0)]
    if text[start] == "当" and _MODAL_STUTTER.match(text, start - 1):
        return True
    if text[end] not in _STUTTERED or not is_han(before) or before == last:
        return False
    if last in _PARTICLES or last in _NUMERALS or not vocabulary.known(before + last):
        return False
    if text[start - 2] == before:  # 往往返返, 进进出出
        return False
    words = (text[start:end], text[start - 1 : end], text[start - 2 : end], text[end - 1 : end + 1])
    return not any(map(vocabulary.known, words)) and not vocabulary.is_traditional(text[start - _AROUND : end])


def _opens_verb(text: str, start: int) -> bool:
    """Whether the first character of a verb stands twice, and the first one ends nothing: 收收取, no 新建|建立."""
    return text[start + 1 : start + 3] in _OPENED_TWICE and not vocabulary.known(text[start - 1 : start + 1])


def _is_measured(text: str, start: int) -> bool:
    """Whether a measure stands twice behind its number."""
    return (
        text[start] in _MEASURES
        and _COUNTED.match(text, start + 2) is not None
        and _NUMBER.search(text, max(start - _LONGEST_NUMBER, 0), start) is not None
    )


def _is_twice(text: str, start: int, end: int) -> bool:
    """Whether the words on both sides leave what stands twice two whole words: not 指挥部|指挥|部署."""
    first = last = 0
    while first < _AROUND and is_han(text[start - first - 1]):
        first += 1
    while last < _AROUND and is_han(text[end + last]):
        last += 1
    words = vocabulary.simplified(text[start - first : end + last])
    half = (end - start) // 2
    ends = vocabulary.seams(words)
    # A verb may begin a longer word: 符合|符合条件.
    if not {first, first + half} <= ends or (first + 2 * half not in ends and text[start : start + half] not in VERBS):
        return False
    if _POINTED.search(words, 0, first) and _is_headed(words[first + 2 * half :]):
        return False
    if half == 2:
        # 日内日内: no word, cut alike both times.
        alike = {first + 1, first + half + 1} <= ends and not _NUMERALS.union("的").intersection(words[first:][:half])
        return (alike or vocabulary.known(words[first : first + 2])) and not (
            words[first:].startswith("组织") and _ORGANISED.search(words[:first])
        )
    if _reaches_over(words, first + half, first + 2 * half):
        return False
    return any(len(word) > 1 for word in vocabulary.cut(words[first : first + half]))


def _is_headed(words: str) -> bool:
    """Whether words begin with the head of a compound that a noun before them opens: 负责人, 经理, 资金."""
    head = vocabulary.cut(words)[0] if words else ""
    return head in _HEADS or (len(head) > 1 and _PEOPLE.search(head) is not None)


def _reaches_over(words: str, start: int, end: int) -> bool:
    """Whether the last characters of the second word may belong to the next one: 委员会|委员|会同, 负责人|负责|人防."""
    return any(
        vocabulary.known(words[start : end - back]) and len(vocabulary.cut(words[end - back :])[0]) > back
        for back in range(1, end - start - 1)
    )


def _departments(text: str) -> Iterator[Repeat]:
    """A field that stands twice in a row, not side by side: 自然资源、水行政、农业农村、水行政等主管部门."""
    told = 0
    for end in finds(text, "部门"):
        start = max(end - _ROW_REACH, 0)
        if text.count("、", start, end) >= 3:
            start = max(start, *[text.rfind(mark, start, end) + 1 for mark in ",。;:\n"])
        match = _DEPARTMENTS.search(text, start, end + 2) if text.count("、", start, end) >= 3 else None
        places: dict[str, int] = {}
        at = match.start() if match else 0
        for name in match[0].split("、") if match else ():
            before = places.setdefault(name, at)
            if before != at and at >= told:
                yield Repeat(at, at + len(name), (before, before + len(name)))
            at += len(name) + 1
        told = max(told, at)


def _members(text: str) -> Iterator[Repeat]:
    """A member that stands twice in a row of short ones, not side by side: 桥梁、涵洞、隧道、涵洞、路堑."""
    for row in _MEMBERS.finditer(text):
        if row[0].count("、") <= _FEW_MEMBERS:
            continue
        places: dict[str, tuple[int, int]] = {}
        at = row.start()
        # The first and the last member may hold what leads to the row and follows it.
        for number, name in enumerate(row[0].split("、")[:-1]):
            if not _MEMBER_NAME.fullmatch(name):
                places.clear()
            elif name in places and places[name][1] + 1 < number:
                start = places[name][0]
                yield Repeat(at, at + len(name), (start, start + len(name)))
            elif number:
                places[name] = (at, number)
            at += len(name) + 1


def _long(words: str, start: int) -> Iterator[Repeat]:
    """Words too long for a pattern that stand twice in a row within a clause, which starts at an offset."""
    # Words of 13 characters or more hold one of the grams that begin at every sixth place.
    for at in range(0, len(words) - _LONG, _LONG - _GRAM + 1):
        again = words.find(words[at : at + _GRAM], at + _LONG, at + _LONGEST + _GRAM)
        whole = _twice(words, at, again) if again >= 0 else None
        if whole:
            span = (start + whole[0], start + whole[1])
            yield Repeat(*span, span)
            break


def _twice(words: str, at: int, again: int) -> tuple[int, int] | None:
    """The range of words that stand twice in a row around two places where they are alike."""
    length = again - at
    start, end = at, at + _GRAM
    while start > 0 and words[start - 1] == words[start - 1 + length]:
        start -= 1
    while end + length < len(words) and words[end] == words[end + length]:
        end += 1
    return (start, start + 2 * length) if end - start >= length else None


def _spaced(text: str) -> Iterator[Repeat]:
    """Words that stand before and behind a space."""
    for at in finds(text, " "):
        last = text[at - 1 : at]
        widths = [one for one in _SPACED if text.startswith(last, at + one)]
        width = next((one for one in widths if text[max(at - one, 0) : at] == text[at + 1 : at + 1 + one]), 0)
        if width and text[at - width : at].isalpha():
            yield Repeat(at - width, at + 1 + width, (at - width, at + 1 + width))
