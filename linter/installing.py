"""What to install for an optional part: the libraries themselves, by their names in the registry of Python packages."""

import re

_NAME = "gazette-lint"
_MARK = re.compile(r"""extra\s*==\s*["']([\w-]+)["']""")
_OWN = re.compile(rf"{_NAME}\[([\w,-]+)\]", re.IGNORECASE)


def install(extra: str) -> str:
    """The command that installs what the optional part ``extra`` needs, as the package declares it."""
    from importlib.metadata import PackageNotFoundError, requires

    try:
        wanted = " ".join(f"'{one}'" for one in dict.fromkeys(needed(requires(_NAME) or [], extra)))
    except PackageNotFoundError:
        wanted = ""
    return f"pip install {wanted}" if wanted else f"pip install '.[{extra}]'"


def needed(requirements: list[str], extra: str) -> list[str]:
    """The requirements of a part, those of the parts it builds on in place of these."""
    found: list[str] = []
    for line in requirements:
        words, _, condition = line.partition(";")
        marked = _MARK.search(condition)
        if marked is None or marked[1] != extra:
            continue
        own = _OWN.match(words.strip())
        if own is None:
            found.append(words.strip())
        for part in own[1].split(",") if own else ():
            found += needed(requirements, part.strip())
    return found
