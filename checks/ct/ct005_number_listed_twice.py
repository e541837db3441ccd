"""同一格内同一号码列了两次。

依据 文件内部矛盾；同一联络表的通行写法是“（传真同号）”。
说明 “2566213 2566028 2566213（传真）”或者是把传真误录成电话，或者应写“传真同号”。
限度 只看同一格；电话、传真分列两栏而号码相同是通常写法，不报。

Summary One number twice in one cell of a contact table.
Basis Internal contradiction; the usual way to say it is “（传真同号）”.
Why Either the fax was copied from the telephone by mistake, or the cell should say that one number serves both.
Limits Within one cell only; the same number in a telephone and in a fax column is usual.
"""

from linter.facts.bodies import TelephoneNumber, contacts
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, see


@check(
    code="CT005",
    name="number-listed-twice",
    severity="note",
    preview=True,
    reads=(contacts,),
    message={"zh": "“{name}”一格中号码“{number}”列了两次", "en": "“{number}” stands twice in the cell of “{name}”"},
    examples=(
        Bad(
            "附件1 联络表\n\n单位名称\t联系电话\n市委网信办\t[[~2566213]] 2566028 [[2566213]] (传真)\n"
            "市教育局\t2066102 2026307 (传真)\n"
        ),
        Good(
            "附件1 联络表\n\n单位名称\t电话\t传真\n市委网信办\t2566213\t2566213\n市教育局\t2066102 2026307\t2026307\n"
        ),
    ),
)
def number_listed_twice(document: Document, options: Options) -> Findings:
    """Yield the second of two equal numbers in a cell."""
    for contact in document.read(contacts):
        first: dict[tuple[int, str], TelephoneNumber] = {}
        for number in contact.numbers:
            before = first.setdefault((number.column, number.digits), number)
            if before is not number:
                related = (see(before.span, "前一处", "listed before"),)
                yield Finding(number.span, {"name": contact.name, "number": number.words}, related=related)
