"""Settings: found above a file, joined in layers, every mistake told at its line."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_checks import samples

from linter.forms.nodes import BadFileError, parse_yaml
from linter.forms.toml import parse_toml
from linter.kernel.registry import RegistryError
from linter.language.office import NO_OFFICE, Replacement
from linter.settings.find import glob
from linter.settings.keys import KEYS, PRESETS
from linter.settings.workspace import Plan, Workspace


@pytest.fixture(autouse=True)
def _in_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(path: str, text: str) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def plan(path: str = "a.txt", **given: object) -> Plan:
    return Workspace(samples(), {key.replace("_", "-"): value for key, value in given.items()}).plan(path)


def codes(found: Plan) -> list[str]:
    return [item.check.code for item in found.active]


def mistakes() -> list[str]:
    with pytest.raises(BadFileError) as caught:
        plan()
    return str(caught.value).split("\n")


def test_ten_mistakes_are_ten_lines() -> None:
    put(
        "gazette-lint.yaml",
        """\
extends: recomended
selct: [AA001]
preview: maybe
level: errors
language: fr
ignore: [AA009]
checks:
  AA001: fatal
  AA002: {severty: note}
  word-aa001: {limit: many}
office:
  boundary: upper
paths:
  "a/**": {fail-on: note}
""",
    )
    told = mistakes()
    assert [line.split(": ")[0] for line in told] == [
        f"gazette-lint.yaml:{line}" for line in (1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 14)
    ]
    for line, word in zip(told, ("recommended", "select", "maybe", "error", "fr", "AA00"), strict=False):
        assert word in line


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("select: [AA001\nlevel: note\n", 2, "YAML"),
        ("level: note\nlevel: error\n", 2, "重复"),
        ("checks: &a\n  AA001: off\npaths:\n  x: {checks: *a}\n", 1, "锚点"),
        ("- a\n", 1, "映射"),
        ("checks:\n  AA001:\n    limit: 3\n    words: {}\n", 4, "文字"),
        ("checks:\n  AA001:\n    limt: 3\n", 3, "limit"),
        ("office:\n  bodies: [no.txt]\n", 2, "no.txt"),
        ("extends: other.yaml\n", 1, "other.yaml"),
        ("rules: [no.yaml]\n", 1, "no.yaml"),
        ("paths:\n  x: {preview: on, baseline: a.json}\n", 2, "只能写在最外层"),
        ("paths:\n  x: {basline: a.json}\n", 2, "没有名为 basline 的键"),
    ],
)
def test_one_mistake_at_its_line(text: str, line: int, words: str) -> None:
    put("gazette-lint.yaml", text)
    (told,) = mistakes()
    assert told.startswith(f"gazette-lint.yaml:{line}: ")
    assert words in told


def test_deep_nesting_is_a_mistake_and_no_crash() -> None:
    put("gazette-lint.yaml", "[" * 100_000)
    assert mistakes()[0].startswith("gazette-lint.yaml:1: ")


def test_without_a_file_preview_and_style_are_off() -> None:
    found = plan()
    assert codes(found) == ["AA001", "AA002", "BB002"]
    assert found.project is None
    assert found.settings.office is NO_OFFICE


def test_the_nearest_file_above_holds() -> None:
    put("gazette-lint.yaml", "ignore: [AA]\n")
    put("inner/.gazette-lint.yaml", "ignore: [BB]\n")
    put("inner/deep/pyproject.toml", "[project]\nname = 'x'\n")
    assert codes(plan("a.txt")) == ["BB002"]
    assert codes(plan("inner/deep/a.txt")) == ["AA001", "AA002"]


def test_pyproject_counts_with_its_table_only() -> None:
    put("pyproject.toml", '[tool.gazette-lint]\nignore = ["AA"]\n[tool.gazette-lint.checks]\nBB002 = "error"\n')
    found = plan()
    assert [(item.check.code, item.severity) for item in found.active] == [("BB002", "error")]


def test_mistakes_in_toml_have_their_lines() -> None:
    put(
        "pyproject.toml",
        '[tool.other]\nselect = 1\n\n[tool.gazette-lint]\nselect = [\n  "AA001",\n  "AA009",\n]\nlevel = "no"\n'
        "[tool.gazette-lint.checks.AA001]\nlimt = 3\n",
    )
    assert [line.split(": ")[0] for line in mistakes()] == [f"pyproject.toml:{line}" for line in (7, 9, 11)]


def test_later_layers_hold_over_earlier_ones() -> None:
    put("base.yaml", "select: [AA]\nchecks: {AA001: {limit: 1, words: [乙]}}\nlevel: error\n")
    put("gazette-lint.yaml", "extends: [strict, base.yaml]\nextend-select: [BB001]\nchecks: {AA001: {limit: 2}}\n")
    found = plan(level="note")
    assert codes(found) == ["AA001", "AA002", "AA003", "BB001"]
    assert found.active[0].options == {"limit": 2, "words": ("乙",)}
    assert (found.settings.level, found.settings.fail_on) == ("note", "note")


def test_select_begins_anew_and_checks_turn_on_and_off() -> None:
    put("base.yaml", "ignore: [AA001]\n")
    put("gazette-lint.yaml", "extends: base.yaml\nselect: [AA]\nchecks: {AA002: off, BB001: note, aa003: on}\n")
    assert [(item.check.code, item.severity) for item in plan().active] == [
        ("AA001", "error"),
        ("AA003", "note"),
        ("BB001", "note"),
    ]


def test_nothing_selected_is_nothing_run() -> None:
    put("gazette-lint.yaml", "ignore: [all]\n")
    assert codes(plan()) == []


def test_the_command_line_has_the_last_word() -> None:
    put("gazette-lint.yaml", "select: [AA]\nfail-on: error\n")
    found = plan(select=("BB",), preview=True, fail_on="never")
    assert codes(found) == ["BB001", "BB002"]
    assert found.settings.fail_on == "never"


def test_a_severity_selects_its_checks() -> None:
    put("gazette-lint.yaml", "select: [error]\n")
    assert codes(plan()) == ["AA001"]


def test_settings_for_some_paths() -> None:
    put(
        "gazette-lint.yaml",
        'paths:\n  "old/**": {ignore: [AA]}\n  "*.md": {checks: {BB001: on}, office: {boundary: lower}}\n',
    )
    assert codes(plan("a.txt")) == ["AA001", "AA002", "BB002"]
    assert codes(plan("old/x/a.txt")) == ["BB002"]
    assert codes(plan("old/a.md")) == ["BB001", "BB002"]
    assert plan("old/a.md").settings.office.boundary == "lower"


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("*.md", "a/b/c.md", True),
        ("a/*.md", "a/b/c.md", False),
        ("a/**/*.md", "a/c.md", True),
        ("a/**", "a/b/c.md", True),
        ("a/**", "ab/c.md", False),
        ("./a/?.md", "a/b.md", True),
        ("公文(1).txt", "x/公文(1).txt", True),
        ("*a" * 40 + "b", "a" * 2000, False),
        ("**/" * 40 + "b", "a/" * 1000 + "c", False),
        ("**a**/b?c*", "xaxx/y/b·cd", True),
        ("a**b", "a/b", True),
        ("a*b", "a/b", False),
    ],
)
def test_patterns_of_paths(pattern: str, path: str, *, matches: bool) -> None:
    assert bool(glob(pattern).matches(path)) is matches


def test_a_circle_of_files_is_told() -> None:
    put("gazette-lint.yaml", "extends: b.yaml\n")
    put("b.yaml", "level: note\nextends: gazette-lint.yaml\n")
    (told,) = mistakes()
    assert told.startswith("b.yaml:2: ")
    assert "gazette-lint.yaml → b.yaml → gazette-lint.yaml" in told


def test_two_files_may_share_a_third() -> None:
    put("c.yaml", "ignore: [AA001]\n")
    put("b.yaml", "extends: c.yaml\n")
    put("gazette-lint.yaml", "extends: [b.yaml, c.yaml]\n")
    assert codes(plan()) == ["AA002", "BB002"]


def test_the_office_is_read_in_normal_form() -> None:
    put("bodies.txt", "# 名录\n某市　应急管理局\n\n某市公安局\n")
    put("base.yaml", "office: {words: [ＡＰＰ], boundary: both}\n")
    put(
        "gazette-lint.yaml",
        "extends: base.yaml\noffice:\n  bodies: [bodies.txt, 某市财政局]\n  abbreviations: {市委办: 中共某市委办公室}\n"
        "  replacements: {其它: 其他, 帐: {use: 账, reason: 用字规定}}\n  boundary: undecided\n"
        "  classes: {chief: [组织员]}\n",
    )
    office = plan().settings.office
    assert office.bodies == {"某市应急管理局", "某市公安局", "某市财政局", "中共某市委办公室"}
    assert office.abbreviations == {"市委办": "中共某市委办公室"}
    assert office.words == {"APP"}
    assert office.replacements == (Replacement("其它", "其他"), Replacement("帐", "账", "用字规定"))
    assert office.classes == {"CHIEF": frozenset({"组织员"})}
    assert office.boundary == ""


def test_a_wrong_word_on_the_command_line() -> None:
    with pytest.raises(RegistryError, match="AA00"):
        plan(select=("AA009",))


def test_isolated_and_named_files() -> None:
    put("gazette-lint.yaml", "ignore: [all]\n")
    own = put("own.yaml", "select: [BB]\n")
    assert codes(Workspace(samples(), isolated=True).plan("a.txt")) == ["AA001", "AA002", "BB002"]
    assert codes(Workspace(samples(), file=own).plan("a.txt")) == ["BB002"]


@pytest.mark.parametrize("preset", PRESETS)
def test_presets_fit_the_installed_checks(preset: str, registry: object) -> None:
    put("gazette-lint.yaml", f"extends: {preset}\n")
    assert Workspace(registry).plan("a.txt").active  # type: ignore[arg-type]


def test_recommended_is_what_holds_without_a_file(registry: object) -> None:
    bare = Workspace(registry, isolated=True).plan("a.txt")  # type: ignore[arg-type]
    put("gazette-lint.yaml", "extends: recommended\n")
    settled = Workspace(registry).plan("a.txt")  # type: ignore[arg-type]
    assert settled.active == bare.active
    assert (settled.settings.level, settled.settings.fail_on) == (bare.settings.level, bare.settings.fail_on)


def test_scalars_are_what_yaml_writes() -> None:
    node = parse_yaml("{a: off, b: 012, c: 12:30, d: 2026-12-31, e: 1.5, f: ~, g: '3'}", "x")
    assert node.plain() == {"a": False, "b": 12, "c": "12:30", "d": "2026-12-31", "e": 1.5, "f": None, "g": "3"}


def test_toml_tables_that_are_not_there() -> None:
    assert parse_toml("[tool]\nx = 1\n", "p", ("tool", "gazette-lint")) is None
    with pytest.raises(BadFileError, match="p:2: "):
        parse_toml("a = 1\nb = \n", "p", ())


def test_a_plain_run_imports_nothing_for_settings() -> None:
    put("a.txt", "某市通知\n\n各县：\n\n请办理。\n")
    call = "from linter.cli import cli; cli(['check', 'a.txt'], standalone_mode=False)"
    script = f"import sys; {call}; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "linter.kernel.engine" in loaded
    unwanted = {"yaml", "regex", "tomllib", "linter.settings.find", "linter.accepted.files", "linter.declared.record"}
    assert loaded & unwanted == set()


leaves = st.sampled_from(
    ["AA001", "off", "note", "recommended", "*.md", "bodies.txt", "zh", "", "甲", True, None, 3, 1.5, "office", "使用"]
)
values = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from([*KEYS, "AA001", "severity", "limit", "words", "bodies", "replacements", "use", "甲"]),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([*KEYS]), values, max_size=5))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_is_a_plan_or_lines_that_say_what_is_wrong(tree: dict[str, object]) -> None:
    put("gazette-lint.yaml", yaml.safe_dump(tree, allow_unicode=True))
    told = ""
    try:
        plan("x.md")
    except BadFileError as error:
        told = str(error)
    assert [line for line in told.split("\n") if line and not re.match(r"[\w .-]+:\d+: \S", line)] == []


@given(st.text(max_size=80))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_plan_or_a_mistake(text: str) -> None:
    put("gazette-lint.yaml", text)
    put("pyproject.toml", text)
    for read in (parse_yaml, lambda words, name: parse_toml(words, name, ("tool",))):
        with suppress(BadFileError):
            read(text, "x")
    with suppress(BadFileError):
        plan("x.md")
