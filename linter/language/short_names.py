"""Standing bodies of the state: how their names are shortened, and which national ones there are.

An office adds its own through its settings.

The provinces, and the characters by which the codes of their agencies begin (晋市政办 is of 山西).
"""

from linter.language.lexicon import rows

_ROWS = rows("short_names.tsv")


def _table(kind: str) -> dict[str, tuple[str, ...]]:
    return {name: () if shorts == "-" else tuple(shorts.split()) for one, name, shorts in _ROWS if one == kind}


# A trade → the words it is shortened to. The trade is a name without its tier (市) and its kind (局, 委员会).
TRADES = _table("trade")
# A whole name without its tier → its short forms.
WHOLES = _table("whole")
# Departments of the State Council and other national bodies: full name → usual short forms.
NATIONAL = _table("national")
# Trade and kind of departments before they were renamed, that are no short forms of the new ones.
FORMER = frozenset(tuple(name.split()) for name in _table("former"))
# A trade before a reform of the organs of state → those that took its place.
SUCCESSORS = _table("successor")
# A trade → the trades that a government has in its place, of which it has one: 水利, 水务.
KIN = _table("kin")

BY_CODE = {code: name for name, code, _ in rows("provinces.tsv") if code != "-"}
PROVINCES = tuple([name for name, _, _ in rows("provinces.tsv")])
# Autonomous regions by what stands behind the short name: 宁夏|回族自治区.
REGIONS = {name: region for name, _, region in rows("provinces.tsv") if region != "-"}
