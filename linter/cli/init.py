"""``init``: a settings file to begin with, its keys explained."""

from pathlib import Path

import click

from linter.runs.writing import Failure, write
from linter.settings.workspace import SETTINGS

_SETTINGS = """\
# gazette-lint 的设置，对本文件夹和下面的文件夹生效。全部的键见 docs/settings.md；生效的值：gazette-lint config
# Settings for this folder and those below; all keys in docs/settings.md, what is in force: gazette-lint config
extends: recommended

# 不做的检查：代码、名称或字母。Checks that do not run.
# ignore: [WD004]

# 文件夹里略过的文件，写法同 .gitignore。Files in folders to pass over.
# exclude: ["存档/", "*.bak.txt"]

# 本机关的机构、用词。Bodies and words of the office.
# office:
#   bodies: [某市应急管理局]      # 或一个文本文件，每行一个：bodies: 机构.txt
#   bodies-complete: false        # 名录写全了才写 true
#   words: [本来就对的词]
"""


@click.command()
@click.argument("folder", default=".", metavar="[DIR]")
def init(folder: str) -> int:
    """写一个设置文件 gazette-lint.yaml，逐项注明。Write a settings file to begin with."""
    target = Path(folder, SETTINGS[0])
    if not target.parent.is_dir():
        raise Failure(f"没有文件夹 {folder} (no such folder)")
    if known := next((name for name in SETTINGS[:2] if (target.parent / name).exists()), None):
        raise Failure(f"{target.parent / known} 已经存在 (exists already)")
    write(target, _SETTINGS.encode())
    click.echo(f"{target}: 已写好，请按需修改 (written; change what you need)")
    return 0
