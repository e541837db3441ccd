"""发文字号的写法不合规定：括号、年份、序号。

依据 GB/T 9704-2012 7.2.5：年份应标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位，在阿拉伯数字后加“号”字。
说明 同一份公报里目录写[2021]、正文写〔2021〕，检索不到一起；“〔2024〕 号”是定稿时没有补上顺序号。
同一种写法错误，一份文件只报一次，其余各处列为相关位置。
限度 2012年标准以前的字号依原文引用，同一字号两处括号不同才提示；令、公告的“第×号”，法院案号，不在其列。

Summary Document numbers are written with other brackets, a short year, 第, or a padded serial number.
Basis GB/T 9704-2012 7.2.5: the year in full within 〔〕, the serial number without 第 and without leading zeros.
Why 〔2024〕 号 was never filled in; one number written two ways is not found by search. One finding a kind of error.
Limits Numbers older than the standard are told only where one has two kinds of brackets;
orders, announcements and court cases have their own form.
"""

import re

from linter.facts.references import NumberUse, document_numbers
from linter.kernel.check import Bad, Finding, Findings, Good, Issue, Options, Severity, Span, check, needs, see
from linter.language import lazy
from linter.structure import Part

# GB/T 9704-2012 is in force since 2012-07-01.
_SINCE = 2013
_ORDERS = ("令", "公告", "通告", "公报")


# A number whose serial was left open; a line of its own is the number of the document itself.
# A number without its serial is found by its year; the agency is read back from there.
_BLANK = lazy(r"〔(?:19|20)\d\d〕(?: {0,12}| ?[×xX*?_＿□○]{1,4} ?)号(?P<end> *$)?", re.MULTILINE)
# A number without its year: 卫复〔〕18号.
_UNDATED = lazy(r"(?:〔 {0,6}〕 ?\d{1,4}|〔20 {1,6}〕[ \d]{0,12}) ?号(?P<end> *$)?", re.MULTILINE)
# The agency before the year, or a title before a number that begins with its year.
_AGENCY = lazy(r"[^\W\d_]{2,12} ?$|(?<=》\()$")
_BEFORE = 16
# The number of an order has a line of its own below the name of who gives it.
_ORDER = lazy(r"令\n+ *(?P<number>第(?: {1,12}| ?[×xX*_＿□○]{1,4} ?)号)(?= *$)", re.MULTILINE)
# 〔2024〕3I号
_LETTER = lazy(r"〔(?:19|20)\d\d〕(?=\d*[A-Za-z])[\dIlOoSZ]{1,4} ?号(?P<end> *$)?", re.MULTILINE)
# 〔20018〕5号,〔20l8〕5号
_MISTYPED = lazy(r"〔(?:\d{5,6}|\d{3}|(?=\d*[lIOo])[\dlIOo]{4})〕 ?第?\d{1,4} ?号(?P<end> *$)?", re.MULTILINE)
_OPEN = {"blank": _BLANK, "undated": _UNDATED, "letter": _LETTER, "mistyped": _MISTYPED}
_STAND_INS = frozenset("X×某")
_SPACED = lazy(r"[〕\]】] +第? *\d|\d +号")
# So many numbers without the space, for one that has it, show that it is a slip.
_USUAL = 3


