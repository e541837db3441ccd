"""Check characters of registered numbers: what the last character must be, given those before it.

GB 32100-2015 (统一社会信用代码), GB 11643-1999 (公民身份号码), the CAS registry, ISO 3297 (ISSN), ISO 2108 (ISBN).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

Registry = Literal["credit", "citizen", "cas", "issn", "isbn"]

_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CITIZEN = "10X98765432"
_ELEVEN = "0123456789X"


def _credit(body: str) -> str:
    return _CREDIT[-sum(_CREDIT.index(sign) * pow(3, at, 31) for at, sign in enumerate(body)) % 31]


def _citizen(body: str) -> str:
    return _CITIZEN[sum(int(sign) * (2 << len(body) - at - 1) for at, sign in enumerate(body)) % 11]


def _cas(body: str) -> str:
    return str(sum(int(sign) * at for at, sign in enumerate(reversed(body), 1)) % 10)


def _eleven(body: str) -> str:
    return _ELEVEN[-sum(int(sign) * (len(body) + 1 - at) for at, sign in enumerate(body)) % 11]


def _isbn(body: str) -> str:
    if len(body) == 9:
        return _eleven(body)
    return str(-sum(int(sign) * (1, 3)[at % 2] for at, sign in enumerate(body)) % 10)


_LAST: Mapping[Registry, Callable[[str], str]] = {
    "credit": _credit,
    "citizen": _citizen,
    "cas": _cas,
    "issn": _eleven,
    "isbn": _isbn,
}


def check_character(registry: Registry, body: str) -> str:
    """The character that ends a number whose others are ``body``, hyphens left out.

    Raises ValueError for a character that the registry does not use.
    """
    return _LAST[registry](body)
