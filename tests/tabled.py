"""Tests over rows, where one test for each of them would cost more than what it proves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from inspect import signature
from typing import Any

import pytest

Test = Callable[..., None]


def over(names: str | tuple[str, ...], rows: Iterable[Any], ids: Callable[[Any], str] = str) -> Callable[[Test], Test]:
    """As ``pytest.mark.parametrize``, but one test for all rows: it tells each that fails, and why."""
    whole = tuple(rows)

    def decorate(test: Test) -> Test:
        keys = (names,) if isinstance(names, str) else names

        def every(**given: Any) -> None:
            told = []
            for row in whole:
                try:
                    test(**given, **dict(zip(keys, (row,) if isinstance(names, str) else row, strict=True)))
                except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - whatever it was, the others run
                    told.append(f"{ids(row)}: {type(error).__name__}: {error}")
            if told:
                pytest.fail(f"{len(told)} of {len(whole)} fail\n" + "\n".join(told), pytrace=False)

        every.__name__, every.__doc__, every.__module__ = test.__name__, test.__doc__, test.__module__
        own = signature(test)
        fixtures = [one for name, one in own.parameters.items() if name not in keys]
        every.__signature__ = own.replace(parameters=fixtures)  # type: ignore[attr-defined] # what pytest gives
        return every

    assert whole, "no rows"
    return decorate