@check(
    code="TN005",
    name="number-form",
    severity="warning",
    scope="issue",
    reads=(document_numbers,),
    norm="GB/T 9704-2012 7.2.5",
    strength="must",
    needs=needs("marks", script="simplified"),
    message={
        "zh": "发文字号“{number}”年份应用六角括号〔〕括入{count:|，共#处}",
        "en": "document number “{number}”: the year belongs in 〔〕{count:| (# places)}",
    },
    messages={
        "year": {
            "zh": "发文字号“{number}”年份应标全称{count:|，共#处}",
            "en": "document number “{number}”: the year is not written in full{count:| (# places)}",
        },
        "extra": {
            "zh": "发文字号“{number}”年份、序号前后不应有别的字{count:|，共#处}",
            "en": "document number “{number}”: nothing else belongs beside year and serial number{count:| (# places)}",
        },
        "blank": {
            "zh": "发文字号“{number}”没有填写发文顺序号{count:|，共#处}",
            "en": "document number “{number}”: the serial number was never filled in{count:| (# places)}",
        },
        "undated": {
            "zh": "发文字号“{number}”没有填写年份{count:|，共#处}",
            "en": "document number “{number}”: the year was never filled in{count:| (# places)}",
        },
        "agency": {
            "zh": "发文字号“{number}”机关代字末字应为“函”{count:|，共#处}",
            "en": "document number “{number}”: the agency's code ends in 含 for 函{count:| (# places)}",
        },
        "space": {
            "zh": "发文字号“{number}”顺序号旁边有空格，别处没有{count:|，共#处}",
            "en": "document number “{number}”: a space beside the serial number, elsewhere none{count:| (# places)}",
        },
        "twin": {
            "zh": "发文字号“{number}”的括号与别处同一字号的不同{count:|，共#处}",
            "en": "document number “{number}” has 〔〕 elsewhere{count:| (# places)}",
        },
        "letter": {
            "zh": "发文字号“{number}”顺序号里混入了字母{count:|，共#处}",
            "en": "document number “{number}”: a letter stands in the serial number{count:| (# places)}",
        },
        "mistyped": {
            "zh": "发文字号“{number}”的年份不是四位数字{count:|，共#处}",
            "en": "document number “{number}”: the year is no four digits{count:| (# places)}",
        },
        "padded": {
            "zh": "发文字号“{number}”发文顺序号不编虚位{count:|，共#处}",
            "en": "document number “{number}”: the serial number is padded with zeros{count:| (# places)}",
        },
    },
    examples=(
        Bad("根据《关于2025年部分节假日安排的通知》（[[海政办发〔2024〕3I号]]），现将放假安排通知如下。\n"),
        Bad("一、落实《关于促进养老服务发展的意见》（[[国办发(2019)5号]]）。\n"),
        Bad(
            "目 录\n\n关于印发防汛预案的通知（[[海政办【2021】3号]]） 1\n\n"
            "关于印发抗旱预案的通知（[[~海政办【2021】4号]]） 9\n\n"
            "关于印发防汛预案的通知\n\n[[~海政办〔2021〕3号]]\n\n各区人民政府：\n"
        ),
        Bad("关于做好防汛工作的通知\n\n[[海政办〔2021〕03号]]\n\n各区人民政府：\n\n现通知如下。\n"),
        Bad("一、根据《海州市人民政府关于加强供水的意见》（[[海政发〔2024〕 号]]）精神，制定本方案。\n"),
        Bad(
            "一、落实《海州市人民政府关于加强供水的意见》（[[海政发〔〕12号]]）、《供水意见》"
            "（[[海政办〔20  〕  号]]）、《防汛会议纪要》（[[〔2021〕 号]]）。\n"
        ),
        Bad("海州市人民政府令\n\n[[第  号]]\n\n《海州市垃圾管理办法》已经通过，现予公布，自2021年11月1日起施行。\n"),
        Bad("一、落实《关于家庭医生的通知》（[[海办含〔2022〕260号]]）。\n"),
        Bad(
            "一、落实《甲办法》（海政办〔2021〕3号）、《乙办法》（海政办〔2021〕4号）、《丙办法》（海政办〔2021〕5号）和"
            "《丁办法》（[[海政办〔2021〕 6号]]）。\n"
        ),
        Bad("一、落实海政办〔2021〕3号、海政办〔2021〕4号、海政办〔2021〕5号和[[海政办〔2021〕6 号]]文件。\n"),
        Bad(
            "附件1\n\n废止的文件目录\n\n1.关于拆迁的通知（海政发〔2013〕18号）\n\n2.关于矿山的意见（海政发〔2014〕22号）\n\n"
            "3.关于广告的通知（海政发〔2015〕41号）\n\n4.关于房地产市场的意见（[[海政发〔2016〕 号]]）\n"
        ),
        Bad("一、按照《关于开展房屋普查的通知》（[[海政办发〔2023〕XX号]]）要求，开展普查。\n"),
        Good("附件1\n\n文书格式\n\nX水罚〔2024〕 号\n\n当事人应当缴纳罚款。\n"),
        Bad("一、落实《关于促进养老服务发展的意见》（[[国办发〔19〕5号]]）。\n"),
        Bad("根据《供水办法》（[[海政办发〔20018〕31号]]）和《节水办法》（[[海政办发〔20l7〕15号]]），现通知如下。\n"),
        Bad("一、执行《道路运输管理规定》（[[交运发〔2021〕第15号]]）。\n"),
        Bad("一、在名录（卫医发〔1994〕27号）中增加科目。\n\n二、在名录（[[卫医发[1994]27号]]）中增加专业。\n"),
    ),
)
def number_form(issue: Issue, options: Options) -> Findings:
    """One finding a kind of error: its first place, the other places, and one place where it is right."""
    causes: dict[str, list[NumberUse]] = {}
    right: NumberUse | None = None
    bracketed = {use.key for use in issue.read(document_numbers) if use.opening + use.closing == "〔〕"}
    for use in issue.read(document_numbers):
        cause = _cause(use) or ("twin" if use.opening in "[(【" and use.key in bracketed else "")
        if cause:
            causes.setdefault(cause, []).append(use)
        elif right is None and use.opening == "〔" and not _SPACED.search(use.text):
            right = use
    plain = [use for use in issue.read(document_numbers) if not _SPACED.search(use.text)]
    spaced = [use for use in issue.read(document_numbers) if _SPACED.search(use.text) and not _cause(use)]
    if spaced and len(plain) >= _USUAL * len(spaced):
        causes["space"] = spaced
    yield from _blank(issue)
    for cause, uses in causes.items():
        related = [see(use.span, "同样的写法", "written the same way") for use in uses[1:]]
        if right:
            related.append(see(right.span, f"规范的写法“{right.text}”", f"the right form “{right.text}”"))
        args = {"number": uses[0].text, "count": len(uses)}
        # Square brackets throughout may be those of a converter or of a web page.
        square = cause == "bracket" and not right and all(use.opening == "[" for use in uses)
        message = "" if cause == "bracket" else cause
        severity: Severity | None = "note" if square or cause in ("space", "twin") else None
        yield Finding(uses[0].span, args, tuple(related), severity=severity, message=message)


