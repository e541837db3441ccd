"""One thing written two ways in one document, with the evidence: how often each stands, and where they differ."""

from __future__ import annotations

from typing import Literal

from linter.language.record import NamedTuple

__all__ = ["Variant"]

# alike: a character for one that sounds or looks alike, one of the two words unknown; homophone: both words are known;
# character: one more or less; order: two words exchanged; drift: near synonyms in the same surroundings.
VariantKind = Literal["alike", "homophone", "character", "order", "drift"]
Place = tuple[int, int]


class Variant(NamedTuple):
    """A rare form at ``place`` and the usual one at ``usual``, as ranges of the flow.

    ``changed`` and ``model`` are the ranges of what differs in them; ``again`` are the further places at which the rare
    form differs; ``times`` and ``usual_times`` count both forms.
    """

    place: Place
    usual: Place
    kind: VariantKind
    times: int
    usual_times: int
    changed: Place
    model: Place
    again: tuple[Place, ...] = ()
