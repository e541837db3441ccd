"""附件说明与所附各件的题名、顺序不一致。

依据 GB/T 9704-2012 7.3.4、7.3.7：附件顺序号和附件标题应当与附件说明的表述一致。
说明 附件说明列出的名称、顺序与附件不同，收文单位无法核对附件是否齐全。
限度 断行、空格、书名号和（共…项）一类附注不计；题名相差很大、附件又没有别的说明与之对应的，不报；缺件由 RF001 报告。

Summary The note that lists the attachments and the attachments differ in title or order.
Basis GB/T 9704-2012 7.3.4, 7.3.7: number and title of an attachment are those of the note.
Why With other names or another order nobody can tell whether all attachments are there.
Limits Line breaks, spaces, title marks and remarks in brackets do not count; a missing attachment is RF001.
"""

from linter.facts.references import appendix_pairs, differing
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see


@check(
    code="RF004",
    name="attachment-note",
    severity="warning",
    reads=(appendix_pairs,),
    norm="GB/T 9704-2012 7.3.7",
    strength="must",
    needs=needs("lines", silent=("transcript", "dialogue")),
    message={
        "zh": "{label}的题名不一致：附件说明“{listed}”，附件“{title}”",
        "en": "title of {label}: “{listed}” in the note, “{title}” at the attachment",
    },
    examples=(
        Bad(
            "关于开展检查的通知\n\n各区人民政府：\n\n请认真执行。\n\n附件：1.[[隐患自查表]]\n\n"
            "2.[[整改汇总表]]\n\n海州市教育局\n2021年5月6日\n\n"
            "附件1\n\n[[~整改汇总表]]\n\n请逐项填写。\n\n附件2\n\n[[~隐患自查表]]\n\n请逐项汇总。\n"
        ),
        Bad(
            "关于考核的通知\n\n各区人民政府：\n\n请认真执行。\n\n附件：[[考核指标体系（2023年）]]\n\n"
            "海州市卫生局\n2023年5月6日\n\n附件\n\n[[~考核指标体系（2023年版）]]\n\n请认真填写。\n"
        ),
        Bad(
            "海州市政府关于开展检查的通知\n\n各单位：\n\n请执行。\n\n附件：1. 任务分工表\n2. [[检查进展情况统计表]]"
            "\n\n海州市人民政府\n\n2024年5月6日\n\n附件1\n\n任务分工表\n\n见表。\n\n附件2\n\n[[~隐患整改月报表]]\n\n见表。\n"
        ),
        Good(
            "关于印发备案办法的通知\n\n各区人民政府：\n\n请认真执行。\n\n附件1：备案管理办法\n\n海州市环保局\n2023年5月6日\n\n"
            "附件1\n\n备案管理办法\n\n第一条 为了备案，制定本办法。\n\n附：1.备案申请表\n\n2.备案登记表\n"
        ),
    ),
)
def attachment_note(document: Document, options: Options) -> Findings:
    """One finding an attachment whose title is not that of the note."""
    for listed, appendix in differing(document, "note"):
        args = {"label": listed.word + listed.number, "listed": listed.title, "title": appendix.title}
        yield Finding(listed.span, args, (see(appendix.title_span, "附件的题名", "the title of the attachment"),))