def _blank(issue: Issue) -> Findings:
    """Numbers without serial or year: before a document is issued its own is open by right, so that is a note.

    An attachment that is a form has blanks; one that lists documents by their numbers has none.
    """
    text = issue.text.normal
    kinds = _OPEN.items() if "〕" in text else ()
    for match, kind in [(match, kind) for kind, pattern in kinds for match in pattern.finditer(text)]:
        line = text.rfind("\n", 0, match.start()) + 1
        agency = _AGENCY.search(text, max(line, match.start() - _BEFORE), match.start())
        if agency is None or not _STAND_INS.isdisjoint(agency[0]):
            continue
        own = match["end"] is not None and not text[line : agency.start()].strip(" ")
        document = issue.document_at(agency.start())
        part = document.part_at(agency.start()) if document else None
        if part is not None and part.kind in ("appendix", "attachment") and not _is_listing(issue, part):
            continue
        words = text[agency.start() : match.end()].strip()
        args = {"number": words, "count": 1}
        place = Span(agency.start(), agency.start() + len(words))
        yield Finding(place, args, severity="note" if own and kind == "blank" else None, message=kind)
    for match in _ORDER.finditer(text):
        yield Finding(
            Span(*match.span("number")), {"number": match["number"], "count": 1}, severity="note", message="blank"
        )


def _is_listing(issue: Issue, part: Part) -> bool:
    """Whether an attachment lists documents by their numbers; the others are forms, with blanks to be filled in."""
    filled = [use for use in issue.read(document_numbers) if part.span.start <= use.span.start < part.span.end]
    return len(filled) >= _USUAL


def _cause(use: NumberUse) -> str:
    if use.agency.endswith("含"):
        return "agency"
    year = int(use.year)
    if use.agency.endswith(_ORDERS) or 50 < year < _SINCE or (year <= 50 and year + 2000 < _SINCE):
        return ""
    if len(use.year) != 4:
        return "year"
    if use.extra:
        return "extra"
    if use.opening + use.closing != "〔〕":
        return "bracket"
    return "padded" if use.serial.startswith("0") else ""
