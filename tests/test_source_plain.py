"""Plain text: the bytes of Chinese encodings that one codec or another does not know."""

from __future__ import annotations

import pytest
from clock import Stopwatch

from linter.language import normalise
from linter.sources import SourceError, read
from linter.sources.plain import encode
from linter.sources.plain_joins import rejoined
from linter.structure.parse import parse


def test_the_euro_of_code_page_936() -> None:
    data = "价格".encode("gbk") + b"\x80" + "100元以上。".encode("gbk")
    source = read(data, "a.txt")
    assert (source.raw, source.encoding) == ("价格€100元以上。", "GB18030")
    assert read(encode(source.raw, source.encoding, data), "a.txt").raw == source.raw


@pytest.mark.parametrize(("codec", "at"), [("gbk", 20), ("utf-8", 30)])
def test_the_byte_that_is_named_is_the_bad_one(codec: str, at: int) -> None:
    with pytest.raises(SourceError, match=rf"\(byte {at}\)"):
        read("好".encode(codec) * 10 + b"\xff\xff" + "好".encode(codec), "a.txt")


PAGE = (
    "为贯彻落实全国供水管理突出问题专项整治工作要求，坚持源头治理，现就加强供水管理工作通知如下：供水单位应当建立水质"
    "检测制度，推动监管关口前移，构建更加严密有力的供水管理体系，牢牢守住安全底线，并按照规定向社会公布检测结果。"
)


def _paged(words: str, width: int) -> str:
    """A paragraph with a space where the lines of a page ended."""
    return " ".join(words[at : at + width] for at in range(0, len(words), width))


@pytest.mark.parametrize("width", [24, 28, 37])
def test_spaces_where_lines_of_a_page_ended_are_void(width: int) -> None:
    raw = "\n".join(["关于加强供水管理的通知", *[_paged(PAGE, width)] * 12, "海州市水务局"]) + "\n"
    text = read(raw.encode(), "a.txt").text
    assert len(text.normal) == len(raw)
    assert [block.text for block in parse(text).documents[0].blocks][2] == normalise(PAGE)


@pytest.mark.parametrize(
    "line",
    [
        "报名时间 5月6日 报名地点 市民中心 联系人 张某 联系电话 12345678 备注 请按时到场办理",
        "第一条 供水单位应当公布水价。 第二条 用户应当按时缴纳水费，逾期不缴的，供水单位可以催缴。",
        PAGE,
    ],
)
def test_other_spaces_are_read(line: str) -> None:
    raw = (line + "\n") * 12
    assert rejoined(raw) == raw


def test_rejoining_is_linear() -> None:
    with Stopwatch() as watch:
        rejoined(("甲乙 " * 10 + _paged(PAGE, 30) + "\n") * 2000)
    assert watch.seconds < 1
