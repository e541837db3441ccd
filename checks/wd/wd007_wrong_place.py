"""地方文件的规定里出现了本机关管不到的省份。

依据 文件自身：发文机关只能对本行政区域作出规定；发文机关代字的第一个字表明所在的省（晋市政办是山西）。
说明 照搬国家或者外省文件时忘了删改，留下“西藏的完成时间可适当延后”一类的例外规定。
限度 只看省名作主语、后接“可、应当、由、不得”的分句，全文只提到一次；国家机关的文件、看不出所在省的文件不报；
机关可以在设置里列出管辖范围内的地名。

Summary A rule in a local document names a province beyond the issuer's reach.
Basis The document itself: an issuer rules its own region, which the code of its numbers shows.
Why A national text or that of another province was copied, and an exception for a far province was left in.
Limits Only clauses that a province opens as subject, mentioned once; silent where the issuer's province is unknown.
"""

import re

from linter.facts.base import characters, flow, own_words
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs
from linter.language import lazy
from linter.language.short_names import BY_CODE, PROVINCES

_RULE = lazy(
    rf"(?:^|[(,。;、:])({'|'.join(PROVINCES)})(?:省|市|自治区|地区)?(?:的|地区)?"
    r"[^,。;:()\n]{0,12}?{DISPOSED}",
    re.MULTILINE,
)
_STOP = lazy(r"[,。;)\n]")
# 晋市政办, 穗府办: the code of a local agency; that of the State Council and the ministries begins otherwise.
_LOCAL = lazy("[市县区府政]")


@check(
    code="WD007",
    name="wrong-place",
    severity="warning",
    preview=True,
    reads=(own_words,),
    needs=needs(script="simplified"),
    message={
        "zh": "本机关在{own}，规定却涉及{place}：“{words}”",
        "en": "the issuer is in {own}, the rule concerns {place}: “{words}”",
    },
    examples=(
        Bad(
            "运城市人民政府关于推进跨省通办的通知\n\n晋市政办〔2021〕5号\n\n各县（市、区）人民政府：\n\n现通知如下。\n\n"
            "一、加快推进\n\n2021年底前完成（[[西藏的完成时间可适当延后]]）。\n\n二、加强督查\n"
        ),
        Good(
            "运城市人民政府关于推进跨省通办的通知\n\n晋市政办〔2021〕5号\n\n各县（市、区）人民政府：\n\n现通知如下。\n\n"
            "一、加快推进\n\n与河南、陕西两省加强协作，山西的事项应当先行。\n\n二、加强督查\n"
        ),
        Good("国务院办公厅关于推进跨省通办的意见\n\n国办发〔2020〕35号\n\n西藏的完成时间可适当延后。\n"),
    ),
)
def wrong_place(document: Document, options: Options) -> Findings:
    """A province named once, as the subject of a rule, by an issuer of another."""
    number = document.head.number
    own = BY_CODE.get(number.agency[:1], "") if number and _LOCAL.search(number.agency) else ""
    present = document.read(characters) if own else frozenset()
    text = document.read(own_words)
    if not any(present.issuperset(place) and place in text for place in PROVINCES if place != own):
        return
    stream = document.read(flow)
    for match in _RULE.finditer(text):
        place = match[1]
        if place != own and place not in document.office.places and text.count(place) == 1:
            start = match.start(1)
            stop = _STOP.search(text, match.end())
            end = stop.start() if stop else match.end()
            yield Finding(stream.span(start, end), {"own": own, "place": place, "words": text[start:end]})
