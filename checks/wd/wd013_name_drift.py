"""同一事物在同样的上下文里用了两个近义的名称。

依据 《立法技术规范（试行）（一）》：同一概念用同一词语；文件自身在同样的上下文里另有通常的写法。
说明 术语定义为“清净下水”，一处写“清洁下水”；“移送司法机关”一处写“移交司法机关”；“岗位职责”一处写“岗位责任”：
读者不知是不是两件事。
限度 只比较常相混用的近义词，前后四个字相同才报，通常的写法至少两处、且多一倍；有意区分的，用 accept 接受。

Summary One thing has two names: near synonyms in the same surroundings.
Basis 立法技术规范（试行）（一）: one concept, one word; the document itself has a usual form.
Why The reader cannot tell whether two things are meant.
Limits Only listed near synonyms with four equal characters around; the usual form stands twice at least, and twice as
often; accept what is told apart on purpose.
"""

from __future__ import annotations

from checks.wd.grouping import told
from linter.facts.wording import drifts
from linter.kernel.check import Bad, Document, Findings, Good, Options, check, needs


@check(
    code="WD013",
    name="name-drift",
    severity="note",
    reads=(drifts,),
    needs=needs(script="simplified"),
    norm="立法技术规范（试行）（一）",
    strength="should",
    message={
        "zh": "一物两名：“{rare}”（{times}处）在别处作“{usual}”（{usual_times}处）",
        "en": "one thing, two names: “{rare}” ({times}) is “{usual}” ({usual_times}) elsewhere",
    },
    examples=(
        Bad(
            "第五条 构成犯罪的，[[~移送司法机关]]依法处理。\n\n第六条 涉嫌犯罪的，移送司法机关追究责任。\n\n"
            "第七条 情节严重的，[[移交司法机关]]处理。\n"
        ),
        Good("第五条 构成犯罪的，移送司法机关依法处理。\n\n第六条 档案应当及时移交档案馆。\n"),
        Good(
            "第五条 履行监督管理职责，受法律保护。\n\n第六条 依法承担监督管理职责，公布结果。\n\n"
            "第七条 建立监督管理责任制和内部规章。\n"
        ),
    ),
)
def name_drift(document: Document, options: Options) -> Findings:
    """Every rare name, once a pair."""
    for one in document.read(drifts):
        yield from told(document, one)
