"""同一电话或传真号码列在两个不同单位名下。

依据 文件内部矛盾。
说明 联络表逐行录入，常把上一行的号码带到下一行；紧急时打错电话，耽误处置。
限度 只比较本期各联络表中的单位；全称与简称、单位与其值班室或内设机构视为同一单位；三个以上单位共用的总机、短号、
400号码不报。

Summary One telephone or fax number under two different bodies.
Basis Internal contradiction.
Why Contact tables are typed row by row and a number slips into the next row; in an emergency the wrong desk rings.
Limits Only bodies in contact tables and lists; full and short names, a body and its duty room or part count as one;
a switchboard of more than three bodies, short codes and 400 numbers are not reported.
"""

from linter.facts.bodies import DirectoryEntry, directory, same_body
from linter.kernel.check import Bad, Finding, Findings, Good, Issue, Options, check, needs, see
from linter.language import lazy

# A number shared by more bodies is a switchboard.
_SHARED = 3
_OFFICE = lazy(r"(?<!政府)(?<![省市县区州旗党]委)(?<!人大)(?<!政协)办(?:公室)?$")
_BUREAU = lazy("[局厅]$")
# Shorter numbers are short codes and extensions.
_SHORTEST = 7


@check(
    code="CT001",
    name="one-number-two-bodies",
    severity="warning",
    reads=(directory,),
    scope="issue",
    needs=needs("tables"),
    message={
        "zh": "号码“{number}”同时列在“{body}”和“{other}”名下",
        "en": "The number “{number}” stands under “{body}” and under “{other}”",
    },
    examples=(
        Bad(
            "附件1 应急联系表\n\n单位\t电话\t传真\n市民政局\t2299291\t[[~2023797]]\n市财政局\t2022975\t[[2023797]]\n"
            "市水务局\t2025754\t2025754\n"
        ),
        Bad(
            "附件1 应急联络表\n\n单位名称\t联系电话\n省应急管理厅\t0351-4041904\n"
            "市教育局\t[[~2066102]] 2026307 (传真)\n市司法局\t2031822 [[2066102]] (传真)\n"
        ),
        Bad(
            "五、咨询电话\n\n县人力资源和社会保障局：0000-3220011\n\n县教育和科技局：[[~0000-3220022]]\n\n"
            "县卫生健康局：[[0000-3220022]]\n"
        ),
        Bad("咨询电话：县农业农村局（[[~0452—8322215]]）；监督电话：县纪委监委（[[0452—8322215]]）。\n"),
        Good(
            "附件1 应急联系表\n\n单位\t电话\n区水务局\t0519-86661234\n区防汛办\t0519-86661234\n"
            "区应急管理局\t0519-86665678\n"
            "区减灾委办公室\t0519-86665678\n"
        ),
        Good(
            "附件1 应急联系表\n\n单位\t电话\t单位\t电话\n市交通运输局\t2023595\t市交通局\t2023595\n"
            "市政府值班室\t2198345\t市政府办公室\t2198345\n市生态环境局\t12369\t市住建局\t12369\n"
        ),
    ),
)
def one_number_two_bodies(issue: Issue, options: Options) -> Findings:
    """Yield numbers that two bodies claim, at the body that has it least often, or last."""
    owners: dict[str, list[DirectoryEntry]] = {}
    for entry in issue.read(directory):
        digits = entry.number.digits
        if len(digits) >= _SHORTEST and not digits.startswith(("400", "800")):
            owners.setdefault(digits, []).append(entry)
    for entries in owners.values():
        bodies = _bodies(entries)
        few = 2 <= len(bodies) <= _SHARED and not (len(bodies) == 2 and _hosted(bodies))
        if few and len({entry.number.area for entry in entries if entry.number.area}) <= 1:
            yield _finding(bodies)


def _hosted(bodies: list[list[DirectoryEntry]]) -> bool:
    """Whether one is the office of a joint body, which a bureau lodges: 区防汛办 in 区水务局."""
    names = [entries[0].body for entries in bodies]
    return any(_OFFICE.search(one) and _BUREAU.search(other) for one, other in (names, names[::-1]))


def _bodies(entries: list[DirectoryEntry]) -> list[list[DirectoryEntry]]:
    """The entries of each body, the body with most of them first."""
    bodies: list[list[DirectoryEntry]] = []
    for entry in entries:
        known = next((one for one in bodies if any(same_body(other.body, entry.body) for other in one)), None)
        if known is None and len(bodies) > _SHARED:
            break
        if known is None:
            bodies.append([entry])
        else:
            known.append(entry)
    return sorted(bodies, key=len, reverse=True)


def _finding(bodies: list[list[DirectoryEntry]]) -> Finding:
    place = bodies[-1][0]
    others = [next((one for one in body if _table(one) == _table(place)), body[0]) for body in bodies[:-1]]
    related = tuple(
        see(other.number.span, f"“{other.body}”的号码", f"the number of “{other.body}”") for other in others
    )
    args = {"number": place.number.words, "body": place.body, "other": others[0].body}
    return Finding(place.number.span, args, related=related)


def _table(entry: DirectoryEntry) -> tuple[int, int]:
    return entry.document, entry.contact.table
