"""The command line. Each command is a module of its own, imported when it is called, so that a run starts fast."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from importlib import import_module
from typing import NoReturn

import click

# Command → where it is defined.
COMMANDS = {
    "check": "linter.cli.check:check",
    "rule": "linter.cli.rules:rule",
    "rules": "linter.cli.rules:rules",
    "facts": "linter.cli.facts:facts",
    "scales": "linter.cli.scales:scales",
    "config": "linter.cli.config:config",
    "baseline": "linter.cli.baseline:baseline",
    "accept": "linter.cli.accept:accept",
    "prove": "linter.cli.prove:prove",
    "new-check": "linter.cli.prove:new_check",
    "init": "linter.cli.init:init",
    "app": "linter.cli.app:app",
    "archive": "linter.cli.archive:archive",
    "merge": "linter.cli.merge:merge",
    "cache": "linter.cli.cache:cache",
    "lsp": "linter.cli.lsp:lsp",
}


class LazyGroup(click.Group):
    """A group whose commands are imported on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (the signature of click)
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; one that is not there is told with the nearest name."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from linter.cli.usage import no_command
            from linter.runs.writing import Failure

            raise Failure(no_command(name, COMMANDS))
        return super().resolve_command(ctx, args)


class _Context(click.Context):
    """A context whose help has headings in the author's language."""

    def make_formatter(self) -> click.HelpFormatter:
        """The formatter of a help page."""
        from linter.cli.usage import Formatter

        return Formatter(width=self.terminal_width, max_width=self.max_content_width)


click.Command.context_class = _Context


def _version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from linter.cli.rules import versions

        click.echo(versions())
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="版本。Versions.")
def cli() -> None:
    """查找公文中自相矛盾、不合规范之处。

    Finds where official Chinese documents contradict themselves or break a written rule.
    """


def main() -> NoReturn:
    """Run the command line. Exit: 0 nothing found, 1 findings at the failing level, 2 a failure, 130 interrupted."""
    # All that is made lives until the report is written: looking for garbage takes a tenth of the time and finds none.
    gc.disable()
    try:
        code = cli.main(prog_name="gazette-lint", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:  # its message is the page of help, line by line
        error.show()
        code = error.exit_code
    except click.UsageError as error:
        from linter.cli.usage import told
        from linter.runs.writing import complain

        complain(told(error))
        code = error.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except OSError as error:  # what click writes itself: help, the version
        with contextlib.suppress(OSError, ValueError):
            click.echo(f"gazette-lint: 无法读写 (cannot read or write): {error.strerror}", err=True)
        code = 2
    except SystemExit:  # no one leaves by this door but by mistake; a pipe closed early is told by nobody
        code = 2
    except Exception as error:
        # The last net: whatever was not foreseen is one line, and never taken for findings.
        from linter.limits import failure

        with contextlib.suppress(OSError, ValueError):
            click.echo(f"gazette-lint: 内部错误 (internal error): {failure(error)}", err=True)
        code = 2
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End the process. Taking the whole document apart object by object would cost a tenth of the run for nothing."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):  # closed already: whoever closed it wants nothing more
        sys.exit(code)
    if sys.gettrace() or sys.getprofile():
        sys.exit(code)
    os._exit(code if isinstance(code, int) else 0)
