"""Made-up tables and lists of fines: every vocabulary, way of bounding and layout, whole or with a slip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple

# Names of levels, from the lightest; five of them, used from the first on.
NAMES: tuple[tuple[str, ...], ...] = (
    ("轻微", "一般", "较重", "严重", "特别严重"),
    ("第一档", "第二档", "第三档", "第四档", "第五档"),
    ("一类", "二类", "三类", "四类", "五类"),
    ("甲级", "乙级", "丙级", "丁级", "戊级"),
    ("A类", "B类", "C类", "D类", "E类"),
    ("一级", "二级", "三级", "四级", "五级"),
    ("类型1", "类型2", "类型3", "类型4", "类型5"),
    ("Ⅰ档", "Ⅱ档", "Ⅲ档", "Ⅳ档", "Ⅴ档"),
    ("轻度", "中度", "重度", "极重度"),
    ("一星级", "二星级", "三星级", "四星级", "五星级"),
    ("轻微", "一般", "重大", "特大"),
    ("蓝色预警", "黄色预警", "橙色预警", "红色预警"),
    ("Ⅳ级", "Ⅲ级", "Ⅱ级", "Ⅰ级"),
    ("低风险", "中风险", "高风险", "极高风险"),
    ("差", "中", "良", "优"),
    ("不合格", "合格", "良好", "优秀"),
    ("三级", "二级", "一级", "特级"),
    ("小型", "中型", "大型", "特大型"),
    ("三等奖", "二等奖", "一等奖", "特等奖"),
    ("第一梯度", "第二梯度", "第三梯度", "第四梯度"),
    ("D级", "C级", "B级", "A级"),
    ("入门档", "基础档", "标准档", "强化档"),
)
# What is measured: its words, its unit, whether it is counted, the factor of its ends.
MEASURES: tuple[tuple[str, str, bool, int], ...] = (
    ("违法所得", "万元", False, 1),
    ("涉案面积", "平方米", False, 100),
    ("危险废物", "吨", False, 3),
    ("受影响人数", "人", True, 10),
    ("逾期时间", "小时", False, 12),
    ("水量", "立方米", False, 50),
    ("超标", "分贝", False, 5),
    ("占用比例", "%", False, 7),
    ("存栏量", "头", True, 100),
    ("缴费年限", "年", False, 2),
    ("距离", "公里", False, 4),
    ("漏报种类", "小类", False, 3),
    ("货值金额", "元", False, 1000),
    ("停机时长", "分钟", False, 15),
    ("浓度", "毫克/升", False, 20),
    ("年龄", "周岁", False, 5),
)
CLAUSES = {
    "": "",
    "lower": "本基准所称“以上”含本数，“以下”不含本数。",
    "upper": "本基准所称“以下”含本数。",
}


class Way(NamedTuple):
    """How bands are worded: below the first end, between two, from the last on; the clause that this needs."""

    below: str
    between: str
    above: str
    clause: str = ""
    whole: bool = False


WAYS: tuple[Way, ...] = (
    Way("不足{b}{u}", "{a}{u}以上不足{b}{u}", "{a}{u}以上"),
    Way("{b}{u}以下", "超过{a}{u}、{b}{u}以下", "超过{a}{u}", "upper"),
    Way("＜{b}{u}", "{a}{u}≤{m}＜{b}{u}", "≥{a}{u}"),
    Way("不超过{b}{u}", "超过{a}{u}不超过{b}{u}", "超过{a}{u}"),
    Way("{b}{u}（含）以下", "{a}{u}（不含）以上{b}{u}（含）以下", "{a}{u}（不含）以上"),
    Way("{b}{u}以下", "{a}{u}以上{b}{u}以下", "{a}{u}以上", "lower"),
    Way("低于{b}{u}", "不低于{a}{u}且低于{b}{u}", "不低于{a}{u}"),
    Way("未达到{b}{u}", "{a}{u}及以上、未达到{b}{u}", "{a}{u}及以上"),
    Way("[0，{b}）{u}", "[{a}，{b}）{u}", "[{a}，+∞）{u}"),
    Way("1-{c}{u}", "{a}-{c}{u}", "{a}{u}以上", "", True),
    Way("{b}{u}及以下", "{a}{u}以上至{b}{u}（含）", "{a}{u}以上"),
    Way("{b}{u}以内（含）", "{a}{u}（不含）—{b}{u}（含）", "{a}{u}以上（不含）"),
    Way("小于{b}{u}", "大于等于{a}{u}小于{b}{u}", "大于等于{a}{u}"),
    Way("≤{b}{u}", "＞{a}{u}且≤{b}{u}", "＞{a}{u}"),
    Way("0～{c}{u}", "{a}～{c}{u}", "{a}{u}及以上", "", True),
    Way("不满{b}{u}", "满{a}{u}不满{b}{u}", "满{a}{u}"),
    Way("未超过{b}{u}", "超过{a}{u}但未超过{b}{u}", "超过{a}{u}"),
    Way("(0,{b}]{u}", "({a},{b}]{u}", "({a},+∞){u}"),
    Way("{m}＜{b}{u}", "{b}{u}＞{m}≥{a}{u}", "{m}≥{a}{u}"),
)


class Ladder(NamedTuple):
    """A ladder as made: its names, what it measures, the ends between its levels, its fines, and how it is worded."""

    names: tuple[str, ...]
    measure: str
    unit: str
    ends: tuple[int, ...]
    fines: tuple[int, ...]
    way: Way

    def bands(self, unit: str | None = None) -> list[str]:
        """The words of the bands, from the lowest."""
        return banded(self.ends, self.unit if unit is None else unit, self.measure, self.way)

    def amounts(self, mark: str = "处{a}万元以上{b}万元以下罚款") -> list[str]:
        """The words of the fines."""
        return [mark.format(a=a, b=b) for a, b in pairwise(self.fines)]


def banded(ends: Sequence[int], unit: str, measure: str, way: Way) -> list[str]:
    """The words for each band that some ends make."""
    words = [way.below.format(b=ends[0], c=ends[0] - 1, u=unit, m=measure)]
    words += [way.between.format(a=a, b=b, c=b - 1, u=unit, m=measure) for a, b in pairwise(ends)]
    return [*words, way.above.format(a=ends[-1], u=unit, m=measure)]


def made(random: Random) -> Ladder:
    """A sound ladder of three to five levels."""
    names = random.choice(NAMES)
    levels = random.randint(3, len(names))
    measure, unit, whole, factor = random.choice(MEASURES)
    way = random.choice([way for way in WAYS if whole or not way.whole])
    ends = tuple(factor * value for value in sorted(random.sample(range(2, 12), levels - 1)))
    fines = tuple(sorted(random.sample(range(1, 30), levels + 1)))
    return Ladder(names[:levels], measure, unit, ends, fines, way)


def _words(ladder: Ladder, band: str) -> str:
    return band if ladder.measure in band else f"{ladder.measure}{band}"


def _pipes(rows: Sequence[Sequence[str]]) -> str:
    head, *rest = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([head, "|" + " --- |" * len(rows[0]), *rest])


def table_down(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    return _pipes([("违法程度", one.measure, "处罚标准"), *zip(one.names, bands, fines, strict=True)])


def table_of_acts(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    rows = ["序号\t违法行为\t类别\t裁量情节\t裁量标准"]
    for number, act in enumerate(("未按规定申报的", "擅自处置的"), 1):
        for at, (band, fine) in enumerate(zip(bands, fines, strict=True), 1):
            left = f"{number}\t{act}" if at == 1 else "\t"
            rows.append(f"{left}\t{at}\t{_words(one, band)}的\t责令改正，{fine}")
    return "\n".join(rows)


def table_across(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    return _pipes([("项目", *one.names), (one.measure, *bands), ("罚款", *fines)])


def unit_in_head(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    bare = [band.replace(one.unit, "") for band in bands]
    return _pipes([("等级", f"{one.measure}（{one.unit}）", "罚款"), *zip(one.names, bare, fines, strict=True)])


def merged_heads(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    return _pipes(
        [("等级", "违法情节", "", "处罚"), ("", one.measure, "其他情形", "罚款")]
        + [(name, band, "—", fine) for name, band, fine in zip(one.names, bands, fines, strict=True)]
    )


def items_(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    lines = [
        f"（{'一二三四五'[at]}）{_words(one, band)}的，{fine}；"
        for at, (band, fine) in enumerate(zip(bands, fines, strict=True))
    ]
    return "第一条　罚款按照下列标准执行：\n\n" + "\n\n".join(lines)


def sentence(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    return "第一条　" + "；".join(f"{_words(one, b)}的，{f}" for b, f in zip(bands, fines, strict=True)) + "。"


def paragraphs(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    lines = [f"{name}：{_words(one, b)}，{f}。" for name, b, f in zip(one.names, bands, fines, strict=True)]
    return "第一条　处罚分档如下：\n\n" + "\n\n".join(lines)


def listing(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    told = [f"{name}（{_words(one, band)}）" for name, band in zip(one.names, bands, strict=True)]
    return "第一条　程度分为" + "、".join(told) + "。\n\n第二条　" + "；".join(fines) + "。"


def table_broken(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    rows = [f"{name}\t{band}\t{fine}" for name, band, fine in zip(one.names, bands, fines, strict=True)]
    head = f"违法程度\t{one.measure}\t处罚标准"
    return "\n".join([head, *rows[:2]]) + "\n\n续表\n\n" + "\n".join([head, *rows[2:]])


def headings(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    lines = [
        f"（{'一二三四五'[at]}）{name}。{_words(one, bands[at])}的，{fines[at]}。" for at, name in enumerate(one.names)
    ]
    return "二、分级标准\n\n" + "\n\n".join(lines)


def across_rows(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    return "\n".join(["\t".join(row) for row in (("指标", *one.names), (one.measure, *bands), ("处罚", *fines))])


def page_parted(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    rows = [f"{name}\t{band}\t{fine}" for name, band, fine in zip(one.names, bands, fines, strict=True)]
    head = f"等级\t{one.measure}\t标准"
    return "\n".join([head, *rows[:2]]) + "\n\n— 12 —\n\n" + "\n".join([head, *rows[2:]])


def fees(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    rows = [f"{name}\t{bands[at]}\t{10 * at + 10}元/次" for at, name in zip(range(len(fines)), one.names, strict=True)]
    return "收费标准表\n\n" + "\n".join([f"档次\t{one.measure}\t收费标准", *rows])


def points(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    rows = [
        f"{'' if at else one.measure}\t{band}\t{10 * at + 10}分"
        for at, band in zip(range(len(fines)), bands, strict=True)
    ]
    return "积分表\n\n" + "\n".join(["指标\t分档\t分值", *rows])


def by_commas(one: Ladder, bands: Sequence[str], fines: Sequence[str]) -> str:
    steps = zip(range(len(fines)), bands, strict=True)
    return "三、计分：" + "，".join(f"{_words(one, band)}得{10 * at + 10}分" for at, band in steps) + "。"


Layout = Callable[[Ladder, Sequence[str], Sequence[str]], str]
LAYOUTS: tuple[Layout, ...] = (
    table_down,
    table_of_acts,
    table_across,
    unit_in_head,
    merged_heads,
    items_,
    sentence,
    paragraphs,
    listing,
    table_broken,
    headings,
    across_rows,
    page_parted,
    fees,
    points,
    by_commas,
)


def document(
    one: Ladder, layout: Layout, bands: Sequence[str] | None = None, fines: Sequence[str] | None = None
) -> str:
    """A whole act around a ladder in a layout, with its own bands and fines unless others are given."""
    body = layout(one, bands or one.bands(), fines or one.amounts())
    return f"云溪市行政处罚裁量基准\n\n{body}\n\n{CLAUSES[one.way.clause]}\n"


class Slip(NamedTuple):
    """A slip planted into a ladder: the ladder, the words of its bands and fines, and the codes that tell it."""

    ladder: Ladder
    bands: list[str]
    fines: list[str]
    codes: tuple[str, ...]


def gap(one: Ladder) -> Slip:
    """The last level begins too high."""
    bands = one.bands()
    last = one.ends[-1] + max(2, one.ends[-1])
    bands[-1] = banded((*one.ends[:-1], last), one.unit, one.measure, one.way)[-1]
    return Slip(one, bands, one.amounts(), ("TH003",))


def overlap(one: Ladder) -> Slip:
    """The last level begins too low, within the one before it."""
    bands = one.bands()
    before = one.ends[-2] if len(one.ends) > 1 else 0
    bands[-1] = one.way.above.format(a=before + (one.ends[-1] - before) / 2, u=one.unit, m=one.measure).replace(
        ".0", ""
    )
    return Slip(one, bands, one.amounts(), ("TH002",))


def inverted(one: Ladder) -> Slip:
    """A middle level with its ends exchanged."""
    bands = one.bands()
    bands[1] = one.way.between.format(a=one.ends[1], b=one.ends[0], c=one.ends[0] - 1, u=one.unit, m=one.measure)
    return Slip(one, bands, one.amounts(), ("TH001",))


def swapped_fines(one: Ladder) -> Slip:
    """The fines of the last two levels exchanged."""
    fines = one.amounts()
    fines[-1], fines[-2] = fines[-2], fines[-1]
    return Slip(one, one.bands(), fines, ("TH012",))


def overlapping_fines(one: Ladder) -> Slip:
    """The fine of the second level begins where that of the first does."""
    fines = one.amounts()
    fines[1] = f"处{one.fines[0]}万元以上{one.fines[2]}万元以下罚款"
    return Slip(one, one.bands(), fines, ("TH014",))


def dropped_word(one: Ladder) -> Slip:
    """以下 dropped from a fine."""
    fines = one.amounts()
    fines[1] = fines[1].replace("以下罚款", "的罚款")
    return Slip(one, one.bands(), fines, ("TH004",))


def inverted_fine(one: Ladder) -> Slip:
    """The ends of a fine exchanged."""
    fines = one.amounts()
    fines[-1] = f"处{one.fines[-1]}万元以上{one.fines[-2]}万元以下罚款"
    return Slip(one, one.bands(), fines, ("TH001",))


def undefined(one: Ladder) -> Slip:
    """Levels that share their ends, and no clause."""
    one = one._replace(way=WAYS[5]._replace(clause=""))
    return Slip(one, one.bands(), one.amounts(), ("TH005",))


def open_middle(one: Ladder) -> Slip:
    """A middle level without its upper end."""
    bands = one.bands()
    bands[-2] = one.way.above.format(a=one.ends[-2], u=one.unit, m=one.measure)
    return Slip(one, bands, one.amounts(), ("TH002",))


def said_twice(one: Ladder) -> Slip:
    """超过…以上 in the last level."""
    bands = one.bands()
    bands[-1] = f"超过{one.ends[-1]}{one.unit}以上"
    return Slip(one, bands, one.amounts(), ("TH011",))


def neither(one: Ladder) -> Slip:
    """An end that both levels exclude."""
    bands = one.bands()
    bands[-1] = f"超过{one.ends[-1]}{one.unit}"
    bands[-2] = f"{one.ends[-2]}{one.unit}以上不足{one.ends[-1]}{one.unit}"
    return Slip(one, bands, one.amounts(), ("TH003",))


def both(one: Ladder) -> Slip:
    """An end that both levels include."""
    bands = one.bands()
    bands[-1] = f"{one.ends[-1]}{one.unit}及以上"
    bands[-2] = f"超过{one.ends[-2]}{one.unit}且不超过{one.ends[-1]}{one.unit}"
    return Slip(one, bands, one.amounts(), ("TH002",))


def changed_places(one: Ladder) -> Slip:
    """The bands of the first two levels exchanged."""
    bands = one.bands()
    return Slip(one, [bands[1], bands[0], *bands[2:]], one.amounts(), ("TH007",))


_TURNED = (
    *(("以上", "以下"), ("≥", "≤"), ("＞", "＜"), ("不低于", "低于"), ("大于", "小于"), ("超过", "不足")),
    ("满", "不满"),
)


def turned_round(one: Ladder) -> Slip:
    """The last level bounded on the other side."""
    bands = one.bands()
    for before, after in _TURNED:
        if before in bands[-1] and "[" not in bands[-1]:
            bands[-1] = bands[-1].replace(before, after, 1)
            return Slip(one, bands, one.amounts(), ("TH002", "TH004"))
    return overlap(one)


def other_unit(one: Ladder) -> Slip:
    """The second level in another unit."""
    units = {"万元": "元", "元": "万元", "平方米": "公顷", "吨": "千克", "小时": "日", "公里": "米", "分钟": "小时"}
    bands = one.bands()
    if one.unit not in units or one.unit not in bands[1]:
        return overlap(one)
    bands[1] = bands[1].replace(one.unit, units[one.unit])
    return Slip(one, bands, one.amounts(), ("TH013", "TH003"))


def left_bare(one: Ladder) -> Slip:
    """A level between two others with its number alone."""
    bands = one.bands()
    bands[-2] = f"{one.ends[-2]}{one.unit}"
    return Slip(one, bands, one.amounts(), ("TH009", "TH003"))


Planted = Callable[[Ladder], Slip]
SLIPS: tuple[Planted, ...] = (
    gap,
    overlap,
    inverted,
    swapped_fines,
    overlapping_fines,
    dropped_word,
    inverted_fine,
    undefined,
    open_middle,
    said_twice,
    neither,
    both,
    changed_places,
    turned_round,
    other_unit,
    left_bare,
)
