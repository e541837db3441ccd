"""Graded plans in the layouts that offices use, made from one set of conditions: tests plant defects in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

EVENTS = ("特别重大", "重大", "较大", "一般")
ROMANS = ("Ⅰ级", "Ⅱ级", "Ⅲ级", "Ⅳ级")
HAN = ("一级", "二级", "三级", "四级")
COLOURS = ("红色", "橙色", "黄色", "蓝色")
CLAUSE = "本预案所称“以上”包括本数，“以下”不包括本数。"

# Conditions of the four levels, the worst first; every band meets its neighbour under the clause above.
CONDITIONS: tuple[tuple[str, ...], ...] = (
    ("造成30人以上死亡", "造成100人以上重伤", "直接经济损失1亿元以上", "全市电网减供负荷60%以上"),
    (
        "造成10人以上30人以下死亡",
        "造成50人以上100人以下重伤",
        "直接经济损失5000万元以上1亿元以下",
        "全市电网减供负荷40%以上60%以下",
    ),
    (
        "造成3人以上10人以下死亡",
        "造成10人以上50人以下重伤",
        "直接经济损失1000万元以上5000万元以下",
        "全市电网减供负荷20%以上40%以下",
    ),
    ("造成3人以下死亡", "造成10人以下重伤", "直接经济损失1000万元以下", "全市电网减供负荷10%以上20%以下"),
)

Levels = Sequence[Sequence[str]]
Layout = Callable[[Levels], str]


def sections(levels: Levels) -> str:
    """1.5.1 特别重大事件, with one paragraph below."""
    parts = [
        f"1.5.{at} {EVENTS[at - 1]}事件\n\n{'；或者'.join(conditions)}的。" for at, conditions in enumerate(levels, 1)
    ]
    return "1.5 事件分级\n\n" + "\n\n".join(parts) + f"\n\n6 附则\n\n6.1 {CLAUSE}\n"


def definitions(levels: Levels) -> str:
    """（一）特别重大事故，是指造成…的事故；."""
    parts = [
        f"（{'一二三四'[at]}）{EVENTS[at]}事故，是指{'，或者'.join(conditions)}的事故；"
        for at, conditions in enumerate(levels)
    ]
    clause = CLAUSE.replace("本预案所称", "本条所称的")
    return (
        "第三条　根据事故造成的损失，事故分为以下等级：\n\n"
        + "\n\n".join(parts)
        + f"\n\n{clause}\n\n第四条　及时报告。\n"
    )


def plain(levels: Levels) -> str:
    """特别重大事件：…, paragraphs without numbers."""
    parts = [f"{EVENTS[at]}事件：{'；'.join(conditions)}的。" for at, conditions in enumerate(levels)]
    return "1.3 事件分级\n\n按照危害程度分级如下。\n\n" + "\n\n".join(parts) + f"\n\n1.4 适用范围\n\n{CLAUSE}\n"


def responses(levels: Levels) -> str:
    """4.2.1 Ⅰ级响应 with conditions, procedure and measures."""
    parts = []
    for at, conditions in enumerate(levels):
        rows = "\n\n".join(f"（{index}）{words}的；" for index, words in enumerate(conditions, 1))
        parts.append(
            f"4.2.{at + 1} {ROMANS[at]}响应\n\n启动条件：符合下列条件之一的，启动{ROMANS[at]}响应。\n\n{rows}\n\n"
            f"启动程序：由市指挥部决定启动{ROMANS[at]}响应。\n\n响应措施：\n\n"
            f"（1）派出工作组于{at + 1}小时内到达现场；\n\n（2）每{at + 2}小时报告一次。"
        )
    return "4.2 分级响应\n\n" + "\n\n".join(parts) + f"\n\n7 附则\n\n7.1 {CLAUSE}\n"


def ascending(levels: Levels) -> str:
    """From 四级 up to 一级, as newer plans do."""
    parts = []
    for at, conditions in reversed(list(enumerate(levels))):
        rows = "\n\n".join(f"（{index}）{words}；" for index, words in enumerate(conditions, 1))
        parts.append(
            f"5.{4 - at} {HAN[at]}应急响应\n\n5.{4 - at}.1 启动条件\n\n{rows}\n\n5.{4 - at}.2 响应措施\n\n加强值守。"
        )
    return "5 应急响应\n\n" + "\n\n".join(parts) + f"\n\n6 附则\n\n{CLAUSE}\n"


def announced(levels: Levels) -> str:
    """符合下列情形之一的，为特别重大突发环境事件：, with numbered items."""
    parts = []
    for at, conditions in enumerate(levels):
        rows = "\n\n".join(f"{index}.{words}的；" for index, words in enumerate(conditions, 1))
        parts.append(f"（{'一二三四'[at]}）凡符合下列情形之一的，为{EVENTS[at]}突发环境事件：\n\n{rows}")
    return (
        "附件\n\n突发环境事件分级标准\n\n"
        + "\n\n".join(parts)
        + "\n\n上述分级标准有关数量的表述中，“以上”含本数，“以下”不含本数。\n"
    )


def chinese(levels: Levels) -> str:
    """一、特别重大（Ⅰ级）, with （一） items."""
    parts = []
    for at, conditions in enumerate(levels):
        rows = "\n\n".join(f"（{'一二三四五'[index]}）{words}的。" for index, words in enumerate(conditions))
        parts.append(f"{'一二三四'[at]}、{EVENTS[at]}（{ROMANS[at]}）\n\n{rows}")
    return "附件1\n\n事故分级标准\n\n" + "\n\n".join(parts) + f"\n\n五、附则\n\n{CLAUSE}\n"


def columns(levels: Levels) -> str:
    """A table with a column for each level."""
    head = "\t".join(EVENTS)
    cells = "\t".join("；".join(f"（{at}）{words}" for at, words in enumerate(level, 1)) for level in levels)
    return f"附录1\n\n分级标准\n\n{head}\n{cells}\n\n注：{CLAUSE}\n"


def grid(levels: Levels) -> str:
    """A table with a row for each measure and a column for each level."""
    rows = ["指标\t" + "\t".join(EVENTS)]
    for name, cells in zip(("死亡", "重伤", "损失", "电网"), zip(*levels, strict=True), strict=True):
        rows.append(name + "\t" + "\t".join(cells))
    return "附录1\n\n分级标准\n\n" + "\n".join(rows) + f"\n\n注：{CLAUSE}\n"


def rows(levels: Levels) -> str:
    """A table with a row for each level."""
    lines = ["预警级别\t死亡\t重伤\t损失\t电网"]
    lines += [f"{colour}预警\t" + "\t".join(level) for colour, level in zip(COLOURS, levels, strict=True)]
    return "附录2\n\n分级标准\n\n" + "\n".join(lines) + f"\n\n注：{CLAUSE}\n"


def sentence(levels: Levels) -> str:
    """One paragraph: 造成30人以上死亡的为特别重大事故；…."""
    parts = [f"{'或者'.join(conditions)}的为{EVENTS[at]}事故" for at, conditions in enumerate(levels)]
    return "第八条　事故按照下列标准分级：" + "；".join(parts) + f"。\n\n第九条　{CLAUSE}\n"


def inline(levels: Levels) -> str:
    """（1）Ⅰ级（特别重大）：…."""
    parts = [
        f"（{at + 1}）{ROMANS[at]}（{EVENTS[at]}）：{'，'.join(conditions)}。" for at, conditions in enumerate(levels)
    ]
    return "1.4 事件分级\n\n" + "\n\n".join(parts) + f"\n\n1.5 工作原则\n\n{CLAUSE}\n"


LAYOUTS: tuple[Layout, ...] = (
    sections, definitions, plain, responses, ascending, announced, chinese, columns, grid, rows, sentence, inline,
)  # fmt: skip
