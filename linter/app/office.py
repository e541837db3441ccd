"""The office's own settings as forms: read from its settings file, written back an entry at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linter.app.desk import Desk
from linter.forms.nodes import BadFileError, Node, read_text, shown
from linter.language import NamedTuple
from linter.runs.writing import Failure, rewrite
from linter.settings.edit import with_items, with_value, without_items
from linter.settings.keys import OFFICE

# What a form shows: lists of words, tables of two columns, and one choice.
LISTS, TABLES, CHOICES = ("bodies", "words", "places"), ("abbreviations", "replacements"), ("boundary",)
BOUNDARIES = ("undecided", "both", "lower")


class OfficeEntry(NamedTuple):
    """One line of a form: the word, what stands beside it, and the line in the settings file."""

    word: str
    value: str
    line: int


def form(desk: Desk) -> dict[str, Any]:
    """The settings of the office as plain data, and where they are. Raises BadFileError for a file with mistakes."""
    from linter.settings.find import read_table

    path = desk.settings_file
    table = read_table(path) if path.is_file() else None
    office = table.get("office") if table else None
    parts: dict[str, Any] = {}
    for key in (*LISTS, *TABLES):
        node = office.get(key) if office else None
        parts[key] = [entry._asdict() for entry in _entries(node, table=key in TABLES)]
    ignored = table.get("ignore") if table else None
    parts["ignore"] = [entry._asdict() for entry in _entries(ignored, table=False)]
    boundary = office.get("boundary") if office else None
    return {
        "path": str(path),
        "editable": path.suffix != ".toml",
        "parts": parts,
        "boundary": boundary.text if boundary else "",
        "text": read_text(path, shown(path)) if path.is_file() else "",
    }


def _entries(node: Node | None, *, table: bool) -> Iterator[OfficeEntry]:
    if node is None:
        return
    if table:
        for word, value in node.pairs():
            use = value.get("use")
            yield OfficeEntry(word, use.text if use else value.text, value.name.line)
        return
    for item in node.listed():
        yield OfficeEntry(item.text, "", item.place.line)


def keys_of(part: str) -> tuple[str, ...]:
    """The keys of a part of the form in the settings file. Raises Failure for a part there is not."""
    if part == "ignore":
        return ("ignore",)
    if part not in OFFICE:
        raise Failure(f"没有这一栏 {part} (no such part of the form)")
    return ("office", part)


def add(desk: Desk, part: str, entries: Mapping[str, str], reason: str) -> None:
    """Write entries into the settings: words of a list, or words and what they stand for. Raises Failure."""
    keys = keys_of(part)
    words = [" ".join(word.split()) for word in entries]
    if not all(words) or (part in TABLES and not all(value.strip() for value in entries.values())):
        raise Failure("请填写完整 (something is left empty)")

    def edit(text: str, name: str) -> str:
        if part not in TABLES:
            return with_items(text, name, keys, words, reason)
        for word, value in entries.items():
            text = with_value(text, name, (*keys, word.strip()), value.strip())
        return text

    _write(desk, edit)


def remove(desk: Desk, part: str, words: list[str]) -> None:
    """Take entries out of the settings. Raises Failure."""
    keys = keys_of(part)

    def edit(text: str, name: str) -> str:
        if part not in TABLES:
            return without_items(text, name, keys, words)
        for word in words:
            text = with_value(text, name, (*keys, word), "")
        return text

    _write(desk, edit)


def choose(desk: Desk, boundary: str) -> None:
    """Write how 以上 and 以下 are read where a document says nothing. Raises Failure."""
    if boundary not in {"", *BOUNDARIES}:
        raise Failure(f"没有这种读法 {boundary} (no such reading)")
    _write(desk, lambda text, name: with_value(text, name, ("office", "boundary"), boundary))


def _write(desk: Desk, edit: Any) -> None:
    """Change the settings file; one that would hold mistakes is left as it was."""
    path = desk.settings_file
    if path.suffix == ".toml":
        raise Failure(f"{path.name} 请手工修改 (edit this file by hand)")

    def proved(text: str, name: str) -> str:
        changed: str = edit(text, name)
        if changed.strip():
            _prove(desk, changed, name)
        return changed

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(f"无法建立文件夹 {path.parent} (cannot make the folder): {error.strerror}") from None
    rewrite(path, proved)
    desk.changed()


def _prove(desk: Desk, text: str, name: str) -> None:
    """Read settings as a run would. Raises BadFileError for what no run could use."""
    from linter.forms.nodes import parse_yaml
    from linter.settings.find import Layer
    from linter.settings.fold import settle
    from linter.settings.keys import TABLE

    node = parse_yaml(text, name)
    if problems := list(TABLE.problems(node)):
        raise BadFileError(problems)
    try:
        # The checks of the office's own rule files are known to the settings as they are.
        registry = desk.plan("a.txt").registry
    except Failure:
        registry = desk.registry
    settle(registry, [Layer(node, desk.settings_file.parent)])
