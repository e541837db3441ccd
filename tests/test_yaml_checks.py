"""Checks in YAML: each verb, mistakes at their lines, patterns against the clock, and the files we show."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from clock import Stopwatch
from conftest import ROOT, run_cli
from hypothesis import given, settings
from hypothesis import strategies as st
from word_checks import lint

from linter.cli import cli
from linter.declared import load
from linter.declared.record import File, read
from linter.declared.verbs import VERBS
from linter.forms.nodes import BadFileError, parse_yaml
from linter.kernel.check import Check, Label
from linter.kernel.registry import Pack, RegistryError, build
from linter.kernel.result import FileResult
from linter.kernel.unfilled import PLACES
from linter.pages.scaffold import ScaffoldError, python_check, yaml_check
from linter.pages.testing import findings, prove
from linter.settings.loose import load_python

HOUSE = sorted((ROOT / "examples" / "yaml").glob("[!g]*.yaml"))
HEAD = """\
checks:
  - code: SY001
    name: some-thing
    severity: warning
    title: 说明。
    examples: {bad: "[[甲]]", good: 乙}
"""


def file_of(body: str) -> File:
    lines = "".join(f"    {line}\n" for line in body.strip("\n").split("\n"))
    return read(parse_yaml(HEAD + lines, "h.yaml"), "h")


def check_of(body: str) -> Check:
    return file_of(body).checks[0]


def run(body: str, text: str, name: str = "a.txt") -> FileResult:
    return lint(text, name, build([Pack("h", "", (check_of(body),))]))


def found(body: str, text: str) -> list[str]:
    file = run(body, text)
    return [file.text.slice(item.span) for item in file.diagnostics]


PLAN = """\
某市防汛应急预案

1 总则

1.1 目的 为做好“老工作”，制定本预案。

1.2 范围

适用于本市工作；工作按《防汛工作条例》办理。

2 应急响应

| 级别 | 工作 |
| --- | --- |
| 一级 | 全面工作 |

3 组织体系

