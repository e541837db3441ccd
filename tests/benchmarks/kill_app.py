"""Kill the page of this machine while findings are being accepted in it: what it has confirmed is kept.

Part of ``kill.py`` (``kill.py app``). Each round starts the server on an empty folder, accepts one finding after the
other as the page does, and kills the server (SIGKILL) at a random moment. The file of decisions must then be whole and
hold every acceptance that was confirmed, and at most the one that was under way besides; a server that is started again
must go on from there and leave no drafts.
"""

from __future__ import annotations

import json
import random
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

DECISIONS = "gazette-lint.decisions.yaml"
FINDINGS = 12
DRAFT = "某市停电应急预案\n\n" + "".join(
    f"第{number}条 减供负荷{40 + at}%以上{13 + at}%以下的，依本预案办理。\n\n"
    for at, number in enumerate([*"一二三四五六七八九十", "十一", "十二"])
)


class Page:
    """A page that is open at an address."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._path = parts.path
        self._host = parts.netloc
        self._line = HTTPConnection(parts.netloc, timeout=30)

    def ask(self, verb: str, data: bytes) -> Any:
        """What the server answers. Raises OSError or HTTPException if it is gone."""
        self._line.request("POST", f"{self._path}call/{verb}", data, {"Origin": f"http://{self._host}"})
        return json.loads(self._line.getresponse().read())

    def close(self) -> None:
        """Hang up."""
        self._line.close()


@contextmanager
def server(lint: tuple[str, ...], environment: dict[str, str], office: Path) -> Iterator[tuple[Any, Page]]:
    """A server and its page; it is killed at the end."""
    command = [*lint, "app", "--no-browser", "--office", str(office)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        page = Page(process.stdout.readline().decode().strip())
        try:
            yield process, page
        finally:
            process.kill()
            page.close()


def accept(page: Page) -> Iterator[str]:
    """Accept finding after finding; the reason of each once it is confirmed."""
    key = page.ask("add?name=a.txt", DRAFT.encode())["key"]
    shown = page.ask("open", json.dumps({"key": key}).encode())
    places = [one["place"] for one in shown["findings"].values() if one["place"]["code"] == "TH001" and one["counts"]]
    for at, place in enumerate(places):
        reason = f"理由{at}"
        given = {"key": key, "place": place, "reason": reason, "who": "文书科"}
        if "places" in page.ask("accept", json.dumps(given, ensure_ascii=False).encode()):
            yield reason


def reasons(office: Path) -> list[str]:
    """The reasons in the file of decisions. Raises what a file that is not whole raises."""
    path = office / DECISIONS
    if not path.exists():
        return []
    listed = yaml.safe_load(path.read_text("utf-8"))["decisions"]
    return [one["reason"] for one in listed]


def acceptances(lint: tuple[str, ...], environment: dict[str, str], times: int, seed: int) -> tuple[list[str], int]:
    """Kill the server so many times. What went wrong, and how often it was killed before all was accepted."""
    choose = random.Random(seed)  # noqa: S311 - no secret
    wrong: list[str] = []
    killed = 0
    for _ in range(times):
        with tempfile.TemporaryDirectory() as top:
            office = Path(top)
            confirmed = _interrupted(lint, environment, office, choose.randrange(1, FINDINGS), choose.uniform(0, 0.15))
            killed += len(confirmed) < FINDINGS
            wrong += _lost(office, confirmed)
            with server(lint, environment, office) as (_, page):
                list(accept(page))
            if len(reasons(office)) != FINDINGS:
                wrong.append(f"not all accepted in the end: {reasons(office)}")
            if stray := [path.name for path in office.iterdir() if path.name != DECISIONS]:
                wrong.append(f"left behind: {stray}")
    return wrong, killed


def _interrupted(
    lint: tuple[str, ...], environment: dict[str, str], office: Path, count: int, seconds: float
) -> list[str]:
    """What was confirmed until the server was killed, so long after so many confirmations."""
    confirmed: list[str] = []
    with server(lint, environment, office) as (process, page):
        timer = threading.Timer(seconds, process.kill)
        try:
            for reason in accept(page):
                confirmed.append(reason)
                if len(confirmed) == count:
                    timer.start()
        except (OSError, HTTPException):
            pass
        finally:
            timer.cancel()
    return confirmed


def _lost(office: Path, confirmed: list[str]) -> Iterator[str]:
    try:
        kept = reasons(office)
    except (yaml.YAMLError, KeyError, TypeError) as error:
        yield f"the file of decisions is torn: {error}"
        return
    if lost := set(confirmed) - set(kept):
        yield f"confirmed and lost: {sorted(lost)}"
    if len(kept) > len(confirmed) + 1:
        yield f"more than was asked for: {kept}"
