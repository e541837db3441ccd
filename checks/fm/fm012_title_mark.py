"""标题末尾用了句号、逗号。

依据 GB/T 15834-2011 附录B.4：文章标题的末尾通常不用标点符号，但有时根据需要可用问号、叹号或省略号。
说明 公文标题由发文机关名称、事由和文种组成，文种之后不加点号。
限度 只看每一部分开头独占一段、含“关于”而以文种结尾的标题；问号、叹号、省略号可以用，不报。

Summary A title ends in a full stop, comma or the like.
Basis GB/T 15834-2011 annex B.4: titles usually end without a mark; ? ! and … are allowed.
Why The title of a notice ends with its kind.
Limits Titles with 关于 that end with a kind of document, alone in a paragraph at the head of a part.
"""

from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Paragraph, check, mend, needs
from linter.language import lazy

_TITLE = lazy(
    r"[\w()“”、]{0,40}关于[\w()“”《》〈〉、]{2,60}"
    r"(?:{OFFICIAL}|{STANDARD}|{ACT})([。,;:])$"
)
# A title stands within this many blocks of the head of its part.
_REACH = 4


@check(
    code="FM012",
    name="title-mark",
    severity="note",
    preview=True,
    norm="GB/T 15834-2011 B.4",
    strength="usage",
    needs=needs("lines", script="simplified"),
    message={
        "zh": "标题“{words}”末尾不用标点",
        "en": "the title “{words}” takes no mark at its end",
    },
    examples=(
        Bad(
            "昆明市人民政府关于加强防汛工作的通知[[。]]\n\n昆政发〔2023〕8号\n\n各县（市、区）人民政府：\n\n"
            "为做好防汛工作，现通知如下。\n\n一、落实责任\n\n二、加强值守\n\n昆明市人民政府\n\n2023年5月6日\n",
            fixed="昆明市人民政府关于加强防汛工作的通知\n\n昆政发〔2023〕8号\n\n各县（市、区）人民政府：\n\n"
            "为做好防汛工作，现通知如下。\n\n一、落实责任\n\n二、加强值守\n\n昆明市人民政府\n\n2023年5月6日\n",
        ),
        Good(
            "昆明市人民政府关于加强防汛工作的通知\n\n昆政发〔2023〕8号\n\n各县（市、区）人民政府：\n\n现将《防汛工作方案》印发给你们。\n\n"
            "昆明市人民政府\n\n2023年5月6日\n\n附件1\n\n防汛责任人名单\n\n序号\t姓名\n\n1\t张某\n"
        ),
    ),
)
def title_mark(document: Document, options: Options) -> Findings:
    """Every title with a point behind it."""
    for part in document.parts:
        for block in part.blocks[:_REACH]:
            match = _TITLE.match(block.text) if isinstance(block, Paragraph) else None
            if match and isinstance(block, Paragraph):
                place = block.span(match.start(1))
                fix = mend("safe", place, "", "删去标点", "delete the mark")
                yield Finding(place, {"words": block.text[:-1][-20:]}, fix=fix)
