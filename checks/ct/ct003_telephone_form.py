"""电话号码位数不对。

依据 公用电信网编号：手机11位；北京、上海、广州等的固定电话8位，其余7或8位；400、800号码10位；12345、95598等为短号。
说明 少录或多录一位，号码就打不通；联络表里最难用眼看出。
限度 区号后7位还是8位，只对确知为8位的区号判断；没有区号的，与文中多数号码、发文城市的位数比较；带*的隐去号码不看。

Summary A telephone number with too many or too few digits.
Basis National numbering: mobile 11 digits; 8 digits in Beijing, Shanghai, Guangzhou and others, else 7 or 8; 400 and
800 numbers 10; short codes such as 12345 or 95598.
Why A digit lost in typing makes a number useless, and it is hard to see in a table.
Limits Whether an area has 7 or 8 digits is judged only where it is known to have 8; numbers without an area code are
compared with the rest of the document and with those of the issuing city; masked numbers are left out.
"""

from collections import Counter

from linter.facts.bodies import TelephoneNumber, contacts, telephones
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check
from linter.language import lazy

# Area codes of three digits, all with numbers of eight.
_SHORT_AREAS = lazy("010|02[0-57-9]")
# Areas of four digits whose numbers have been of eight for years: provincial capitals and large cities.
_EIGHT = lazy("03(?:11|71|79)|04[135]1|05(?:1[0-9]|2[37]|3[12]|51|7[134-79]|9[15])|07(?:31|5[457]|6[09])|08[57]1|0898")
_USUAL = frozenset({7, 8})
# Short codes begin so: 10086, 110, 12345, 95598, 96110.
_SHORT_CODES = ("10", "11", "12", "95", "96")
# So many numbers without an area code, and so large a share of one length, make that length the rule of the document.
_ENOUGH, _ENOUGH_OF_AREA, _SHARE = 8, 4, 0.75
# Cities whose numbers have eight digits, told by the issuer.
_EIGHT_CITIES = lazy("{EIGHT_DIGITS}")


@check(
    code="CT003",
    name="telephone-form",
    severity="warning",
    norm="公用电信网编号",
    strength="usage",
    reads=(contacts, telephones),
    message={
        "zh": "号码“{number}”位数不对：固定电话应为7或8位，这里{here}位",
        "en": "“{number}” has a wrong number of digits: a telephone has 7 or 8, this one {here}",
    },
    messages={
        "prefix": {
            "zh": "号码“{number}”位数不对：{prefix}号码应为10位",
            "en": "“{number}” has a wrong number of digits: numbers in {prefix} have 10",
        },
        "mobile": {
            "zh": "号码“{number}”位数不对：手机号码应为11位，这里{here}位",
            "en": "“{number}” has a wrong number of digits: a mobile number has 11, this one {here}",
        },
        "no-area": {
            "zh": "号码“{number}”位数不对：没有区号{area}",
            "en": "“{number}” has a wrong number of digits: there is no area code {area}",
        },
        "area": {
            "zh": "号码“{number}”位数不对：区号{area}后应为{right}位，这里{here}位",
            "en": "“{number}” has a wrong number of digits: {right} follow the area code {area}, here {here}",
        },
        "place": {
            "zh": "号码“{number}”位数不对：同地号码是{usual}位，这里{here}位",
            "en": "“{number}” has a wrong number of digits: numbers of the place have {usual}, this one {here}",
        },
    },
    examples=(
        Bad("附件1 联络表\n\n单位\t电话\n省应急管理厅\t[[010-6693331]]\n市教育局\t0351-2066102\n"),
        Bad("联系人：张某，联系电话：[[1380000000]]；传真：[[0356-20233]]。"),
        Bad("广州市天河区教育局关于做好招生工作的通知\n\n各学校：\n\n现通知如下。\n\n（联系电话：[[3862252]]）"),
        Bad("县民政局：[[0796—351228]]\n\n监督电话：0796—3510012\n"),
        Bad("服务热线：[[400-893-911]]；监督电话：[[030-66933312]]。"),
        Good(
            "联系电话：010-6655 1234、0812-3380 917，手机：138 0000 0000，热线电话：400 800 1234，火警电话：119 110。"
        ),
        Good(
            "附件1 联络表\n\n单位\t电话\n市生态环境局\t12369\n晋城东站\t0371-56936400\n"
            "市教育局\t2066102 2026307 (传真)\n"
        ),
    ),
)
def telephone_form(document: Document, options: Options) -> Findings:
    """Yield numbers whose length fits no numbering in use, or not that of the numbers around them."""
    listed = [number for contact in document.read(contacts) for number in contact.numbers]
    numbers = [*listed, *document.read(telephones)]
    usual = _usual_lengths(document, numbers)
    for number in numbers:
        flaw = _flaw(number)
        local = usual.get(number.area, 0)
        if flaw is None and _unusual(number, local):
            flaw = "place"
        if flaw is not None:
            args = {"number": number.words, "here": len(number.digits), "usual": local, "area": number.area}
            right = "8" if _is_of_eight(number) else "7/8"
            yield Finding(number.span, args | {"right": right, "prefix": number.digits[:3]}, message=flaw)


def _flaw(number: TelephoneNumber) -> str | None:
    """The message on a number whose length fits no numbering in use, None on one that may be right."""
    digits, length = number.digits, len(number.digits)
    if number.area:
        return _with_area(number)
    if digits.startswith(("400", "800")) and length > 8:
        return None if length == 10 else "prefix"
    if digits.startswith("1") and (length > 8 or number.role == "mobile"):
        return None if length == 11 else "mobile"
    short = length <= 6 and (digits.startswith(_SHORT_CODES) or length <= 4)
    return None if short or length in _USUAL else ""


def _with_area(number: TelephoneNumber) -> str | None:
    length = len(number.digits)
    if len(number.area) == 3 and not _SHORT_AREAS.match(number.area):
        return "no-area"
    if length <= 6 and number.digits.startswith(_SHORT_CODES):
        return None
    return None if length in ({8} if _is_of_eight(number) else _USUAL) else "area"


def _is_of_eight(number: TelephoneNumber) -> bool:
    """Whether numbers behind an area code have eight digits; others have seven or eight."""
    return len(number.area) == 3 or bool(_EIGHT.match(number.area))


def _usual_lengths(document: Document, numbers: list[TelephoneNumber]) -> dict[str, int]:
    """The length that nearly all numbers of an area have in a document; without an area code, also that of its city."""
    areas: dict[str, Counter[int]] = {}
    for number in numbers:
        if _local(number):
            areas.setdefault(number.area, Counter())[len(number.digits)] += 1
    head = document.head
    issued = head.issuer + document.title + (head.signature.text if head.signature else "")
    usual = {"": 8} if _EIGHT_CITIES.search(issued) else {}
    for area, lengths in areas.items():
        length, count = lengths.most_common(1)[0]
        if lengths.total() >= (_ENOUGH_OF_AREA if area else _ENOUGH) and count >= lengths.total() * _SHARE:
            usual[area] = length
    return usual


def _local(number: TelephoneNumber) -> bool:
    return len(number.digits) in _USUAL and number.digits[0] not in "01" and not number.digits.startswith(_SHORT_CODES)


def _unusual(number: TelephoneNumber, usual: int) -> bool:
    return bool(usual) and _local(number) and len(number.digits) != usual
