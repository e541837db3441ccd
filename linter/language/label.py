"""A short text in Chinese and in English."""

from __future__ import annotations

from linter.language.record import NamedTuple

__all__ = ["Label"]


class Label(NamedTuple):
    """A short text in both languages."""

    zh: str
    en: str
