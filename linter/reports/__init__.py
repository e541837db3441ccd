"""Reports: a result becomes text or bytes, one module a format.

A format is a module of this package with ``render(result: Result, options: ReportOptions) -> str | bytes``, and a line
in ``FORMATS``. A report takes the result as it stands: what it does not show was filtered out before. It is a pure
function: no clock, no environment, no file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal

from linter.language.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from linter.kernel.result import Result

# The word of ``--format`` → the module of this package that writes it.
FORMATS: Mapping[str, str] = {
    "text": "text",
    "json": "jsonfmt",
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


class ReportError(Exception):
    """The report cannot be written in this format; the message is one line for the user."""


class ReportOptions(NamedTuple):
    """How a report is to look; each format takes what concerns it.

    ``root`` is the absolute folder to which paths in a report are relative; empty leaves them as given. ``exit_code``
    is that of the run. ``columns`` and ``profile`` are SARIF's, as are ``category`` (of a run, to tell two uploads
    apart) and ``pipeline`` (the properties by which Azure DevOps knows the build).
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


def render(form: str, result: Result, options: ReportOptions) -> str | bytes:
    """The report in a format. Raises KeyError for a format that ``FORMATS`` lacks."""
    writer: Callable[[Result, ReportOptions], str | bytes] = import_module(f"{__name__}.{FORMATS[form]}").render
    return writer(result, options)
