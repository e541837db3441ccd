"""``app``: a page of this machine for people who never open a terminal."""

from pathlib import Path
from typing import Literal

import click

from linter.installing import install
from linter.runs.writing import Failure, complain


@click.command()
@click.option(
    "--office", metavar="DIR", help="设置和接受记录的文件夹，没有就新建。Folder of settings and decisions, made if new."
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="端口，0 为任一空闲端口。Port; 0: any free one.")
@click.option("--no-browser", is_flag=True, help="不打开浏览器，只给出地址。Only print the address.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="界面语言。Language of the page.")
@click.option(
    "--static",
    metavar="FILE.html|DIR/",
    help="不启动，写成一个免安装的文件，或者网站用的文件夹。Write the page as one file, or a folder for a web server.",
)
def app(office: str | None, port: int, no_browser: bool, lang: Literal["zh", "en"], static: str | None) -> None:
    """打开浏览器，在本机的页面上检查公文：拖进文件，看报告，接受，修改，下载。

    Open the browser on a page of this machine: drop documents, read the report, accept, mend, take away.
    """
    if static is not None:
        _write_page(static, lang)
        return
    try:
        from linter.app.launch import serve
    except ModuleNotFoundError as error:
        missing = (error.name or "").split(".")[0]
        raise Failure(f"缺少 {missing}，请先安装 (install first): {install('app')}") from None
    if office and Path(office).exists() and not Path(office).is_dir():
        raise Failure(f"{office} 不是文件夹 (no folder)")
    serve(Path(office).absolute() if office else home(), port, lang, browser=not no_browser)


def _write_page(static: str, lang: Literal["zh", "en"]) -> None:
    """Write the page without installation: a file, or a folder if the path ends as one or is one."""
    from linter.app.static import build, build_folder
    from linter.runs.guard import WriteGuard

    kept = Path(click.get_app_dir("gazette-lint"), "downloads")
    if static.endswith(("/", "\\")) or Path(static).is_dir():
        WriteGuard().refuse(str(Path(static, "index.html")))
        build_folder(Path(static), kept, lang, complain)
    else:
        WriteGuard().refuse(static)
        build(Path(static), kept, lang, complain)


def home() -> Path:
    """The folder of the settings in force here, else that of the user for this tool."""
    from linter.kernel.registry import Registry
    from linter.settings.workspace import SETTINGS, Workspace

    found = Workspace(Registry((), {}, {})).nearest(Path.cwd(), SETTINGS)
    return found.parent if found else Path(click.get_app_dir("gazette-lint"))
