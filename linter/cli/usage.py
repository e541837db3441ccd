"""What click says of a command line, in the author's language, with the nearest names; and the headings of its help."""

from __future__ import annotations

from collections.abc import Iterable

import click

from linter.forms.nodes import suggestion

_HELP = "显示本页。This page."
_HEADINGS = {"Options": "选项 (options)", "Commands": "命令 (commands)", "Arguments": "参数 (arguments)"}


class Formatter(click.HelpFormatter):
    """The help of click under headings in Chinese and English."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how a command is called."""
        super().write_usage(prog, args, "用法 (usage): " if prefix is None else prefix)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options and what they do, click's own words for ``--help`` in the author's language."""
        said = [(name, _HELP if told == "Show this message and exit." else told) for name, told in rows]
        super().write_dl(said, col_max, col_spacing)

    def write_heading(self, heading: str) -> None:
        """A heading."""
        super().write_heading(_HEADINGS.get(heading, heading))


def told(error: click.UsageError) -> str:
    """One line on what is wrong with a command line."""
    if isinstance(error, click.NoSuchOption):
        names = {name for one in _options(error.ctx) for name in one}
        return f"没有选项 {error.option_name}{suggestion(error.option_name, names) or ' (no such option)'}"
    if isinstance(error, click.MissingParameter):
        name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
        return f"缺少 {name} (missing argument)"
    if isinstance(error, click.BadParameter):
        return _bad(error)
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 后面缺少值 (the option needs a value)"
    return error.format_message()


def _bad(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    name = "、".join(error.param.opts) if isinstance(error.param, click.Option) else "参数"
    if isinstance(kind, click.Choice):
        words = [str(choice) for choice in kind.choices]
        value = error.message.split("'")[1] if "'" in error.message else ""
        hint = suggestion(value, words) or f"；可用 {'、'.join(words)} (not one of them)"
        return f"{name} 没有 {value} 这个值{hint}"
    return f"{name} 的值不对 (invalid value): {error.message}"


def _options(ctx: click.Context | None) -> Iterable[list[str]]:
    return (one.opts for one in ctx.command.params) if ctx else ()


def no_command(name: str, commands: Iterable[str]) -> str:
    """One line on a command there is not."""
    hint = suggestion(name, commands) or " (no such command)"
    return f"没有命令 {name}{hint}；全部命令见 gazette-lint --help"
