"""``rule`` and ``rules``: the documentation of the checks."""

import json
from collections.abc import Callable, Iterable, Iterator

import click

from linter.cli.settings import codes, refused, registry
from linter.kernel import labels
from linter.kernel.check import Check
from linter.pages import explain
from linter.runs.writing import emit

_FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", help="格式。Format."
)
_LOOSE = click.option(
    "--checks-path", "loose", metavar="PATH", help="另载入此文件或文件夹中的检查。Loose checks; runs them."
)
_LANG = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言。Language.")


def versions() -> str:
    """The version of the tool, and of each pack of checks with its number of checks."""
    from linter import __version__

    with refused():
        packs = [f"  {pack.name} {pack.version}: {len(pack.checks)} 项检查 (checks)" for pack in registry(None).packs]
    return "\n".join([f"gazette-lint {__version__}", *packs])


@click.command()
@click.argument("word", metavar="CODE|NAME", shell_complete=codes)
@_FORMAT
@_LANG
@_LOOSE
def rule(word: str, form: str, lang: str, loose: str | None) -> None:
    """一项检查的说明。The page of one check.

    CODE|NAME: 代码或名称，如 TH003 或 band-gap；给出族（TH）则逐项列出。
    """
    emit(_WRITERS[form](resolved((word,), loose), lang), None, people=form != "json")


@click.command()
@click.argument("words", metavar="[CODE|NAME|FAMILY]...", nargs=-1, shell_complete=codes)
@_FORMAT
@_LANG
@_LOOSE
def rules(words: tuple[str, ...], form: str, lang: str, loose: str | None) -> None:
    """全部检查的清单；可限于几族几项。All checks, or some, in a list."""
    checks = resolved(words or ("all",), loose)
    if form == "text":
        emit("".join(f"{line}\n" for line in table(checks, lang)), None, people=True)
    else:
        emit(_WRITERS[form](checks, lang), None, people=form != "json")


def resolved(words: Iterable[str], loose: str | None) -> list[Check]:
    """The checks that words name: those installed, those of the settings here, those in ``loose``. Raises Failure."""
    from linter.settings.workspace import Workspace

    with refused():
        known = Workspace(registry(loose)).plan("*").registry
        found = {check.code: check for word in words for check in known.resolve(word)}
    return [found[code] for code in sorted(found)]


def table(checks: list[Check], lang: str) -> Iterator[str]:
    """One line a check: code, name, severity, title, and what must be asked for."""
    width = max((len(check.name) for check in checks), default=0)
    for check in checks:
        asked = "".join(f" [--{flag}]" for flag in ("preview", "strict") if getattr(check, flag))
        severity = labels.severity(check.severity, lang)
        yield f"{check.code}  {check.name:<{width}}  {severity}  {explain.title(check, lang)}{asked}"


def _text(checks: list[Check], lang: str) -> str:
    return "\n\n".join(explain.text(check, lang) for check in checks)


def _markdown(checks: list[Check], lang: str) -> str:
    return "\n".join(explain.markdown(check, lang) for check in checks)


def _json(checks: list[Check], lang: str) -> str:  # noqa: ARG001 (a record holds both languages)
    return json.dumps([explain.record(check) for check in checks], ensure_ascii=False, indent=2) + "\n"


_WRITERS: dict[str, Callable[[list[Check], str], str]] = {"text": _text, "markdown": _markdown, "json": _json}
