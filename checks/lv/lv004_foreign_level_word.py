"""一个级别的条文写成了另一个级别。

依据 文件内部矛盾：某级的兜底条款、定级语和启动语应当写本级的名称。
说明 “特别重大”一栏的最后一项写“认定的其他重大突发公共卫生事件”，Ⅱ级响应一节写“启动Ⅲ级响应”，都是复制后漏改。
限度 只看“认定的其他某级事件”“情形之一的为某级事件”“启动某级响应”“为某级预警”几种写法；
升级、降级、“在启动某级响应的基础上”等提到别的级别，不报。

Summary The text of one level names another one as its own.
Basis A contradiction within the text: the rest clause, the naming and the start of a level carry its own name.
Why The last item of 特别重大 ends in 其他重大事件, the section of level II starts level III: copied and not changed.
Limits Read are 认定的其他…事件, 情形之一的为…事件, 启动…响应, 为…预警; levels named for raising, lowering or
on top of one another are left out.
"""

import re
from collections.abc import Iterator

from linter.facts.bands import GradedItem, Level, LevelName, Scale, names_in, repeated_levels, scales
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, Span, check, needs, see
from linter.language import lazy

_NOUN = r"[^,。;、]{0,14}?{EVENT}"
_EVENT = lazy(rf"(?:其他|其它|之一的?,?(?:即)?(?:为|属于|是|构成))(?P<level>{{DEGREE}}){_NOUN}")
_RESPONSE = lazy(r"(?:{LAUNCHED}|为)(?P<level>[^,。;、]{1,4}级|[红橙黄蓝]色)(?:应急)?(?P<kind>响应|预警)")
# Ⅱ级响应期间,每4小时报告一次: said of the level itself.
_WHILE = lazy(
    r"(?:^|(?<=[。;,]))(?:(?P<level>[^,。;、]{1,4}级)(?P<kind>响应)(?:期间|状态下|启动后)|(?:启动|进入)(?P<started>[^,。;、]{1,4}级)响应后),"
)
_OWN_DEED = lazy(r"{OWN_DEED}(?:立即)?$")
# 两个以上县区启动Ⅲ级响应;上级启动Ⅰ级响应并要求我市参与的: what others start is a condition here.
_OF_OTHERS = lazy(r"(?:[\d两二三四五多] ?个[^,。;:由时]{1,10}|(?P<above>上级|国家|省)[^,。;:由]{0,8})$")
_THEN = lazy(r"(?:应急)?(?:响应|预警)?(?:的|并|且|[;。]?$|;)")
# 发生重大地震灾害后,…启动Ⅲ级响应: the event itself, which moves nothing.
_OCCURS = lazy(r"^[^,级]{0,4}发生[^,级]{2,20}(?:后|的|时),")
_MOVES = lazy(r"{MOVES}|提前|后|[的时],")
# 市防指启动Ⅱ级响应,我县处于影响区域的: a condition that goes on.
_GOES_ON = lazy(r"(?:应急)?响应,[^,;。]{2,24}的[;。]?$")

_BASE = lazy(r"在[^,;。]{0,8}?(?P<level>[^,;。]{1,2}(?:级|色))[^,;。]{0,12}基础上")


