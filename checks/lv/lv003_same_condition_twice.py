"""同一条件逐字出现在两个级别。

依据 文件内部矛盾：一个条件只能属于一个级别，否则满足条件时应当启动哪一级不明。
说明 Ⅰ级与Ⅱ级的启动条件都写“已经或可能造成包括我市在内的多个地区出现紧急事件”，多为复制上一级后漏改。
限度 “指挥部认为应当启动的”“暂时无法判明等级的”“其他……情形”各级都写是常例，不报；不足十个字的短条件不报。

Summary The same condition stands word for word in two levels.
Basis A contradiction within the text: a condition belongs to one level, or nobody knows which one it starts.
Why Both level I and level II begin when several regions are affected; the text above was copied and not changed.
Limits Conditions that recur by nature (指挥部认为应当启动的, 其他) and those under ten characters are left out.
"""

from typing import Any

from linter.facts.bands import GradedItem, Level, Measure, Reading, Scale, masked, measures, scales
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, needs, see
from linter.language import lazy

_BY_NATURE = lazy(r"{BY_NATURE}|[前上]述?[项款]|[以下]列?(?:情形|情况|标准)|情形之一")
_MARK = lazy(r"^\s*(?:\(?[\d一二三四五六七八九十]{1,3}[).、]|[①-⑳])\s*|\s")
# 发生重大事故的,启动Ⅱ级响应: what is started is no part of the condition.
_STARTS = lazy(r"(?:的|时)?,?(?:应当?|立即)?(?:启动|进入)[^,;]{0,10}$")
_EVENT = lazy(r"(?:初判)?发生(?:特别重大|重大|较大|一般)[^,、]{2,12}$")
_LEAST = 10
_WITHIN = frozenset({"内", "以内", "之内"})
_CLAUSE_ENDS = lazy("[,;。或]")
_NO_FIGURE = lazy(r"[^\d一二两三四五六七八九十百千万亿.-]")
# What happens or is reached; without any of these, words under a heading may say what is done.
_HAPPENS = lazy(r"{CAUSED}|{HAPPENED}|超过|预[报计测]|影响|已经|[\d一二三四五六七八九十](?:%|人|户)|的$|以上$")


@check(
    code="LV003",
    name="same-condition-twice",
    severity="error",
    reads=(scales, measures),
    needs=needs("lines"),
    message={
        "zh": "{level}的条件“{words}”与{other}的条件逐字相同",
        "en": "the condition “{words}” of {level} stands word for word in {other} too",
    },
    examples=(
        Bad(
            "5.2.1 Ⅰ级响应\n\n（1）发生重大突发事件的；\n\n"
            "（2）[[~已经或可能造成多个地区出现紧急公共卫生事件]]；\n\n5.2.2 Ⅱ级响应\n\n"
            "（1）发生较大突发事件的；\n\n（2）[[已经或可能造成多个地区出现紧急公共卫生事件]]；\n"
        ),
        Bad(
            "附件\n\n分级标准\n\n特别重大\t重大\n[[~造成设区的市级饮用水水源地取水中断]]；疏散5万人以上\t"
            "[[造成设区的市级饮用水水源地取水中断]]；疏散1万人以上5万人以下\n"
        ),
        Bad(
            "4.2.1 Ⅰ级响应：发生特别重大道路交通事故时启动。\n\n4.2.2 Ⅱ级响应：[[~发生重大道路交通事故时启动]]。\n\n"
            "4.2.3 Ⅲ级响应：[[发生重大道路交通事故时启动]]。\n"
        ),
        Good(
            "5.2.1 Ⅰ级响应\n\n（1）发生重大突发事件的；\n\n"
            "（2）市指挥部认为应当启动应急响应的其他情形。\n\n5.2.2 Ⅱ级响应\n\n"
            "（1）发生较大突发事件的；\n\n（2）市指挥部认为应当启动应急响应的其他情形。\n"
        ),
        Good(
            "4.3 Ⅲ级响应\n\n（1）因灾死亡3人以上10人以下的；\n\n"
            "（2）灾害发生在城镇人口密集区，按照前项标准提高一级的；\n\n4.4 Ⅳ级响应\n\n（1）因灾死亡3人以下的；\n\n"
            "（2）灾害发生在城镇人口密集区，按照前项标准提高一级的；\n\n"
            "附则\n\n“以上”含本数，“以下”不含本数。\n"
        ),
        Good(
            "暴雨及寒潮预警\n\n一、寒潮蓝色预警：24小时内最低气温下降8℃以上，最低气温小于等于4℃，风力可达5级以上。\n\n"
            "二、寒潮黄色预警：24小时内最低气温下降10℃以上，最低气温小于等于4℃，风力可达6级以上。\n\n"
            "三、寒潮橙色预警：12小时内最低气温下降12℃以上，最低气温小于等于0℃，风力可达6级以上。\n"
        ),
        Good(
            "暴雨预警\n\nⅡ级预警：预计未来24小时2个以上县（区）将出现100毫米以上降雨。\n\n"
            "Ⅲ级预警：预计未来24小时2个以上县（区）将出现50毫米以上降雨。\n\n"
            "Ⅳ级预警：预计未来24小时1个县（区）将出现50毫米以上降雨。\n"
        ),
        Bad(
            "一、Ⅰ级响应条件\n\n1.客渡船沉没30人以上失踪；\n\n2.[[~主航道中断24小时以上]]。\n\n二、Ⅱ级响应条件\n\n"
            "1.客渡船沉没10人以上30人以下失踪；\n\n2.[[主航道中断24小时以上]]。\n"
        ),
    ),
)
def same_condition_twice(document: Document, options: Options) -> Findings:
    """Yield each condition that a level above it has already."""
    for scale in document.read(scales):
        if scale.graded or scale.discretion:
            yield from _repeated(scale)
    for measure in document.read(measures):
        if measure.scale and measure.scale.graded and len(measure.readings) > 2:
            yield from _repeated_bands(measure)


