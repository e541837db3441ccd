"""Defects in the names of bodies and in lists with their details."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planting import Planted, matches, operator, put

NAME = r"(?<=[，。；：、由向\n])[\u4e00-\u9fff]{3,12}(局|委员会|指挥部|中心|部门)(?=[，。；：、\n]|应当|负责)"


@operator("OR001")
def a_wrong_character_in_a_body(raw: str) -> Iterator[Planted]:
    """At one of four places or more, a character of a name is one that makes no word with its neighbours."""
    for match in matches(NAME, raw):
        name = match[0]
        if raw.count(name) >= 4 and len(name) >= 5 and "和" not in name and "与" not in name:
            at = match.start(1) - 1
            yield put(raw, at, at + 1, "囤")._replace(start=match.start(), end=match.end())


@operator("OR008")
def misspell_the_state(raw: str) -> Iterator[Planted]:
    for match in matches("中华人民共和国", raw):
        yield put(raw, match.start() + 4, match.start() + 5, "大")._replace(start=match.start(), end=match.end())


@operator("LS010")
def rename_a_detail(raw: str) -> Iterator[Planted]:
    """A row of words with a clause for each: one clause gets another name."""
    for row in re.finditer(r"、((?:[\u4e00-\u9fff]{4}、){2,})", raw):
        for name in row[1].rstrip("、").split("、")[:-1]:
            told = re.search(rf"(?<=[；。\n]){name}(?=领域|方面|环节)", raw[row.end() :])
            if told:
                at = row.end() + told.start()
                yield put(raw, at + 2, at + 4, "统筹")._replace(start=at, end=at + 4)
