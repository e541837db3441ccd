"""What is in force, as a settings file with the place of each value behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from linter.forms.nodes import Place
from linter.kernel.check import Check
from linter.kernel.registry import Registry
from linter.language import NamedTuple
from linter.settings.fold import Settled

_DEFAULT = "默认 (default)"


class SettingLine(NamedTuple):
    """A key with its value and where that comes from; a key that only opens a table has neither."""

    depth: int
    key: str
    value: Any = None
    where: str = ""


def lines(settled: Settled, registry: Registry, files: dict[str, str]) -> Iterator[SettingLine]:
    """The settings in force, key by key. ``files`` are paths by key (baseline, decisions) with nothing to settle."""
    from linter.settings.fold import SCALARS

    settings = settled.settings
    for key, name in SCALARS.items():
        if (value := getattr(settings, name)) != "":
            yield SettingLine(0, key, value, _where(settled, key))
    for key, path in files.items():
        yield SettingLine(0, key, path, _where(settled, key))
    yield from _document(settled)
    yield from _office(settled)
    yield SettingLine(0, "checks")
    for check in registry.checks:
        yield from _check(check, settled)


def _where(settled: Settled, *key: str) -> str:
    place: Place | None = settled.places.get(key)
    return str(place) if place else _DEFAULT


def _document(settled: Settled) -> Iterator[SettingLine]:
    said = settled.settings.office.document
    named = [key for key in ("kind", "script", "damage") if ("document", key) in settled.places]
    if named:
        yield SettingLine(0, "document")
    for key in named:
        yield SettingLine(1, key, getattr(said, key) or "none", _where(settled, "document", key))


def _office(settled: Settled) -> Iterator[SettingLine]:
    office = settled.settings.office
    if not any(key[0] == "office" for key in settled.places):
        return
    yield SettingLine(0, "office")
    for key in ("bodies", "abbreviations", "words", "replacements", "classes", "places", "boundary"):
        if ("office", key) in settled.places:
            value = getattr(office, key)
            shown = (value or "undecided") if isinstance(value, str) else f"{len(value)} 项 (entries)"
            yield SettingLine(1, key, shown, _where(settled, "office", key))


def _check(check: Check, settled: Settled) -> Iterator[SettingLine]:
    settings = settled.settings
    on = check.code in settings.select and not settings.ignore
    where = _where(settled, "checks", check.code, "severity")
    if not on:
        flags = "、".join(name for name in ("preview", "strict") if getattr(check, name))
        yield SettingLine(1, check.code, "off", f"{flags}，{where}" if flags and where == _DEFAULT else where)
        return
    severity = settings.severity.get(check.code, check.severity)
    if not check.options:
        yield SettingLine(1, check.code, severity, where)
        return
    yield SettingLine(1, check.code)
    yield SettingLine(2, "severity", severity, where)
    own = settings.options.get(check.code, {})
    for name, option in check.options.items():
        yield SettingLine(2, name, own.get(name, option.default), _where(settled, "checks", check.code, name))


def text(line: SettingLine) -> str:
    """A line in YAML, its place in a comment."""
    head = "  " * line.depth + line.key + ":"
    return f"{head} {_scalar(line.value):<{max(1, 36 - len(head))}} # {line.where}" if line.where else head


def _scalar(value: Any) -> str:
    if isinstance(value, (tuple, list, set, frozenset)):
        return json.dumps(sorted(value) if isinstance(value, (set, frozenset)) else list(value), ensure_ascii=False)
    return (
        value
        if isinstance(value, str) and value.isascii() and value.isidentifier()
        else json.dumps(value, ensure_ascii=False)
    )
