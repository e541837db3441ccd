"""What a column of a table holds, told once by its head: all that reads tables asks here.

A head may say several things: 单位电话 names telephones by a word for bodies, 电话(传真) holds both, and 处罚依据 is a
note on a consequence.
"""

import re
from collections.abc import Mapping
from typing import Literal

from linter.language import lazy, remembered
from linter.structure.paragraph import Table

# serial: 序号; code: other numbers of rows (编号); body; desk: other names of those who answer (科室, 网点); person;
# telephone; fax; mobile; mark: what an item is worth; weight and share: parts of a whole; total: sums of the other
# columns; rate: what does not add up (单价, 比率, 日期); level: numbers the levels of an act (档次 1, 2, 3); condition
# and consequence: what a graded table rests on and what follows from it (情节 | 罚款); note: neither (依据, 备注);
# registered: numbers of a registry, which have a check character (统一社会信用代码, CAS号).
Held = Literal[
    "serial",
    "code",
    "body",
    "desk",
    "person",
    "telephone",
    "fax",
    "mobile",
    "mark",
    "weight",
    "share",
    "total",
    "rate",
    "level",
    "condition",
    "consequence",
    "note",
    "registered",
]
_SERIAL = lazy(r"^序[号次號]$")
_CODE = lazy(r"^(?:编号|序|号)$")
_BODY = lazy(r"{BODY_COLUMN}")
_DESK = lazy(r"{DESK_COLUMN}")
_PERSON = lazy(r"{PERSON}")
_TELEPHONE = lazy(r"{PHONE}")
_FAX = lazy(r"传真")
_MOBILE = lazy(r"移动|手机")
_MARK = lazy(
    r"^(?:[各单小细]项|[考评项指][核分评目标])?(?:分[值数]|(?:标准|基[本础]|权重|[满配赋计])分)(?:\([^()]{0,8}\))?$"
)
_WEIGHT = lazy(r"权重")
_SHARE = lazy(r"比重|占比|构成|所占比例")
_TOTAL = lazy(r"^(?:[一二三四五六\d]{1,2}(?:年|月|季度)|[上下]半年|全[省市县区镇年期])?{TOTAL}(?:\([^()]{0,8}\))?:?$")
_RATE = lazy(r"{NOT_ADDED}|%")
_LEVEL = lazy(r"^(?:裁量|违法|情节)?{HEAD_LEVEL}$")
_CONDITION = lazy(r"{HEAD_CONDITION}")
_CONSEQUENCE = lazy(r"{HEAD_CONSEQUENCE}")
_NOTE = lazy(r"{HEAD_NOTE}")
_REGISTERED = lazy(r"信用代码|身份证号|公民身份|CAS ?(?:登记)?号|ISSN|ISBN")
_HEADS: Mapping[Held, re.Pattern[str]] = {
    "serial": _SERIAL,
    "code": _CODE,
    "body": _BODY,
    "desk": _DESK,
    "person": _PERSON,
    "telephone": _TELEPHONE,
    "fax": _FAX,
    "mobile": _MOBILE,
    "mark": _MARK,
    "weight": _WEIGHT,
    "share": _SHARE,
    "total": _TOTAL,
    "rate": _RATE,
    "level": _LEVEL,
    "condition": _CONDITION,
    "consequence": _CONSEQUENCE,
    "note": _NOTE,
    "registered": _REGISTERED,
}


@remembered(1024)
def held(head: str) -> frozenset[Held]:
    """What the words of a head say that the column below holds; empty for words of text."""
    words = head.replace(" ", "")
    return frozenset(kind for kind, pattern in _HEADS.items() if pattern.search(words)) if words else frozenset()


def headed(table: Table, *kinds: Held) -> list[int]:
    """The columns whose head says one of ``kinds``, from 0."""
    wanted = frozenset(kinds)
    return [at for at, cell in enumerate(table.header) if wanted & held(cell.text)]


def holds(table: Table, column: int, kind: Held) -> bool:
    """Whether the head of a column says ``kind``; False where the table has no such head."""
    return column < len(table.header) and kind in held(table.header[column].text)


def is_total(words: str) -> bool:
    """Whether the words of a head, or of the first cell of a row, say that it adds up the others."""
    return "total" in held(words)
