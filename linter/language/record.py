"""Named tuples that are quick to define.

``typing.NamedTuple`` compiles the annotation of every field when a class is made, a tenth of a millisecond a class and
a tenth of a whole run; here annotations stay the words they are. For a type checker it is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple

    _OWN = ("__annotations__", "__module__", "__qualname__")

    class _Definition(type):
        """Turns the body of a class into a named tuple: its annotations are the fields, the rest are methods."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body["__annotations__"]
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(  # noqa: PYI024 - this is the base to use in its place
                name, fields, defaults=defaults, module=body["__module__"]
            )
            made.__annotations__ = fields
            for key, value in body.items():
                if key not in _OWN and key not in fields:
                    setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Definition):
        """The base to name in place of that of ``typing``."""
