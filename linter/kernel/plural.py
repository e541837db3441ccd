"""Words beside a number: what is said of one thing, and what of several."""

from __future__ import annotations


def counted(number: int, forms: str) -> str:
    """The words for a number: ``one|several``, in which ``#`` is the number; without ``|`` the same for both."""
    one, split, several = forms.partition("|")
    return (one if number == 1 or not split else several).replace("#", str(number))


class Counted(int):
    """A number that writes itself into a template: ``{count:# place|# places}``, ``{count:|，共#处}``."""

    def __format__(self, forms: str) -> str:
        """The words for it, or the number as any other if the specification has no two forms."""
        return counted(self, forms) if "|" in forms else format(int(self), forms)
