"""``config``: what is in force for a file, and where each value comes from."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from linter.cli.options import taken
from linter.cli.settings import refused, settings_options, workspace
from linter.runs.writing import emit
from linter.settings.show import SettingLine
from linter.settings.workspace import Workspace


@click.command()
@click.argument("path", default=".", metavar="[PATH]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="格式。Format.")
@click.option(
    "--schema",
    type=click.Choice(["settings", "rules", "decisions"]),
    is_flag=False,
    flag_value="settings",
    help="只输出设置、YAML 检查或接受记录文件的 JSON Schema，供编辑器使用。Only a JSON Schema, for editors.",
)
@settings_options
def config(path: str, form: str, schema: str | None, **words: Any) -> None:
    """显示对某个文件生效的设置，以及每一项出自何处。

    Show the settings in force for a file or folder, with the file and line each comes from.
    """
    with refused():
        work = workspace(taken(words))
        if schema:
            from linter.pages import schema as schemas

            emit(schemas.schema(schema, work.registry), None)
            return
        document = str(Path(path) / "*") if Path(path).is_dir() else path
        files, lines = _in_force(work, document)
    emit(_json(files, lines) if form == "json" else _text(files, lines), None)


def _in_force(work: Workspace, document: str) -> tuple[list[str], list[SettingLine]]:
    """The settings files that were read, base first, and the lines of what is in force."""
    from linter.forms.nodes import shown
    from linter.settings.show import lines

    plan = work.plan(document)
    layers = plan.project.layers_under(plan.project.matching(Path(document).absolute())) if plan.project else ()
    settled = work.settle(plan.registry, layers)
    paths = {"baseline": plan.baseline, "decisions": plan.decisions}
    files = {key: shown(path) for key, path in paths.items() if path}
    read = [layer.node.place.file for layer in layers]
    return list(dict.fromkeys(read)), list(lines(settled, plan.registry, files))


def _text(files: Iterable[str], lines: Iterable[SettingLine]) -> str:
    from linter.settings.show import text

    head = "、".join(files) or "没有设置文件 (none)"
    return "\n".join([f"# 设置文件 (settings files): {head}", *map(text, lines)]) + "\n"


def _json(files: list[str], lines: Iterable[SettingLine]) -> str:
    keys: list[str] = []
    values: list[dict[str, Any]] = []
    for line in lines:
        keys[line.depth :] = [line.key]
        if line.where:
            value = sorted(line.value) if isinstance(line.value, (set, frozenset)) else line.value
            values.append({"key": ".".join(keys), "value": value, "from": line.where})
    return json.dumps({"files": files, "settings": values}, ensure_ascii=False, indent=2) + "\n"
