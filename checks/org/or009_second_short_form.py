"""同一单位除了声明的简称，又用了另一个没有声明的简称。

依据 文件内部：声明了简称的，应当统一使用该简称；没有声明的，应当使用全称。
说明 声明“县通信发展管理办公室（以下简称县通管办）”，后文却写“县通信办”；主送和职责写“工信科技局”，别处写“工科局”：
读者要猜是不是同一个单位。
限度 另一个简称的字须依次出自全称，开头的字相同；通用的简称（市卫健委）、文件里还可能指别的单位的，不报；
没有声明过简称的，只看三四个字的名称，而且只有一个全称对得上，属提示。

Summary A body has a second short form that was never declared.
Basis Internal: a declared short form is kept to; without one the full name is.
Why The reader has to guess whether the same body is meant.
Limits The characters of the second form stand in the full name in that order and begin alike; conventional short forms,
and forms that another body of the document could have, are passed. Without a declaration only names of three or four
characters are read, if one full name alone fits, as a note.
"""

from linter.facts.bodies import second_shorts
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see


@check(
    code="OR009",
    name="second-short-form",
    severity="warning",
    two_names=True,
    preview=True,
    reads=(second_shorts,),
    needs=needs(script="simplified", silent=("transcript",)),
    message={
        "zh": "“{name}”没有声明过：“{full}”的简称声明为“{usual}”。",
        "en": "“{name}” was never declared: the short form of “{full}” is “{usual}”.",
    },
    messages={
        "undeclared": {
            "zh": "“{name}”没有声明过，像是“{full}”的简称。",
            "en": "“{name}” was never declared; it seems to be short for “{full}”.",
        },
    },
    examples=(
        Bad(
            "一、整治工作由县通信发展管理办公室（以下简称[[~县通管办]]）牵头。\n\n二、各单位将进度报[[县通信办]]汇总。\n\n"
            "三、县通管办每月通报。\n"
        ),
        Bad(
            "一、各县（市、区）委文明办、[[~工信科技局]]、城市管理局要加强领导。\n\n二、名单报所在县（市、区）[[工科局]]。\n\n"
            "三、县（市、区）[[~工科局]]负责验收。\n"
        ),
        Good(
            "一、整治工作由县通信发展管理办公室（以下简称县通管办）牵头。\n\n二、各单位将进度报县通管办汇总。\n\n"
            "三、县通信发展管理办公室每月通报。\n"
        ),
        Good(
            "一、县通信发展管理办公室（以下简称县通管办）牵头，县通信建设办公室（以下简称县通建办）配合。\n\n"
            "二、县通建办汇总，报县通管办。\n\n三、县公安局、市公安局参加，市公安局交通管理局备案。\n"
        ),
        Good(
            "一、区县房管局和民政局负责审核。\n\n二、区县民政局应当公示。\n\n三、协议经调解人员签名并加盖医调委印章。\n\n四、经医调委调解。\n"
        ),
        Good("一、市卫生健康委员会（以下简称市卫健委）牵头。\n\n二、市卫健委、市卫生健康委按职责分工负责。\n"),
    ),
)
def second_short_form(document: Document, _options: Options) -> Findings:
    """The first place of each second short form, with the others and the one that was declared."""
    for one in document.read(second_shorts):
        declared = one.usual != one.full
        label = ("声明的简称", "the declared form") if declared else ("全称", "the full name")
        related = [see(one.model, *label)]
        related += [see(span, "同样的写法", "the same form") for span in one.spans[1:]]
        args = {"name": one.name, "usual": one.usual, "full": one.full}
        if declared:
            yield Finding(one.spans[0], args, tuple(related))
        else:
            yield Finding(one.spans[0], args, tuple(related), message="undeclared", severity="note")
