"""The page's server: who is let in, what its verbs do, and that two windows do each other no harm."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import GAZETTE, run_cli

pytest.importorskip("starlette", reason="the extra [app] is not installed")
pytest.importorskip("httpx2", reason="httpx2 is not installed")

import httpx2
from starlette.testclient import TestClient

from linter import limits
from linter.app.desk import Desk, clean_name
from linter.app.server import application
from linter.kernel.registry import Registry
from linter.runs.writing import Failure

TOKEN, HOST = "t" * 32, "127.0.0.1:4321"
ORIGIN = {"Origin": f"http://{HOST}"}
FORMATS = Path(__file__).parent / "data" / "formats"
PLAN = """\
某某市防汛应急预案

一、分级

（一）一般事故：造成3人以下死亡的事故。

（二）较大事故：造成3人以上10人以下死亡的事故。

（三）重大事故：造成9人以上30人以下死亡的事故。

本预案所称“以上”包含本数，“以下”不包含本数。

二、其它事项

二、其它要求
"""


class Page:
    """A window: asks as the page does."""

    def __init__(self, desk: Desk) -> None:
        self.http = TestClient(application(desk, TOKEN, frozenset((HOST,))), base_url=f"http://{HOST}")

    def ask(self, verb: str, /, **arguments: Any) -> Any:
        answer = self.http.post(f"/{TOKEN}/call/{verb}", json=arguments, headers=ORIGIN)
        data = answer.json()
        assert answer.status_code == (422 if "error" in data else 200)
        return data

    def add(self, name: str, data: bytes) -> Any:
        return self.http.post(f"/{TOKEN}/call/add", params={"name": name}, content=data, headers=ORIGIN).json()

    def save(self, **arguments: Any) -> Any:
        return self.http.post(f"/{TOKEN}/call/download", json=arguments, headers=ORIGIN)


@pytest.fixture
def desk(tmp_path: Path, registry: Registry) -> Desk:
    return Desk(tmp_path / "office", registry)


@pytest.fixture
def page(desk: Desk) -> Page:
    return Page(desk)


def finding(shown: Any, code: str) -> Any:
    return next(one for one in shown["findings"].values() if one["place"]["code"] == code and one["counts"])


def codes(shown: Any) -> list[str]:
    return [one["place"]["code"] for one in shown["findings"].values() if one["counts"]]


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {}),
        ("/wrong/", {}),
        (f"/{TOKEN[:-1]}x/", {}),
        (f"/{TOKEN}/", {"Host": "evil.example:4321"}),
        (f"/{TOKEN}/", {"Host": "127.0.0.1"}),
        (f"/{TOKEN}/", {"Origin": "http://evil.example"}),
        (f"/{TOKEN}/", {"Origin": "null"}),
        (f"/{TOKEN}/", {"Sec-Fetch-Site": "cross-site"}),
    ],
)
def test_strangers_are_kept_out(page: Page, path: str, headers: dict[str, str]) -> None:
    answer = page.http.get(path, headers=headers)
    assert answer.status_code == 403
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_post_without_origin_is_kept_out(page: Page) -> None:
    assert page.http.post(f"/{TOKEN}/call/state", json={}).status_code == 403
    assert page.http.post(f"/{TOKEN}/call/state", json={}, headers={"Origin": "http://localhost:1"}).status_code == 403


def test_the_page_and_its_files(page: Page) -> None:
    answer = page.http.get(f"/{TOKEN}/")
    assert answer.status_code == 200
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert page.http.get(f"/{TOKEN}/assets/report.js").headers["Content-Type"].startswith("text/javascript")
    assert page.http.get(f"/{TOKEN}/assets/..%2fserver.py").status_code == 404
    assert page.http.get(f"/{TOKEN}/call/state", headers=ORIGIN).status_code == 405


def test_findings_are_those_of_the_command(page: Page) -> None:
    row = page.add("公报/期.txt", GAZETTE.read_bytes())
    expected = json.loads(run_cli("check", str(GAZETTE), "--no-config", "--format", "json")[1])
    assert row["counts"] == expected["counts"]
    shown = page.ask("open", key=row["key"])
    assert codes(shown) == [one["code"] for one in expected["findings"]]
    assert shown["html"].count('class="card') == len(expected["findings"])
    assert 'data-ids="0-' in shown["html"]
    assert "分级界限" in shown["html"]


def test_limits(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "OPEN", 1)
    assert "key" in page.add("a.txt", b"1")
    assert "请先关闭" in page.add("b.txt", b"1")["error"]
    assert "key" in page.add("a.txt", b"2")
    monkeypatch.setattr(limits, "OPEN_BYTES", 4)
    assert "请先关闭" in page.add("a.txt", b"12345")["error"]
    monkeypatch.setattr("linter.app.server.BYTES", 4)
    assert "不予读取" in page.add("a.txt", b"12345")["error"]
    assert "JSON" in page.http.post(f"/{TOKEN}/call/state", content=b"[1]", headers=ORIGIN).json()["error"]
    assert page.ask("nothing")["error"].startswith("没有 nothing")
    assert "open" in page.ask("open", key="d9")["error"]


@pytest.mark.parametrize(("name", "clean"), [("../../x.txt", "x.txt"), ("C:\\a\\b.txt", "C:/a/b.txt"), ("/x\n", "x")])
def test_names_lead_nowhere_else(name: str, clean: str) -> None:
    assert clean_name(name) == clean
    with pytest.raises(Failure):
        clean_name("../..")


def test_what_cannot_be_read_is_told(page: Page) -> None:
    row = page.add("x.docx", b"PK\x03\x04 nothing")
    assert not row["read"]
    assert row["told"]
    assert page.ask("open", key=row["key"])["html"] == ""


def test_accept_and_undo(page: Page, desk: Desk) -> None:
    key = page.add("预案.txt", PLAN.encode())["key"]
    shown = page.ask("open", key=key)
    place = finding(shown, "TH002")["place"]
    assert "理由" in page.ask("accept", key=key, place=place, reason=" ")["error"]
    receipt = page.ask("accept", key=key, place=place, reason="与上级预案一致", who="文书科", until="2099-12-31")
    text = (desk.office / "gazette-lint.decisions.yaml").read_text("utf-8")
    assert "与上级预案一致" in text
    assert "2099-12-31" in text
    after = page.ask("open", key=key)
    assert "TH002" not in codes(after)
    assert after["accepted"] == 1
    assert "accepted already" in page.ask("accept", key=key, place=place, reason="再来")["error"]
    assert page.ask("withdraw", key=key, places=receipt["places"]) == {"count": 1}
    assert codes(page.ask("open", key=key)) == codes(shown)
    assert "error" in page.ask("withdraw", key=key, places=receipt["places"])
    assert "places" in page.ask("accept", key=key, place=place, reason="又接受")


@pytest.mark.parametrize(("scope", "left"), [("once", 3), ("pair", 2), ("document", 0)])
def test_how_far_an_acceptance_reaches(page: Page, scope: str, left: int) -> None:
    days = ("30日前报送", "30日前办结", "31日前办结", "31日前验收")
    text = "关于工作的通知\n\n各单位：\n\n" + "".join(
        f"{at}、2021年2月{day}。\n\n" for at, day in zip("一二三四", days, strict=True)
    )
    key = page.add("x.txt", text.encode())["key"]
    shown = page.ask("open", key=key)
    assert codes(shown).count("DT001") == 4
    place = finding(shown, "DT001")["place"]
    page.ask("accept", key=key, place=place, reason="引文", scope=scope)
    assert codes(page.ask("open", key=key)).count("DT001") == left


def test_accept_for_the_office(page: Page, desk: Desk) -> None:
    text = "第一条 测定红线交点。\n\n第二条 现场测定红线交点。\n\n第三条 测定红线角点。\n"
    first, second = (page.add(name, text.encode())["key"] for name in ("a.txt", "b.txt"))
    place = finding(page.ask("open", key=first), "WD011")["place"]
    receipt = page.ask("accept", key=first, place=place, reason="两回事", scope="office")
    assert receipt["part"] == "office.words"
    assert "WD011" not in codes(page.ask("open", key=second))
    page.ask("withdraw", key=first, part=receipt["part"], items=receipt["items"])
    assert "WD011" in codes(page.ask("open", key=second))
    key = page.add("预案.txt", PLAN.encode())["key"]
    receipt = page.ask(
        "accept", key=key, place=finding(page.ask("open", key=key), "TH002")["place"], reason="不查", scope="office"
    )
    assert (receipt["part"], receipt["items"]) == ("ignore", ["TH002"])
    assert "TH002" not in codes(page.ask("open", key=key))
    assert "# 不查" in desk.settings_file.read_text("utf-8")


def test_two_windows(page: Page, desk: Desk) -> None:
    other = Page(desk)
    key = page.add("预案.txt", PLAN.encode())["key"]
    seen = other.ask("revision")["revision"]
    place = finding(other.ask("open", key=key), "WD004")["place"]
    page.ask("fix", key=key, place=place)
    assert other.ask("revision")["revision"] > seen
    assert "error" in other.ask("fix", key=key, place=place)
    draft = desk.draft(key)
    page.ask("unfix", key=key)
    with pytest.raises(Failure, match="另一个窗口"):
        desk.replace(draft, draft.versions)
    page.ask("close", keys=[key])
    assert "关闭" in other.ask("open", key=key)["error"]
    desk.office.mkdir()
    (desk.office / "gazette-lint.yaml").write_text("ignore: [WD, NM, TH]\n", "utf-8")
    assert other.add("预案.txt", PLAN.encode())["counts"]["error"] == 0


def test_bad_settings_are_told(page: Page, desk: Desk) -> None:
    desk.office.mkdir()
    (desk.office / "gazette-lint.yaml").write_text("ignor: [WD]\n", "utf-8")
    assert "gazette-lint.yaml:1" in page.add("x.txt", PLAN.encode())["error"]


def test_what_is_in_the_baseline_does_not_count(page: Page, desk: Desk) -> None:
    desk.office.mkdir()
    draft, baseline, settings = desk.office / "预案.txt", desk.office / "old.json", desk.office / "gazette-lint.yaml"
    draft.write_text(PLAN, "utf-8")
    assert run_cli("baseline", str(draft), "--baseline", str(baseline), "--no-config")[0] == 0
    before = page.add("预案.txt", PLAN.encode())["counts"]
    settings.write_text("baseline: old.json\n", "utf-8")
    row = page.ask("state", lang="zh")["drafts"][0]
    assert sum(before.values()) > 1
    assert not any(row["counts"].values())
    assert not row["told"]
    more = page.add("预案.txt", (PLAN + "\n三、减供负荷40%以上13%以下的，停电。\n").encode())
    assert more["counts"]["error"] > 0
    assert more["counts"]["warning"] == 0
    baseline.write_text("[]", "utf-8")
    settings.write_text("baseline: old.json  # 又改\n", "utf-8")
    assert "old.json" in page.ask("state", lang="zh")["error"]


def test_fix_is_seen_before_it_is_applied(page: Page) -> None:
    key = page.add("预案.txt", PLAN.encode())["key"]
    shown = page.ask("open", key=key)
    place = finding(shown, "WD004")["place"]
    lines = page.ask("preview", key=key, place=place)["lines"]
    assert lines[0] == [["same", "二、"], ["del", "其它"], ["ins", "其他"], ["same", "事项"]]
    assert len(lines) == 2
    assert page.ask("fix", key=key, place=place)["mended"] == 1
    assert codes(page.ask("open", key=key)).count("WD004") == codes(shown).count("WD004") - 1
    saved = page.save(form="fixed", keys=[key])
    assert "%E6%94%B9_" in saved.headers["Content-Disposition"]
    assert saved.text == PLAN.replace("其它", "其他")
    page.ask("unfix", key=key)
    assert codes(page.ask("open", key=key)) == codes(shown)
    assert "error" in page.ask("unfix", key=key)
    assert "error" in page.save(form="fixed", keys=[key]).json()


def test_downloads(page: Page) -> None:
    pytest.importorskip("lxml", reason="the extra [docx] is not installed")
    pytest.importorskip("xlsxwriter", reason="the extra [xlsx] is not installed")
    assert "error" in page.save(form="docx").json()
    key = page.add("甲/预案.txt", PLAN.encode())["key"]
    page.add("乙/通知.docx", (FORMATS / "notice.docx").read_bytes())
    packed = zipfile.ZipFile(io.BytesIO(page.save(form="docx").content))
    assert packed.namelist() == ["甲/批注_预案.docx", "乙/批注_通知.docx"]
    one = zipfile.ZipFile(io.BytesIO(page.save(form="docx", keys=[key]).content))
    assert "word/comments.xml" in one.namelist()
    assert zipfile.is_zipfile(io.BytesIO(page.save(form="xlsx").content))
    assert "<!doctype html>" in page.save(form="html", lang="en").text
    assert len(json.loads(page.save(form="sarif").content)["runs"][0]["artifacts"]) == 2
    assert "error" in page.save(form="exe").json()


def test_the_record_of_what_was_accepted(page: Page) -> None:
    key = page.add("预案.txt", PLAN.encode())["key"]
    place = finding(page.ask("open", key=key), "TH002")["place"]
    page.ask("accept", key=key, place=place, reason="=与上级一致", who="文书科")
    text = "# 关于工作的通知\n\n<!-- gazette-lint: ignore WD004 引文 -->\n一、其它事项。\n"
    page.add("x.md", text.encode())
    rows = list(csv.reader(io.StringIO(page.save(form="record").content.decode("utf-8-sig"))))
    assert [row[1] for row in rows] == ["检查", "TH002", "WD004"]
    assert (rows[1][4], rows[1][5]) == ("'=与上级一致", "文书科")
    assert rows[2][4] == "引文"


def test_the_form_of_the_office(page: Page, desk: Desk) -> None:
    page.ask("office-add", part="words", entries={"其它": ""}, reason="地名")
    page.ask("office-add", part="abbreviations", entries={"市局": "某市教育局"})
    shown = page.ask("office-boundary", boundary="lower")["settings"]
    assert shown["boundary"] == "lower"
    assert [one["word"] for one in shown["parts"]["words"]] == ["其它"]
    assert shown["parts"]["abbreviations"][0]["value"] == "某市教育局"
    assert desk.plan("x.txt").settings.office.abbreviations == {"市局": "某市教育局"}
    assert "WD004" not in codes(page.ask("open", key=page.add("预案.txt", PLAN.encode())["key"]))
    shown = page.ask("office-remove", part="words", words=["其它"])["settings"]
    assert shown["parts"]["words"] == []
    assert "error" in page.ask("office-add", part="abbreviations", entries={"市局": " "})
    assert "error" in page.ask("office-add", part="nothing", entries={"x": ""})
    assert "error" in page.ask("office-boundary", boundary="maybe")


def test_decisions_in_the_form(page: Page) -> None:
    key = page.add("预案.txt", PLAN.encode())["key"]
    page.ask("accept", key=key, place=finding(page.ask("open", key=key), "TH002")["place"], reason="旧理由")
    (row,) = page.ask("office")["decisions"]["rows"]
    (changed,) = page.ask("decision", name=row["name"], reason="新理由", who="法规科", until="2099-01-01")["decisions"][
        "rows"
    ]
    assert (changed["reason"], changed["who"], changed["until"]) == ("新理由", "法规科", "2099-01-01")
    assert "error" in page.ask("decision", name=row["name"], reason="x", until="明天")
    assert page.ask("decision", name=row["name"], remove="yes")["decisions"]["rows"] == []
    assert "TH002" in codes(page.ask("open", key=key))
    assert "error" in page.ask("decision", name=row["name"], remove="yes")


def test_a_form_writes_nothing_that_cannot_be_read_again(page: Page, desk: Desk) -> None:
    page.add("预案.txt", PLAN.encode())
    page.ask("office-add", part="ignore", entries={"WD004": ""}, reason="不查")
    before = desk.settings_file.read_text("utf-8")
    assert "THOO2" in page.ask("office-add", part="ignore", entries={"THOO2": ""})["error"]
    assert desk.settings_file.read_text("utf-8") == before
    desk.settings_file.write_text("ignore: [WD004, THOO2]\n", "utf-8")
    assert "THOO2" in page.ask("state")["error"]
    page.ask("office-remove", part="ignore", words=["THOO2"])
    assert page.ask("state")["drafts"]


def test_the_page_of_a_check(page: Page) -> None:
    shown = page.ask("rule", code="TH002", lang="en")
    assert shown["code"] == "TH002"
    assert {one["kind"] for one in shown["examples"]} >= {"bad", "good"}
    assert "error" in page.ask("rule", code="XX999")


def test_every_verb_refuses_nonsense(page: Page) -> None:
    from linter.app.verbs import VERBS

    nonsense: list[Callable[[], dict[str, Any]]] = [dict, lambda: {"key": 1, "keys": 1, "place": 1, "entries": 1}]
    for verb in VERBS:
        for made in nonsense:
            answer = page.http.post(f"/{TOKEN}/call/{verb}", json=made(), headers=ORIGIN)
            assert answer.status_code in {200, 422}, verb


def test_the_folder_of_the_office_may_be_new_but_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "文件").touch()
    code, told = run_cli("app", "--no-browser", "--office", str(tmp_path / "文件"))
    assert (code, "不是文件夹" in told) == (2, True)


def test_the_address_answers_as_soon_as_it_is_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "linter", "app", "--no-browser", "--office", str(tmp_path / "新")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().strip()
            assert httpx2.get(address, timeout=60).status_code == 200
        finally:
            server.terminate()


def test_without_the_extra_one_line_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "linter.app.launch", None)
    code, told = run_cli("app", "--no-browser")
    assert code == 2
    assert "pip install 'starlette" in told
