"""The baseline: what was there stays known through edits, what is new never hides."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from word_checks import lint, samples

from linter.accepted.baseline import Baseline, compare, draw, dumps, loads
from linter.accepted.matching import Trace, pair
from linter.accepted.matching import traces as traces_of
from linter.cli import cli
from linter.forms.nodes import BadFileError
from linter.kernel import registry as registries
from linter.kernel.engine import lint_source
from linter.kernel.registry import Registry
from linter.kernel.result import FileResult, Suppression
from linter.settings.config import Settings, activate
from linter.sources import read

PLAN = """\
某市防汛应急预案

一、总则
（一）编制目的
为做好防汛工作，会同其它部门制定本预案，各有关单位遵照执行。
（二）适用范围
本预案适用于本市，其它灾害参照执行，截止目前共修订三次。
二、职责
（一）市水务局负责其它工作，承担指挥部日常事务。
（二）市公安局负责治安。
三、附则
本预案由市水务局解释。
"""
INSERTED = "\n".join(f"第{number}件事项已经办结，请各单位知悉。" for number in "甲乙丙丁戊己庚辛壬癸")


def new(files: Sequence[FileResult] | FileResult, baseline: Baseline) -> list[tuple[str, int]]:
    """Code and line of each diagnostic that is new."""
    listed = [files] if isinstance(files, FileResult) else files
    compared = compare(listed, baseline, lambda _: False)
    return [
        (item.code, file.text.position(item.span.start).line)
        for file in compared.files
        for item in file.diagnostics
        if item.baseline == "new"
    ]


def returned(file: FileResult, baseline: Baseline) -> list[Trace]:
    """Findings told as new though an entry that met none is of their check and words, or had their place as an end."""
    compared = compare([file], baseline, lambda _: False)
    missed = [trace for left in compared.stale.values() for trace in left]
    marked = zip(compared.files[0].diagnostics, traces_of(file), strict=True)
    return [
        trace
        for item, trace in marked
        if item.baseline == "new"
        and any(
            one.code == trace.code and (one.text == trace.text or trace.fingerprint[:8] in one.ends) for one in missed
        )
    ]


def stale(text: str, baseline: Baseline) -> list[str]:
    compared = compare([lint(text)], baseline, lambda _: False)
    return [trace.code for traces in compared.stale.values() for trace in traces]


BASELINE = draw([lint(PLAN)])


def test_nothing_is_new_on_the_same_text() -> None:
    assert [trace.code for trace in BASELINE["a.txt"]] == ["AA001", "AA001", "AA002", "AA001"]
    assert new(lint(PLAN), BASELINE) == []
    assert stale(PLAN, BASELINE) == []


@pytest.mark.parametrize(
    ("old", "replacement"),
    [
        ("一、总则", f"{INSERTED}\n一、总则"),
        ("（二）市公安局", f"{INSERTED}\n（二）市公安局"),
        ("（一）市水务局负责其它工作", "（一）市财政局负责经费。\n（二）市水务局负责其它工作"),
        ("三、附则", "三、保障\n保障有力。\n四、附则"),
        ("二、职责", "九、职责"),
        ("会同其它部门", "会 同\n其它部门"),
        ("各有关单位遵照执行", "各单位执行"),
        ("为做好防汛工作", "为进一步做好全市防汛抗旱工作"),
        ("\n", "\r\n"),
        ("，", ","),
    ],
)
def test_accepted_findings_survive_edits(old: str, replacement: str) -> None:
    text = PLAN.replace(old, replacement)
    assert text != PLAN
    assert new(lint(text), BASELINE) == []


@pytest.mark.parametrize(
    ("old", "replacement", "line"),
    [
        ("（二）市公安局负责治安。", "（二）市公安局负责其它治安事项。", 10),
        ("编制目的\n", "编制目的\n其它单位另行规定，不在此列。\n", 5),
        ("本预案由", "其它未尽事宜另行规定。本预案由", 12),
    ],
)
def test_a_new_defect_with_the_same_words_is_new(old: str, replacement: str, line: int) -> None:
    assert new(lint(PLAN.replace(old, replacement)), BASELINE) == [("AA001", line)]


def test_a_defect_mended_here_does_not_hide_one_made_there() -> None:
    text = PLAN.replace("会同其它部门", "会同有关部门").replace(
        "遵照执行。", "遵照执行。\n重大事项报请其它机关批准后实施。"
    )
    assert new(lint(text), BASELINE) == [("AA001", 6)]
    assert stale(text, BASELINE) == ["AA001"]


def test_the_same_words_in_another_level_are_new() -> None:
    text = "某市预案\n\n1 响应\n1.1 Ⅰ级响应\n调集其它力量。\n1.2 Ⅱ级响应\n调集队伍。\n"
    baseline = draw([lint(text)])
    moved = text.replace("其它力量", "力量").replace("调集队伍", "调集其它力量")
    assert new(lint(moved), baseline) == [("AA001", 7)]


def test_numbers_in_the_words_count() -> None:
    one = [Trace("AA001", "k", "9人", "", "")]
    assert pair(one, [Trace("AA001", "other", "10人", "", "")]) == {}


def test_what_is_left_of_a_finding_with_many_places_is_known() -> None:
    known = [Trace("AA001", "first", "甲", ends=("second", "third"))]
    assert pair(known, [Trace("AA001", "second", "甲", ends=("third",))]) == {0: 0}
    assert pair(known, [Trace("AA001", "second", "甲", ends=("fourth",))]) == {}
    assert pair(known, [Trace("AA001", "second", "甲", ends=("first",))]) == {0: 0}
    assert pair(known, [Trace("AA002", "second", "甲")]) == {}
    assert pair(known, [Trace("AA001", "first", "甲"), Trace("AA001", "second", "甲")]) == {0: 0}
    assert pair(known, [Trace("AA001", "second", "甲"), Trace("AA001", "third", "甲")]) == {0: 0}


def test_twins_are_counted() -> None:
    text = "某市通知\n\n一、安排\n其它工作。\n其它工作。\n"
    baseline = draw([lint(text)])
    assert '"count": 2' in dumps(baseline)
    assert new(lint(text), baseline) == []
    assert len(new(lint(text + "其它工作。\n"), baseline)) == 1


def test_a_suppressed_finding_is_not_taken_in() -> None:
    file = lint(PLAN)
    first = file.diagnostics[0]._replace(suppression=Suppression("external", "已定"))
    drawn = draw([file._replace(diagnostics=(first, *file.diagnostics[1:]))])
    assert len(drawn["a.txt"]) == 3


def test_a_renamed_file_keeps_its_baseline_while_the_old_one_is_gone() -> None:
    renamed = lint(PLAN, "b.txt")
    assert len(compare([renamed], BASELINE, lambda _: False).files[0].diagnostics) == 4
    marks = [item.baseline for item in compare([renamed], BASELINE, lambda _: True).files[0].diagnostics]
    assert set(marks) == {"unchanged"}
    marks = [item.baseline for item in compare([renamed], BASELINE, lambda _: False).files[0].diagnostics]
    assert set(marks) == {"new"}


def test_the_file_reads_back_and_does_not_depend_on_order() -> None:
    assert loads(dumps(BASELINE), "b") == {
        path: tuple(sorted(kept, key=lambda one: (one.code, one.text, one))) for path, kept in BASELINE.items()
    }
    assert dumps(loads(dumps(BASELINE), "b")) == dumps(BASELINE)
    assert loads(dumps({}), "b") == {}


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 9, "files": {}}', '{"version": 1, "files": {"a": 3}}', "[" * 99999]
)
def test_a_file_that_is_no_baseline_is_one_line(text: str) -> None:
    with pytest.raises(BadFileError) as caught:
        loads(text, "b.json")
    assert str(caught.value).startswith("b.json:1: ")
    assert "\n" not in str(caught.value)


words = st.text("甲乙丙丁", max_size=3)
traces = st.lists(
    st.builds(Trace, st.sampled_from(["AA001", "AA002"]), st.sampled_from("fg"), words, words, words, st.just(()))
)


@given(traces, traces)
def test_a_pairing_uses_each_entry_once_and_only_its_like(known: list[Trace], found: list[Trace]) -> None:
    pairs = pair(known, found)
    assert len(set(pairs.values())) == len(pairs)
    for at, index in pairs.items():
        assert found[at][:2] == known[index][:2]


@given(traces)
def test_every_finding_is_known_to_its_own_baseline(found: list[Trace]) -> None:
    assert len(pair(found, found[::-1])) == len(found)


# --- the whole gazette


def lint_gazette(text: str, registry: Registry) -> FileResult:
    return lint_source(read(text.encode(), "g.txt"), "g.txt", activate(registry, Settings()))[0]


@pytest.fixture(scope="module")
def drawn(linted: FileResult) -> tuple[FileResult, Baseline]:
    file = linted._replace(path="g.txt")
    return file, draw([file])


def gazette_without(file: FileResult, index: int) -> str:
    """The gazette without a notice and without its line in the table of contents."""
    document = file.issue.documents[index]
    raw = file.text.raw
    number = document.head.number
    assert number
    entry = next(one for one in file.issue.contents if one.number and one.number.serial == number.serial)
    assert entry.span.end <= document.span.start
    return raw[: entry.span.start] + raw[entry.span.end : document.span.start] + raw[document.span.end :]


def test_ten_paragraphs_on_top_of_the_gazette(drawn: tuple[FileResult, Baseline], registry: Registry) -> None:
    file, baseline = drawn
    assert len(file.diagnostics) > 30
    linted = lint_gazette(f"{INSERTED}\n\n{file.text.raw}", registry)
    assert new(linted, baseline) == []


@pytest.mark.parametrize("index", [0, 4, 8])
def test_a_notice_deleted_from_the_gazette(drawn: tuple[FileResult, Baseline], registry: Registry, index: int) -> None:
    file, baseline = drawn
    linted = lint_gazette(gazette_without(file, index), registry)
    assert returned(linted, baseline) == []
    assert len(new(linted, baseline)) <= 2


def test_a_list_renumbered_in_the_gazette(drawn: tuple[FileResult, Baseline], registry: Registry) -> None:
    """Every list of (1), (2)… whose items end in a semicolon gets a new first item."""
    file, baseline = drawn
    moved = 0

    def shift(match: re.Match[str]) -> str:
        nonlocal moved
        number = int(match[1])
        if number == 1:
            moved = int(match[2].endswith((";", "；")))
        first = f"(1)认真落实上级部署{match[2][-1]}\n" if number == moved == 1 else ""
        return f"{first}({number + moved}){match[2]}"

    text = re.sub(r"^[(（](\d+)[)）](.*)$", shift, file.text.raw, flags=re.MULTILINE)
    assert text.count("认真落实上级部署") > 15
    compared = compare([lint_gazette(text, registry)], baseline, lambda _: False)
    assert compared.stale == {}


def test_new_defects_in_the_gazette_do_not_hide(drawn: tuple[FileResult, Baseline], registry: Registry) -> None:
    file, baseline = drawn
    text = file.text.raw.replace("工作原则", "工作原则\n会议定于2021年2月30日召开，材料于2021年6月31日前报送。", 1)
    assert text != file.text.raw
    found = [code for code, _ in new(lint_gazette(text, registry), baseline)]
    assert found.count("DT001") == 2


# --- the command


@pytest.fixture
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(registries, "load", samples)
    Path("a.txt").write_text(PLAN, "utf-8")


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    code = getattr(result.exception, "exit_code", 99) if result.exception else int(result.return_value or 0)
    return code, result.stdout, result.stderr


@pytest.mark.usefixtures("_folder")
def test_draw_check_mend_renew() -> None:
    kept = Path("gazette-lint.baseline.json")
    assert run("baseline", "a.txt")[0] == 0
    drawn = kept.read_text("utf-8")
    assert list(json.loads(drawn)["files"]) == ["a.txt"]
    assert run("check", "--baseline", str(kept), "a.txt")[0] == 0
    Path("a.txt").write_text(PLAN.replace("截止目前", "至今").replace("治安。", "其它治安。"), "utf-8")
    code, out, err = run("check", "--baseline", str(kept), "--quiet", "a.txt")
    assert code == 1
    assert out.count("\n") == 1
    code, out, err = run("check", "--baseline", str(kept), "a.txt")
    assert "AA002“截止目前”" in err
    assert run("baseline", "a.txt")[0] == 0
    assert kept.read_text("utf-8").count("AA001") == 3
    assert "AA002" not in kept.read_text("utf-8")
    assert run("check", "--baseline", str(kept), "a.txt")[0] == 1
    assert run("baseline", "--add-new", "a.txt")[0] == 0
    assert run("check", "--baseline", str(kept), "a.txt")[0] == 0


@pytest.mark.usefixtures("_folder")
def test_a_run_of_some_checks_and_files_drops_nothing_else() -> None:
    Path("b.txt").write_text(PLAN, "utf-8")
    run("baseline", "a.txt", "b.txt")
    before = Path("gazette-lint.baseline.json").read_text("utf-8")
    code, _, err = run("check", "--baseline", "gazette-lint.baseline.json", "--select", "AA002", "a.txt")
    assert (code, err) == (0, "")
    assert run("baseline", "--select", "AA002", "a.txt")[0] == 0
    assert Path("gazette-lint.baseline.json").read_text("utf-8") == before


@pytest.mark.usefixtures("_folder")
def test_a_renamed_draft_moves_in_the_baseline() -> None:
    run("baseline", "a.txt")
    Path("a.txt").rename("b.txt")
    assert run("check", "--baseline", "gazette-lint.baseline.json", "b.txt")[0] == 0
    run("baseline", "b.txt")
    assert list(json.loads(Path("gazette-lint.baseline.json").read_text("utf-8"))["files"]) == ["b.txt"]


@pytest.mark.usefixtures("_folder")
def test_settings_may_name_the_baseline_from_their_folder() -> None:
    Path("sub").mkdir()
    Path("a.txt").rename("sub/a.txt")
    Path("gazette-lint.yaml").write_text("baseline: known.json\n", "utf-8")
    run("baseline", "sub/a.txt")
    assert list(json.loads(Path("known.json").read_text("utf-8"))["files"]) == ["sub/a.txt"]
    assert run("check", "sub/a.txt")[0] == 0


@pytest.mark.usefixtures("_folder")
def test_sarif_tells_the_state_of_every_result() -> None:
    run("baseline", "--select", "AA001", "a.txt")
    _, out, _ = run("check", "--baseline", "gazette-lint.baseline.json", "--format", "sarif", "a.txt")
    states = [result["baselineState"] for result in json.loads(out)["runs"][0]["results"]]
    assert sorted(states) == ["new", "unchanged", "unchanged", "unchanged"]


@pytest.mark.usefixtures("_folder")
def test_a_baseline_that_is_not_there_is_a_failure() -> None:
    assert run("check", "--baseline", "no.json", "a.txt")[0] == 2


@pytest.mark.usefixtures("_folder")
def test_a_file_that_cannot_be_read_writes_no_baseline() -> None:
    assert run("baseline", "a.txt", "no.txt")[0] == 2
    assert not Path("gazette-lint.baseline.json").exists()