@check(
    code="LV004",
    name="foreign-level-word",
    severity="error",
    reads=(scales, repeated_levels),
    needs=needs("lines", "tables"),
    message={
        "zh": "{level}的条文写成了“{words}”",
        "en": "the text of {level} says “{words}”",
    },
    messages={
        "turn": {
            "zh": "“{words}”重复：依次应为第{rank}级",
            "en": "“{words}” again, where level {rank} is in turn",
        },
        "base": {
            "zh": "{level}的措施写成在“{words}”的基础上，那就是本级",
            "en": "the measures of {level} are said to go beyond “{words}”, which is the level itself",
        },
    },
    examples=(
        Bad(
            "4.1 Ⅰ级响应\n\n发生特别重大地震灾害后，市指挥部启动Ⅰ级响应。\n\n4.2 [[~Ⅱ级]]响应\n\n"
            "发生重大地震灾害后，市指挥部启动[[Ⅲ级]]响应。\n\n4.3 Ⅲ级响应\n\n"
            "发生较大地震灾害后，市指挥部启动Ⅲ级响应。\n"
        ),
        Bad(
            "附件\n\n分级标准\n\n特别重大\t重大\n国务院卫生部门认定的其他[[重大]]突发公共卫生事件。\t"
            "省级卫生部门认定的其他重大突发公共卫生事件。\n"
        ),
        Bad(
            "4.2.1 Ⅰ级响应\n\n符合下列条件之一的，启动Ⅰ级响应。\n\n4.2.2 Ⅱ级响应\n\n"
            "符合下列条件之一的，启动[[Ⅲ级]]响应。\n\n"
            "4.2.3 Ⅲ级响应\n\n符合下列条件之一的，启动Ⅲ级响应。\n"
        ),
        Bad(
            "[[~Ⅰ级]]响应程序\n\n启动Ⅰ级响应后，总指挥到岗。[[Ⅱ级]]响应期间，每2小时报告一次。\n\n"
            "Ⅱ级响应程序\n\n启动Ⅱ级响应后，副总指挥到岗。Ⅱ级响应期间，每4小时报告一次。\n"
        ),
        Bad(
            "第五条 发布[[~一级]]预警的，所长到场；发布[[一级]]预警的，教导员到场；发布三级预警的，值班人员到场。\n\n"
            "2.1 Ⅰ级响应\n\n全省。\n\n2.2 Ⅱ级响应\n\n全市。\n\n2.3 [[~Ⅲ级]]响应\n\n全县。\n\n"
            "2.4 [[Ⅲ级]]响应\n\n全镇。\n"
        ),
        Bad(
            "耕地等级\n\n等级\t有机质（g/kg）\n一等\t≥30\n[[~二等]]\t20～30（不含）\n[[二等]]\t10～20（不含）\n四等\t＜10\n"
        ),
        Good(
            "4.1 Ⅰ级响应\n\n发生特别重大事故时，由省政府启动Ⅰ级响应，市政府同步启动Ⅱ级响应。\n\n4.2 Ⅱ级响应\n\n"
            "发生重大事故时，由市政府启动Ⅱ级响应。\n"
        ),
        Good(
            "等级表\n\n等级\t对象\n一级\t中心城区\n二级\t建成区\n二级\t开发区\n\n等级\t对象\n二级\t城区\n二级\t镇区\n三级\t乡村\n"
        ),
        Bad(
            "4.2 Ⅱ级响应\n\n发布橙色预警后，启动Ⅱ级响应。\n\n4.3 [[~Ⅲ级]]响应\n\n发布黄色预警后，启动Ⅲ级响应，"
            "启动[[Ⅱ级]]响应后，每日报送灾情。\n"
        ),
        Bad(
            "（一）Ⅲ级响应措施\n\n加大道路清扫频次。\n\n（二）Ⅱ级响应措施\n\n在执行Ⅲ级响应措施的基础上，货车禁行。\n\n"
            "（三）[[~Ⅰ级]]响应措施\n\n在执行[[Ⅰ级]]响应措施的基础上，中小学停课。\n"
        ),
        Bad(
            "4.1 Ⅱ级响应\n\n发生重大洪水时，由总指挥决定启动Ⅱ级响应。\n\n"
            "4.2 Ⅲ级响应\n\n发生较大洪水时，由副总指挥决定启动Ⅲ级响应。\n\n"
            "4.3 [[~Ⅳ级]]响应\n\n发生一般洪水时，由办公室主任决定启动[[Ⅲ级]]响应。\n"
        ),
        Good(
            "4.1 Ⅱ级响应\n\n发生重大洪水时，由总指挥决定启动Ⅱ级响应。\n\n"
            "4.2 Ⅲ级响应\n\n发生较大洪水时，由副总指挥决定启动Ⅲ级响应。\n\n"
            "4.3 Ⅳ级响应\n\n值班人员加强值守；洪水扩大时，由副总指挥决定启动Ⅲ级响应。\n"
        ),
        Good(
            "（一）启动Ⅰ级响应后，全员到岗。启动Ⅱ级响应后仍未控制的，升级为Ⅰ级响应。\n\n（二）启动Ⅱ级响应后，派"
            "员到岗。\n\n"
            "（三）启动Ⅲ级响应后，派人值班。\n"
        ),
        Good(
            "4.2.1 Ⅰ级响应\n\n符合下列条件之一的，启动Ⅰ级响应。\n\n4.2.2 Ⅱ级响应\n\n"
            "符合下列条件之一的，启动Ⅱ级响应。\n\n"
            "响应措施：\n\n事态扩大的，报请启动Ⅰ级响应；在启动Ⅲ级响应的基础上，增派力量。\n"
        ),
        Good(
            "5.1 Ⅰ级响应\n\n发生特大洪水的，启动Ⅰ级响应。\n\n"
            "5.2 Ⅱ级响应\n\n发生下列情形之一的，启动Ⅱ级响应：\n\n（1）发生大洪水的；\n\n"
            "（2）两个以上县区启动Ⅲ级响应；\n\n（3）已启动Ⅲ级响应，且预报仍有大暴雨的；\n\n"
            "（4）省防指启动Ⅲ级响应，我市处于影响区域的；\n\n（5）根据全省部署提前启动Ⅰ级响应；\n\n"
            "（6）上级启动Ⅰ级响应并要求我市参与的。\n\n"
            "5.3 Ⅲ级响应\n\n发生一般洪水的，启动Ⅲ级响应。\n"
        ),
        Bad(
            "4.2.1 Ⅰ级响应\n\n危及30人的，启动Ⅰ级响应。\n\n4.2.2 Ⅱ级响应\n\n危及10人的，启动Ⅱ级响应。\n\n"
            "4.2.3 Ⅲ级响应\n\n危及3人的，启动[[~Ⅲ级]]响应。\n\n4.2.4 Ⅳ级响应\n\n危及1人的，启动[[Ⅲ级]]响应。\n\n"
            "4.3 对应\n\n发生特别重大灾害启动Ⅰ级响应，"
            "发生重大灾害启动[[~Ⅱ级]]响应，发生较大灾害启动[[Ⅱ级]]响应，发生一般灾害启动Ⅳ级响应。\n"
        ),
        Good(
            "发生特别重大洪涝启动Ⅰ级响应，发生重大洪涝启动Ⅱ级响应，发生重大干旱启动Ⅱ级响应，发生较大台风启动Ⅲ级响应，发生一般冰雪启动Ⅳ级响应。\n"
        ),
        Good(
            "1.4.1 特别重大事件\n\n其他造成特别重大影响的事件。\n\n1.4.2 重大事件\n\n"
            "其他造成重大影响的事件，包括较大事件扩大的情形。\n"
        ),
    ),
)
def foreign_level_word(document: Document, options: Options) -> Findings:
    """Yield the names of other levels where the own one belongs."""
    told: set[Span] = set()
    for scale in document.read(scales):
        for level in scale.levels:
            for deed, items in ((False, level.items), (True, level.deeds)):
                for item in items:
                    foreign = _foreign(scale, level, item, deed=deed)
                    if foreign:
                        told.add(item.paragraph.span(foreign.start, foreign.end))
                        yield _finding(level, item, foreign)
                    yield from _on_itself(level, item)
    for one in (one for one in document.read(repeated_levels) if one.again.span not in told):
        related = see(one.first.span, f"前一处“{one.first.name.words}”", f"“{one.first.name.words}” before")
        args = {"words": one.again.name.words, "rank": str(one.lacking)}
        yield Finding(one.again.span, args, (related,), message="turn")


