"""Every kind of fact by name: modules are searched, so that a new extractor is found by itself."""

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any

import linter.facts
import linter.structure
from linter.structure import Fact, Issue


@cache
def kinds() -> dict[str, Fact[Any]]:
    """The facts by name, in alphabetical order. Imports all extractors: for tools, not for a run."""
    found: dict[str, Fact[Any]] = {}
    for package in (linter.facts, linter.structure):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for value in vars(import_module(info.name)).values():
                if isinstance(value, Fact):
                    found[value.name] = value
    return dict(sorted(found.items()))


def of_issue(fact: Fact[Any]) -> bool:
    """Whether a fact is one of the whole issue: its extractor says so by the type of its argument."""
    return next(iter(fact.extract.__annotations__.values()), None) in (Issue, Issue.__name__)
