"""同一标准在两处引用的年份不同，或者顺序号差一位。

依据 文件内部矛盾：注日期引用的标准只有所注年份的版本适用（GB/T 1.1-2020）。
说明 同一编号一处写2021、另一处写2022，至少有一处写错，或者引用了旧版。以出现次数多的年份为准，
次数相同的以先出现的为准。编号的空格、连接号、斜线写法不同，算作同一编号。
名称、代号相同而顺序号有一位不同，或者相邻两位颠倒（37276、37267），是编号误写；没有写名称、只是相邻两位颠倒的，也是。
限度 名称不同的（版本更新时改名）、同一段或者相邻两段里并列的（各为一条的除外）、同一张表里的、三种以上年份的、
句中有“代替”“修订”“原”“新”“版”或者年月的，可能有意区分版本，不报。

Summary One standard is cited with two years, or with a figure of its number changed.
Basis A contradiction within the text: of a standard cited with its year, only that edition applies (GB/T 1.1-2020).
Why One of the two years is wrong, or the edition is an old one. The frequent year is right, or else the first.
One title and code with two serial numbers that differ in a figure, or swap two, is a slip of the number; so is a number
without a title that swaps two.
Limits Other titles, places in one paragraph, in neighbours that are no articles or in one table, three years, and
sentences that speak of replacing, of old and new, or of a date may tell editions apart on purpose.
"""

from collections import Counter
from collections.abc import Iterator

from linter.facts.base import Flow, flow
from linter.facts.references import Standard, key, standards
from linter.kernel.check import Bad, Document, Finding, Findings, Good, Options, check, see
from linter.language import lazy

# Words of a sentence that may tell one edition from another.
_EDITIONS = lazy(r"{SUPERSEDED}|[原旧新版]|(?<![交转])换|过渡|(?:19|20)\d\d ?年")
_ENDS = lazy(r"[。;!?\n]")
_TITLES = lazy(r"《[^《》\n]*》")
# The end of a name without title marks: 建筑设计防火规范(GB 50016-2014), and one behind the number that opens an entry.
_NAME = lazy(r"(?P<name>[\u4e00-\u9fff]{3}(?:[\u4e00-\u9fff](?= ?\()|[准范程则南法求]))[ (]*$")
_ENTRY = lazy(r" ?(?P<name>[\u4e00-\u9fff][^\n《》。;,]{3,60})")
_REACH = 120
_ARTICLE = lazy(r"第[一二三四五六七八九十百零\d]{1,6}条")
# Shorter serial numbers are near one another by chance.
_LEAST = 3
# So many characters at the head of a title say what it is about.
_SUBJECT = 6

Likeness = tuple[str, str, int, str]


