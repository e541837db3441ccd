"""Settings files changed by program: what was asked for changes, every other line stays."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from linter.forms.nodes import BadFileError
from linter.settings.edit import with_items, with_value, without_items

WORDS = ("office", "words")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'office:\n  words:\n    - "角点"  # 两回事\n'),
        ("strict: true\n", 'strict: true\noffice:\n  words:\n    - "角点"  # 两回事\n'),
        (
            "office:\n  bodies: [市教育局]\nignore: [a]\n",
            'office:\n  words:\n    - "角点"  # 两回事\n  bodies: [市教育局]\nignore: [a]\n',
        ),
        (
            "office:  # 本局\n  words:\n  - 其它山\n\nignore: [a]\n",
            'office:  # 本局\n  words:\n  - "角点"  # 两回事\n  - 其它山\n\nignore: [a]\n',
        ),
        (
            "office:\n  words: [其它山]  # 山名\nignore: [a]\n",
            'office:\n  words:\n    - "角点"  # 两回事\n    - "其它山"  # 山名\nignore: [a]\n',
        ),
        ("office:\n  words: 其它山\n", 'office:\n  words:\n    - "角点"  # 两回事\n    - "其它山"\n'),
        ("office:\n  words:\n", 'office:\n  words:\n    - "角点"  # 两回事\n'),
        ("office:\n  words:\n    - 角点\n", "office:\n  words:\n    - 角点\n"),
        ("# 只有一行注释", '# 只有一行注释\noffice:\n  words:\n    - "角点"  # 两回事\n'),
    ],
)
def test_an_item_is_added(before: str, after: str) -> None:
    assert with_items(before, "x.yaml", WORDS, ["角点"], "两回事") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("office:\n  words:\n    - 角点  # 两回事\n    - 其它山\n", "office:\n  words:\n    - 其它山\n"),
        ("office:\n  words: [角点, 其它山]  # 山名\n", 'office:\n  words: ["其它山"]  # 山名\n'),
        ("strict: true\noffice:\n  words:\n    - 角点\n# 尾注\n", "strict: true\n# 尾注\n"),
        (
            "office:\n  words:\n    - 角点\n\n  # 机构\n  bodies: [市教育局]\n",
            "office:\n\n  # 机构\n  bodies: [市教育局]\n",
        ),
        ("office:\n  words: [其它山]\n", "office:\n  words: [其它山]\n"),
    ],
)
def test_an_item_is_taken_out(before: str, after: str) -> None:
    assert without_items(before, "x.yaml", WORDS, ["角点"]) == after


def test_values() -> None:
    keys = ("office", "boundary")
    text = with_value("office:\n  words: [角点]  # 两回事\n", "x.yaml", keys, "both")
    assert text == 'office:\n  boundary: "both"\n  words: [角点]  # 两回事\n'
    assert with_value(text, "x.yaml", keys, "lower") == text.replace("both", "lower")
    assert with_value(text, "x.yaml", keys, "") == "office:\n  words: [角点]  # 两回事\n"
    assert (
        with_value("", "x.yaml", ("office", "abbreviations", "市教育局"), "某市教育局")
        .splitlines()[-1]
        .endswith('"市教育局": "某市教育局"')
    )


def test_what_stands_in_one_line_is_left_to_its_owner() -> None:
    with pytest.raises(BadFileError, match="请手工修改"):
        with_items("office: {bodies: [市教育局]}\n", "x.yaml", WORDS, ["角点"])


_WORD = st.text(st.sampled_from("甲乙丙 :#-\"'[]{}&*!|>%@`,?~1"), min_size=1, max_size=6)


@given(st.lists(_WORD, max_size=4, unique=True), st.lists(_WORD, min_size=1, max_size=3, unique=True))
def test_added_and_taken_out_again(before: list[str], new: list[str]) -> None:
    text = yaml.safe_dump({"strict": True, "office": {"words": before}, "ignore": ["A"]}, allow_unicode=True)
    longer = with_items(text, "x.yaml", WORDS, new, "理由")
    assert set(yaml.safe_load(longer)["office"]["words"]) == {*before, *new}
    shorter = without_items(longer, "x.yaml", WORDS, [word for word in new if word not in before])
    assert yaml.safe_load(shorter).get("office", {}).get("words", []) == before or not before
