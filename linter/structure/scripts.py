"""Simplified or traditional characters: told by frequent characters that only one of the two scripts has."""

from linter.language.office import Script
from linter.language.text import Span

# Pairs of 通用规范汉字表, annex 1 (规范字与繁体字对照表), chosen for their frequency in official prose; none of the
# traditional ones is a character of simplified text, and none of the simplified ones of traditional text.
_TRADITIONAL = frozenset("們個說國會學體對時從來問應開關發無產業經過現實動點當還進種與權為義務於圖館請條員長電車門規則")
_SIMPLIFIED = frozenset("们个说国会学体对时从来问应开关发无产业经过现实动点当还进种与权为义务图馆请条员长电车门规则")
_SAMPLE = 2000


def script_of(normal: str, span: Span) -> Script:
    """The script of a range of a text, by its first 2,000 code points; simplified where nothing tells."""
    words = normal[span.start : min(span.end, span.start + _SAMPLE)]
    present = set(words)
    traditional = sum([words.count(character) for character in present & _TRADITIONAL])
    simplified = sum([words.count(character) for character in present & _SIMPLIFIED])
    return "traditional" if traditional > simplified else "simplified"