成员单位：市水务局、市财政局、市商业局。
"""


def test_terms_are_found_in_the_documents_own_words() -> None:
    assert found("forbid-term: 工作", PLAN) == ["工作"] * 4
    assert len(found("forbid-term: 工作\nquoted: true", PLAN)) == 6


def test_whole_words_are_told_from_parts_of_others() -> None:
    raw = PLAN + "\n收到预报警报后，报警电话由值班员接听，台风登陆点附近，登陆前一小时。\n"
    rule = "replace-term: {报警: 报警（110）, 登陆: 登上陆地}"
    assert found(rule, raw) == ["报警", "报警", "登陆", "登陆"]
    assert found(f"{rule}\nwhole: true", raw) == ["报警", "登陆"]


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("title", ["防汛"]),
        ("heading", ["应急响应", "组织"]),
        ("cell", ["级别"]),
        ("paragraph", ["成员"]),
    ],
)
def test_places_of_words(where: str, words: list[str]) -> None:
    assert found(f"forbid-term: [防汛, 应急响应, 组织, 级别, 成员]\nin: [{where}]", PLAN) == words


def test_words_over_stray_spaces_and_the_longer_word_first() -> None:
    text = "某市通知\n\n由市 应 急 管 理 局 负责，不含应急办。\n"
    assert found("forbid-term: [应急, 应急管理局]", text) == ["应 急 管 理 局", "应急"]


def test_a_genre_is_told_by_the_end_of_the_title() -> None:
    body = "forbid-term: 工作\nkind: [办法]"
    head = "某市关于印发《某市管理办法（试行）》的通知\n\n某政发〔2026〕3号\n\n各县：\n\n"
    letter = f"{head}请做好工作。\n\n某市人民政府\n2026年1月5日\n\n"
    notice = letter + "某市管理办法（试行）\n\n第一章 总则\n\n第一条 规范工作。\n"
    assert found(body, "某市管理办法（试行）\n\n第一条 规范工作。\n") == ["工作"]
    assert found(body, "某市通知\n\n做好工作。\n") == []
    assert found(body, notice) == ["工作"]


def test_replacing_leaves_what_is_right_already() -> None:
    body = "replace-term: {账: 账号, 登陆: 登录}"
    file = run(body, "某市通知\n\n请用账号登陆系统，不得共用账。\n")
    assert [file.text.slice(item.span) for item in file.diagnostics] == ["登陆", "账"]
    fix = file.diagnostics[0].fix
    assert fix
    assert (fix.kind, fix.edits[0].text) == ("unsafe", "登录")


def test_rewriting_by_groups() -> None:
    body = "rewrite: {pattern: '第([0-9]+)(期)?第', use: '第{1}{2}'}"
    file = run(body, "某市通知\n\n见第12期第三版、第3第4版。\n")
    assert [item.message.zh for item in file.diagnostics] == ["“第12期第”应写作“第12期”", "“第3第”应写作“第3”"]
    fix = file.diagnostics[0].fix
    assert fix
    # The smallest edit: the second 第 goes, the rest stays as it was written.
    assert (fix.kind, [(file.text.slice(edit.span), edit.text) for edit in fix.edits]) == ("unsafe", [("第", "")])


def test_nothing_is_offered_where_no_group_took_part() -> None:
    (item,) = run('rewrite: {pattern: "(,),|;。", use: "{1}"}', "某市通知\n\n请办理；。\n").diagnostics
    assert item.fix is None


def test_at_most_characters_and_times() -> None:
    assert found("at-most: {characters: 4}\nin: [heading]", PLAN) == ["1.2 范围", "2 应急响应", "3 组织体系"]
    assert found("at-most: {characters: 7}\nin: [title]", PLAN) == ["某市防汛应急预案"]
    assert found("at-most: {times: 3, of: 工作}", PLAN) == ["工作"]
    assert found("at-most: {times: 4, of: 工作}", PLAN) == []
    assert len(run("at-most: {times: 0, of: 工作}", PLAN).diagnostics[0].related) == 3


def test_forms_are_counted_in_groups() -> None:
    text = "某市通知\n\n登录平台。登陆平台。登录系统。帐号。\n"
    assert found("consistent: [登录, 登陆]", text) == ["登陆"]
    assert found("consistent: [[登录, 登陆], [账号, 帐号]]", text) == ["登陆"]
    assert found("consistent: [登录, 登陆]", text.replace("登录系统", "登陆系统")) == ["登录"]


def test_required_headings_and_their_order() -> None:
    body = "require-section: [总则, 附则, {pattern: 保障}]\nkind: [预案]"
    (item,) = run(body, PLAN).diagnostics
    assert item.message.zh == "缺少“附则”“保障”"
    assert found("order: [总则, {pattern: ^组织}, 应急响应]", PLAN) == ["组织体系"]
    assert found("order: [总则, 应急响应, 组织体系]", PLAN) == []


def test_required_fields() -> None:
    letter = "某市通知\n\n某政发〔2026〕3号\n\n各县人民政府：\n\n请办理。\n\n某市人民政府\n2026年1月5日\n"
    assert found("require-field: [title, number, addressee, date]", letter) == []
    (item,) = run("require-field: [number, addressee]", "某市通知\n\n请办理。\n").diagnostics
    assert item.message.zh == "缺少发文字号、主送机关"
    assert item.message.en == "The document number, addressee is missing"


def test_conditions() -> None:
    assert found("if-then: {if: {term: 成员单位}, then: {section: 附则}}", PLAN) == ["成员单位"]
    assert found("if-then: {if: {section: 应急响应}, then: {field: number}}", PLAN) == ["应急响应"]
    assert found("if-then: {if: {field: title}, then: {term: [附表, 水务局]}}", PLAN) == []
    assert found("if-then: {if: {term: 没有}, then: {term: 附表}}", PLAN) == []


@pytest.mark.parametrize(
    ("body", "zh", "en"),
    [
        ("at-most: {times: 3, of: 工作}", "“工作”为 4 次，超过 3", "“工作” is 4 times, more than 3"),
        ("require-field: [number, date]", "缺少发文字号、成文日期", "The document number, date is missing"),
        (
            "if-then: {if: {term: 工作}, then: {term: 经费, field: [date]}}",
            "有“工作”而没有“经费”、成文日期",
            "“工作” is there, without “经费”, date",
        ),
    ],
)
def test_what_a_message_chooses_is_said_in_both_languages(body: str, zh: str, en: str) -> None:
    assert run(body, PLAN).diagnostics[0].message == Label(zh, en)


def test_the_register_of_bodies() -> None:
    body = "body-registry:\n  bodies: [某市水务局]\n  abbreviations: {市财政局: 某市财政局}"
    assert found(body, PLAN) == ["市商业局"]


def test_messages_of_the_office_in_both_languages() -> None:
    body = 'forbid-term: 成员单位\nmessage: {zh: "不写“{words}”", en: "no “{words}”"}'
    (item,) = run(body, PLAN).diagnostics
    assert item.message == ("不写“成员单位”", "no “成员单位”")
    (item,) = run('forbid-term: 成员单位\nmessage: "{{x}} 不写"', PLAN).diagnostics
    assert item.message == ("{x} 不写", "{x} 不写")


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("forbid-terms: [甲]", 7, "forbid-term"),
        ("in: [titel]\nforbid-term: 甲", 7, "title"),
        ("forbid-term: 甲\nreplace-term: {乙: 丙}", 2, "一个动词"),
        ("why: 无", 2, "一个动词"),
        ('forbid-term: {pattern: "("}', 7, "正则"),
        ('forbid-term:\n  - 甲\n  - {pattern: "x*"}', 9, "空串"),
        ("at-most: {times: 3}", 7, "times、of"),
        ("at-most: {characters: 0}", 7, "不小于 1"),
        ("require-field: [nummer]", 7, "number"),
        ("if-then: {if: {term: 甲}}", 7, "then"),
        ("if-then:\n  if: {term: 甲}\n  then: {}", 9, "term"),
        ('forbid-term: 甲\nmessage: "{word}"', 8, "words"),
        ('forbid-term: 甲\nmessage: "{"', 8, "花括号"),
        ('forbid-term: 甲\nmessage: "{words:>99999999}"', 8, "格式"),
        ('forbid-term: 甲\nmessage: "{words.__class__}"', 8, "words"),
        ("forbid-term: []", 7, "非空列表"),
        ("replace-term: [甲]", 7, "键"),
        ('rewrite:\n  pattern: "(甲)"\n  use: "{2}"', 9, "{2}"),
        ("rewrite: {use: 甲}", 7, "pattern"),
    ],
)
def test_mistakes_have_their_lines(body: str, line: int, words: str) -> None:
    with pytest.raises(BadFileError) as caught:
        file_of(body)
    (told,) = caught.value.problems
    assert str(told).startswith(f"h.yaml:{line}: ")
    assert words in told.text


def test_the_frame_of_a_check() -> None:
    text = "checks:\n  - code: sy1\n    name: Old\n    severity: grave\n    forbid-term: 甲\n"
    with pytest.raises(BadFileError) as caught:
        read(parse_yaml(text, "h"), "h")
    told = [(problem.place.line, problem.text) for problem in caught.value.problems]
    assert [line for line, _ in told] == [2, 2, 2, 3, 4]
    assert "examples" in "".join(words for _, words in told)


def test_a_pattern_cannot_hang_a_run() -> None:
    body = 'forbid-term: {pattern: "(a|aa)+[bc]"}'
    text = f"某市通知\n\n{'a' * 60}。\n"
    from linter.kernel.engine import lint_source
    from linter.settings.config import Settings, activate
    from linter.sources import read as read_source

    with Stopwatch() as watch:
        registry = build([Pack("h", "", (check_of(body),))])
        _, (told,) = lint_source(read_source(text.encode(), "a.txt"), "a.txt", activate(registry, Settings()))
    assert watch.seconds < 3
    assert told.level == "error"
    assert "h.yaml:7: 正则表达式超过 0.5 秒" in told.text


@pytest.mark.parametrize("path", HOUSE, ids=[path.stem for path in HOUSE])
def test_the_files_we_show_are_proven(path: Path) -> None:
    result = CliRunner().invoke(cli, ["prove", str(path)], standalone_mode=False)
    assert result.return_value == 0, result.output
    assert len(load(path).checks) >= 3


def test_every_verb_is_shown() -> None:
    shown = "".join(path.read_text("utf-8") for path in HOUSE)
    assert [verb for verb in VERBS if f"    {verb}:" not in shown] == []


def test_the_settings_we_show_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (ROOT / "examples" / "yaml").iterdir():
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    monkeypatch.chdir(tmp_path)
    Path("稿.txt").write_text(
        "山阳市人民政府办公室关于走访的通知\n\n各县：\n\n对贫困户逐户走访，由市扶贫办汇总。\n", "utf-8"
    )
    result = CliRunner().invoke(cli, ["check", "--quiet", "稿.txt"], standalone_mode=False)
    assert "稿.txt:5:2: 警告 SY001" in result.output
    assert "稿.txt:1:1: 错误 SY101" in result.output
    assert "WD004" in result.output
    assert "乡村振兴局" in result.output


# --- prove and new-check

Prove = Callable[..., tuple[int, str]]


@pytest.fixture
def invoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Prove:
    monkeypatch.chdir(tmp_path)

    return run_cli


def test_prove_tells_the_line_of_an_example(invoke: Prove) -> None:
    text = (
        HEAD.replace('{bad: "[[甲]]", good: 乙}', "\n      bad:\n        - 没有。\n        - '[[甲]]'\n      good: 甲")
        + "    forbid-term: 甲\n"
    )
    Path("h.yaml").write_text(text, "utf-8")
    code, said = invoke("prove", "h.yaml")
    assert code == 1
    assert [line.split(" ")[0] for line in said.split("\n") if line.startswith("h.yaml")] == ["h.yaml:8:", "h.yaml:10:"]


def test_prove_takes_codes_and_tells_mistakes(invoke: Prove) -> None:
    assert invoke("prove", "EN001")[0] == 0
    assert invoke("prove", "ZZ999")[0] == 2
    Path("h.yaml").write_text("checks: 3\n", "utf-8")
    assert invoke("prove", "h.yaml") == (2, "h.yaml:1: 应为含 " + invoke("prove", "h.yaml")[1].split("应为含 ")[1])


@pytest.mark.parametrize("verb", VERBS)
def test_a_new_yaml_check_fails_until_it_is_filled_in(invoke: Prove, verb: str) -> None:
    assert invoke("new-check", "SY001", "old-term", "--yaml", "--verb", verb)[0] == 0
    code, said = invoke("prove", "sy001-old-term.yaml")
    assert code == 1
    assert "问题所在" in said
    assert invoke("new-check", "SY001", "old-term", "--yaml")[0] == 2


def test_a_new_yaml_check_filled_in_is_proven(invoke: Prove) -> None:
    invoke("new-check", "SY001", "old-term", "--yaml")
    path = Path("sy001-old-term.yaml")
    path.write_text(path.read_text("utf-8").replace("要查的词", "问题所在"), "utf-8")
    assert invoke("prove", str(path))[0] == 0


def test_a_new_python_check_fails_until_it_is_filled_in(invoke: Prove) -> None:
    assert invoke("new-check", "SY001", "old-term", "--folder", "own")[0] == 0
    path = Path("own/sy001_old_term.py")
    code, said = invoke("prove", str(path))
    assert code == 1
    assert "问题所在" in said
    path.write_text(path.read_text("utf-8").replace("要查的词", "问题所在"), "utf-8")
    (check,) = load_python(path).checks
    prove(check)
    assert invoke("prove", str(path))[0] == 0


@pytest.mark.parametrize(
    ("code", "name", "verb"), [("sy1", "old-term", "order"), ("SY001", "Old", "order"), ("SY001", "old-term", "odrer")]
)
def test_a_scaffold_needs_a_right_name(code: str, name: str, verb: str) -> None:
    with pytest.raises(ScaffoldError):
        yaml_check(code, name, verb)
    if verb != "odrer":
        with pytest.raises(ScaffoldError):
            python_check(code, name)


# --- loose checks


def test_loose_checks_run_only_when_asked_for(invoke: Prove) -> None:
    invoke("new-check", "SY001", "old-term", "--folder", "own")
    new = Path("own/sy001_old_term.py")
    words = new.read_text("utf-8")
    for place in PLACES:
        words = words.replace(place, "旧的称呼")
    new.write_text(words, "utf-8")
    Path("a.txt").write_text("某市通知\n\n旧的称呼。\n", "utf-8")
    assert "SY001" not in invoke("check", "a.txt")[1]
    assert "SY001" in invoke("check", "--checks-path", "own", "a.txt")[1]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("bad.py", "import nowhere\n", "bad.py 无法载入"),
        ("bad.py", "x = (\n", "bad.py 无法载入"),
        ("bad.py", "raise SystemError\n", "bad.py 无法载入：SystemError"),
        ("bad.py", "x = 1\n", "没有检查"),
        ("bad.yaml", "checks: []\n", "bad.yaml:1: "),
        ("readme.md", "", "没有检查"),
    ],
)
def test_loose_checks_that_fail_are_named(invoke: Prove, name: str, text: str, told: str) -> None:
    Path("own").mkdir()
    (Path("own") / name).write_text(text, "utf-8")
    Path("a.txt").write_text("某市通知\n\n无。\n", "utf-8")
    code, said = invoke("check", "--checks-path", "own", "a.txt")
    assert code == 2
    assert told in said
    assert "\n" not in said


def test_checks_of_the_settings_have_their_pages(invoke: Prove) -> None:
    Path("own").mkdir()
    Path("own/h.yaml").write_text(HEAD + "    forbid-term: 甲\n    basis: {zh: 规程, en: Rules}\n", "utf-8")
    Path("own/gazette-lint.yaml").write_text("level: note\n", "utf-8")
    assert "规程" in invoke("rule", "SY001", "--checks-path", "own")[1]
    assert invoke("rule", "SY001")[0] == 2
    Path("gazette-lint.yaml").write_text("rules: [own/h.yaml]\n", "utf-8")
    assert "Rules" in invoke("rule", "some-thing", "--lang", "en")[1]


def test_letters_of_the_built_in_families_are_reserved() -> None:
    own = check_of("forbid-term: 甲")
    builtin = build([Pack("builtin", "1", (own,))])
    with pytest.raises(RegistryError, match="reserved"):
        build([*builtin.packs, Pack("other", "1", (file_of("forbid-term: 甲").checks[0],))])


leaf = st.sampled_from(["甲", "title", "number", "(", "a+", "", True, None, 0, 3, "{words}", "{x"])
tree = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["pattern", "if", "then", "term", "times", "of", "bad", "good", "zh"]), inner),
    ),
    max_leaves=8,
)
frame = st.fixed_dictionaries(
    {
        "code": st.just("SY001"),
        "name": st.just("some-thing"),
        "severity": st.just("note"),
        "title": tree,
        "examples": st.one_of(tree, st.just({"bad": "[[甲]]", "good": "乙"})),
    },
    optional=dict.fromkeys(VERBS, tree) | {"in": tree, "kind": tree, "quoted": tree, "whole": tree, "message": tree},
)


@given(st.lists(frame, min_size=1, max_size=2))
@settings(max_examples=50)
def test_any_tree_is_checks_or_mistakes(checks: list[dict[str, object]]) -> None:
    """What is taken runs; what is not is told."""
    text = yaml.safe_dump({"checks": checks}, allow_unicode=True)
    made: tuple[Check, ...] = ()
    with suppress(BadFileError):
        made = read(parse_yaml(text, "h"), "h").checks
    for check in made[:1]:
        findings(check, PLAN)
