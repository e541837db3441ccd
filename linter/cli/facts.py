"""``facts``: what is recognised in a file, for authors of checks."""

import difflib
import json
from typing import Any

import click

from linter.facts.catalogue import kinds
from linter.pages import dump
from linter.runs.run import STDIN, load, slashed
from linter.runs.writing import Failure, emit
from linter.sources import SourceError
from linter.structure.parse import parse

# Besides the facts: what is asked for without a kind.
_STRUCTURE, _UNREAD = "structure", "unread"


@click.command()
@click.argument("path", metavar="FILE", required=False)
@click.option(
    "--kind", "wanted", metavar="K", multiple=True, help="只要这几类：structure、unread 或事实名。Only these kinds."
)
@click.option("--list", "listed", is_flag=True, help="列出事实的种类。List the kinds of facts.")
@click.option("--stdin-filename", metavar="NAME", default=STDIN, help="标准输入的文件名。The name of standard input.")
def facts(path: str | None, wanted: tuple[str, ...], listed: bool, stdin_filename: str) -> None:
    """文件的结构与事实，以 JSON 给出。

    The structure and the facts of a file as JSON, with lines; "unread" are the lines that are no part of the structure.
    """
    known = kinds()
    names = [_STRUCTURE, _UNREAD, *known]
    if listed:
        emit("".join(f"{name}\n" for name in names), None)
        return
    if path is None:
        raise Failure("请给出文件，或用 --list 列出事实的种类 (name a file, or --list the kinds of facts)")
    for word in wanted:
        if word not in names:
            near = difflib.get_close_matches(word, names, 1, 0.5)
            hint = f"，是否指 {near[0]}？(did you mean {near[0]}?)" if near else f" (kinds: {' '.join(names)})"
            raise Failure(f"没有这类事实：{word}{hint}")
    try:
        source = load(path, stdin_filename)
    except SourceError as error:
        raise Failure(f"{slashed(path)}: {error}") from None
    issue = parse(source.text)
    found: dict[str, Any] = {"path": slashed(path), "format": source.format, "encoding": source.encoding}
    chosen = wanted or names
    if _STRUCTURE in chosen:
        found |= dump.structure(issue)
    if _UNREAD in chosen:
        found[_UNREAD] = dump.unread(issue)
    found["facts"] = dump.facts(issue, {name: fact for name, fact in known.items() if name in chosen})
    emit(json.dumps(found, ensure_ascii=False, indent=1) + "\n", None)
