"""The program in a folder to unzip and double-click: it opens the page, or reports beside what is dropped on it.

Built by ``packaging/portable.py``. Nothing is installed, and nothing leaves the machine.
"""

import multiprocessing
import os
import runpy
import sys
from collections.abc import Sequence
from pathlib import Path

REPORT = "报告.html"


def start(arguments: Sequence[str]) -> int:
    """Run as a worker of ours, as the command line, on files that were dropped, or open the page. The exit code."""
    multiprocessing.freeze_support()
    words = [word for word in arguments if word != "-P"]
    if words[:1] == ["-m"]:
        sys.argv = words[1:]
        runpy.run_module(words[1], run_name="__main__", alter_sys=True)
        return 0
    from linter.cli import COMMANDS

    dropped = bool(words) and words[0] not in COMMANDS and all(Path(word).exists() for word in words)
    if dropped or not words:
        code = beside(words) if dropped else _run("app")
        _wait(code)
        return code
    return _run(*words)


def beside(paths: Sequence[str]) -> int:
    """Write a commented Word file for each document, and one page for those of a folder, beside them."""
    groups: dict[Path, list[str]] = {}
    for path in map(os.path.abspath, paths):
        folder = Path(path)
        groups.setdefault(folder if folder.is_dir() else folder.parent, []).append(path)
    code = 0
    for folder, group in groups.items():
        outputs = ("--output", f"docx:{folder}{os.sep}", "--output", f"html:{folder / REPORT}")
        code = max(code, _run("check", *group, *outputs, "--fail-on", "never"))
    return code


def _run(*arguments: str) -> int:
    """One command; its mistakes are told in a line."""
    import click

    from linter.cli import cli

    try:
        return int(cli.main(list(arguments), prog_name="gazette-lint", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130


def _wait(code: int) -> None:
    """Keep the window of a double click open as long as there is something to read in it."""
    if code and sys.stdin is not None and sys.stdin.isatty():
        input("按回车键关闭 (press Enter)")


if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
