"""What an office knows and no document says: its bodies, their short names, its words, its reading of bounds.

And what it says of a document in place of the text's own evidence. Settings fill it; facts read it as ``document.office`` and must give the plain answer for the empty one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from linter.language.record import NamedTuple

# How a band reads where neither the document nor its table says: "both" as in 民法典 1259 (以上 and 以下 include the
# number), "lower" as in the grading of accidents (以上 includes it, 以下 does not), "" not decided.
Boundary = Literal["", "both", "lower"]

DocumentKind = Literal[
    "issue",
    "notice",
    "plan",
    "law",
    "standard",
    "transcript",
    "dialogue",
    "table",
    "form",
    "page",
    "amendment",
    "cases",
    "other",
]
Script = Literal["simplified", "traditional"]
DamageKind = Literal[
    "flattened",
    "wrapped",
    "lines",
    "order",
    "flow",
    "cells",
    "column",
    "merged",
    "ragged",
    "characters",
    "marks",
    "scan",
    "doubtful",
    "fragment",
    "page",
]
# What damage takes from a text, and a check may need of it.
Aspect = Literal["lines", "tables", "cells", "marks"]


class Said(NamedTuple):
    """What the settings say of documents: empty, or None for the damage, where they leave it to the text."""

    kind: DocumentKind | None = None
    script: Script | None = None
    damage: tuple[DamageKind, ...] | None = None


class Replacement(NamedTuple):
    """A word the office does not write, the one it writes instead, and why."""

    wrong: str
    right: str
    reason: str = ""


class Office(NamedTuple):
    """The knowledge of one office. Words are in normal form: half-width brackets and digits, no spaces.

    ``bodies`` are full names, all there are if the list is
    ``complete``, and ``origins`` says where each was written (gazette-lint.yaml:3); ``abbreviations`` short form → full name; ``words`` are right as they stand, whatever a
    check of wording thinks of them; ``replacements`` extend the list of confusable words; ``places`` are the names
    within the office's reach; ``classes`` are words that count in a class of the lexicon; ``document`` is what it says of the documents it has.
    """

    bodies: frozenset[str] = frozenset()
    abbreviations: Mapping[str, str] = {}
    words: frozenset[str] = frozenset()
    replacements: tuple[Replacement, ...] = ()
    places: frozenset[str] = frozenset()
    boundary: Boundary = ""
    classes: Mapping[str, frozenset[str]] = {}
    document: Said = Said()
    complete: bool = False
    origins: Mapping[str, str] = {}


NO_OFFICE = Office()
