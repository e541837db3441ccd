"""The generated pages of the documentation follow the records, and say what was measured."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import faces
import pytest
import readers
from catalogue import DOCS, LANGUAGES, catalogue, filled, pages, settings_table
from measured import JUDGED, PLANTED, PROVED, measured, total

from linter.kernel.check import Check
from linter.kernel.registry import BUILTIN, Registry, build
from linter.settings.keys import KEYS, OFFICE
from linter.sources import Reads


@pytest.fixture(scope="module")
def checks(registry: Registry) -> tuple[Check, ...]:
    return build(pack for pack in registry.packs if pack.name == BUILTIN).checks


@pytest.mark.parametrize("name", [*LANGUAGES.values(), "settings.md", "words.md"])
def test_pages_are_fresh(name: str, checks: tuple[Check, ...]) -> None:
    assert (DOCS / name).read_text("utf-8") == pages(checks)[name], "run: python generate/catalogue.py"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_check_has_its_row_and_its_entry(lang: str, checks: tuple[Check, ...]) -> None:
    page = catalogue(checks, lang, measured())
    rows = re.findall(r"^\| \[([A-Z]+\d{3})\]\(#([a-z0-9-]+)\)", page, re.MULTILINE)
    entries = re.findall(r"^### ([A-Z]+\d{3}) ([a-z0-9-]+)$", page, re.MULTILINE)
    assert [code for code, _ in rows] == [check.code for check in checks]
    assert sorted(code for code, _ in entries) == sorted(check.code for check in checks)
    assert {anchor for _, anchor in rows} == {f"{code.lower()}-{name}" for code, name in entries}


def test_figures_are_those_of_the_files(checks: tuple[Check, ...]) -> None:
    known = measured()
    judged = JUDGED.read_text("utf-8").splitlines()[1:]
    read = [total(verdicts) for verdicts in (known.shipped, known.others, known.gone)]
    assert sum(verdicts.total() for verdicts in read) == len(judged)
    assert all(verdicts.total() for verdicts in read)
    codes = {check.code for check in checks}
    assert {*known.shipped, *known.others, *known.gone} <= codes
    assert set(known.proved) <= codes
    assert set(known.planted) <= codes
    assert all(found <= planted for planted, found in known.planted.values())


def test_figures_of_one_check(tmp_path: Path, checks: tuple[Check, ...]) -> None:
    judged, planted = tmp_path / "judged.tsv", tmp_path / "planted.tsv"
    with judged.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter="\t", lineterminator="\n")
        rows.writerows(
            [
                ("document", "code", "severity", "verdict", "now"),
                ("甲", "TH001", "error", "real", "given"),
                ("乙", "TH001", "error", "false", "given"),
                ("乙", "TH001", "note", "damage", "given"),
                ("乙", "TH001", "error", "false", "gone"),
            ]
        )
    planted.write_text("code\tplanted\tfound\nTH001\t8\t7\n", "utf-8")
    known = measured(judged, planted)
    assert not known.precise("TH001", "error")
    assert known.precise("TH001", "note")
    assert known.told["TH001", "error"] == {"real": 1, "false": 1}
    page = catalogue(checks, "zh", known)
    assert "| TH001 | 1 | 0 | 1 | 1 | 1 | " in page
    entry = page[page.index("### TH001 ") : page.index("### TH002 ")]
    assert "核读：3 处：属实 1、可议 0、转换损坏 1、误报 1" in entry
    assert "植入：7/8" in entry
    assert "核读：" not in page[page.index("### TH002 ") :]
    assert PLANTED.exists()
    assert PROVED.exists()


def test_settings_table_names_every_key() -> None:
    for keys in (KEYS, OFFICE):
        table = settings_table(keys)
        assert re.findall(r"^\| `([a-z-]+)`", table, re.MULTILINE) == list(keys)
        assert "任意" not in table


def test_a_page_without_its_part_is_told() -> None:
    assert filled("甲\n<!-- x -->\n旧\n<!-- /x -->\n乙", "x", "新") == "甲\n<!-- x -->\n\n新\n\n<!-- /x -->\n乙"
    with pytest.raises(ValueError, match="<!-- y -->"):
        filled("甲", "y", "新")


def test_faces_and_readers_are_fresh() -> None:
    for file, words in faces.faces():
        assert file.read_text("utf-8") == words, "run: python generate/faces.py"
    found = readers.readers()
    assert readers.TABLE.read_text("utf-8") == readers.table(found), "run: python generate/readers.py"
    hooks = readers.HOOKS.read_text("utf-8")
    assert hooks == readers.hooks(hooks, found)


def test_two_readers_of_one_suffix_are_told() -> None:
    with pytest.raises(ValueError, match=r"claimed by two readers: '\.a'"):
        readers.table({"one": Reads("one", (".a",)), "two": Reads("two", (".a",))})


def test_two_modules_of_a_house_offer_no_name_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house = tmp_path / "base"
    house.mkdir()
    (house / "__init__.py").write_text('"""Face."""\n', "utf-8")
    for name in ("one", "two"):
        (house / f"{name}.py").write_text('"""Module."""\n__all__ = ["same"]\n', "utf-8")
    monkeypatch.setattr(faces, "HOUSES", tmp_path)
    with pytest.raises(ValueError, match="base: offered by two modules: same"):
        list(faces.faces())
