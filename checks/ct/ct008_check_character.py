"""登记号码校验不符：统一社会信用代码、公民身份号码、CAS号、ISSN、ISBN。

依据 GB 32100-2015（统一社会信用代码）、GB 11643-1999（公民身份号码）、CAS登记号规则、ISO 3297、ISO 2108：
末位是校验码，由前面各位算出。
说明 抄错、漏抄、对调一位，末位就对不上；名单里的代码错一位，指的就不是那家单位、那种物质。
限度 只看前面或者表头写明是哪一种的号码；带*的隐去号码、000000一类样例不看；文中没有相符的号码的，只作提示；
身份号码在消息里略去中间。

Summary A registered number contradicts its own check character: 统一社会信用代码, 公民身份号码, CAS, ISSN, ISBN.
Basis GB 32100-2015, GB 11643-1999, the CAS registry, ISO 3297, ISO 2108: the last character follows from the others.
Why A digit copied wrong, lost or swapped names another company or substance, or none.
Limits Only numbers that words or the head of a column name; masked ones and samples (000000) are left out;
a note where no other number agrees. Of a citizen's number the message leaves out the middle.
"""

from linter.facts.bodies import Registered, registered_numbers
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Label, Options, check, see

_REGISTRIES = {
    "credit": Label("统一社会信用代码", "the credit code"),
    "citizen": Label("公民身份号码", "the citizen's number"),
    "cas": Label("CAS号", "the CAS number"),
    "issn": Label("ISSN", "the ISSN"),
    "isbn": Label("ISBN", "the ISBN"),
}
_SIZES = {
    "credit": Label("18位", "18 characters"),
    "citizen": Label("18位", "18 characters"),
    "cas": Label("5至10位", "5 to 10 digits"),
    "issn": Label("8位", "8 characters"),
    "isbn": Label("10位或者13位", "10 or 13 characters"),
}
# What is shown of a citizen's number at each end.
_SHOWN = 4


@check(
    code="CT008",
    name="check-character",
    severity="warning",
    norm="GB 32100-2015、GB 11643-1999",
    strength="must",
    reads=(registered_numbers,),
    message={
        "zh": "{registry}“{number}”有误：按前面各位，末位应为“{due}”，这里是“{here}”",
        "en": "{registry} “{number}” is wrong: after the others the last character is “{due}”, here “{here}”",
    },
    messages={
        "size": {
            "zh": "{registry}“{number}”位数不对：应为{sizes}，这里{here}位",
            "en": "{registry} “{number}” has a wrong length: {sizes} are due, here {here}",
        },
        "sign": {
            "zh": "{registry}“{number}”含有该代码不用的字母（I、O、S、V、Z）",
            "en": "{registry} “{number}” holds a letter that the code does not use (I, O, S, V, Z)",
        },
        "part": {
            "zh": "{registry}“{number}”有误：第二段应为两位数字",
            "en": "{registry} “{number}” is wrong: its second part has two digits",
        },
    },
    choices={"registry": _REGISTRIES, "sizes": _SIZES},
    examples=(
        Bad(
            "行政处罚名单\n\n序号\t单位\t统一社会信用代码\n1\t云溪水务有限公司\t[[91350100M000100Y4A]]\n"
            "2\t云溪燃气有限公司\t91350100M000100Y43\n3\t云溪供热有限公司\t[[91350100M000100Y4]]\n"
        ),
        Bad("| 物质 | CAS号 | 吨 |\n|---|---|---|\n| 三氟化硼 | [[7637-7-2]] | 2.5 |\n| 甲醛 | [[50-00-1]] | 0.5 |\n"),
        Bad("申请人：张某，公民身份号码：[[110105194912310023]]。\n"),
        Bad("《云溪公报》（ISSN [[1000-1235]]），统一社会信用代码：[[9135O100M000100Y43]]。\n"),
        Good(
            "物质（CAS号：50-00-0）的临界量为0.5吨。申请人身份证号：11010519491231002X。\n\n"
            "单位\t统一社会信用代码\n甲公司\t9135****0100Y43\n乙公司\t000000000000000000\n"
        ),
        Good(
            "单位\t统一社会信用代码\n甲村合作社\tN2440105MF0123456F\n乙公司\t91440105MA50000250\n丙\tY1440105MF0123456A\n"
        ),
        Good(
            "当事人\t统一社会信用代码（身份证号）\n甲公司\t91350100M000100Y43\n张某\t11010519491231002X\n\n"
            "统一社会信用代码（身份证号）：11010519491231002X。\n"
        ),
        Good("《云溪公报》，ISSN 0317-8471，ISBN 978-7-04-049503-4；公安备案号440104020001478。\n"),
    ),
)
def check_character(document: Document, options: Options) -> Findings:
    """Yield the numbers of registries that cannot be."""
    right: dict[str, Registered] = {}
    for one in document.read(registered_numbers):
        if not one.fault:
            right.setdefault(one.registry, one)
    for one in document.read(registered_numbers):
        if one.fault:
            yield _finding(one, right.get(one.registry))


def _finding(one: Registered, right: Registered | None) -> Finding:
    """Where no number of the registry agrees they may all be invented: then it is a note."""
    plain = one.words.replace("-", "")
    here = str(len(plain)) if one.fault == "size" else plain[-1]
    args = {"registry": one.registry, "sizes": one.registry, "number": _shown(one), "due": one.due, "here": here}
    related = (see(right.span, "校验相符的号码", "a number that agrees"),) if right else ()
    message = "" if one.fault == "check" else str(one.fault)
    return Finding(one.span, args, related, severity=None if right else "note", message=message)


def _shown(one: Registered) -> str:
    """The words of a number; of a citizen's the ends alone."""
    return f"{one.words[:_SHOWN]}…{one.words[-_SHOWN:]}" if one.registry == "citizen" else one.words
