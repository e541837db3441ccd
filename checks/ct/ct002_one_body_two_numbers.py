"""同一单位在本期两张联络表中的电话不同。

依据 文件内部矛盾。
说明 各预案的联络表来源不一，换号后往往只改了一张；读者不知哪个号码有效。
限度 只比较电话，不比较传真、手机和短号；两表各列若干号码而有一个相同即视为一致；一个单位确有几条线路时属提示。

Summary One body with different telephone numbers in two contact tables of the issue.
Basis Internal contradiction.
Why The tables come from different plans, and a change of number often reaches only one of them.
Limits Telephones only, neither fax nor mobile nor short code; tables that share one number agree; a body may have
several lines, so this is a note.
"""

from collections import Counter

from linter.facts.bodies import DirectoryEntry, body_key, directory
from linter.kernel.check import Bad, Finding, Findings, Good, Issue, Options, check, needs, see

# Shorter numbers are short codes (12369), which stand beside a body's own.
_SHORTEST = 7


@check(
    code="CT002",
    name="one-body-two-numbers",
    severity="note",
    preview=True,
    reads=(directory,),
    scope="issue",
    needs=needs("tables"),
    message={
        "zh": "“{body}”的电话“{number}”与另一联络表中的“{other}”不同",
        "en": "The number of “{body}”, “{number}”, differs from “{other}” in another table",
    },
    examples=(
        Bad(
            "附件1 防汛联络表\n\n单位\t电话\n市能源局\t[[~2061323]]\n市教育局\t2066102\n\n"
            "附件2 抗旱联络表\n\n单位名称\t值班电话\n市能源局\t[[2068089]]\n市教育局\t2066102\n"
        ),
        Good(
            "附件1 防汛联络表\n\n单位\t电话\n市能源局\t2061323 2068089\n市教育局\t2066102\n\n"
            "附件2 抗旱联络表\n\n单位名称\t值班电话\t传真\n市能源局\t2068089\t2061111\n市教育局\t2066102\t2066103\n"
        ),
    ),
)
def one_body_two_numbers(issue: Issue, options: Options) -> Findings:
    """Yield the numbers of a body that no other table gives for it."""
    bodies: dict[str, dict[tuple[int, int], list[DirectoryEntry]]] = {}
    for entry in issue.read(directory):
        if entry.number.role in {"phone", "both"} and len(entry.number.digits) >= _SHORTEST:
            tables = bodies.setdefault(body_key(entry.body), {})
            tables.setdefault((entry.document, entry.contact.table), []).append(entry)
    for tables in bodies.values():
        if len(tables) > 1:
            yield from _differing(list(tables.values()))


def _differing(tables: list[list[DirectoryEntry]]) -> Findings:
    """At most one finding a body: the table whose numbers are found in fewest others, the last of them."""
    seen = Counter(digits for table in tables for digits in {entry.number.digits for entry in table})
    lonely = [table for table in tables if all(seen[entry.number.digits] == 1 for entry in table)]
    if not lonely:
        return
    place = lonely[-1][0]
    others = [table[0] for table in tables if table is not lonely[-1]]
    related = tuple(
        see(other.number.span, f"另一联络表:“{other.body}”", f"another table: “{other.body}”") for other in others
    )
    args = {"body": place.body, "number": place.number.words, "other": others[0].number.words}
    yield Finding(place.number.span, args, related=related)