@check(
    code="TN013",
    name="standard-two-years",
    severity="warning",
    reads=(standards, flow),
    message={
        "zh": "同一标准的年份前后不一：“{other}”与“{number}”",
        "en": "one standard is cited with two years: “{other}” and “{number}”",
    },
    messages={
        "serial": {
            "zh": "同一标准的编号前后不一：“{other}”与“{number}”",
            "en": "one standard is cited with two numbers: “{other}” and “{number}”",
        },
    },
    examples=(
        Bad(
            "2.2 出水执行《城镇污水处理厂污染物排放标准》（[[~GB 18918—2002]]）一级A标准。\n\n"
            "3.3 完成过出水不低于[[GB 18981—2002]]一级B标准的业绩。\n"
        ),
        Bad(
            "第三条 依据为《养老机构等级评定》（[[~GB/T 37276—2018]]）。\n\n"
            "第四条 机构应当符合《养老机构等级评定》（[[GB/T 37267—2018]]）的要求。\n"
        ),
        Bad(
            "一、执行《火灾自动报警系统施工及验收标准》（[[~GB 50166—2019]]）。\n\n二、留档。\n\n"
            "三、火灾自动报警系统的调试应当符合[[GB 50116—2019]]的规定。防排烟系统的调试应当符合GB 51166—2019的规定。\n"
        ),
        Bad(
            "第四条 车辆应当符合《电动自行车规范》（[[~GB 17761—2018]]）。\n\n"
            "第五条 不符合《电动自行车规范》（[[GB 17761—2008]]）的，由市场监管部门查处。\n"
        ),
        Bad(
            "2 规范性引用文件\n\n[[~GB/T 21062.1—2007]] 政务信息资源交换体系 第1部分：总体框架\n\n"
            "GB/T 7408—2005 数据元和交换格式\n\n3 总体要求\n\n接口应符合[[GB/T 21062.1—2017]]规定的总体框架。\n"
        ),
        Bad(
            "2 规范性引用文件\n\nGB/T 21062.1—2007 政务信息资源交换体系\n\n[[~GB/T 22239—2019]] 等级保护基本要求\n\n"
            "GB/T 7408—2005 数据元和交换格式\n\n3 总体要求\n\n平台应满足[[GB/T 22339—2019]]第三级的要求。\n"
        ),
        Good(
            "2 规范性引用文件\n\nGB/T 21062.1—2007 政务信息资源交换体系\n\nGB/T 22239—2019 网络安全等级保护基本要求\n\n"
            "GB/T 7408—2005 数据元和交换格式\n\n3 总体要求\n\n平台应满足GB/T 22239—2019第三级的要求，"
            "标签符合GB/T 22339—2019的要求。\n"
        ),
        Good(
            "2 规范性引用文件\n\nGB 50007—2011 建筑地基基础设计规范\n\nGB 50010—2010 混凝土结构设计规范\n\n"
            "GB 50016—2014 建筑设计防火规范\n\n3 基本规定\n\n抗震设防应符合GB 50011—2010的规定。\n"
        ),
        Good(
            "一、已有企业执行《污水综合排放标准》（GB 8978-1988）。\n\n"
            "二、其他企业执行《污水综合排放标准》（GB 8978-1996）。\n"
        ),
        Good("第一条 执行《焊接方法》（GB/T 985.1-2008）。\n\n第二条 执行《焊接方法》（GB/T 985.2-2008）。\n"),
        Bad(
            "一、出水水质应当符合《生活污水处理设施水污染物排放标准》（[[~DB 45/2413—2021]]）。\n\n二、定期清掏。\n\n"
            "三、监测限值应当符合《生活污水处理设施水污染物排放标准》（[[DB45/2413-2022]]）。\n"
        ),
        Bad("一、风险评估按照[[~GB/T 24353—2022]]进行。\n\n二、留档。\n\n三、术语适用[[GB／T24353－2009]]的规定。\n"),
        Bad("一、预测按照[[~HJ 2.2-2018]]。\n\n二、公示。\n\n三、评价等级按照[[HJ2.2-2008]]确定。\n"),
        Good(
            "一、执行建筑设计防火规范（GB 50016-2006）。\n\n二、留档。\n\n三、执行建筑设计防火标准（GB 50016-2014）。\n"
        ),
        Good("一、评估按照GB/T 24353—2022进行。\n\n二、留档。\n\n三、GB/T 24353—2009同时停止使用，由前者代替。\n"),
        Good("一、现有企业执行GB 16297-1996。\n\n二、留档。\n\n三、新建企业执行GB 16297-2025。\n"),
        Good("一、从GB 16297-1996到GB 16297-2025，限值逐步收紧。\n"),
        Good(
            "一、执行GB/T 24353—2022。\n\n二、留档。\n\n三、执行GB/T 24353。\n\n"
            "四、执行GB 24353-2009和DB11/T 24353—2009。\n"
        ),
    ),
)
def standard_two_years(document: Document, options: Options) -> Findings:
    """One finding a number: the rarer year, or the later place, with the other."""
    yield from _swapped(document.read(standards))
    yield from _untitled(document.read(standards), document.read(flow))
    uses: dict[tuple[str, str], dict[str, list[Standard]]] = {}
    for one in document.read(standards):
        if one.year:
            uses.setdefault((one.code, one.serial), {}).setdefault(one.year, []).append(one)
    for years in uses.values():
        if len(years) != 2:
            continue
        right, wrong = sorted(years.values(), key=len, reverse=True)
        if not _is_slip(right, wrong, document.read(flow)):
            continue
        related = [see(right[0].span, f"另一处的“{right[0].text}”", f"“{right[0].text}” elsewhere")]
        related += [see(one.span, "同样的年份", "the same year again") for one in wrong[1:]]
        yield Finding(wrong[0].span, {"number": wrong[0].text, "other": right[0].text}, tuple(related))


def _swapped(cited: tuple[Standard, ...]) -> Findings:
    """One title and code whose serial numbers differ in one figure, or swap two neighbours."""
    named: dict[tuple[str, str], dict[str, list[Standard]]] = {}
    for one in cited:
        if one.title and "." not in one.serial:
            named.setdefault((one.code, key(one.title)), {}).setdefault(one.serial, []).append(one)
    for serials in named.values():
        if len(serials) != 2 or not _one_slip(*serials):
            continue
        right, wrong = sorted(serials.values(), key=len, reverse=True)
        if {one.year for one in wrong} == {one.year for one in right}:
            related = (see(right[0].span, f"另一处的“{right[0].text}”", f"“{right[0].text}” elsewhere"),)
            yield Finding(wrong[0].span, {"number": wrong[0].text, "other": right[0].text}, related, message="serial")


