"""``config`` and the schemas: what is in force, where it comes from, and what editors are told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from conftest import ROOT, run_cli
from word_checks import samples

from linter.forms.nodes import parse_yaml
from linter.kernel import registry as registries
from linter.kernel.registry import BUILTIN, Registry, build
from linter.pages.schema import KINDS, SHIPPED, schema, settings_schema
from linter.settings.keys import PRESETS, TABLE

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(registries, "load", samples)

    return run_cli


def test_each_value_with_its_place(run: Run) -> None:
    Path("base.yaml").write_text("level: warning\nignore: [AA002]\n", "utf-8")
    Path("gazette-lint.yaml").write_text(
        "extends: base.yaml\nchecks:\n  AA001: {limit: 5}\n  BB001: note\noffice: {boundary: lower}\n"
        "paths:\n  '*.md': {ignore: [BB002]}\n",
        "utf-8",
    )
    code, said = run("config", "a.md", "--fail-on", "error")
    assert code == 0
    lines = {line.split(":")[0].strip(): line.split("# ")[-1] for line in said.split("\n") if "# " in line}
    assert lines["level"] == "base.yaml:1"
    assert lines["fail-on"] == "命令行 (command line)"
    assert lines["limit"] == "gazette-lint.yaml:3"
    assert lines["boundary"] == "gazette-lint.yaml:5"
    assert lines["BB001"] == "gazette-lint.yaml:4"
    assert lines["AA002"] == "base.yaml:2"
    assert lines["BB002"] == "gazette-lint.yaml:7"
    assert lines["AA003"] == "strict，默认 (default)"
    assert "BB002: off" in said
    assert "BB002: warning" in run("config", "a.txt")[1]


def test_what_is_printed_is_a_settings_file_that_says_the_same(run: Run) -> None:
    Path("gazette-lint.yaml").write_text("select: [AA]\nchecks: {AA001: {words: [甲, 乙]}}\nlanguage: en\n", "utf-8")
    said = run("config")[1]
    assert list(TABLE.problems(parse_yaml(said, "x"))) == []
    Path("gazette-lint.yaml").write_text(said, "utf-8")

    def values(text: str) -> list[str]:
        return [line.split("#")[0].strip() for line in text.split("\n")]

    assert values(run("config")[1]) == values(said)


def test_as_json(run: Run) -> None:
    Path("gazette-lint.yaml").write_text("extends: strict\nbaseline: b.json\n", "utf-8")
    shown = json.loads(run("config", "--format", "json")[1])
    assert shown["files"] == ["preset recommended", "preset strict", "gazette-lint.yaml"]
    values = {entry["key"]: (entry["value"], entry["from"]) for entry in shown["settings"]}
    assert values["strict"] == (True, "preset strict:4")
    assert values["baseline"] == ("b.json", "gazette-lint.yaml:2")
    assert values["checks.AA001.words"] == (["甲"], "默认 (default)")


def test_mistakes_are_told_and_nothing_else(run: Run) -> None:
    Path("gazette-lint.yaml").write_text("levl: note\n", "utf-8")
    code, said = run("config")
    assert code == 2
    assert said.startswith("gazette-lint.yaml:1: ")


# --- schemas


@pytest.mark.parametrize("kind", KINDS)
def test_shipped_schemas_are_fresh_and_sound(kind: str, registry: Registry) -> None:
    builtin = build(pack for pack in registry.packs if pack.name == BUILTIN)
    shipped = (SHIPPED / f"{kind}.json").read_text("utf-8")
    assert shipped == schema(kind, builtin), "run: python -m linter.pages.schema"
    jsonschema.Draft202012Validator.check_schema(json.loads(shipped))


def valid(kind: str, text: str) -> bool:
    data: Any = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - words only, as editors see scalars of choices
    made = json.loads(schema(kind, samples()))
    return jsonschema.Draft202012Validator(made).is_valid(data)


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("select: [AA]\nchecks:\n  AA001: error\n  word-aa002: {severity: off}\n", True),
        ("paths:\n  '*.md':\n    checks: {AA001: note}\n", True),
        ("office: {replacements: {甲: 乙, 丙: {use: 丁}}}\n", True),
        ("levl: note\n", False),
        ("level: errors\n", False),
        ("checks: {AA001: fatal}\n", False),
        ("checks: {AA001: {limt: 3}}\n", False),
        ("office: {replacements: {丙: {reason: 丁}}}\n", False),
    ],
)
def test_the_schema_agrees_with_the_errors(text: str, *, sound: bool) -> None:
    assert valid("settings", text) is sound


def test_options_are_described(registry: Registry) -> None:
    made = settings_schema(samples())
    options = made["$defs"]["AA001"]["anyOf"][1]["properties"]
    assert options["limit"]["default"] == 3
    assert "上限" in options["limit"]["description"]
    assert set(made["$defs"]["checks"]["properties"]) >= {check.code for check in samples().checks}
    assert len(registry.checks) > 20


def test_files_we_ship_and_show_fit_their_schemas(registry: Registry) -> None:
    validator = jsonschema.Draft202012Validator(settings_schema(registry))
    for preset in PRESETS:
        validator.validate(
            yaml.safe_load((ROOT / "linter" / "settings" / "presets" / f"{preset}.yaml").read_text("utf-8"))
        )
    validator.validate(yaml.safe_load((ROOT / "examples" / "yaml" / "gazette-lint.yaml").read_text("utf-8")))
    rules = jsonschema.Draft202012Validator(json.loads((SHIPPED / "rules.json").read_text("utf-8")))
    for path in (ROOT / "examples" / "yaml").glob("[!g]*.yaml"):
        rules.validate(yaml.safe_load(path.read_text("utf-8")))
