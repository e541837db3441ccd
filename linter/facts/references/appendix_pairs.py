"""Announced appendices with those that stand: which entry of a list or note has which label, and under which title.

Places that name an appendix by number and by title: 自查表(见附件1), 附件2《汇总表》; and what bears that number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from linter.facts.base import flow
from linter.facts.references.appendices import Appendix, ListedAppendix, Source, announced, appendices, plain_number
from linter.facts.references.citations import key, similar
from linter.language import NamedTuple, Span, lazy, one_apart, sought, to_chinese
from linter.structure import Document, fact

__all__ = ["AppendixPair", "appendix_mentions", "appendix_pairs", "differing", "same_title", "stands"]

# Remarks behind a title that are no part of it: (共130项), (式样), (试行).
_REMARK = lazy(r"\([^()]{1,20}\)$|\([^()]*$")
# What a title says its attachment is, at its end.
_KIND = lazy(r"(?:[表图]|{GUIDE}|{LISTED})$")
_LONG = 30


class AppendixPair(NamedTuple):
    """An announced appendix with the one that stands under its label, None if none does."""

    listed: ListedAppendix
    appendix: Appendix | None


@fact("appendix-pairs")
def appendix_pairs(document: Document) -> tuple[AppendixPair, ...]:
    """Every announced appendix with its label found; entries that carry their own text are left out.

    Where none of the appendices of one list stands, all were lost in conversion or are published apart: no pairs.
    """
    standing: dict[tuple[str, str], list[Appendix]] = {}
    for appendix in document.read(appendices):
        standing.setdefault((appendix.word, appendix.number), []).append(appendix)
    entries = [one for one in document.read(announced) if not one.here]
    # A notice and the instrument it encloses may each have an 附件1: then which is which is not known.
    named = Counter((one.word, one.number) for one in entries)
    pairs = [(one, _behind(one, _find(standing, one))) for one in entries if named[one.word, one.number] == 1]
    present = {(one.source, one.word) for one, found in pairs if found}
    return tuple(
        [
            AppendixPair(one, found[0] if found else None)
            for one, found in pairs
            if len(found) < 2 and (one.source, one.word) in present
        ]
    )


def _behind(listed: ListedAppendix, found: list[Appendix]) -> list[Appendix]:
    """What a list or note announces stands behind it: the label above it is that of the attachment it stands in."""
    return [one for one in found if one.label_span.start > listed.span.start]


def _find(standing: dict[tuple[str, str], list[Appendix]], one: ListedAppendix) -> list[Appendix]:
    """By word and number; a lone appendix may leave its number out, and 附 stands for 附件."""
    for word in (one.word, "附"):
        found = standing.get((word, one.number))
        if found:
            return found
    return standing.get((one.word, ""), []) if one.number in ("1", "") else []


def stands(document: Document, word: str, number: str) -> bool:
    """Whether a label stands at the head of any line, recognised as such or not."""
    spaced = rf"{word[0]} ?{word[1:]}" if len(word) > 1 else word
    label = rf"^[ \t#*]*{spaced} ?(?:{re.escape(number)}|{_chinese(number)})(?![\d.\-]|[.·…]{{3,}})"
    return bool(re.search(label, document.text.normal[document.span.start : document.span.end], re.MULTILINE))


def _chinese(number: str) -> str:
    return to_chinese(int(number)) if number.isdigit() else re.escape(number)


def differing(document: Document, source: Source) -> Iterator[tuple[ListedAppendix, Appendix]]:
    """The announced appendices of a list or note whose own title is another, but recognisably meant for it."""
    pairs = [pair for pair in document.read(appendix_pairs) if pair.listed.source == source]
    titles = {key(pair.appendix.title) for pair in pairs if pair.appendix}
    proved = any(pair.appendix and pair.appendix.title and _agrees(pair.listed, pair.appendix) for pair in pairs)
    for listed, appendix in pairs:
        if appendix is None or not appendix.title or _agrees(listed, appendix) or _read_on(document, listed, appendix):
            continue
        swapped = key(listed.title) in titles
        if swapped or similar(listed.title, appendix.title) or (proved and _other_of_kind(listed, appendix)):
            yield listed, appendix


def _read_on(document: Document, listed: ListedAppendix, appendix: Appendix) -> bool:
    """Whether the note goes on in the next line with what its title lacks."""
    wanted, title = key(listed.title), key(appendix.title)
    behind = document.text.normal[listed.span.end : listed.span.end + 2 * len(appendix.title)]
    return title.startswith(wanted) and key(behind).startswith(title[len(wanted) :])


def _other_of_kind(listed: ListedAppendix, appendix: Appendix) -> bool:
    """Two titles that both say what they head (…表, …须知), under one label: none of them is a line of the text."""
    one, other = key(listed.title), key(appendix.title)
    kinds = _KIND.search(one), _KIND.search(other)
    return bool(kinds[0] and kinds[1]) and max(len(one), len(other)) <= _LONG and not _within(one, other)


def _same_but_for_remarks(one: str, other: str) -> bool:
    """Equal without the remarks in brackets, unless these differ by a character or two: (2023年) and (2023年版)."""
    remarks = [found[0].strip("()") if (found := _REMARK.search(title)) else "" for title in (one, other)]
    slip = all(remarks) and remarks[0] != remarks[1] and (one_apart(*remarks) or _within(*remarks))
    return not slip and key(_REMARK.sub("", one)) == key(_REMARK.sub("", other))


def _within(one: str, other: str) -> bool:
    return one in other or other in one


def same_title(wanted: str, words: str) -> bool:
    """Equal, or one without the issuing body that stands before 关于."""
    longer, shorter = (wanted, words) if len(wanted) >= len(words) else (words, wanted)
    return longer == shorter or (shorter.startswith("关于") and longer.endswith(shorter))


def _agrees(listed: ListedAppendix, appendix: Appendix) -> bool:
    """Equal but for spaces, marks and a remark in brackets, or equal once the lines below the title are read on."""
    wanted = key(listed.title)
    title = key(appendix.title)
    if same_title(wanted, title) or _same_but_for_remarks(listed.title, appendix.title):
        return True
    if wanted in map(key, appendix.lines):
        return True
    if "(" in listed.title and ")" not in listed.title:
        # The line breaks off inside a remark.
        wanted = key(_REMARK.sub("", listed.title))
    if any(same_title(wanted, words) for head in appendix.head for words in (key(head), title + key(head))):
        return True
    # A title broken over lines in the note breaks off; it must then go on at the appendix.
    return bool(appendix.head) and len(wanted) > len(title) and (title + key(appendix.head[-1])).startswith(wanted)


_NUMBER = r"(?P<word>附[件表录图]) ?(?P<number>\d{1,2}(?:[.\-]\d{1,2}){0,2}|[一二三四五六七八九十]{1,2})"
_BEHIND = lazy(rf"\((?:详?见|参见)?{_NUMBER}\)")
_BEFORE = lazy(rf"(?:[详参]?见|[填报][写报送]|按照?|的){_NUMBER}[:,]?[《“](?P<title>[^《》“”\n]{{3,50}})[》”]")
# 《附件4：季度汇总表》, and (“便民服务”工作措施,见附件4).
_LABELLED = lazy(rf"《{_NUMBER}[:,](?P<title>[^《》\n]{{3,50}})》")
_INSIDE = lazy(rf"\((?P<title>[^()\n]{{6,50}}),(?:详?见|参见){_NUMBER}\)")
# The words that book-title marks hold, before the mark that closes them.
_MARKED = lazy(r"《([^《》\n]{3,50})$")
_NAMED = lazy("附[件表录图]")
# A number and a title of 50 characters.
_BEHIND_NAME = 64
# Shorter titles are names of kinds (申请表), and stand before a number by chance.
_LEAST = 4
_NEAR = 6
_REACH = 80


class Mention(NamedTuple):
    """An appendix named by number and title: the words of both, the place of the title, the title under that number and
    its place; ``other`` is the number under which the title named stands, empty if it is only like the right one.
    """

    label: str
    title: str
    span: Span
    right: str
    right_span: Span
    other: str


class TitledAppendix(NamedTuple):
    """The title of an appendix and its place."""

    title: str
    span: Span


@fact("appendix-mentions")
def appendix_mentions(document: Document) -> tuple[Mention, ...]:
    """The places where number and title of an appendix do not belong together, in order."""
    titles = document.read(appendix_titles)
    if not titles:
        return ()
    told = (*_quoted(document, titles), *_plain(document, titles), *_labelled(document, titles))
    found = sorted([*told, *_inside(document, titles)], key=lambda one: one.span)
    places = {entry.span.start for entry in document.read(announced)}
    return tuple(one for one in found if one.span.start not in places)


@fact("appendix-titles")
def appendix_titles(document: Document) -> dict[tuple[str, str], TitledAppendix]:
    """The titles of numbered appendices: as they stand, else as they are announced."""
    found: dict[tuple[str, str], TitledAppendix] = {}
    for listed in document.read(announced):
        if listed.number and listed.title:
            found.setdefault((listed.word, listed.number), TitledAppendix(listed.title, listed.span))
    for appendix in document.read(appendices):
        if appendix.number and len(appendix.title) >= _LEAST:
            found.setdefault((appendix.word, appendix.number), TitledAppendix(appendix.title, appendix.title_span))
    return found


def _quoted(document: Document, titles: Mapping[tuple[str, str], TitledAppendix]) -> Iterator[Mention]:
    """附件2《汇总表》: the title is what the marks hold."""
    stream = document.read(flow)
    for match in sought(_BEFORE, _NAMED, stream.text, _BEHIND_NAME):
        word, number = match["word"], plain_number(match["number"])
        known = titles.get((word, number))
        wanted = key(match["title"])
        if known and wanted not in key(known.title) and key(known.title) not in wanted:
            other = _bearer(titles, word, number, wanted)
            if other or one_apart(wanted, key(known.title)):
                span = stream.span(*match.span("title"))
                yield Mention(word + number, match["title"], span, known.title, known.span, other)


def _plain(document: Document, titles: Mapping[tuple[str, str], TitledAppendix]) -> Iterator[Mention]:
    """自查表(见附件1): the title ends right before the bracket, with or without marks around it."""
    stream = document.read(flow)
    for match in _BEHIND.finditer(stream.text):
        word, number = match["word"], plain_number(match["number"])
        known = titles.get((word, number))
        if not known:
            continue
        start = max(stream.unit_at(match.start()).start, match.start() - _REACH)
        before = stream.text[start : match.start()].rstrip("》”")
        words, right = key(before), key(known.title)
        marked = _MARKED.search(before) if len(before) < match.start() - start else None
        if marked and _longer_by_one(key(marked[1]), right):
            span = stream.span(start + marked.start(1), start + marked.end(1))
            yield Mention(word + number, marked[1], span, known.title, known.span, "")
            continue
        if not words or words.endswith(right) or right.endswith(words):
            continue
        named = next(
            (one for place, one in titles.items() if place != (word, number) and _ends(words, one.title)), None
        )
        keyed = len(key(named.title)) if named else _slip(words, right)
        if keyed:
            end = start + len(before)
            length = _tail(before, keyed)
            title = before[-length:]
            other = _bearer(titles, word, number, key(named.title)) if named else ""
            yield Mention(word + number, title, stream.span(end - length, end), known.title, known.span, other)


def _longer_by_one(wanted: str, right: str) -> bool:
    """Whether a title in its marks is that of the list and one character: 评分表, where the list has 评分."""
    return len(right) >= _NEAR and wanted[:-1] == right and wanted[-1].isalpha()


def _labelled(document: Document, titles: Mapping[tuple[str, str], TitledAppendix]) -> Iterator[Mention]:
    """《附件4:闵行区…季度汇总表》, where the list has 古美路街道…季度汇总表 under that number."""
    stream = document.read(flow)
    for match in _LABELLED.finditer(stream.text):
        word, number = match["word"], plain_number(match["number"])
        known = titles.get((word, number))
        wanted = key(match["title"])
        if known and not _within(wanted, key(known.title)):
            other = _bearer(titles, word, number, wanted)
            if other or similar(match["title"], known.title):
                span = stream.span(*match.span("title"))
                yield Mention(word + number, match["title"], span, known.title, known.span, other)


def _inside(document: Document, titles: Mapping[tuple[str, str], TitledAppendix]) -> Iterator[Mention]:
    """(“便民服务”工作措施,见附件4): the words end the title of one other appendix, and are nowhere in that of this."""
    stream = document.read(flow)
    for match in _INSIDE.finditer(stream.text):
        word, number = match["word"], plain_number(match["number"])
        known, wanted = titles.get((word, number)), key(match["title"])
        meant = [place for place, one in titles.items() if key(one.title).endswith(wanted)]
        if known and len(meant) == 1 and meant[0] != (word, number) and not _within(wanted, key(known.title)):
            span = stream.span(*match.span("title"))
            yield Mention(word + number, match["title"], span, known.title, known.span, "".join(meant[0]))


def _tail(before: str, keyed: int) -> int:
    """How many characters at the end of words hold so many that count in a comparison."""
    length = 0
    while keyed and length < len(before):
        length += 1
        keyed -= bool(key(before[-length]))
    return length


def _ends(words: str, title: str) -> bool:
    return len(key(title)) >= _LEAST and words.endswith(key(title))


def _bearer(titles: Mapping[tuple[str, str], TitledAppendix], word: str, number: str, wanted: str) -> str:
    """The label of the one other appendix that bears a title, or nothing."""
    found = [place for place, one in titles.items() if place != (word, number) and key(one.title) == wanted]
    return "".join(found[0]) if len(found) == 1 else ""


def _slip(words: str, right: str) -> int:
    """How many characters at the end of words are the title but for one; 0 if they are not."""
    if len(right) < _NEAR:
        return 0
    for length in (len(right), len(right) - 1, len(right) + 1):
        tail = words[-length:]
        if len(tail) == length and tail[:2] == right[:2] and tail[-2:] == right[-2:] and one_apart(tail, right):
            return length
    return 0
