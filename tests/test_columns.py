"""What the columns of a table hold, as their heads say it."""

from __future__ import annotations

import pytest

from linter.language.text import Text
from linter.structure.columns import headed, held, holds, is_total
from linter.structure.paragraph import Table
from linter.structure.parse import parse


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        ("序号", {"serial", "rate", "note"}),
        ("序 号", {"serial", "rate", "note"}),
        ("编号", {"code", "rate", "note"}),
        ("序", {"code"}),
        ("文号编号说明", {"rate", "note"}),
        ("成员单位", {"body"}),
        ("单位电话", {"body", "telephone", "rate", "note"}),
        ("电话（传真）", {"telephone", "fax", "rate", "note"}),
        ("联系人", {"person", "note"}),
        ("手机", {"mobile"}),
        ("分值", {"mark", "consequence"}),
        ("考核分值（100分）", {"mark", "consequence"}),
        ("得分", {"consequence"}),
        ("权重", {"weight"}),
        ("所占比例", {"share", "rate"}),
        ("合 计", {"total"}),
        ("合计（万元）", {"total"}),
        ("工程总计划", set()),
        ("违法档次", {"level"}),
        ("情节", {"condition"}),
        ("罚款金额", {"consequence"}),
        ("处罚依据", {"consequence", "note"}),
        ("", set()),
        ("水质", set()),
    ],
)
def test_heads_say_what_columns_hold(head: str, kinds: set[str]) -> None:
    assert held(Text(head).normal) == kinds


def test_columns_are_asked_by_kind() -> None:
    (table,) = (
        parse(Text("序号\t单位\t电话\t分值\n1\t市水务局\t2023456\t5\n2\t市公安局\t2023457\t5\n")).documents[0].tables
    )
    assert isinstance(table, Table)
    assert headed(table, "serial") == [0]
    assert headed(table, "telephone", "mark") == [2, 3]
    assert holds(table, 1, "body")
    assert not holds(table, 9, "body")
    assert is_total("小计")
    assert not is_total("小计划")
