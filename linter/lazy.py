"""Patterns that are compiled when they are first used: a run needs few of them, and each costs a part of the start."""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a compiled pattern: the first use compiles it and binds its methods, later ones cost nothing."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._source)
        for method in ("match", "search", "finditer", "fullmatch", "findall", "split", "sub", "pattern"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression, compiled when it is first used. Raises re.error then, not now."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
