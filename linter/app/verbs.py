"""What the page can ask for, by name: each verb takes plain data and gives plain data, or a file to be saved.

The server answers them over HTTP, the page without installation calls them inside the browser.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from linter.accepted.decisions import day
from linter.app import office, views
from linter.app.accepting import (
    IGNORE,
    SCOPES,
    WORDS,
    Consent,
    DecisionName,
    FindingPlace,
    accept,
    amend,
    chosen,
    take_back,
    where,
    withdraw,
)
from linter.app.desk import Desk, OpenDraft
from linter.app.downloads import Download, download, result_of
from linter.forms.nodes import BadFileError, shown
from linter.kernel.finding import FixKind
from linter.kernel.registry import RegistryError
from linter.kernel.result import Diagnostic
from linter.reports import ReportError
from linter.runs.fixing import fix
from linter.runs.writing import Failure
from linter.sources import SourceError

Data = dict[str, Any]


class Asked:
    """The arguments of a verb; what is missing or of another kind is a Failure."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self.lang = "en" if data.get("lang") == "en" else "zh"

    def word(self, name: str, default: str | None = None) -> str:
        """A word."""
        value = self._data.get(name, default)
        if not isinstance(value, str):
            raise Failure(f"{name} 应为文字 (text wanted)")
        return value

    def words(self, name: str) -> list[str]:
        """A list of words."""
        value = self._data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise Failure(f"{name} 应为一列文字 (a list of texts wanted)")
        return value

    def table(self, name: str) -> dict[str, str]:
        """Words by word."""
        value = self._data.get(name, {})
        if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
            raise Failure(f"{name} 应为对照表 (a table wanted)")
        return value

    def day(self, name: str) -> dt.date | None:
        """A day, None if it is left empty."""
        word = self.word(name, "")
        found = day(word) if word else None
        if word and found is None:
            raise Failure(f"{word} 不是日期，应如 2026-12-31 (not a date)")
        return found

    def consent(self) -> Consent:
        """Reason, person and last day."""
        return Consent(self.word("reason", "").strip(), self.word("who", "").strip(), self.day("until"))

    def place(self) -> FindingPlace:
        """The finding that is meant."""
        return _place(self._data.get("place"))

    def places(self) -> list[FindingPlace]:
        """Several findings."""
        listed = self._data.get("places")
        return [_place(one) for one in listed] if isinstance(listed, list) else []


def _place(data: Any) -> FindingPlace:
    try:
        return FindingPlace(str(data["code"]), str(data["fingerprint"]), int(data["start"]))
    except (TypeError, KeyError, ValueError):
        raise Failure("没有写明是哪一处问题 (no finding named)") from None


def call(desk: Desk, verb: str, arguments: Mapping[str, Any], data: bytes = b"") -> Data | Download:
    """Do what is asked; ``data`` are the bytes of a document that is dropped. Raises Failure with one line."""
    asked = Asked(arguments)
    if verb == "add":
        return views.row(desk.add(asked.word("name"), data), asked.lang)
    if verb not in VERBS:
        raise Failure(f"没有 {verb} 这一项 (no such verb)")
    try:
        return VERBS[verb](desk, asked)
    except (BadFileError, RegistryError, SourceError, ReportError) as error:
        raise Failure(str(error)) from None


def _state(desk: Desk, asked: Asked) -> Data:
    return views.overview(desk, asked.lang)


def _revision(desk: Desk, _: Asked) -> Data:
    return {"revision": desk.revision}


def _open(desk: Desk, asked: Asked) -> Data:
    draft = desk.draft(asked.word("key"))
    return views.document(draft, result_of([draft]), asked.lang)


def _close(desk: Desk, asked: Asked) -> Data:
    desk.close(asked.words("keys"))
    return {}


