"""Totals of tables and sentences, in many layouts: right ones are silent, and a wrong one is found at its place."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from linter.kernel.engine import lint_source
from linter.kernel.registry import Registry
from linter.settings.config import Settings, activate
from linter.sources import read

Rows = list[list[object]]
# A table and its row of totals, from a source of numbers.
Layout = Callable[[random.Random], tuple[Rows, list[object]]]
NAMES = ("东城区", "西城区", "南城区", "北城区", "高新区", "经开区")


def _numbers(chance: random.Random, rows: int, columns: int) -> list[list[int]]:
    return [[chance.randint(5, 300) for _ in range(columns)] for _ in range(rows)]


def _added(rows: list[list[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def _flat(head: list[object], lead: list[object], width: int, *, serial: bool = False) -> Layout:
    def layout(chance: random.Random) -> tuple[Rows, list[object]]:
        data = _numbers(chance, 5, width)
        names = [[at + 1, NAMES[at]] if serial else [NAMES[at]] for at in range(5)]
        return [head, *[[*name, *row] for name, row in zip(names, data, strict=True)]], [*lead, *_added(data)]

    return layout


def _two_heads(chance: random.Random) -> tuple[Rows, list[object]]:
    data = _numbers(chance, 5, 4)
    heads: Rows = [["县区", "改造任务", "", "资金（万元）", ""], ["", "户数", "面积", "中央", "省级"]]
    return [*heads, *[[NAMES[at], *row] for at, row in enumerate(data)]], ["合计", *_added(data)]


def _across(chance: random.Random) -> tuple[Rows, list[object]]:
    data = [[*row, sum(row)] for row in _numbers(chance, 5, 3)]
    return [["县区", "中央", "省级", "市级", "合计"], *[[NAMES[at], *row] for at, row in enumerate(data)]], [
        "合计",
        *_added(data),
    ]


def _subtotals(chance: random.Random) -> tuple[Rows, list[object]]:
    rows: Rows = [["类别", "县区", "任务数"]]
    whole = 0
    for group in ("甲类", "乙类", "丙类"):
        data = [row[0] for row in _numbers(chance, 3, 1)]
        rows += [[group if at == 0 else "", NAMES[at], value] for at, value in enumerate(data)]
        rows.append(["", "小计", sum(data)])
        whole += sum(data)
    return rows, ["合计", "", whole]


def _levels(*, own_column: bool) -> Layout:
    def layout(chance: random.Random) -> tuple[Rows, list[object]]:
        rows: Rows = [["序号", "项目", "金额（万元）"] if own_column else ["项目", "金额（万元）"]]
        whole = 0
        for group in "一二三":
            data = [row[0] for row in _numbers(chance, 3, 1)]
            whole += sum(data)
            rows.append([group, "基础设施", sum(data)] if own_column else [f"{group}、基础设施", sum(data)])
            for at, value in enumerate(data):
                name = f"{NAMES[at]}工程"
                rows.append([at + 1, name, value] if own_column else [f"{at + 1}.{name}", value])
        return rows, ["", "合计", whole] if own_column else ["合计", whole]

    return layout


def _weights(chance: random.Random) -> tuple[Rows, list[object]]:
    shares = [10, 20, 30, 25, 15]
    chance.shuffle(shares)
    return [["考核内容", "权重"], *[[NAMES[at], f"{share}%"] for at, share in enumerate(shares)]], ["合计", "100%"]


LAYOUTS: dict[str, Layout] = {
    "one column": _flat(["县区", "任务数（户）"], ["合计"], 1),
    "three columns": _flat(["县区", "任务数", "资金（万元）", "人数"], ["总计"], 3),
    "serial numbers": _flat(["序号", "县区", "任务数", "资金（万元）"], ["", "合计"], 2, serial=True),
    "merged total": _flat(["序号", "县区", "任务数", "资金（万元）"], ["合 计"], 2, serial=True),
    "two heads": _two_heads,
    "totals across": _across,
    "subtotals": _subtotals,
    "levels in names": _levels(own_column=False),
    "levels in a column": _levels(own_column=True),
    "weights": _weights,
}


def _tabs(rows: Rows) -> str:
    return "\n".join("\t".join(map(str, row)) for row in rows)


def _pipes(rows: Rows) -> str:
    lines = ["| " + " | ".join(map(str, row)) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def _found(registry: Registry, text: str, name: str) -> list[str]:
    active = [one for one in activate(registry, Settings()) if one.check.code in ("CN002", "CN003", "CN006")]
    result, told = lint_source(read(text.encode(), name), name, active)
    assert told == []
    return [text[one.span.start : one.span.end] for one in result.diagnostics]


@pytest.mark.parametrize("form", ["txt", "md"])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(3))
def test_a_wrong_total_of_a_table_is_found(registry: Registry, layout: str, form: str, seed: int) -> None:
    rows, totals = LAYOUTS[layout](random.Random(seed))  # noqa: S311 - numbers of a test
    shown = _tabs if form == "txt" else _pipes
    head = "某市2024年任务分配表\n\n"
    assert _found(registry, head + shown([*rows, totals]) + "\n", f"a.{form}") == []
    last = max(at for at, cell in enumerate(totals) if cell != "")
    right = re.match(r"(\d+)(.*)", str(totals[last]))
    assert right
    wrong = [*totals[:last], f"{int(right[1]) + 10}{right[2]}", *totals[last + 1 :]]
    assert _found(registry, head + shown([*rows, wrong]) + "\n", f"a.{form}") == [wrong[last]]


# A sentence that adds up; what is put wrong; what is put there; what must be marked.
SENTENCES = (
    ("共办理案件328件，其中处罚215件、强制48件、其他65件。", "328", "338", "338件"),
    ("总投资5000万元，其中中央2000万元，省级1500万元，自筹1500万元。", "自筹1500", "自筹1000", "5000万元"),
    ("东城、西城、南城分别完成30万元、40万元、50万元，共计120万元。", "120", "130", "130万元"),
    ("改造东城30户、西城40户、南城50户，合计120户。", "120", "130", "130户"),
    ("全县总人口50万人，其中男26万人、女24万人。", "50", "51", "51万人"),
    ("共有学校120所（小学80所、初中30所、高中10所）。", "120", "130", "130所"),
    ("满分100分，其中日常考核40分，年终考核50分，群众评议10分。", "评议10", "评议20", "100分"),
    ("财政收入由100亿元增长到120亿元，增长20%。", "20%", "25%", "25%"),
    ("共有企业200家，其中规模以上50家，占25%。", "25%", "35%", "35%"),
    ("收入1200万元，比上年增加200万元，增长20%。", "20%", "25%", "25%"),
    ("在册户由3000户减少到600户，下降80%。", "80%", "70%", "70%"),
    ("购置设备20台，每台3万元，共计60万元。", "60", "80", "80万元"),
    ("年终考核占60%，日常考核占30%，群众评议占10%。", "10%", "20%", "考核占60%"),
)


@pytest.mark.parametrize(("sentence", "right", "wrong", "marked"), SENTENCES)
def test_a_wrong_figure_of_a_sentence_is_found(
    registry: Registry, sentence: str, right: str, wrong: str, marked: str
) -> None:
    letter = "某市关于有关情况的通报\n\n各县区：\n\n{}\n\n某市人民政府\n2024年5月6日\n"
    assert _found(registry, letter.format(sentence), "a.txt") == []
    assert _found(registry, letter.format(sentence.replace(right, wrong)), "a.txt") == [marked]
