"""起草时的占位文字没有填上：【待核实】、〔20XX〕、X月X日。

依据 文件自身：正式文件里不应有待填、待核的文字。
说明 草稿里用“X”“×”或者方括号标出要补的年份、日期、金额和要核实的事项，定稿时容易漏填。
机关自己的占位写法，在设置 marks 里列出，用竖线隔开。
限度 表格、附件、引文、样式和举例里的空格、“×”是给人填的，不报；一份文件有四处以上同类的，是范本或者隐去了信息，不报。

Summary A placeholder of the draft was never filled in: 【待核实】, 〔20XX〕, X月X日.
Basis The document itself: nothing in an issued text is still to be filled in or verified.
Why Drafts mark years, dates, sums and facts to be supplied, and one of them is passed over.
Limits Blanks in tables, attachments, quotations, forms and examples are meant; four of them make a template, or a text
from which they were taken out. The option marks lists an office's own placeholders, parted by a vertical bar.
"""

from linter.facts.base import flow
from linter.facts.wording import placeholders
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Label, Option, Options, check
from linter.language import finds


@check(
    code="WD014",
    name="placeholder-left",
    severity="warning",
    reads=(placeholders,),
    options={"marks": Option(str, "", Label("本机关的占位写法，用|隔开", "placeholders of the office, parted by |"))},
    message={
        "zh": "“{words}”像是起草时的占位文字，没有填上",
        "en": "“{words}” looks like a placeholder of the draft",
    },
    examples=(
        Bad("一、总体要求\n\n到2025年，全市建成示范社区[[【待核实】]]120个。\n"),
        Bad("二、时间安排\n\n各县（市、区）应当于[[X月X日]]前报送工作方案。\n"),
        Bad(
            "三、资金安排\n\n市财政安排{待填}补助资金[[{待填}]]万元。\n".replace("安排{待填}", "安排[[{待填}]]"),
            {"marks": "{待填}"},
        ),
        Good("二、名称规范\n\n机构统一命名为“XX区XX街道养老服务中心”，发文字号的格式为X政办〔20XX〕X号。\n"),
        Good("一、公式\n\n补贴金额＝标准×月数，最大管径 5×10 米。\n"),
    ),
)
def placeholder_left(document: Document, options: Options) -> Findings:
    """Every place that was to be filled in."""
    stream = document.read(flow)
    for start, end, _ in document.read(placeholders):
        yield Finding(stream.span(start, end), {"words": stream.text[start:end]})
    for mark in filter(None, options["marks"].split("|")):
        for at in finds(stream.text, mark, apart=True):
            yield Finding(stream.span(at, at + len(mark)), {"words": mark})
