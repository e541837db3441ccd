"""The word list: what it knows, where it cuts, and that it costs nothing until it is asked."""

from __future__ import annotations

import subprocess
import sys

import pytest

from linter.language import vocabulary
from linter.language.packed import PackedRows, pack


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("指挥部指挥部署", ["指挥部", "指挥", "部署"]),
        ("晋城市城市公共交通", ["晋城市", "城市", "公共交通"]),
        ("协助协助县级", ["协助", "协助", "县级"]),
        ("", []),
        ("囧", ["囧"]),
    ],
)
def test_cut(words: str, expected: list[str]) -> None:
    found = vocabulary.cut(words)
    assert "".join(found) == words
    assert vocabulary.seams(words) >= {0, len(words)}
    assert found == expected


def test_weight_follows_frequency() -> None:
    assert vocabulary.weight("组织") > vocabulary.weight("采摘") > 0 == vocabulary.weight("煤体")
    assert vocabulary.known("媒体")
    assert not vocabulary.known("煤体")


def test_traditional_characters() -> None:
    assert vocabulary.simplified("縣市縣市長") == "县市县市长"
    assert vocabulary.is_traditional("發展")
    assert not vocabulary.is_traditional("著作、乾坤、瞭望，发展")


def test_the_list_is_not_opened_by_an_import() -> None:
    code = "import linter.facts.wording, linter.language.vocabulary as v; print(v._table.cache_info().currsize)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "0\n"


def test_packed_rows_are_found_each_by_its_character() -> None:
    rows = {"水": "利\t电", "一": "", "龥": "末行", "火": "灾"}
    table = PackedRows(pack(rows))
    assert {one: table.row(ord(one)) for one in rows} == rows
    assert [table.row(ord(one)) for one in "丁\0\U00020000"] == ["", "", ""]
