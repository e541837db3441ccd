"""Terms of a document (疾病预防控制机构) and forms of them that lack a character or two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from linter.facts.base import flow, own_words
from linter.language import lexicon
from linter.language.pattern import lazy
from linter.language.record import NamedTuple
from linter.language.text import HAN, Span
from linter.structure.fact import fact
from linter.structure.model import Document

__all__ = ["TermVariant", "body_variants", "term_variants"]

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
_MEANT = frozenset("方大小新老主副正总分高低省市县区国乡镇级上下前后内外全半多单双公私初中特重较一二三四五")
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
