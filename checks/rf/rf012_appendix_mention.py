"""正文提到的附件，序号与名称对不上：“汇总表（附件1）”，而附件1是自查表、附件2才是汇总表。

依据 文件内部矛盾：序号与名称指的应当是同一个附件；GB/T 9704-2012 7.3.7：附件标题应当与附件说明的表述一致。
说明 增删附件后序号变了、正文没有改，收文单位会填错表；名称多一字少一字的，不知道是不是同一个附件。
没有写序号、八个字以上、首尾相同而中间差一个词的（排查治理情况统计表），也报。
限度 此外只看序号与名称紧挨着的写法；名称是别的附件的全名，或者与该附件的名称只差一个字，才报；简称不报。写在书名号里的
（《附件4：汇总表》）相近而不同的也报，括号里“见附件”之前的是别的附件名称后半的也报。

Summary An appendix is named by one number and by the title of another, or by its title with a character too many.
Basis A contradiction within the text: number and title name one appendix; GB/T 9704-2012 7.3.7.
Why Numbers change when attachments come and go, and the text stays behind.
A title of eight characters and more, a word inside which differs from that of an appendix, is told without a number.
Limits Otherwise only where number and title stand side by side; the title must be that of another appendix in full, or
one character off its own. Short forms are right. 《附件4：…》 names it with its number; （…，见附件4） may end its
title.
"""

from linter.facts.references import appendix_mentions, appendix_names
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see

_NOTE = (
    "附件：1.隐患自查表\n\n2.整改情况汇总表\n\n海州市水务局\n2024年5月6日\n\n附件1\n\n隐患自查表\n\n请逐项填写。\n\n"
    "附件2\n\n整改情况汇总表\n\n请逐项汇总。\n"
)


@check(
    code="RF012",
    name="appendix-mention",
    severity="warning",
    reads=(appendix_mentions, appendix_names),
    norm="GB/T 9704-2012 7.3.7",
    strength="must",
    needs=needs(silent=("transcript", "dialogue", "amendment")),
    message={
        "zh": "{label}是“{right}”，这里写的是“{title}”",
        "en": "{label} is “{right}”, here it is “{title}”",
    },
    messages={
        "number": {
            "zh": "{label}是“{right}”，这里写的“{title}”是{other}",
            "en": "{label} is “{right}”; “{title}”, named here, is {other}",
        },
    },
    examples=(
        Bad(
            "关于检查的通知\n\n各区人民政府：\n\n请填写[[整改情况汇总表]]（附件1）。\n\n"
            + _NOTE.replace("附件：1.隐患自查表", "附件：1.[[~隐患自查表]]")
        ),
        Bad(
            "关于检查的通知\n\n各区人民政府：\n\n请于5月底前报送附件2《[[隐患自查表]]》。\n\n"
            + _NOTE.replace("2.整改情况汇总表", "2.[[~整改情况汇总表]]")
        ),
        Bad(
            "关于检查的通知\n\n各区人民政府：\n\n请按时报送《[[整改情况的汇总表]]》（见附件2）。\n\n"
            + _NOTE.replace("2.整改情况汇总表", "2.[[~整改情况汇总表]]")
        ),
        Bad(
            "关于检查的通知\n\n各区人民政府：\n\n请对照《[[隐患整治验收评分表]]》（附件1）自查。\n\n"
            "附件：1.[[~隐患整治验收评分]]\n\n2.导则\n\n海州市水务局\n2024年5月6日\n"
        ),
        Bad(
            "关于检查的通知\n\n各区人民政府：\n\n请落实日常巡查（[[整改情况汇总表]]，见附件1）。\n\n"
            + _NOTE.replace("附件：1.隐患自查表", "附件：1.[[~隐患自查表]]")
        ),
        Bad(
            "海州区检查工作方案\n\n一、步骤\n\n每季度报送《附件2：[[海州市整改情况汇总表]]》。\n\n"
            "附件：\n\n1.安平街道隐患自查表\n\n2.[[~安平街道整改情况汇总表]]\n"
        ),
        Bad(
            "关于检查的通知\n\n各区人民政府：\n\n各区要按时报送[[水利工程隐患治理情况统计表]]。\n\n"
            "附件：1.水利工程隐患整治情况统计表\n\n海州市水务局\n2024年5月6日\n\n附件1\n\n水利工程隐患整治情况统计表\n\n请逐项填写。\n"
        ),
        Good(
            "关于检查的通知\n\n各区人民政府：\n\n各区要按时报送水利工程第一季度统计表。\n\n"
            "附件：1.水利工程第二季度统计表\n\n海州市水务局\n2024年5月6日\n\n附件1\n\n水利工程第二季度统计表\n\n请逐项填写。\n"
        ),
        Good(
            "关于检查的通知\n\n各区人民政府：\n\n请填写自查表（附件1）和汇总表（见附件2），报送整改情况汇总表。\n\n"
            + _NOTE
        ),
        Good("关于检查的通知\n\n各区人民政府：\n\n请填写《隐患自查表》（附件1）、《考核办法》（附件3）。\n\n" + _NOTE),
    ),
)
def appendix_mention(document: Document, options: Options) -> Findings:
    """One finding a place, over the title named there."""
    for one in (*document.read(appendix_mentions), *document.read(appendix_names)):
        args = {"label": one.label, "right": one.right, "title": one.title}
        related = (see(one.right_span, "该序号的附件", "the appendix of that number"),)
        if one.other:
            yield Finding(one.span, args | {"other": one.other}, related, message="number")
        else:
            yield Finding(one.span, args, related)
