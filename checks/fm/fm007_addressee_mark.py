"""主送机关之后没有用冒号。

依据 GB/T 9704-2012 7.3.2：主送机关编排于标题下空一行位置，最后一个机关名称后标全角冒号。
说明 冒号表示下文是对主送机关说的话；写成句号、逗号或者漏写，正文与称谓连成一片。
限度 只看结构认出的主送机关；冒号的全角半角取决于整篇文字，不在这里查。

Summary The addressees of a notice are not followed by a colon.
Basis GB/T 9704-2012 7.3.2: a colon follows the name of the last addressee.
Why Without it the address runs into the text.
Limits Only addressees that the structure recognised; the width of the colon is not looked at.
"""

from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Paragraph, check, mend, needs
from linter.language import lazy

_ADDRESSEE = lazy(r"(?:各|有关)[^。:;]{2,200}{ADDRESSED}([。,;、.]?)$")
# The addressees stand within this many paragraphs of the title and the number.
_REACH = 4


@check(
    code="FM007",
    name="addressee-mark",
    severity="warning",
    preview=True,
    norm="GB/T 9704-2012 7.3.2",
    strength="must",
    needs=needs("lines", script="simplified"),
    message={
        "zh": "主送机关“{words}”之后应当用冒号",
        "en": "a colon is due after the addressees “{words}”",
    },
    examples=(
        Bad(
            "太原市人民政府关于加强供水管理的通知\n\n并政发〔2023〕12号\n\n[[各县（市、区）人民政府，市直各委、办、局。]]\n\n"
            "为加强供水管理，现通知如下：\n\n一、落实责任\n\n二、加强监管\n\n太原市人民政府\n\n2023年5月6日\n",
            fixed="太原市人民政府关于加强供水管理的通知\n\n并政发〔2023〕12号\n\n各县（市、区）人民政府，市直各委、办、局：\n\n"
            "为加强供水管理，现通知如下：\n\n一、落实责任\n\n二、加强监管\n\n太原市人民政府\n\n2023年5月6日\n",
        ),
        Good(
            "太原市人民政府关于加强供水管理的通知\n\n并政发〔2023〕12号\n\n各县（市、区）人民政府，市直各委、办、局：\n\n"
            "为加强供水管理，现通知如下：\n\n一、落实责任\n\n二、加强监管\n\n太原市人民政府\n\n2023年5月6日\n"
        ),
    ),
)
def addressee_mark(document: Document, options: Options) -> Findings:
    """The addressees in another mark than a colon, or in none."""
    found = _addressee(document)
    if found:
        match = _ADDRESSEE.match(found.text)
        place = found.span(match.start(1)) if match and match[1] else found.span(len(found))
        fix = mend("safe", place, "：", "改用冒号", "write a colon")
        yield Finding(found.span(), {"words": found.text.rstrip("。,;、.")[-20:]}, fix=fix)


def _addressee(document: Document) -> Paragraph | None:
    """The paragraph that names addressees below the number of a notice, if the structure found none with a colon."""
    head = document.head
    if head.addressee or not head.number or not head.title:
        return None
    above = max(head.number.span.end, head.title.span().end)
    below = [
        block for block in document.parts[0].blocks if isinstance(block, Paragraph) and block.span().start >= above
    ]
    return next((block for block in below[:_REACH] if _ADDRESSEE.match(block.text)), None)
