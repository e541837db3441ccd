"""个人手机号码与姓名一并公布。

依据 个人信息保护法第六条、第二十五条、第三十四条：限于实现目的的最小范围，不得公开，不得超出履行法定职责所必需。
说明 联络表供内部使用，随公报公开后，个人手机号即为众人所知；通常改列值班电话，或公开时删去。
限度 只看写在姓名旁的11位手机号；已用*隐去的、单位值班手机不报；每张表、每段一条。

Summary A private mobile number printed beside a person's name.
Basis Personal Information Protection Law, articles 6, 25 and 34: no more than the purpose needs, and not published.
Why A list made for use within an office becomes public with the gazette; publish a duty line instead, or drop it.
Limits Eleven-digit mobiles beside a name; masked numbers and mobiles of a duty room are left out. One finding a table
or paragraph.
"""

from itertools import groupby

from linter.facts.base import flow
from linter.facts.bodies import TelephoneNumber, contacts
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, see
from linter.language import lazy

_MOBILE = lazy(r"1[3-9]\d{9}\Z")
_IN_TEXT = lazy(
    r"{PERSON}[:为是]? ?"
    r"(?P<name>[^\W\d_]{2,4}|[^\W\d_] [^\W\d_])"
    r"[^\n。;\d]{0,16}(?P<number>1[3-9]\d{9})(?!\d)"
)


@check(
    code="CT004",
    name="personal-mobile",
    severity="warning",
    preview=True,
    norm="个人信息保护法 6、25、34",
    strength="must",
    reads=(contacts,),
    message={
        "zh": "“{person}”的手机号码不宜随文公开{count:|（共#个）}",
        "en": "The mobile number of “{person}” should not be made public{count:| (# in all)}",
    },
    examples=(
        Bad(
            "附件1 通讯录\n\n单位名称\t联系人\t移动电话\t固定电话\n兰山集团\t张某\t[[13800000001]]\t2189501\n"
            "兰山科创\t李某某\t[[~13800000002]]\t2189601\n"
        ),
        Bad("申报材料报市科技局（联系人：王某，联系电话：[[13800000003]]）。"),
        Good(
            "附件1 通讯录\n\n单位名称\t联系人\t移动电话\n兰山集团\t张某\t138****0001\n兰山科创\t李某某\t138****0002\n"
        ),
        Good("联系人：王某，联系电话：0356-2024190；市防汛办值班手机：13800000000。"),
    ),
)
def personal_mobile(document: Document, options: Options) -> Findings:
    """Yield one finding for each table or paragraph with mobile numbers of named people."""
    listed = [
        (contact.table, contact.person, number)
        for contact in document.read(contacts)
        if contact.person
        for number in contact.numbers
        if _private(number)
    ]
    for _, group in groupby(listed, key=lambda one: one[0]):
        rows = list(group)
        yield _finding(rows[0][1], [number.span for _, _, number in rows])
    yield from _in_text(document)


def _private(number: TelephoneNumber) -> bool:
    return not number.area and bool(_MOBILE.match(number.digits))


def _in_text(document: Document) -> Findings:
    stream = document.read(flow)
    found = [match for match in _IN_TEXT.finditer(stream.text) if stream.unit_at(match.start()).table < 0]
    for _, group in groupby(found, key=lambda match: stream.index_at(match.start())):
        matches = list(group)
        yield _finding(matches[0]["name"], [stream.span(*match.span("number")) for match in matches])


def _finding(person: str, spans: list[Span]) -> Finding:
    related = tuple(see(span, "另一个手机号码", "another mobile number") for span in spans[1:])
    return Finding(spans[0], {"person": person, "count": len(spans)}, related=related)
