"""How the checks of names tell a body that has two."""

from linter.facts.bodies import OtherName
from linter.kernel.finding import Finding, see


def told(one: OtherName, usual: tuple[str, str] = ("另一名称", "the other name")) -> Finding:
    """The first place of the rarer name, with the ``usual`` one, in Chinese and English, and its other places."""
    related = [see(one.model, *usual), *[see(span, "同样的写法", "the same form") for span in one.spans[1:]]]
    args = {"rare": one.rare, "usual": one.usual, "few": len(one.spans), "many": one.times}
    return Finding(one.spans[0], args, tuple(related))
