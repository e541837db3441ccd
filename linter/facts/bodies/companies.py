"""Companies named with two forms of one kind: 永安燃气有限公司 and 永安燃气有限责任公司 are one registered name.

有限责任公司 and 有限公司 say the same of a company (公司法第七条), so one firm has one of them; 集团 and 股份 make
another.
"""

from collections import defaultdict

from linter.language.pattern import lazy
from linter.language.text import is_han

_FORMED = lazy(r"(?:公司)?有限(?:责任)?公司")
_NAMED = lazy(r"[\u4e00-\u9fff()]{6}")
_OTHER_KIND = ("集团", "股份")
# A firm is known by so many characters before its form.
_FIRM, _LONGEST = 6, 30


def two_forms(text: str) -> dict[tuple[str, str], tuple[list[int], int, int]]:
    """Names with the rarer of two forms, of two as frequent the later, and the usual ones.

    With their ends in the text, one end of the usual name, and how often that stands.
    """
    forms: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for match in _FORMED.finditer(text) if "有限" in text else ():
        firm = text[max(0, match.start() - _FIRM) : match.start()]
        if _NAMED.fullmatch(firm) and not firm.endswith(_OTHER_KIND):
            forms[firm][match[0]].append(match.end())
    found: dict[tuple[str, str], tuple[list[int], int, int]] = {}
    for ends in forms.values():
        usual, *others = sorted(ends, key=lambda form: (-len(ends[form]), ends[form][0]))
        for form in others:
            model = ends[usual][0]
            firm = _shared(text, ends[form][0] - len(form), model - len(usual))
            found[firm + form, firm + usual] = (ends[form], model, len(ends[usual]))
    return found


def _shared(text: str, one: int, other: int) -> str:
    """The characters before two places that are the same in both."""
    size = 0
    while (
        size < min(one, other, _LONGEST)
        and is_han(text[one - 1 - size])
        and text[one - 1 - size] == text[other - 1 - size]
    ):
        size += 1
    return text[one - size : one]
