"""What the commands were asked for, as values: the options of settings, and those of ``check``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from linter.language import NamedTuple

if TYPE_CHECKING:
    import datetime as dt

    from linter.runs.shards import Shard


class SettingsWish(NamedTuple):
    """The options of settings, by their names; None or empty where the command line says nothing."""

    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    preview: bool | None
    strict: bool | None
    level: str | None
    fail_on: str | None
    changes: str | None
    convert: bool | None
    lang: Literal["zh", "en"] | None
    exclude: tuple[str, ...]
    config: str | None
    no_config: bool
    trust_settings: bool
    baseline: str | None
    checks_path: str | None


class CheckWish(NamedTuple):
    """What ``check`` was asked for; ``output`` as typed, see ``linter.cli.outputs``."""

    settings: SettingsWish
    form: str | None
    output: tuple[str, ...]
    force: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    no_backup: bool
    statistics: bool
    quiet: bool
    show_files: bool
    color: str
    stdin_filename: str
    since: str
    changed_lines: bool
    watch: bool
    follow_links: bool
    root: str | None
    profile: Literal["default", "github", "ghazdo"]
    columns: Literal["utf16", "codepoint"]
    category: str
    jobs: int
    cluster: str
    cache: bool | None
    shard: Shard | None


class AcceptWish(NamedTuple):
    """What ``accept`` was asked for: the reason, who accepts, the last day, and where to write it.

    ``as_words``: the words of the findings go into the office's settings, for every document. ``listing`` and ``undo``
    show and take back what was accepted; ``source`` is a report in which people accepted findings.
    """

    settings: SettingsWish
    reason: str
    who: str
    until: dt.date | None
    every: bool
    decisions: str | None
    as_words: bool
    listing: bool
    undo: bool
    source: str | None


def taken(words: dict[str, Any]) -> SettingsWish:
    """Take the options of settings out of the words of a command line."""
    return SettingsWish(**{name: words.pop(name) for name in SettingsWish._fields})
