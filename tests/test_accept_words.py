"""``accept --as-words``: two names that are two things go into the office's settings in one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import run_cli

from linter.forms.nodes import BadFileError
from linter.settings.words import with_words

DRAFT = "第一条 测定红线交点。\n\n第二条 现场测定红线交点。\n\n第三条 测定红线角点。\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'office:\n  words:\n    - "角点"  # 两回事\n'),
        ("preset: strict\n", 'preset: strict\noffice:\n  words:\n    - "角点"  # 两回事\n'),
        (
            "office:\n  bodies: [市教育局]\nexclude: [a]\n",
            'office:\n  words:\n    - "角点"  # 两回事\n  bodies: [市教育局]\nexclude: [a]\n',
        ),
        (
            "office:  # 本局\n  words:\n  - 其它山\n\nexclude: [a]\n",
            'office:  # 本局\n  words:\n  - "角点"  # 两回事\n  - 其它山\n\nexclude: [a]\n',
        ),
        ("office:\n  words:\n    - 角点\n", "office:\n  words:\n    - 角点\n"),
    ],
)
def test_a_word_is_added_and_nothing_else_changes(before: str, after: str) -> None:
    assert with_words(before, "x.yaml", ["角点"], "两回事") == after


def test_a_list_in_one_line_is_refused() -> None:
    with pytest.raises(BadFileError):
        with_words("office:\n  words: [其它山]\n", "x.yaml", ["角点"], "两回事")


def test_what_was_added_is_not_told_again(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, "utf-8")
    assert "WD011" in run_cli("check", str(draft))[1]
    assert run_cli("accept", f"{draft}:5:WD011", "--reason", "两回事", "--as-words")[0] == 0
    assert "红线角点" in (tmp_path / "gazette-lint.yaml").read_text("utf-8")
    assert "WD011" not in run_cli("check", str(draft))[1]
