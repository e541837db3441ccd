"""Terms of a document (疾病预防控制机构) and forms of them that lack a character or two.

Terms that a document defines (本办法下列用语的含义：（一）排放配额，是指…) and never uses, or defines twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from linter.facts.base import flow, own_words
from linter.language import HAN, NamedTuple, Span, finds, lazy, lexicon
from linter.structure import Document, fact

__all__ = ["TermVariant", "body_variants", "term_variants", "twice_defined", "unused_terms"]

# Words between two marks or particles; a term is one that ends in a head.
_SEGMENT = lazy(rf"{HAN}{{4,24}}")
_PARTICLE = lazy("(?!{NO_PARTICLE})[的和与及或在由向按将被把等为并于是可给让即以对其经应要需从使]")
_HEADS = lexicon.words("TERM_HEAD")
# These end a term wherever they stand; what follows is what it does.
_BODIES = ("机构", "部门", "中心")
# 国土资源部|门户网站 is the site of a ministry.
_BODY = lazy("机构|中心|部门(?!户)")
_NO_WORD = lazy(rf".*(?!{HAN}).", re.DOTALL)
_LONGEST = 24
# What stands before a term without being part of it.
_LEAD = lazy("(?:(?:国家|[省市县区乡镇两三])级?(?:以上|以下)?|全[国省市县]|本[省市县]?|我[省市县]|{MODIFIER})+")
_SHORTEST = 6
# A form is the usual one if it occurs so often, and a rare one is at most this share of it.
_USUAL = 3
_RARE = 0.2
_DROPPED = 2
# Characters that a term may carry or not, with another sense.
_MEANT = lexicon.members("TERM_CHARACTER")
_MEANT_WORDS = lexicon.words("TERM_QUALIFIER")
# Of a body that a document names so often, these are no other body's but a slip, if hardly ever left out:
# 特种设备(安全)监督管理部门.
_STEADY = 8
_SLIP = 0.1
_NAMING = lexicon.words("NAMING")


class TermVariant(NamedTuple):
    """A rare form of a term at ``span``, the usual form, how often it occurs, and one place of it.

    ``body``: the usual form names a body so often that the rare one is no other body's.
    """

    rare: str
    span: Span
    usual: str
    times: int
    example: Span
    body: bool = False


@fact("term-variants")
def term_variants(document: Document) -> tuple[TermVariant, ...]:
    """Rare forms that a usual term becomes if one or two characters inside it are dropped, in order."""
    return tuple([one for one in _variants(document, _terms(document.read(own_words))) if not one.body])


@fact("body-variants")
def body_variants(document: Document) -> tuple[TermVariant, ...]:
    """Those of departments and the like that are often named, in order. Read by default, so other words are passed."""
    return tuple([one for one in _variants(document, _bodies(document.read(own_words))) if one.body])


def _variants(document: Document, terms: Iterator[tuple[str, int, int]]) -> list[TermVariant]:
    stream = document.read(flow)
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for name, start, end in terms:
        places[name].append((start, end))
    found: list[TermVariant] = []
    for usual, spots in places.items():
        if len(spots) < _USUAL:
            continue
        named = len(spots) >= _STEADY and usual.endswith(_BODIES)
        forms = dict.fromkeys(_shortened(usual, _NAMING), _SLIP) if named else {}
        for rare, share in (forms | dict.fromkeys(_shortened(usual), _RARE)).items():
            few = places.get(rare, ())
            if few and len(few) <= max(1, share * len(spots)):
                body = named and len(few) <= max(1, _SLIP * len(spots))
                model = stream.span(*spots[0])
                found += [TermVariant(rare, stream.span(*one), usual, len(spots), model, body) for one in few]
    return sorted(found, key=lambda one: one.span)


def _bodies(text: str) -> Iterator[tuple[str, int, int]]:
    """The terms that end in a body, as ``_terms`` finds them, from the rarer words back."""
    done = 0
    for match in _BODY.finditer(text):
        start = max(done, match.start() - _LONGEST)
        words = text[start : match.end()]
        done = match.end()
        before = _NO_WORD.search(words)
        cut = before.end() if before else 0
        for particle in _PARTICLE.finditer(words, cut):
            cut = particle.end()
        lead = _LEAD.match(words, cut)
        cut = lead.end() if lead else cut
        if len(words) - cut >= _SHORTEST:
            yield words[cut:], start + cut, done


def _terms(text: str) -> Iterator[tuple[str, int, int]]:
    """Terms with their places: segments that end in a head, without what leads them in."""
    for match in _SEGMENT.finditer(text):
        start = match.start()
        for piece in _PARTICLE.split(match[0]):
            body = _BODY.search(piece)
            words = piece[: body.end()] if body else piece
            if len(words) >= _SHORTEST and words[-2:] in _HEADS:
                lead = _LEAD.match(words)
                first = lead.end() if lead else 0
                if len(words) - first >= _SHORTEST:
                    yield words[first:], start + first, start + len(words)
            start += len(piece) + 1


def _shortened(term: str, named: frozenset[str] = frozenset()) -> frozenset[str]:
    """The forms of a term without one or two characters inside it, those with another sense left out.

    ``named`` are words whose loss tells nothing else.
    """
    forms: set[str] = set()
    for width in range(1, _DROPPED + 1):
        for at in range(1, len(term) - 1 - width):
            dropped = term[at : at + width]
            if (dropped not in _MEANT_WORDS or dropped in named) and not (width == 1 and dropped in _MEANT):
                forms.add(term[:at] + term[at + width :])
    return frozenset(forms)


# What opens the definitions of an act.
_OPENS = lazy("(?:用语|术语)的?(?:含义|定义|解释)")
# A line of them: its number, the term, a note, and 是指.
_DEFINES = lazy(
    rf'\n(?:\(?[\d一二三四五六七八九十]{{1,3}}[).、]{{1,2}} ?)?["“]?(?P<term>{HAN}{{4,18}}?)["”]?'
    rf"(?:\((?P<note>[^()\n]{{1,30}})\))?[,:]?(?:是指|指的是|系指|指(?![导定挥派引示标控]){HAN})"
)
# Not a term alone: several, or one that is led in, or a sentence.
_NO_TERM = lazy("所称|[或和及与是第本]|[所的]$")
# More characters hold no list of definitions.
_REACH = 4000
# So many inserted characters make a variant of a term; and of so many definitions one may be unused.
_INSERTED = 4
_SHARE = 4


class UnusedTerm(NamedTuple):
    """A defined term that stands nowhere else, and the nearest form that does, with its place, if there is one."""

    term: str
    span: Span
    form: str
    place: Span | None


@fact("unused-terms")
def unused_terms(document: Document) -> tuple[UnusedTerm, ...]:
    """The defined terms that stand only in their definition, in order; none where many are: a glossary explains."""
    stream = document.read(flow)
    text = stream.text
    terms = dict(_defined(text))
    unused = {at: term for at, term in terms.items() if text.count(term) == 1}
    if len(terms) < 2 or len(unused) > max(1, len(terms) // _SHARE):
        return ()
    found: list[UnusedTerm] = []
    for at, term in unused.items():
        place = _form(text, term)
        form = text[slice(*place)] if place else ""
        found.append(UnusedTerm(term, stream.span(at, at + len(term)), form, stream.span(*place) if place else None))
    return tuple(found)


def _defined(text: str) -> Iterator[tuple[int, str]]:
    """The place of each term behind an opening of definitions, and the term."""
    done = 0
    for opening in _OPENS.finditer(text):
        first = max(done, opening.end())
        done = max(done, opening.end() + _REACH)
        for match in _DEFINES.finditer(text, first, min(done, len(text))):
            if not _NO_TERM.search(match["term"]) and "简称" not in (match["note"] or ""):
                yield match.start("term"), match["term"]


def _form(text: str, term: str) -> tuple[int, int] | None:
    """Where the term stands with a word more inside it: 新建项目(企业)配额."""
    for cut in range(2, len(term) - 1):
        head, tail = term[:cut], term[cut:]
        for at in finds(text, head, apart=True):
            end = text.find(tail, at + cut, at + cut + _INSERTED + len(tail))
            if end > at + cut and text[at + cut : end].isalpha():
                return at, end + len(tail)
    return None


# What an act defines for itself; 本章所称 is defined for a chapter.
_SAID = lazy(
    rf"本(?![编章节款项目表图附]|条(?!例)){HAN}{{1,4}}所称的?[\"“]?(?P<term>{HAN}{{2,20}}?)[\"”]?,?(?:是指|系指)(?P<words>[^。;\n]{{4,200}})"
)
# Where another act begins.
_FIRST_ARTICLE = "\n第一条"


class TwiceDefined(NamedTuple):
    """A term that is defined again in other words, with the place of both definitions."""

    term: str
    span: Span
    earlier: Span


@fact("twice-defined")
def twice_defined(document: Document) -> tuple[TwiceDefined, ...]:
    """The terms that one act defines twice in two ways, in order of the later definition."""
    stream = document.read(flow)
    text = document.read(own_words)
    acts = list(finds(text, _FIRST_ARTICLE))
    first: dict[tuple[int, str], re.Match[str]] = {}
    found: list[TwiceDefined] = []
    for match in _SAID.finditer(text):
        earlier = first.setdefault((bisect_left(acts, match.start()), match["term"]), match)
        if earlier["words"] != match["words"]:
            found.append(TwiceDefined(match["term"], stream.span(*match.span()), stream.span(*earlier.span())))
    return tuple(found)
