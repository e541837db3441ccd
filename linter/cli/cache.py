"""``cache``: what is kept of earlier runs."""

import click

from linter.runs.cache import Cache, cache_file


@click.command()
@click.argument("what", type=click.Choice(["show", "clear"]), default="show")
def cache(what: str) -> None:
    """上次检查的结果存放在哪里、有多少；clear 清除。

    Where results of unchanged documents are kept, and how many; clear forgets them.
    """
    kept = Cache(cache_file())
    path, entries, size = kept.state()
    if what == "clear":
        kept.clear()
        click.echo(f"{path}: 清除 {entries} 条 (entries dropped)")
        return
    kept.close()
    click.echo(f"{path}: {entries} 条，{size / (1 << 20):.1f} MB (entries)")
