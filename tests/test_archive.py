"""An archive: what is put in stays in, whatever happens, and its documents are held against one another."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import run_cli

from linter.language.text import Span
from linter.runs import archiving
from linter.runs.run import load

NOTICE = """关于做好第{0}次防汛工作的通知

海政办〔2021〕{0}号

各区人民政府：

请执行《海州市防汛抗旱应急预案》（海政办〔2015〕61号），3月1日前由市水务局、市应急局、市公安局、市教育局、市财政局检查。

海州市人民政府办公室
2021年5月6日
"""
ENDING = """关于废止预案的通知

海政办〔2020〕9号

各区人民政府：

《海州市防汛抗旱应急预案》（海政办〔2015〕61号）同时废止。

海州市人民政府办公室
2020年5月6日
"""
ARCHIVE = "gazette-lint.archive"
ADD = [sys.executable, "-m", "linter", "archive", "add", "drafts"]


@pytest.fixture(autouse=True)
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("drafts").mkdir()
    for number in range(1, 6):
        draft(number, NOTICE.format(number))


def draft(number: int, words: str) -> None:
    Path("drafts", f"{number}.txt").write_text(words, "utf-8")


def rows(query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(ARCHIVE) as base:
        found = base.execute(query).fetchall()
    base.close()
    return found


def test_only_what_changed_is_put_in_and_what_is_gone_is_taken_out() -> None:
    assert "存入 5 个文件，未变 0 个，去掉 0 个" in run_cli("archive", "add", "drafts")[1]
    draft(2, NOTICE.format(22))
    Path("drafts", "3.txt").unlink()
    assert "存入 1 个文件，未变 3 个，去掉 1 个" in run_cli("archive", "add", "drafts")[1]
    assert "4 个文件、4 件公文、4 处引用" in run_cli("archive", "show")[1]
    assert rows("SELECT count(*) FROM search") == [(4,)]
    assert {kind for (kind,) in rows("SELECT DISTINCT kind FROM facts")} >= {"dates", "body-lists"}


def test_words_are_found_in_titles_numbers_and_citations() -> None:
    run_cli("archive", "add", "drafts")
    for words, count in (
        ("第4次防汛", 1),
        ("海政办〔2021〕5号", 1),
        ("抗旱应急预案", 5),
        ("防汛", 5),
        ("没有的", 0),
        ('a"b', 0),
    ):
        assert len(run_cli("archive", "show", words)[1].splitlines()) == count, words


def test_documents_are_held_against_one_another() -> None:
    draft(6, NOTICE.format(4).replace("第4次防汛工作", "人才住房分配"))
    draft(7, ENDING)
    cited = "做好第3次防灾工作的通知》（海政办〔2021〕3号"
    draft(8, NOTICE.format(8).replace("防汛抗旱应急预案》（海政办〔2015〕61号", cited))
    run_cli("archive", "add", "drafts")
    code, text = run_cli("archive", "check", "--preview")
    assert code == 1
    assert "drafts/6.txt:1:1: 警告 AR001" in text
    assert "    → drafts/4.txt:1:1 同号的另一份文件：【关于做好第4次防汛工作的通知】" in text
    assert text.count("AR003") == 6
    _, lines = run_cli("archive", "check", "-q", "--format", "jsonl", "--preview", "--select", "AR002", "--lang", "en")
    (found,) = [one for one in map(json.loads, lines.splitlines()) if one["kind"] == "finding"]
    assert (found["path"], found["line"], found["text"]) == ("drafts/8.txt", 7, "海州市做好第3次防灾工作的通知")
    assert [end["path"] for end in found["related"]] == ["drafts/3.txt"]
    assert run_cli("archive", "check", "--preview", "--ignore", "AR")[0] == 0


def test_a_number_cited_under_two_titles() -> None:
    draft(4, NOTICE.format(4).replace("防汛抗旱应急预案", "防汛抗灾应急预案"))
    draft(5, NOTICE.format(5).replace("《海州市防汛抗旱应急预案》", "《防汛抗旱应急预案》"))
    run_cli("archive", "add", "drafts")
    _, text = run_cli("archive", "check", "--select", "AR004")
    (found,) = [line for line in text.splitlines() if "AR004" in line]
    assert found.startswith("drafts/4.txt:7:5: 警告")
    assert "    → drafts/1.txt:7:5 " in text


def test_every_report_points_into_both_files() -> None:
    draft(6, NOTICE.format(4).replace("第4次防汛工作", "人才住房分配"))
    run_cli("archive", "add", "drafts")
    reports = ("r.sarif", "r.json", "r.html", "r.md", "gitlab:r.gl")
    asked = [word for name in reports for word in ("-o", name)]
    assert run_cli("archive", "check", "--select", "AR001", "--root", "drafts", "-q", *asked)[0] == 1
    (run,) = json.loads(Path("r.sarif").read_text("utf-8"))["runs"]
    (result,) = run["results"]
    (end,) = [one["physicalLocation"] for one in result["relatedLocations"]]
    here = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert (here["uri"], end["artifactLocation"]["uri"]) == ("6.txt", "4.txt")
    assert run["artifacts"][end["artifactLocation"]["index"]]["location"]["uri"] == "4.txt"
    assert end["region"]["snippet"]["text"] == "关于做好第4次防汛工作的通知"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["AR001"]
    (found,) = json.loads(Path("r.json").read_text("utf-8"))["findings"]
    assert [(one["path"], one["line"]) for one in found["related"]] == [("4.txt", 1)]
    page = Path("r.html").read_text("utf-8")
    assert page.index('id="r1-0-0"') < page.index('data-to="r1-0-0"')  # 4.txt has the place, 6.txt the link
    assert page.count('id="r1-0-0"') == 1
    (issue,) = json.loads(Path("r.gl").read_text("utf-8"))
    assert issue["other_locations"][0]["path"] == "4.txt"
    assert "→ 4.txt 第 1 行 同号的另一份文件" in Path("r.md").read_text("utf-8")


def test_a_table_of_acts_is_an_archive_of_law() -> None:
    head = "题名,版本,废止日期,废止依据"
    rows_ = (
        "江州省水库条例,2007-11-23,,",
        '"江州省旧水闸,船闸条例",,2019年3月1日,《江州省船闸条例》',
        "江州省水闸管理规定,,,",
    )
    Path("laws.csv").write_text("\n".join(("\ufeff" + head, *rows_, "")), "utf-8")
    Path("notes.csv").write_text("姓名,数量\n甲,1\n", "utf-8")
    draft(
        6,
        NOTICE.format(6).replace(
            "请执行《", "根据《江州省旧水闸,船闸条例》《江州省水闸管理规定》《江州省水厍条例》，请执行《"
        ),
    )
    assert "存入 8 个文件" in run_cli("archive", "add", "drafts", "laws.csv", "notes.csv")[1]
    _, text = run_cli("archive", "check", "--select", "AR003,AR006", "--level", "warning")
    assert [line.split()[2][:5] for line in text.splitlines() if line.startswith("drafts/")] == ["AR003", "AR006"]
    assert "自2019-03-01起已由“江州省船闸条例”废止" in text
    assert "    → laws.csv:3:2 “江州省船闸条例”的废止规定" in text


def test_a_reprint_is_held_against_the_original() -> None:
    draft(6, NOTICE.format(5).replace("3月1日前", "3月7日前"))
    draft(7, NOTICE.format(4).replace("3月1日前由", "３月１日 前，由"))
    run_cli("archive", "add", "drafts")
    _, text = run_cli("archive", "check", "--select", "AR007", "-q")
    assert [line.split()[0] for line in text.splitlines()] == ["drafts/6.txt:7:34:"]
    assert "61号),3月7日前由市水" in text


CONTENTS = """海州市人民政府公报

