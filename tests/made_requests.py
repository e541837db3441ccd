"""What a window might ask of the page of this machine, right or wrong, and what must hold after each question."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from made_documents import Chooser, one

from linter.app.accepting import where
from linter.app.desk import Desk
from linter.app.downloads import Download
from linter.app.verbs import VERBS, call
from linter.kernel.registry import Registry
from linter.runs.writing import Failure

DRAFT = """某市防汛应急预案

（一）较大事故：造成3人以上10人以下死亡的。

（二）重大事故：造成9人以上30人以下死亡的。

其它事项，请于2021年2月30日前报送。。
"""
WORDS = (
    *("市教育局", "其它", "其它山", "角点", "市数据局（筹）", "TH002", "WD", "all", "XX999", "THOO2"),
    *(
        "",
        " ",
        "-",
        "- 甲",
        "甲: 乙",
        "#",
        "甲 # 乙",
        "'",
        '"',
        "甲'乙\"",
        "{",
        "[甲, 乙]",
        "*甲",
        "&甲",
        "!甲",
        "%甲",
        "~",
        "null",
    ),
    *(
        "甲\n乙",
        "甲\t乙",
        "\u2028",
        "\ufeff甲",
        "\x1b[31m",
        "\x00",
        "\ud800",
        "𬭎" * 40,
        "2021",
        "1e3",
        "yes",
        "2099-12-31",
        "明天",
    ),
)
PARTS = ("bodies", "words", "places", "abbreviations", "replacements", "ignore", "boundary", "document", "office", "")
SCOPES = ("once", "pair", "document", "office", "all")
FORMS = ("docx", "fixed", "xlsx", "html", "sarif", "record", "exe")
ODD: tuple[Any, ...] = (None, 0, -1, 1.5, True, [], {}, [[]], {"甲": 1}, [1, "甲"], "d1")


def requests(choose: Chooser) -> bytes:
    """A few questions as JSON; a number for a place stands for the finding of that number."""
    return json.dumps([_request(choose) for _ in range(1 + choose(8))]).encode()


def _request(choose: Chooser) -> tuple[str, dict[str, Any]]:
    def words() -> str:
        return one(choose, WORDS)

    given: dict[str, Any] = {
        "key": one(choose, ("d1", "d1", "d1", "d2", "")),
        "keys": one(choose, ([], ["d1"], ["d2"])),
        "place": choose(8),
        "places": [choose(8)],
        "scope": one(choose, SCOPES),
        "part": one(choose, PARTS),
        "form": one(choose, FORMS),
        "which": one(choose, ("one", "all")),
        "boundary": one(choose, ("", "both", "lower", "undecided", "x")),
        "name": one(choose, ("a.txt", "b.docx", "../x", words())),
        "entries": {words(): words() for _ in range(choose(3))},
        "words": [words() for _ in range(choose(3))],
        "items": [words()],
        "reason": words(),
        "who": words(),
        "until": one(choose, ("", "2099-12-31", words())),
        "code": words(),
        "lang": one(choose, ("zh", "en", "fr")),
    }
    for _ in range(choose(3)):
        given[one(choose, tuple(given))] = one(choose, ODD)
    return one(choose, (*VERBS, "add", "nothing")), given


def ask(registry: Registry, data: bytes) -> None:
    """Ask all of a desk with one document; afterwards it must still tell what is open, whatever was written."""
    with tempfile.TemporaryDirectory() as office:
        desk = Desk(Path(office), registry)
        call(desk, "add", {"name": "a.txt"}, DRAFT.encode())
        for verb, given in json.loads(data):
            try:
                told = call(desk, verb, _placed(desk, given), DRAFT.encode() if verb == "add" else b"")
            except Failure:
                continue
            if not isinstance(told, Download):
                json.dumps(told)
        call(desk, "state", {})
        call(desk, "office", {})
        left = {path.name for path in Path(office).iterdir()}
        if stray := left - {"gazette-lint.yaml", "gazette-lint.decisions.yaml"}:
            raise AssertionError(f"written: {sorted(stray)}")


def _placed(desk: Desk, given: dict[str, Any]) -> dict[str, Any]:
    drafts = desk.drafts()
    file = drafts[0].file if drafts else None
    places = [where(item)._asdict() for item in file.diagnostics] if file else []

    def place(number: Any) -> Any:
        return places[number % len(places)] if places and type(number) is int else number

    listed = given["places"]
    return given | {
        "place": place(given["place"]),
        "places": [place(number) for number in listed] if isinstance(listed, list) else listed,
    }