def _untitled(cited: tuple[Standard, ...], stream: Flow) -> Findings:
    """A number without a title that is one figure from that of a standard whose subject its sentence names, or which a
    list has and the text cites nowhere, or holds its figures with two of them swapped.
    """
    listed = {one for one in cited if _is_entry(one, stream)}
    titled = [one for one in cited if one.year and (one.title or one in listed)]
    borne = {(one.code, one.serial) for one in titled}
    bare = [one for one in cited if one.year and not one.title and (one.code, one.serial) not in borne]
    known: dict[Likeness, dict[tuple[str, str, str], Standard]] = {}
    for one in titled:
        for likeness in _likenesses(one):
            known.setdefault(likeness, {}).setdefault((one.code, one.serial, one.title), one)
    times = Counter([(one.code, one.serial) for one in cited])
    unused = {one for one in listed if times[one.code, one.serial] == 1 and len(listed) >= _LEAST}
    for one in bare if titled else ():
        sentence = _sentence(one, stream)
        alike = {other for likeness in _likenesses(one) for other in known.get(likeness, {}).values()}
        near = sorted((other for other in alike if _one_slip(one.serial, other.serial)), key=lambda other: other.start)
        # GB 50010 and GB 50011, of one year, are neighbours: only an inner figure is a slip.
        sure = [
            other
            for other in near
            if sorted(one.serial) == sorted(other.serial) or (other in unused and one.serial[-1] == other.serial[-1])
        ]
        right = next(
            (other for other in near if (other.title and other.title[:_SUBJECT] in sentence) or other in sure), None
        )
        if right:
            related = (see(right.span, f"另一处的“{right.text}”", f"“{right.text}” elsewhere"),)
            yield Finding(one.span, {"number": one.text, "other": right.text}, related, message="serial")


def _is_entry(one: Standard, stream: Flow) -> bool:
    """Whether a number opens a line that goes on with its title: an entry of the normative references."""
    return (
        one.start == stream.unit_at(one.start).start
        and _ENTRY.match(stream.text, one.start + len(one.text)) is not None
    )


def _likenesses(one: Standard) -> Iterator[Likeness]:
    """What a number has in common with one that differs in a figure, and with one that swaps some."""
    yield one.code, one.year, -1, "".join(sorted(one.serial))
    for at in range(len(one.serial)):
        yield one.code, one.year, at, one.serial[:at] + one.serial[at + 1 :]


def _one_slip(one: str, other: str) -> bool:
    """Whether two serial numbers of one length differ in one figure, or in two neighbours that are swapped."""
    apart = [at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    if len(one) != len(other) or len(one) < _LEAST:
        return False
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(one) == sorted(other)
    return swapped or len(apart) == 1


def _is_slip(right: list[Standard], wrong: list[Standard], stream: Flow) -> bool:
    """Whether nothing at the places of two years tells one edition from the other."""
    if any(_EDITIONS.search(_sentence(one, stream)) for one in (*right, *wrong)):
        return False
    names, others = ({_name(one, stream) for one in some} for some in (wrong, right))
    return not (
        _are_listed(right, wrong, stream) or any(_are_named_apart(one, other) for one in names for other in others)
    )


def _sentence(one: Standard, stream: Flow) -> str:
    """The sentence around a number, without the titles in it."""
    before = _ENDS.split(stream.text[max(0, one.start - _REACH) : one.start])[-1]
    behind = _ENDS.split(stream.text[one.start : one.start + _REACH], 1)[0]
    return _TITLES.sub("", before + behind)


def _are_listed(right: list[Standard], wrong: list[Standard], stream: Flow) -> bool:
    """Whether two numbers stand in one paragraph, in neighbours that are not articles, or in one table."""
    first, second = ({stream.index_at(one.start) for one in some} for some in (right, wrong))
    tables, others = ({stream.units[at].table for at in some} - {-1} for some in (first, second))
    neighbours = [(at, near) for at in second for near in (at - 1, at + 1) if near in first]
    return (
        not first.isdisjoint(second)
        or not tables.isdisjoint(others)
        or any(not all(_ARTICLE.match(stream.text, stream.units[at].start) for at in pair) for pair in neighbours)
    )


def _name(one: Standard, stream: Flow) -> str:
    """The title beside a number, the end of a name without marks before it, or that behind it in a list."""
    if one.title:
        return key(one.title)
    begin = stream.unit_at(one.start).start
    before = _NAME.search(stream.text, max(begin, one.start - _REACH), one.start)
    entry = _ENTRY.match(stream.text, one.start + len(one.text)) if one.start == begin else None
    named = before or entry
    return key(named["name"]) if named else ""


def _are_named_apart(one: str, other: str) -> bool:
    return not one.endswith(other) and not other.endswith(one)
