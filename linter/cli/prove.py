"""``prove`` and ``new-check``: for those who write checks."""

from collections.abc import Iterator
from pathlib import Path

import click

from linter.cli.settings import refused, registry
from linter.kernel.check import Bad, Check, Good
from linter.language.office import Office
from linter.runs.writing import Failure, write


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE|CODE...")
def prove(files: tuple[str, ...]) -> int:
    """试验检查的例子：YAML 或 Python 检查文件，或已安装检查的代码。

    Run the examples of checks: files of checks in YAML or Python, or codes of installed checks. The settings above a
    file give the bodies and words of the office. Exit code 1 if an example fails.
    """
    failed = 0
    for file in files:
        with refused():
            for check, examples, office in _checks(file):
                told = [words for place, example in examples if (words := _failure(check, example, office, place))]
                failed += bool(told)
                for words in told or [f"{check.code} {check.name}: {len(examples)} 个例子通过 (examples proven)"]:
                    click.echo(words)
    return 1 if failed else 0


def _checks(word: str) -> Iterator[tuple[Check, list[tuple[str, Bad | Good]], Office]]:
    """The checks of a file, or those a word names, each with its examples, their places, and the office."""
    from linter.language.office import NO_OFFICE

    path = Path(word)
    if path.suffix in {".yaml", ".yml", ".py"} and not path.is_file():
        raise Failure(f"没有文件 {word} (no such file)")
    if path.suffix in {".yaml", ".yml"}:
        from linter.declared import load_file

        file = load_file(path)
        for check in file.checks:
            yield check, [(str(one.place), one.example) for one in file.examples if one.check is check], _office(path)
        return
    if path.suffix == ".py":
        from linter.settings.loose import load_python

        checks, office = load_python(path).checks, _office(path)
    else:
        checks, office = registry(None).resolve(word), NO_OFFICE
    for check in checks:
        yield check, [(word, example) for example in check.examples], office


def _office(path: Path) -> Office:
    from linter.settings.workspace import Workspace

    return Workspace(registry(None)).plan(str(path)).settings.office


def _failure(check: Check, example: Bad | Good, office: Office, place: str) -> str:
    from linter.pages.testing import prove_example

    try:
        prove_example(check, example, office)
    except (AssertionError, ValueError) as error:
        return f"{place}: {error}"
    return ""


@click.command("new-check")
@click.argument("code")
@click.argument("name")
@click.option("--folder", metavar="DIR", default=".", help="写到哪个文件夹。The folder to write to.")
@click.option("--yaml", "in_yaml", is_flag=True, help="写 YAML 检查而不是 Python。A YAML check instead of Python.")
@click.option("--verb", default="forbid-term", help="YAML 检查的动词。The verb of a YAML check. [forbid-term]")
def new_check(code: str, name: str, folder: str, *, in_yaml: bool, verb: str) -> int:
    """写一个新检查的文件，其中的例子在填好之前不能通过。

    Write the file of a new check, such as SY001 old-term; its examples fail until they are filled in.
    """
    from linter.pages.scaffold import ScaffoldError, python_check, yaml_check

    try:
        file, words = yaml_check(code, name, verb) if in_yaml else python_check(code, name)
    except ScaffoldError as error:
        raise Failure(str(error)) from None
    with refused():
        if taken := registry(None).by_code.get(code):
            raise Failure(f"代码 {code} 已经用于 {taken.name}，请另选 (the code is taken)")
    target = Path(folder) / file
    if target.exists():
        raise Failure(f"{target} 已经存在 (exists already)")
    target.parent.mkdir(parents=True, exist_ok=True)
    write(target, words.encode())
    click.echo(f"{target}: 请填写说明、例子和检查本身，然后运行 (fill it in, then run) gazette-lint prove {target}")
    return 0
