"""``lsp``: serve an editor over standard input and output."""

import click

from linter.installing import install
from linter.runs.writing import Failure


@click.command()
@click.option("--stdio", is_flag=True, hidden=True, help="Ignored: what editors pass by habit.")
def lsp(stdio: bool) -> None:  # noqa: ARG001
    """编辑器中的语言服务器，经标准输入输出通信。

    The language server for editors, over standard input and output.
    """
    try:
        from linter.lsp.features import start
    except ModuleNotFoundError as error:
        missing = (error.name or "").split(".")[0]
        raise Failure(f"缺少 {missing}，请先安装 (install first): {install('lsp')}") from None
    start()