def _on_itself(level: Level, item: GradedItem) -> Findings:
    """在执行Ⅰ级响应措施的基础上, said at level I."""
    match = _BASE.search(item.paragraph.text, item.start, item.end) if "基础上" in item.text else None
    for name in names_in(item.paragraph.text, *match.span("level")) if match else ():
        if (name.vocabulary, name.rank) == (level.name.vocabulary, level.name.rank):
            related = see(level.span, f"本级的名称{level.name.words}", f"the name of the level, {level.name.words}")
            args = {"level": level.name.words, "words": name.words}
            place = item.paragraph.span(name.start, name.end)
            yield Finding(place, args, (related,), message="base", severity="warning")


def _finding(level: Level, item: GradedItem, foreign: LevelName) -> Finding:
    related = see(level.span, f"本级的名称{level.name.words}", f"the name of the level, {level.name.words}")
    args = {"level": level.name.words, "words": foreign.words}
    return Finding(item.paragraph.span(foreign.start, foreign.end), args, (related,))


def _foreign(scale: Scale, level: Level, item: GradedItem, *, deed: bool) -> LevelName | None:
    for match in _told(scale, level, item, deed=deed):
        named = "level" if match["level"] else "started"
        names = names_in(item.paragraph.text, *match.span(named))
        names = [name for name in names if name.vocabulary == level.name.vocabulary]
        if any(name.rank == level.name.rank for name in names):  # what else is started beside it is meant
            return None
        if len(names) == 1 and names[0].rank != level.name.rank and _listed(scale, names[0]):
            return names[0]
    return None


def _told(scale: Scale, level: Level, item: GradedItem, *, deed: bool) -> Iterator[re.Match[str]]:
    """The places at which an item names a level as its own."""
    place = item.paragraph.text, item.start, item.end
    if level.name.vocabulary == "event":
        yield from _EVENT.finditer(*place)
    else:
        yield from (match for match in _RESPONSE.finditer(*place) if _own_start(scale, item, match, deed=deed))
        yield from _WHILE.finditer(*place) if scale.kind == "response" else ()


def _own_start(scale: Scale, item: GradedItem, match: re.Match[str], *, deed: bool) -> bool:
    """Whether 启动…响应 speaks of the level itself: of its kind, and of no move from or to another level."""
    if (match["kind"] == "响应") is not (scale.kind == "response"):
        return False
    sentence = _OCCURS.sub("", item.paragraph.text[item.start : match.start()])
    if deed and not _OWN_DEED.search(sentence):
        return False
    if not deed and _GOES_ON.match(item.paragraph.text[match.start("kind") : item.end]):
        return False
    others = None if deed else _OF_OTHERS.search(sentence)
    if others and (others["above"] != "省" or _THEN.match(item.paragraph.text, match.end())):
        return False
    return not _MOVES.search(sentence.replace("之一的,", "")) and not _MOVES.match(
        item.paragraph.text, match.end(), match.end() + 3
    )


def _listed(scale: Scale, name: LevelName) -> bool:
    return any(level.name.rank == name.rank for level in scale.levels)