2021年总目录

目 录

海州市人民政府办公室关于做好第3次防汛工作的通知 （海政办〔2021〕3号） 1

海州市人民政府办公室关于做好第4次防火工作的通知 （海政办〔2021〕4号） 9

关于做好第5次防汛工作的通知 （海政办〔2021〕55号） 17
"""


def test_contents_of_a_year_are_held_against_the_issues() -> None:
    draft(9, CONTENTS)
    run_cli("archive", "add", "drafts")
    _, text = run_cli("archive", "check", "--select", "AR002", "-q")
    assert [line.split()[0] for line in text.splitlines()] == ["drafts/9.txt:9:1:", "drafts/9.txt:11:1:"]


LADDER = """{0}州省水上搜救应急预案

1.4.1 特大水上突发事件：造成30人以上死亡的水上突发事件。

1.4.2 重大水上突发事件：造成10人以上30人以下死亡的水上突发事件。

1.4.3 较大水上突发事件：造成{1}人以上10人以下死亡的水上突发事件。
"""


def test_lower_plans_are_held_against_a_higher_one() -> None:
    draft(6, LADDER.format("海", 5).replace("海州省", "海州市"))
    Path("higher.txt").write_text(LADDER.format("江", 3), "utf-8")
    run_cli("archive", "add", "drafts")
    check = ("archive", "check", "--select", "AR005")
    assert run_cli(*check)[0] == 0
    code, text = run_cli("archive", "check", "--ignore", "AR001", "--against", "higher.txt")
    assert (code, "drafts/6.txt:7:" in text, "    → higher.txt:7:" in text) == (1, True, True)
    assert "7 个文件" in text
    assert run_cli("archive", "check", "--against", "missing.txt")[0] == 2


def test_a_file_put_in_by_another_version_is_told() -> None:
    draft(6, NOTICE.format(4).replace("第4次防汛工作", "人才住房分配"))
    run_cli("archive", "add", "drafts")
    with sqlite3.connect(ARCHIVE) as base:
        base.execute("UPDATE files SET record = ? WHERE path = 'drafts/6.txt'", (b"old",))
    base.close()
    code, told = run_cli("archive", "check", "--select", "AR001")
    assert (code, "drafts/6.txt 是另一版本存入的" in told, "内部错误" in told) == (2, True, False)


def test_what_recognition_was_not_sure_of_is_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    draft(4, NOTICE.format(4).replace("防汛抗旱应急预案", "防汛抗灾应急预案"))
    check = ("archive", "check", "--select", "AR004", "-q")
    for doubtful, told in (((), 1), (tuple(Span(at, at + 1) for at in range(40, 90)), 0)):
        monkeypatch.setattr(archiving, "load", lambda *words, spans=doubtful: load(*words)._replace(doubtful=spans))
        Path("gazette-lint.archive").unlink(missing_ok=True)
        run_cli("archive", "add", "drafts")
        assert run_cli(*check)[0] == told


def test_what_was_accepted_of_an_archive_stays_accepted() -> None:
    draft(6, NOTICE.format(4).replace("第4次防汛工作", "人才住房分配"))
    run_cli("archive", "add", "drafts")
    check = ("archive", "check", "--select", "AR001", "-q")
    name = run_cli(*check)[1].split()[2]
    assert run_cli("archive", "accept", "AR001-0000", "--select", "AR001")[0] == 2
    assert run_cli("archive", "accept", "6.txt", "--select", "AR001")[0] == 2
    code, told = run_cli("archive", "accept", name, "--reason", "两件一号，已核", "--select", "AR001")
    assert (code, name in told) == (0, True)
    assert run_cli(*check) == (0, "")
    assert "已接受 1 处" in run_cli(*check[:-1])[1]
    assert name in run_cli("accept", "--list", "drafts")[1]
    assert "EN0" not in run_cli("check", "drafts/6.txt")[1]
    assert run_cli("accept", name, "drafts", "--undo")[0] == 0
    assert run_cli(*check)[0] == 1


def test_a_report_shows_the_files_as_they_were_put_in() -> None:
    draft(6, NOTICE.format(4).replace("第4次防汛工作", "人才住房分配"))
    run_cli("archive", "add", "drafts")
    draft(6, "另一件事\n")
    Path("drafts", "4.txt").unlink()
    assert "【关于做好第4次防汛工作的通知】" in run_cli("archive", "check", "--select", "AR001")[1]


def test_nothing_found_is_told_with_the_checks_in_force() -> None:
    run_cli("archive", "add", "drafts")
    code, report = run_cli("archive", "check", "--format", "sarif", "-q")
    assert code == 0
    assert "AR004" in [rule["id"] for rule in json.loads(report)["runs"][0]["tool"]["driver"]["rules"]]


def test_checks_of_archives_run_on_archives_alone() -> None:
    report = json.loads(run_cli("check", "drafts/1.txt", "--format", "json")[1])
    assert not [one for one in report["findings"] if one["code"].startswith("AR")]


def test_two_processes_put_in_at_once() -> None:
    for number in range(10, 40):
        draft(number, NOTICE.format(number))
    both = [subprocess.Popen(ADD, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    assert [(process.communicate()[1], process.returncode) for process in both] == [(b"", 0)] * 2
    assert rows("SELECT count(*) FROM documents") == rows("SELECT count(*) FROM search") == [(35,)]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
def test_killed_while_adding_nothing_is_lost() -> None:
    for number in range(10, 60):
        draft(number, NOTICE.format(number))
    with subprocess.Popen(ADD, stdout=subprocess.DEVNULL) as process:
        _wait_for(8)
        os.kill(process.pid, signal.SIGKILL)
    kept = rows("SELECT count(*) FROM files")[0][0]
    assert isinstance(kept, int)
    assert 8 <= kept < 55
    assert rows("PRAGMA integrity_check") == [("ok",)]
    assert rows("SELECT count(*) FROM documents") == rows("SELECT count(*) FROM search") == [(kept,)]
    assert f"存入 {55 - kept} 个文件，未变 {kept} 个" in run_cli("archive", "add", "drafts")[1]


def _wait_for(files: int) -> None:
    for _ in range(2000):
        time.sleep(0.005)
        try:
            if rows("SELECT count(*) FROM files")[0][0] >= files:  # type: ignore[operator]
                return
        except sqlite3.Error:
            continue
    pytest.fail("nothing was put in")


def test_what_is_no_archive_is_told_and_left_alone() -> None:
    assert run_cli("archive", "check")[0] == 2
    Path("words.txt").write_text("这不是档案。" * 500, "utf-8")
    with sqlite3.connect("other.sqlite") as base:
        base.execute("CREATE TABLE mine (words TEXT)")
    base.close()
    for name in ("words.txt", "other.sqlite"):
        before = Path(name).read_bytes()
        code, told = run_cli("archive", "add", "drafts", "--archive", name)
        assert (code, name in told) == (2, True)
        assert Path(name).read_bytes() == before


def test_a_file_that_cannot_be_read_keeps_no_other_out() -> None:
    Path("drafts", "9.txt").write_bytes(b"\x00\x01\x02")
    code, told = run_cli("archive", "add", "drafts")
    assert (code, "存入 5 个文件" in told, "drafts/9.txt" in told) == (2, True, True)
