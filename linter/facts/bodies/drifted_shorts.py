"""Declared short forms that drift: 市老旧办 is declared, and once it is 市老改办.

The drifted form begins and ends like the declared one, its characters stand in the full name in their order (or are
those of the declared one in another order, or all but one of them), and it stands so seldom that it is no second body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from linter.facts.base import flow
from linter.facts.bodies.abbreviations import Abbreviation, abbreviations, bracketed_shorts
from linter.facts.bodies.names import OtherName, is_body
from linter.language import finds, is_han, subsequence, vocabulary
from linter.structure import Document, fact

__all__ = ["drifted_shorts"]

_SHORTEST, _LONGEST = 3, 8
# The declared form stands so often, the drifted one so seldom.
_OFTEN, _SELDOM = 3, 2
# Characters before and behind which a name stands.
_LEADING = frozenset("由向报经和与及或对将送到在为按给请会同告知商")
_FOLLOWED = frozenset("的和与及或在对按应要将可等为")
# More short forms than these are a list of them.
_MOST = 100
_FORMER = "原"
_WORD = 2
_LEVELS = frozenset("省市县区州")
# What ends the names of offices within a body.
_OFFICES = frozenset("处科室院所站队办")


@fact("drifted-shorts")
def drifted_shorts(document: Document) -> tuple[OtherName, ...]:
    """The forms, each once, in order of place."""
    declared = [*_whole(document.read(abbreviations)), *document.read(bracketed_shorts)]
    stream = document.read(flow)
    shorts = {one.short for one in declared}
    found: dict[str, OtherName] = {}
    distinct = {one.short: one for one in reversed(declared)}
    for one in distinct.values() if len(distinct) <= _MOST else ():
        places = list(finds(stream.text, one.short)) if _is_short_of_body(one) else []
        if not places:
            continue
        for name, starts in _drifted(stream.text, one, often=len(places) >= _OFTEN).items():
            other = any(name in short for short in shorts) or any(name in known.full for known in declared)
            if len(starts) <= _SELDOM and not other and not _share_sentence(stream.text, starts, places):
                spans = tuple([stream.span(at, at + len(name)) for at in starts])
                found.setdefault(name, OtherName(name, one.short, spans, one.short_span, len(places)))
    return tuple(sorted(found.values(), key=lambda one: one.spans))


def _whole(declared: tuple[Abbreviation, ...]) -> Iterator[Abbreviation]:
    """Short forms with full names in which one declared before stands for its own: 区经普领导小组办公室."""
    fulls: dict[str, str] = {}
    for one in declared:
        head = next((short for short in islice(fulls, _MOST) if one.full.startswith(short)), "")
        yield one._replace(full=fulls.get(head, "") + one.full[len(head) :])
        fulls[one.short] = one.full


def _is_short_of_body(one: Abbreviation) -> bool:
    sized = _SHORTEST <= len(one.short) <= _LONGEST and len(one.full) > len(one.short)
    return (
        sized
        and (_is_body(one) or one.short[0] in _LEVELS)
        and one.short not in one.full
        and all(map(is_han, one.short))
    )


def _is_body(one: Abbreviation) -> bool:
    return is_body(one.full) or one.full[-1:] in _OFFICES


def _drifted(text: str, one: Abbreviation, *, often: bool) -> dict[str, list[int]]:
    """Where other forms of a declared short form stand, by form; those of its length, unless it stands ``often``."""
    short, found = one.short, dict[str, list[int]]()
    inner = "".join(sorted(set(one.full + short) - {short[0]}))
    forms = (f"{short[0]}[{inner}]{{1,{_LONGEST - 2}}}?{short[-1]}", f"[{short}]{{{len(short) - 1}}}{short[-1]}")
    free = often and _is_body(one)
    for match in (match for form in forms for match in re.finditer(form, text)):
        sized = free or (len(match[0]) == len(short) and short[0] in _LEVELS) or _is_between(match[0], one)
        if sized and match[0] != short and _is_form(match[0], one) and _stands(text, *match.span(), one.full):
            found.setdefault(match[0], []).append(match.start())
    for name, at in _missed(text, short) if short[0] in _LEVELS else ():
        if not vocabulary.known(name) and _stands(text, at, at + len(name), one.full):
            found.setdefault(name, []).append(at)
    return {name: sorted(set(starts)) for name, starts in found.items()}


def _is_between(name: str, one: Abbreviation) -> bool:
    """Whether a form has all of a short form and is all of the full name: 区防办, 区防汛办."""
    return name[0] in _LEVELS and is_body(one.full) and subsequence(one.short, name) and subsequence(name[1:], one.full)


def _missed(text: str, short: str) -> Iterator[tuple[str, int]]:
    """What lacks a word before the last one of a short form: 县专班 of 县工作专班."""
    forms = [f"{short[:at]}{short[at + _WORD :]}" for at in range(1, len(short) - 2 * _WORD + 1)]
    for match in re.finditer("|".join(forms), text) if forms else ():
        yield match[0], match.start()


def _is_form(name: str, one: Abbreviation) -> bool:
    """Whether a name is made of what the full name holds, and is no other body for that.

    市委办 leaves one character of its trade, which may be that of many.
    """
    turned = sorted(name) == sorted(one.short)
    # 市督察办 shares nothing with 市整改办 but what all offices have.
    shared = not set(name[1:-1]).isdisjoint(one.short[1:-1])
    made = (subsequence(name, one.full) and shared) or turned or subsequence(one.short, name)
    least = _SHORTEST if turned or name[0] not in _LEVELS else _SHORTEST + 1
    return made and len(name) >= least and not vocabulary.known(name)


def _stands(text: str, start: int, end: int, full: str) -> bool:
    """Whether a form stands by itself: no longer name goes on around it, and none that is former."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if _FORMER in (before, behind) or full[full.rfind(text[end - 1]) + 1 :][:1] == behind != "":
        return False
    # 省、市指挥部: those of all levels.
    if before == "、" and text[start - 2 : start - 1] in _LEVELS:
        return False
    leads = not before or not is_han(before) or before in _LEADING
    words = (text[end : end + size] for size in (2, 3))
    return leads and (not is_han(behind) or behind in _FOLLOWED or any(map(vocabulary.known, words)))


def _share_sentence(text: str, some: list[int], others: list[int]) -> bool:
    """Whether one sentence holds both forms: it tells two bodies apart."""
    return not {*_sentences(text, some)}.isdisjoint(_sentences(text, others))


def _sentences(text: str, places: list[int]) -> Iterator[int]:
    return (max(text.rfind(mark, 0, at) for mark in "。;\n") for at in places)
