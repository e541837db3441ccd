"""Characters that stand for others: radicals, invisible marks, the full-width space of old editors."""

from __future__ import annotations

import pytest

from linter.language.text import INVISIBLE, Text, normalise
from linter.structure.parse import parse

LAW = "供水办法\n\n第一章　总则\n\n第一条　供水单位应当检测水质。\n\n第二条　水压应当合格。\n"


def outline(raw: str) -> list[tuple[str, str]]:
    return [(section.mark.text, section.heading.text) for section in parse(Text(raw)).documents[0].sections]


@pytest.mark.parametrize(
    ("radical", "character"), [("⻩", "黄"), ("⻓", "长"), ("⻔", "门"), ("⻛", "风"), ("⼈", "人"), ("⾦", "金")]
)
def test_radicals_read_as_the_characters_they_stand_for(radical: str, character: str) -> None:
    assert normalise(radical) == character


def test_what_has_no_character_stays() -> None:
    assert normalise("\u2e9a\u2e80\u2ff0") == "\u2e9a\u2e80\u2ff0"


@pytest.mark.parametrize("mark", INVISIBLE)
def test_marks_that_no_reader_sees_part_no_words(mark: str) -> None:
    inside = (
        LAW.replace("供水", f"供{mark}水").replace("第一条", f"第{mark}一条").replace("第二条", f"{mark}第二条{mark}")
    )
    assert outline(inside) == outline(LAW)
    assert parse(Text(inside)).documents[0].title == "供水办法"


def test_the_full_width_space_of_old_editors() -> None:
    assert b"\xa3\xa0".decode("gb18030") == "\ue5e5"
    assert outline(LAW.replace("　", "\ue5e5")) == outline(LAW)
