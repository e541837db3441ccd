"""What a message quotes stands in the document, mark for mark."""

from __future__ import annotations

import pytest

from linter.kernel.finding import Finding, see
from linter.kernel.quoted import as_written
from linter.language import Span, Text

TEXT = "第一条 市、县（市、区）办理，逾期不改正的，责令停产。\n\n（二）市、县(市、区)登记。\n"
FAR = "另行规定。\n" * 40


@pytest.mark.parametrize(
    ("at", "said", "quoted"),
    [
        ("逾期", "逾期不改正的,责令停产", "逾期不改正的，责令停产"),
        ("县（", "县(市、区)", "县（市、区）"),
        ("县(", "县(市、区)", "县(市、区)"),
        ("登记", "(二)", "（二）"),
        ("第一条", "没有,这句", "没有,这句"),
        ("第一条", "1,000元", "1,000元"),
    ],
)
def test_marks_are_those_of_the_text(at: str, said: str, quoted: str) -> None:
    place = TEXT.index(at)
    finding = Finding(Span(place, place + 1), {"words": said, "count": 2})
    assert as_written(finding, Text(TEXT)).args == {"words": quoted, "count": 2}


def test_words_of_a_related_place_come_first() -> None:
    text = FAR.replace("另行规定", "逾期(半年)", 1) + TEXT + FAR + "逾期（半年）的，停办。\n"
    place, other = text.index("第一条"), text.index("逾期（半年）")
    finding = Finding(Span(place, place + 1), {"words": "逾期(半年)"}, (see(Span(other, other + 1), "见", "see"),))
    assert as_written(finding, Text(text)).args == {"words": "逾期（半年）"}
