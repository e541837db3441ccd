"""标准编号的写法不对：DLT/741、GB500014、GB/T 24353-202，或者与别处的写法不同。

依据 GB/T 1.1-2020 与各标准的公布编号：代号、斜线后的性质代号、顺序号、一字线和四位年份；国家标准的顺序号至多五位。
说明 编号错一位、斜线错位，就检索不到所引的标准；一份文件里大多写“HJ610”、个别写“HJ 523”的，作提示。
限度 只看国家标准、行业标准代号之后紧接编号的写法；位数只查国家标准和环境标准；不核对编号与标准名称。

Summary The number of a standard is malformed, or written unlike the others of the document.
Basis GB/T 1.1-2020: code, slash and T, serial number, dash and a year of four figures; national standards have at most
five figures.
Why With a figure too many or the slash elsewhere the standard is not found. Spaces against the usage of the document
are a note.
Limits Only codes that a number follows; figures are counted for national and environmental standards alone.
"""

import re
from typing import Any

from linter.facts.base import Date, flow, signature_date
from linter.facts.references import SECTORS, coded
from linter.kernel.check import Bad, Document, Finding, Findings, Fix, Good, Options, Span, check, mend, needs, see
from linter.language import lazy

_STANDARD = lazy(
    rf"(?P<code>{SECTORS})(?P<kind>T/|/ ?[TZ]|)(?P<space> ?)(?P<serial>\d{{2,8}})(?![\d×xX*A-Za-z%])"
    r"(?P<rest>(?:\.\d{1,2})?(?: ?[-—–~] ?(?P<year>\d{1,6})(?![\d.]))?)"
)
# The most figures a serial number has.
_MOST = {"GB": 5, "HJ": 4}
_YEAR = 4
# So many written one way, for one that is not, show a usage.
_USUAL = 3


@check(
    code="TN010",
    name="standard-number",
    severity="warning",
    norm="GB/T 1.1-2020 6.1",
    strength="usage",
    reads=(flow, signature_date),
    needs=needs(script="simplified"),
    message={
        "zh": "标准编号“{number}”的斜线应在“T”之前",
        "en": "standard number “{number}”: the slash belongs before T",
    },
    messages={
        "long": {
            "zh": "标准编号“{number}”的顺序号位数过多",
            "en": "standard number “{number}” has too many figures",
        },
        "year": {
            "zh": "标准编号“{number}”的年份应为四位",
            "en": "standard number “{number}”: the year has four figures",
        },
        "later": {
            "zh": "标准编号“{number}”的年份晚于成文日期",
            "en": "standard number “{number}” bears a year after that of the document",
        },
        "space": {
            "zh": "标准编号“{number}”的空格与其余{count}处不同",
            "en": "standard number “{number}” is spaced unlike the other {count}",
        },
    },
    examples=(
        Bad(
            "一、线路应当符合[[DLT/741]]《架空输电线路运行规程》的要求。\n",
            fixed="一、线路应当符合DL/T741《架空输电线路运行规程》的要求。\n",
        ),
        Bad("一、排水应当符合《室外排水设计规范》（[[GB500014]]）。\n"),
        Bad("一、风险评估按照[[GB/T 24353—202]]进行。\n"),
        Bad(
            "海州市水务局关于加强防洪的通知\n\n各单位：\n\n一、按照《防洪标准》（[[GB 50201-2041]]）设防。\n\n"
            "海州市水务局\n2024年3月5日\n"
        ),
        Bad(
            "一、执行[[~HJ610-2011]]、HJ/T169-2004、GB18218-2009、GB5044-1985、GB50016-2006和[[HJ 523-2009]]。\n",
        ),
        Good("一、使用型号DB12345678的设备，容量为GB 512；参照GBZ 2.1-2019和JGJ/T 46。\n"),
    ),
)
def standard_number(document: Document, options: Options) -> Findings:
    """One finding a malformed number, and one for all that are spaced unlike the others."""
    stream = document.read(flow)
    spaced: dict[bool, list[re.Match[str]]] = {True: [], False: []}
    signed = document.read(signature_date)
    for match in coded(stream.text, _STANDARD):
        cause = _cause(match) or ("later" if signed and _is_later(match, signed) else "")
        if cause:
            args = {"number": match[0].strip()}
            if cause == "slash":
                yield Finding(stream.span(*match.span()), args, fix=_fix(match, stream.span))
            else:
                yield Finding(stream.span(*match.span()), args, message=cause)
        elif match["year"] or len(match["serial"]) > 3:
            spaced[bool(match["space"])].append(match)
    few, usual = sorted(spaced.values(), key=len)
    if few and len(usual) >= _USUAL * len(few):
        first, *others = [stream.span(*match.span()) for match in few]
        related = [see(stream.span(*usual[0].span()), "通常的写法", "the usual form")]
        related += [see(span, "同样的写法", "written the same way") for span in others]
        counted: dict[str, object] = {"number": few[0][0].strip(), "count": len(usual)}
        yield Finding(first, counted, tuple(related), severity="note", message="space")


def _cause(match: re.Match[str]) -> str:
    if match["kind"] == "T/":
        return "slash"
    if match["year"] and len(match["year"]) != _YEAR and len(match["serial"]) > 3 and "~" not in match["rest"]:
        return "year" if len(match["year"]) == _YEAR - 1 or len(match["year"]) == _YEAR + 1 else ""
    return "long" if len(match["serial"]) > _MOST.get(match["code"], 9) else ""


def _is_later(match: re.Match[str], signed: Date) -> bool:
    """Whether a standard was published after the document was signed."""
    return bool(match["year"] and signed.year) and int(match["year"]) > (signed.year or 0)


def _fix(match: re.Match[str], place: Any) -> Fix:
    """DLT/741 becomes DL/T741."""
    span: Span = place(*match.span("kind"))
    return mend("unsafe", span, "/T", "改为“/T”", "change to “/T”")
