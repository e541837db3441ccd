"""Reports: a result becomes text or bytes, one module a format.

A format is a module of this package with ``render(result: Result, options: ReportOptions) -> str | bytes``, and a line
in ``FORMATS``. One that need not hold the whole run in hand also has ``stream``, with the same words piece by piece;
one that can be written while the run goes on has ``of_file`` and ``end`` (``LIVE``); one that does not take every
result has ``refuse``. A report takes the result as it stands: what it does not show was filtered out before. It is a
pure function: no clock, no environment, no file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, Literal

from linter.kernel.result import Result
from linter.language import NamedTuple

# The word of ``--format`` → the module of this package that writes it.
FORMATS: Mapping[str, str] = {
    "text": "text",
    "json": "jsonfmt",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "html": "html",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
    "markdown": "markdown",
    "docx": "docx",
    "csv": "csvfmt",
    "xlsx": "xlsx",
}

# Formats whose report is written as the files end: ``of_file(file, lang)`` for each, then ``end(result, options)``.
LIVE = frozenset(("jsonl",))


class ReportError(Exception):
    """The report cannot be written in this format; the message is one line for the user."""


class ReportOptions(NamedTuple):
    """How a report is to look; each format takes what concerns it.

    ``root`` is the absolute folder to which paths in a report are relative; empty leaves them as given. ``exit_code``
    is that of the run. ``columns`` and ``profile`` are SARIF's, as are ``category`` (of a run, to tell two uploads
    apart) and ``pipeline`` (the properties by which Azure DevOps knows the build). ``pages`` is where the catalogue of
    checks stands.
    """

    lang: str = "zh"
    color: bool = False
    statistics: bool = False
    quiet: bool = False
    root: str = ""
    exit_code: int = 0
    columns: Literal["utf16", "codepoint"] = "utf16"
    profile: Literal["default", "github", "ghazdo"] = "default"
    category: str = ""
    pipeline: Mapping[str, str] = {}
    pages: str = ""


def render(form: str, result: Result, options: ReportOptions) -> str | bytes:
    """The report in a format. Raises KeyError for a format that ``FORMATS`` lacks."""
    writer: Callable[[Result, ReportOptions], str | bytes] = writing(form).render
    return writer(result, options)


def refuse(form: str, result: Result) -> None:
    """Raise ReportError for a result that cannot be reported in a format, before anything is written."""
    module = writing(form)
    if hasattr(module, "refuse"):
        module.refuse(result)


def pieces(form: str, result: Result, options: ReportOptions) -> Iterable[str | bytes]:
    """The same report in pieces, in as little memory as the format can be written in."""
    module = writing(form)
    if hasattr(module, "stream"):
        streamed: Iterable[str] = module.stream(result, options)
        return streamed
    return (module.render(result, options),)


def writing(form: str) -> Any:
    """The module that writes a format. Raises KeyError for a format that ``FORMATS`` lacks."""
    return import_module(f"{__name__}.{FORMATS[form]}")
