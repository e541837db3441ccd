"""要求报送材料，却没有写截止日期。

依据 本机关办文规程第十二条：要求下级报送材料的，应当写明截止日期。
说明 没有期限的要求无法督办，各单位报送的时间也不一致。
限度 只看同一段；期限写在附件或者表格里的看不出来。

Summary Material is asked for without a day by which it is due.
Basis Rules of the office, clause 12.
Why What has no term cannot be followed up.
Limits Looks at one paragraph at a time; a term in an attachment or a table is not seen.
"""

import re

from linter.kernel.check import Bad, Document, Finding, Findings, Good, Label, Option, Options, check

_REQUEST = re.compile("(?:报送|上报|反馈)[^,。;]{0,12}(?:材料|报告|情况|意见)")
_TERM = re.compile("[日月年底周]前|之日起|[0-9]+个?(?:工作)?日内|及时|立即|按[月季年]")


@check(
    code="OFF001",
    name="reply-period-missing",
    severity="warning",
    norm="办文规程 12",
    strength="must",
    options={"besides": Option(tuple, (), Label("视同期限的词", "words that count as a term"))},
    message={"zh": "“{words}”没有写截止日期", "en": "“{words}” names no day by which it is due"},
    examples=(
        Bad("某市人民政府办公室关于开展督查的通知\n\n各县人民政府：\n\n请各单位认真自查，[[报送自查报告]]，不得隐瞒。"),
        Good("某市人民政府办公室关于开展督查的通知\n\n各县人民政府：\n\n请各单位于6月30日前报送自查报告。"),
        Good("各单位应当随时上报有关情况。", options={"besides": ("随时",)}),
    ),
)
def reply_period_missing(document: Document, options: Options) -> Findings:
    """Yield requests for material in paragraphs that name no term."""
    for paragraph in document.paragraphs:
        request = _REQUEST.search(paragraph.text)
        if (
            request
            and not _TERM.search(paragraph.text)
            and not any(word in paragraph.text for word in options["besides"])
        ):
            yield Finding(paragraph.span(*request.span()), {"words": request[0]})
