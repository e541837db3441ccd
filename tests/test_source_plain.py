"""Plain text: the bytes of Chinese encodings that one codec or another does not know."""

from __future__ import annotations

import pytest

from linter.sources import SourceError, read
from linter.sources.plain import encode


def test_the_euro_of_code_page_936() -> None:
    data = "价格".encode("gbk") + b"\x80" + "100元以上。".encode("gbk")
    source = read(data, "a.txt")
    assert (source.raw, source.encoding) == ("价格€100元以上。", "GB18030")
    assert read(encode(source.raw, source.encoding, data), "a.txt").raw == source.raw


@pytest.mark.parametrize(("codec", "at"), [("gbk", 20), ("utf-8", 30)])
def test_the_byte_that_is_named_is_the_bad_one(codec: str, at: int) -> None:
    with pytest.raises(SourceError, match=rf"\(byte {at}\)"):
        read("好".encode(codec) * 10 + b"\xff\xff" + "好".encode(codec), "a.txt")
