"""预案规定的演练或评估间隔长于国家规定的最长间隔。

依据 突发事件应急预案管理办法（国办发〔2024〕5号）第三十二、三十四条：专项、部门预案每3年演练、原则上每3年评估一次；
生产安全事故应急条例第八条：县级以上人民政府的生产安全事故预案至少每2年演练一次。
说明 间隔可以短，不能长。
限度 只看题名含“预案”的文件；评估间隔只对2024年1月31日以后的文件；没有写间隔的不报。

Summary A plan that lets more time pass between drills or evaluations than the national rules allow.
Basis Measures for emergency plans (2024), articles 32 and 34: a drill and an evaluation at least every three years;
Regulations on production accidents, article 8: a drill at least every two years.
Why The interval may be shorter, never longer.
Limits Only documents named 预案; evaluations only since 31 January 2024; a plan that names no interval is not reported.
"""

from linter.facts.base import flow, signature_date
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check
from linter.language import lazy, ordinal

_INTERVAL = lazy(r"每(?P<n>\d|[两二三四五六七八九十])年[^,。;\n]{0,16}?(?P<what>演练|评估)")
_EVALUATED_SINCE = (2024, 1, 31)


@check(
    code="DT008",
    name="plan-interval",
    severity="note",
    preview=True,
    norm="突发事件应急预案管理办法（国办发〔2024〕5号）32、34；生产安全事故应急条例 8",
    strength="must",
    message={
        "zh": "“{words}”长于规定的最长间隔{most}年",
        "en": "“{words}” exceeds the longest interval allowed, {most} years",
    },
    examples=(
        Bad("临江市防汛应急预案\n\n6.3 演练\n\n市指挥部[[每5年至少组织一次演练]]。"),
        Bad("临江市生产安全事故应急预案\n\n6.3 演练\n\n市安委会办公室[[每三年组织一次应急演练]]。"),
        Good("临江市防汛应急预案\n\n6.3 演练\n\n市指挥部每3年至少组织一次演练，企业每年演练一次。"),
        Good("临江市质量发展规划\n\n每五年组织一次全面评估。"),
    ),
)
def plan_interval(document: Document, options: Options) -> Findings:
    """Yield intervals above the maximum."""
    title = document.title
    if "预案" not in title:
        return
    stream = document.read(flow)
    signed = document.read(signature_date)
    for match in _INTERVAL.finditer(stream.text):
        drill = match["what"] == "演练"
        if not drill and (signed is None or signed.key < _EVALUATED_SINCE):
            continue
        most = 2 if drill and "生产安全" in title else 3
        years = ordinal(match["n"])
        if years > most:
            yield Finding(stream.span(*match.span()), {"words": match[0], "most": most})
