"""The options by which commands take settings, and the workspace that follows from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from linter.kernel.registry import RegistryError
from linter.runs.ignoring import Ignoring
from linter.runs.run import Inputs, find
from linter.runs.writing import Failure, complain
from linter.settings import recipe
from linter.settings.recipe import Recipe
from linter.settings.workspace import GIVEN

if TYPE_CHECKING:
    from linter.cli.options import SettingsWish
    from linter.kernel.registry import Registry
    from linter.settings.workspace import Workspace

Command = TypeVar("Command", bound=Callable[..., Any])


def _words(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def _some(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an option that means nothing without any: an empty variable of a script is not “all”."""
    words = _words(context, option, values)
    if values and not words:
        raise Failure(f"{option.opts[-1]} 是空的，没有写明检查；全做请写 all (empty; all of them: all)")
    return words


def codes(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """The codes and names of checks that complete what has been typed, the last of several after commas."""
    before, comma, last = begun.rpartition(",")
    checks = registry(None).checks
    named = [
        *(check.code for check in checks if check.code.startswith(last.upper())),
        *(check.name for check in checks),
    ]
    return [before + comma + word for word in named if word.lower().startswith(last.lower())]


_CODES: dict[str, Any] = {"multiple": True, "callback": _words, "metavar": "CODES", "shell_complete": codes}
_SEVERITY = click.Choice(["error", "warning", "note"])
_OPTIONS = (
    click.option(
        "-s",
        "--select",
        **(_CODES | {"callback": _some}),
        help="只做这些检查：代码、名称或族，逗号分隔。Only these checks: codes, names, families.",
    ),
    click.option("--extend-select", **_CODES, help="另加这些检查。These checks too."),
    click.option("--ignore", **_CODES, help="不做这些检查。Not these checks."),
    click.option("--preview", is_flag=True, default=None, help="也做试用的检查。Checks not yet precise enough, too."),
    click.option("--strict", is_flag=True, default=None, help="也做文体方面的检查。Matters of style, too."),
    click.option("--level", type=_SEVERITY, help="只列出不低于此级的问题。Least severity shown. [note]"),
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "note", "never"]),
        help="有不低于此级的问题时退出码为 1。Least severity that makes the exit code 1. [warning]",
    ),
    click.option(
        "--changes",
        type=click.Choice(["accepted", "rejected"]),
        help="Word 修订按接受或拒绝读取。Tracked changes of Word. [accepted]",
    ),
    click.option(
        "--convert",
        is_flag=True,
        default=None,
        help="读不出的 .doc、.wps 用 LibreOffice 转换。LibreOffice for .doc and .wps not read otherwise.",
    ),
    click.option("--lang", type=click.Choice(["zh", "en"]), help="报告语言。Language of the report. [zh]"),
    click.option(
        "--exclude",
        multiple=True,
        metavar="PATTERN",
        help="文件夹里略过的文件，写法同 .gitignore。Files in folders to pass over, as in .gitignore.",
    ),
    click.option("--config", metavar="FILE", help="设置文件。The settings file, instead of the one found above."),
    click.option("--no-config", is_flag=True, help="不找设置文件。Look for no settings file."),
    click.option("--baseline", metavar="FILE", help="基线：只报告其中没有的问题。Baseline: only new findings count."),
    click.option(
        "--trust-settings",
        is_flag=True,
        help="设置可以指向项目之外的文件。Settings may name files outside the project.",
    ),
    click.option(
        "--checks-path", metavar="PATH", help="另载入此文件或文件夹中的检查（会执行 Python）。Loose checks; runs them."
    ),
)


def with_options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Give a command these options, in their order."""
    return lambda command: reduce(lambda one, option: option(one), reversed(options), command)


# The options of settings; ``options.taken`` makes a value of them.
settings_options = with_options(*_OPTIONS)


def workspace(wish: SettingsWish) -> Workspace:
    """The settings that hold. Raises RegistryError and BadFileError for checks that cannot be loaded."""
    return recipe_of(wish).workspace()


def recipe_of(wish: SettingsWish) -> Recipe:
    """How the settings that hold are found. Raises Failure for a settings file that is not there."""
    if wish.config and not Path(wish.config).is_file():
        raise Failure(f"没有设置文件 {wish.config} (no such settings file)")
    given = {key: value for key, name in GIVEN.items() if (value := getattr(wish, name)) not in (None, ())}
    return Recipe(
        given,
        Path(wish.config) if wish.config else None,
        Path(wish.baseline) if wish.baseline else None,
        wish.no_config,
        Path(wish.checks_path) if wish.checks_path else None,
        wish.trust_settings,
    )


def found(paths: Sequence[str], wish: SettingsWish, *, follow: bool = False) -> Inputs:
    """The files that paths name, those excluded left out; links out of a folder only on ``follow``."""
    return find(paths, Ignoring(wish.exclude, wish.config, wish.no_config), follow=follow)


def registry(loose: str | None) -> Registry:
    """The installed checks, and those of a file or folder if one is given."""
    return recipe.registry(Path(loose) if loose is not None else None)


@contextmanager
def refused() -> Iterator[None]:
    """Turn what is wrong with checks and settings into failures: a line for each mistake."""
    from linter.forms.nodes import BadFileError

    try:
        yield
    except RegistryError as error:
        raise Failure(str(error)) from None
    except BadFileError as error:
        raise Mistakes(str(error)) from None


class Mistakes(Failure):
    """Mistakes in files written by hand: each on its line, with file and line in front."""

    def show(self, file: object = None) -> None:  # noqa: ARG002 (the signature of click)
        """A line each."""
        for line in self.message.split("\n"):
            complain(line, name="")