def _accept(desk: Desk, asked: Asked) -> Data:
    scope = asked.word("scope", "once")
    if scope not in SCOPES:
        raise Failure(f"没有 {scope} 这种范围 (no such scope)")
    receipt = accept(desk, desk.draft(asked.word("key")), asked.place(), scope, asked.consent())
    places = [place._asdict() for place in receipt.places]
    return {"file": shown(receipt.path), "part": receipt.key, "items": list(receipt.items), "places": places}


def _withdraw(desk: Desk, asked: Asked) -> Data:
    """Undo: decisions by their findings, or what went into the settings of the office."""
    part = asked.word("part", "")
    if part:
        keys = {".".join(WORDS): WORDS, ".".join(IGNORE): IGNORE}.get(part)
        if keys is None:
            raise Failure(f"没有这一栏 {part} (no such part)")
        take_back(desk, keys, asked.words("items"))
        return {}
    return {"count": withdraw(desk, desk.draft(asked.word("key")), asked.places())}


def _preview(desk: Desk, asked: Asked) -> Data:
    return views.preview(desk.draft(asked.word("key")), asked.place(), asked.lang)


def _fix(desk: Desk, asked: Asked) -> Data:
    """Apply the fix of one finding, or all safe ones."""
    draft = desk.draft(asked.word("key"))
    only: Callable[[Diagnostic], bool] | None = None
    kinds: tuple[FixKind, ...] = ("safe",)
    if asked.word("which", "one") == "one":
        wanted = where(chosen(draft.file, asked.place()))
        kinds, only = ("safe", "unsafe"), lambda item: where(item) == wanted
    fixed = fix(draft.data, draft.name, draft.plan, kinds, only)
    if not fixed.applied:
        raise Failure("这里不能自动修改，请改原稿 (this cannot be applied, edit the original)")
    return views.row(desk.replace(draft, (*draft.versions, fixed.data)), asked.lang) | {"applied": fixed.applied}


def _unfix(desk: Desk, asked: Asked) -> Data:
    draft: OpenDraft = desk.draft(asked.word("key"))
    if len(draft.versions) == 1:
        raise Failure("没有可撤销的修改 (nothing to undo)")
    return views.row(desk.replace(draft, draft.versions[:-1]), asked.lang)


def _download(desk: Desk, asked: Asked) -> Download:
    keys = asked.words("keys")
    drafts = [desk.draft(key) for key in keys] if keys else desk.drafts()
    return download(desk, asked.word("form"), drafts, asked.lang)


def _rule(desk: Desk, asked: Asked) -> Data:
    return views.rule(desk.registry.resolve(asked.word("code"))[0], asked.lang)


def _office(desk: Desk, _: Asked) -> Data:
    return {"settings": office.form(desk), "decisions": views.decisions(desk)}


def _office_add(desk: Desk, asked: Asked) -> Data:
    office.add(desk, asked.word("part"), asked.table("entries"), asked.word("reason", ""))
    return _office(desk, asked)


def _office_remove(desk: Desk, asked: Asked) -> Data:
    office.remove(desk, asked.word("part"), asked.words("words"))
    return _office(desk, asked)


def _office_boundary(desk: Desk, asked: Asked) -> Data:
    office.choose(desk, asked.word("boundary"))
    return _office(desk, asked)


def _decision(desk: Desk, asked: Asked) -> Data:
    """Change a decision, or take it out."""
    name = asked.table("name")
    try:
        meant = DecisionName(**name)
    except TypeError:
        raise Failure("没有写明是哪一条记录 (no decision named)") from None
    amend(desk, meant, None if asked.word("remove", "") else asked.consent())
    return _office(desk, asked)


VERBS: Mapping[str, Callable[[Desk, Asked], Data | Download]] = {
    "state": _state,
    "revision": _revision,
    "open": _open,
    "close": _close,
    "accept": _accept,
    "withdraw": _withdraw,
    "preview": _preview,
    "fix": _fix,
    "unfix": _unfix,
    "download": _download,
    "rule": _rule,
    "office": _office,
    "office-add": _office_add,
    "office-remove": _office_remove,
    "office-boundary": _office_boundary,
    "decision": _decision,
}
