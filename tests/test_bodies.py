"""Names of bodies: what is one, which forms are one body, and names one edit apart."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.facts.bodies.names import Home, alike, completed, is_body, issuer_home, key
from linter.language.near import SingleEdit, edit, near_pairs
from linter.language.text import Text
from linter.structure.parse import parse

CITY = Home("滨海市", "滨海", "市")


@pytest.mark.parametrize(
    "forms",
    [
        ("市发展和改革委员会", "市发展改革委", "市发改委", "滨海市发展和改革委员会"),
        ("市卫生健康委员会", "市卫生健康委", "市卫健委"),
        ("市市场监督管理局", "市市场监管局"),
        ("市工业和信息化局", "市工信局"),
        ("市人力资源和社会保障局", "市人社局", "市人力资源社会保障局"),
        ("市政府外事办公室", "市外事办", "市人民政府外事办公室"),
        ("共青团滨海市委", "团市委", "共青团市委员会"),
        ("市委机构编制委员会办公室", "市委编办"),
        ("市委网络安全和信息化委员会办公室", "市委网信办"),
        ("市中级人民法院", "市中院"),
        ("市人民政府", "滨海市人民政府", "市政府"),
        ("市公安局交警支队", "市交警支队"),
        ("市消防救援支队", "市消防支队"),
        ("国家发展和改革委员会", "国家发展改革委", "发展改革委"),
    ],
)
def test_forms_of_one_body_share_a_key(forms: tuple[str, ...]) -> None:
    assert len({key(form, CITY) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("市商务局", "市水务局"),
        ("市民政局", "市财政局"),
        ("市应急管理局", "市城市管理局"),
        ("市市场监督管理局", "市药品监督管理局"),
        ("市委宣传部", "市委统战部"),
        ("市公安局", "省公安局"),
        ("市政府办公室", "市人民政府"),
        ("本级人民代表大会", "本级人民代表大会常务委员会"),
    ],
)
def test_different_bodies_are_neither_equal_nor_alike(one: str, other: str) -> None:
    assert key(one, CITY) != key(other, CITY)
    if not other.startswith(one):
        assert not alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("晋城火车站", "中国铁路郑州局集团有限公司晋城站"), ("市气象台站管理中心", "市气象中心")]
)
def test_shortened_forms_are_alike(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    "word", ["市公安局", "省委宣传部", "武警滨海支队", "滨海军分区", "国网滨海供电公司", "团市委", "市人大常委会"]
)
def test_bodies(word: str) -> None:
    assert is_body(word)


@pytest.mark.parametrize(
    "word", ["社会", "干部", "合理布局", "餐厅", "村委", "车队", "承办", "城乡结合部", "执行", "局", "医院", "人员"]
)
def test_other_words(word: str) -> None:
    assert not is_body(word)


def test_companies_share_a_tail() -> None:
    assert completed("中国联通", "中国电信滨海分公司") == "中国联通滨海分公司"
    assert completed("市公安局", "中国电信滨海分公司") == ""
    assert completed("本级人民代表大会", "本级人民代表大会常务委员会") == ""


@pytest.mark.parametrize(
    ("issuer", "place"),
    [
        ("滨海市人民政府办公室", "滨海市"),
        ("山西省晋城市人民政府", "晋城市"),
        ("杭州市余杭区人民政府", "余杭区"),
        ("广西壮族自治区人民政府办公厅", "广西壮族自治区"),
        ("国务院办公厅", ""),
    ],
)
def test_home_is_the_place_of_the_issuer(issuer: str, place: str) -> None:
    issue = parse(Text(f"{issuer}关于印发工作方案的通知\n\n各有关单位：\n\n现印发给你们。\n\n{issuer}\n\n2024年1月5日"))
    assert issue.documents[0].read(issuer_home).place == place


names = st.text(alphabet="市县公安民政局", min_size=1, max_size=7)


@given(st.lists(names, unique=True, max_size=12))
def test_near_pairs_are_those_a_comparison_of_all_would_find(words: list[str]) -> None:
    expected = {tuple(sorted(pair)) for pair in combinations(words, 2) if edit(*pair)}
    found = list(near_pairs(words))
    assert len(found) == len(set(found))
    assert {tuple(sorted(pair)) for pair in found} == expected


@given(names, names)
def test_an_edit_leads_from_one_name_to_the_other(one: str, other: str) -> None:
    change = edit(one, other)
    if change:
        assert one[: change.at] + change.new + one[change.at + len(change.old) :] == other
        assert one != other


def test_edit_of_equal_and_distant_names() -> None:
    assert edit("市公安局", "市公安局") is None
    assert edit("市公安局", "市财政局") is None
    assert edit("晋银保监分局", "晋城银保监分局") == SingleEdit(1, "", "城")


def test_many_names_under_one_form_are_not_paired_all_with_all() -> None:
    crowd = [f"市{chr(0x4E00 + at)}局" for at in range(3000)]
    assert sum(1 for _ in near_pairs(crowd)) == 0
