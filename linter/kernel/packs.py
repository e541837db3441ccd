"""What a pack holds: its checks as its modules define them, or as the index that came with it lists them.

Importing a hundred and thirty modules takes longer than checking a short notice. The wheel therefore carries an index
of its checks (``generate/stores.py`` writes it): a check listed there is imported when it first runs, or when its
page is asked for. A source tree has no index, and is imported as a whole.
"""

from __future__ import annotations

import builtins
import marshal
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from linter.kernel.check import CODE, NAME, Bad, Check, CheckError, Good, Needs, Option, Runner
from linter.kernel.finding import Label

# In the folder of a pack: the fields of a check, then the values of each check in their order.
INDEX = "index.bin"
# What is fetched from the module of a check, and not kept in an index.
FETCHED = ("run", "examples", "doc", "reads", "choices")


class ListedCheck(Check):
    """A check known from an index; what is not kept there is fetched from its module."""

    __slots__ = ()

    @property
    def whole(self) -> Check:
        """The check as its module defines it. Raises whatever the import raises."""
        return _whole(self.module, self.code)

    @property
    def run(self) -> Runner:
        """The function itself."""
        return self.whole.run

    @property
    def examples(self) -> tuple[Bad | Good, ...]:
        """Its examples."""
        return self.whole.examples

    @property
    def doc(self) -> str:
        """The docstring of its module."""
        return self.whole.doc

    @property
    def reads(self) -> tuple[Any, ...]:
        """The facts it uses."""
        return self.whole.reads

    @property
    def choices(self) -> Mapping[str, Mapping[str, Label]]:
        """The words of arguments that are one of a list."""
        return self.whole.choices


@cache
def _whole(module: str, code: str) -> Check:
    return next(check for check in collect(import_module(module)) if check.code == code)


def checks_of(module: ModuleType) -> tuple[Check, ...]:
    """The checks of a pack in order of their modules. Raises CheckError for one that is badly formed."""
    file = getattr(module, "__file__", None)
    try:
        return unpack(Path(file).with_name(INDEX).read_bytes()) if file else tuple(collect(module))
    except (OSError, ValueError):
        return tuple(collect(module))


def collect(module: ModuleType) -> Iterator[Check]:
    """The checks of a module, alone or in tables, or of all modules of a package."""
    values = list(vars(module).values())
    tables = [value for value in values if isinstance(value, tuple) and not isinstance(value, Check)]
    for item in (*values, *(one for table in tables for one in table)):
        if isinstance(item, Check) and item.module == module.__name__:
            yield validated(item)
    import pkgutil

    for info in pkgutil.iter_modules(getattr(module, "__path__", ())):
        yield from collect(import_module(f"{module.__name__}.{info.name}"))


def validated(check: Check) -> Check:
    """The check itself. Raises CheckError if its code or name is badly formed."""
    if not CODE.match(check.code):
        raise CheckError(f"{check.module}: code {check.code!r} is not letters and three digits, as in TH003")
    if not NAME.match(check.name):
        raise CheckError(f"{check.module}: name {check.name!r} is not lower-case words joined by hyphens")
    return check


def pack(checks: Iterable[Check]) -> bytes:
    """An index of checks, the same bytes each time."""
    # Later versions of the format write down which objects are shared, which is not the same in every run.
    return marshal.dumps((Check._fields, [_packed(check) for check in checks]), 2)


def _packed(check: Check) -> tuple[Any, ...]:
    plain: dict[str, Any] = check._asdict() | dict.fromkeys(FETCHED)
    plain["needs"] = [tuple(sorted(one)) if isinstance(one, frozenset) else one for one in check.needs]
    plain["message"] = dict(check.message)
    plain["messages"] = {name: dict(words) for name, words in check.messages.items()}
    if check.options:
        plain["options"] = {
            name: (option.type.__name__, option.default, tuple(option.label)) for name, option in check.options.items()
        }
    return tuple(plain.values())


def unpack(data: bytes) -> tuple[Check, ...]:
    """The checks of an index. Raises ValueError if it is damaged, or of another version of the record."""
    try:
        fields, rows = marshal.loads(data)  # noqa: S302 - written by the build of the pack itself
    except (EOFError, TypeError) as error:
        raise ValueError(str(error)) from None
    if fields != Check._fields:
        raise ValueError(f"an index of {fields}")
    return tuple([ListedCheck._make(_unpacked(row)) for row in rows])


_NEEDS, _OPTIONS = Check._fields.index("needs"), Check._fields.index("options")


def _unpacked(row: tuple[Any, ...]) -> list[Any]:
    values = list(row)
    values[_NEEDS] = Needs._make([frozenset(one) if isinstance(one, tuple) else one for one in values[_NEEDS]])
    if values[_OPTIONS]:
        values[_OPTIONS] = {
            name: Option(getattr(builtins, kind), default, Label(*label))
            for name, (kind, default, label) in values[_OPTIONS].items()
        }
    return values