def _repeated_bands(measure: Measure) -> Findings:
    """Neighbours with one band about one thing, where another level of the measure has a different one."""
    if len({one.limits for one in measure.readings}) == 1:
        return  # it qualifies the conditions of all levels alike: 电网负荷150兆瓦以上的县级市
    for worse, lighter in measure.pairs():
        same = worse.limits == lighter.limits and worse.words == lighter.words and worse.band.form != "bare"
        alone = not worse.qualified and masked(worse.item) == masked(lighter.item) and _by_itself(lighter)
        alone = alone and _clause_words(worse) == _clause_words(lighter)
        if same and alone and _plain(worse.item) != _plain(lighter.item):
            name, other = lighter.level.name.words, worse.level.name.words
            related = see(worse.span, f"{other}的同一条件", f"the same condition in {other}")
            args = {"level": name, "other": other, "words": lighter.quote}
            yield Finding(lighter.span, args, (related,))


def _by_itself(one: Reading) -> bool:
    """Whether a band alone grades its clause: 24小时内平均风力达6级以上 is graded by one of the two, and of what a
    forecast says some stays as it is (24小时内下降12℃以上,最低气温小于等于0℃).
    """
    item, band = one.item, one.band
    first = next((other for other in item.bands() if other.form != "bare"), band)
    if first.unit.dimension == "时间" and first.trail in _WITHIN and "或" not in item.text:
        return False
    start, end = _clause(one)
    return sum(other.form != "bare" and start <= other.start < end for other in item.bands()) == 1


def _clause(one: Reading) -> tuple[int, int]:
    """Where the clause of a band begins and ends."""
    text, item, band = one.item.paragraph.text, one.item, one.band
    ends = [mark.end() for mark in _CLAUSE_ENDS.finditer(text, item.start, band.start)]
    after = _CLAUSE_ENDS.search(text, band.end, item.end)
    return max(ends, default=item.start), after.start() if after else item.end


def _clause_words(one: Reading) -> str:
    """A clause with its figures; 2个以上县出现50毫米以上降雨 and 1个县出现50毫米以上降雨 grade by the first figure."""
    start, end = _clause(one)
    return _NO_FIGURE.sub("", one.item.paragraph.text[start:end])


def _repeated(scale: Scale) -> Findings:
    seen: dict[str, tuple[Level, GradedItem]] = {}
    for level in scale.ordered:
        for item in level.items:
            words = _plain(item)
            if (len(words) < _LEAST and not _EVENT.match(words)) or words.endswith(":") or _BY_NATURE.search(words):
                continue
            if (scale.section >= 0 and not _HAPPENS.search(item.text)) or (scale.discretion and not _is_whole(item)):
                continue
            first, earlier = seen.setdefault(item.label + words, (level, item))
            if first is not level:
                args = {"level": level.name.words, "other": first.name.words, "words": words}
                name = first.name.words
                related = see(_span(earlier), f"{name}的同一条件", f"the same condition in {name}")
                yield Finding(_span(item), args, (related,))


def _is_whole(item: GradedItem) -> bool:
    """Whether an item is all that its cell says; a cell may count several circumstances, of which two may return."""
    return not item.paragraph.text[: item.start].strip() and not item.paragraph.text[item.end :].strip(";。 ")


def _plain(item: GradedItem) -> str:
    return _STARTS.sub("", _MARK.sub("", item.text)).rstrip("的")


def _span(item: GradedItem) -> Any:
    mark = _MARK.match(item.text)
    return item.paragraph.span(item.start + (mark.end() if mark else 0), item.end)
