"""Documents of members that all differ: thousands of headings, titles, bodies, dates …, alone and two kinds mixed.

A piece said over and over meets caches, and sets of one; these never do. Each member has its number in Chinese ({c}) or
figures ({n}), or names of its own ({m}, {k}, {l}); two kinds that are mixed have the same number, so that the one names
what the other has. They are joined to lines, to one line, to the cells of a table, or nested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations

from repeated import Repeated, chinese, name

# One line each, by what they are.
KINDS: dict[str, str] = {
    "headings": "{c}、{m}工作",
    "headings of depth two": "（{c}）{m}工作。按规定办理。",
    "headings in figures": "{n}.{m}工作",
    "headings of decimals": "{n}.1.{n} {m}工作",
    "chapters": "第{c}章 {m}管理",
    "articles": "第{c}条 {m}局应当管理{k}工作。",
    "paragraphs cited": "依照第{c}条第{c}款第（{c}）项办理",
    "short forms": "某市{m}管理局（以下简称{m}局）负责",
    "short forms counted": "第{c}供水有限公司（以下简称“{c}公司”）",
    "definitions": "本办法所称{m}设施，是指{c}号设施。",
    "uses": "{m}局应当管理{m}设施和{c}公司",
    "appendices": "附件{n}：{m}情况表",
    "appendices cited": "见附件{n}和附表{c}",
    "titles": "《{m}管理办法》",
    "titles counted": "《关于{c}号供水工作的通知》（{m}政发〔2021〕{n}号）",
    "laws": "《{m}法》第{c}条",
    "document numbers": "{m}政办发〔20{y}〕{n}号",
    "standards": "GB/T {n}—20{y}",
    "ladders": "（{c}）死亡{n}人以上的，为特别重大{m}事件；死亡3人以上{n}人以下的，为重大{m}事件。",
    "bands": "{n}万元以上{n}5万元以下",
    "bands in words": "{c}人以上一千{c}人以下",
    "levels": "{c}级响应",
    "bodies": "{m}市{k}局",
    "bodies counted": "第{c}人民医院",
    "bodies of governments": "{m}县人民政府办公室",
    "groups": "{m}组：由{k}局牵头，{l}委配合",
    "persons": "组长：王{m} {k}局局长",
    "persons listed": "李{m}",
    "dates": "{d}",
    "dates in words": "{w}",
    "periods": "{d}至{e}",
    "times": "{n}日{h}时{i}分",
    "amounts": "{m}支出{n}.5万元",
    "amounts in words": "{m}费{c}元",
    "shares": "{m}占{n}%，增长{n}.1%",
    "sums": "共{n}个，其中{m}1个、{k}{n}个",
    "counts": "{c}项{m}任务",
    "units": "{m}面积{n}平方米、长{n}公里",
    "telephones": "{m}局 0356-{n:07}",
    "numbers of persons": "1405{n:05}19900101{n:04}",
    "quotations": "“{m}工程”",
    "places": "{m}市{k}县{l}镇{k}村",
    "projects": "{m}河综合治理{c}期工程",
    "systems": "{m}信息管理系统",
    "duties": "责任单位：{m}局、{k}委",
    "deadlines": "{m}工作于{d}前完成",
    "lists": "包括{m}、{k}和{l}等{c}类",
    "choices": "{m}或者{k}的，处{n}元以上{n}0元以下罚款",
    "abolished": "{m}办法自{d}起施行，《{k}规定》同时废止",
    "replaced": "将第{c}条中的“{m}”改为“{c}”",
    "figures": "见图{n}、表{c}",
    "steps": "第{c}步，{m}。",
    "brackets": "（{m}（{c}））",
    "latin": "{m} Project No.{n}",
    "addresses": "http://{n}.gov.cn/{n}",
    "plain": "{m}{c}",
}
JOINTS = {"lines": "\n", "blocks": "\n\n", "one line": "，", "bare": ""}
# How deep the markup goes of what is nested: readers may refuse what is deeper.
DEPTH = 200
_FIRST = date(1950, 1, 1)
_APART = "\x1e"


def filled(form: str) -> Callable[[int], str]:
    """The member of a number, from a form."""

    def unit(number: int) -> str:
        day = _FIRST + timedelta(number)
        values = {
            "c": chinese(number),
            "m": name(number),
            "k": name(number + 7919),
            "l": name(number + 2 * 7919),
            "n": number,
            "y": f"{number % 25:02}",
            "h": number % 24,
            "i": number % 60,
            "d": f"{day.year}年{day.month}月{day.day}日",
            "e": f"{day.year + 1}年{day.month}月{day.day}日",
            "w": f"{''.join('〇一二三四五六七八九'[int(one)] for one in str(day.year))}年"
            f"{chinese(day.month)}月{chinese(day.day)}日",
        }
        return form.format(**values)

    return unit


def _after(words: str) -> bytes:
    """All the first members, then all the second."""
    pairs = [pair.split(_APART) for pair in words.split("\n") if _APART in pair]
    return "\n".join([*(first for first, _ in pairs), *(second for _, second in pairs)]).encode()


def _rows(number: int, unit: Callable[[int], str]) -> str:
    return "\t".join(unit(10 * number + at) for at in range(10)) + "\n"


def _singles() -> Iterator[tuple[str, Repeated]]:
    for title, form in KINDS.items():
        unit = filled(form)
        for joint, mark in JOINTS.items():
            yield f"members {title} {joint}", Repeated("a.txt", lambda at, u=unit, m=mark: u(at) + m, str.encode)
        yield f"members {title} cells", Repeated("a.txt", lambda at, u=unit: _rows(at, u), str.encode)


def _mixes() -> Iterator[tuple[str, Repeated]]:
    """Each pair in one of three ways, in turn."""
    for at, (one, other) in enumerate(combinations(KINDS, 2)):
        first, second = filled(KINDS[one]), filled(KINDS[other])
        ways: dict[str, tuple[str, str, Callable[[str], bytes]]] = {
            "lines": ("\n", "\n", str.encode),
            "one line": ("，", "；", str.encode),
            "after": (_APART, "\n", _after),
        }
        way = list(ways)[at % len(ways)]
        mark, end, wrap = ways[way]
        yield (
            f"mixed {one} + {other} {way}",
            Repeated("a.txt", lambda at, a=first, b=second, m=mark, e=end: a(at) + m + b(at) + e, wrap),
        )


def _deep(number: int) -> str:
    """Headings of five levels below each other, each with its own number."""
    return f"{chinese(number)}、总则\n（{chinese(number)}）目的\n{number}.依据\n（{number}）范围\n①{name(number)}\n"


def _climbing(number: int) -> str:
    """A heading one level deeper than the last, up to nine, then again from the first."""
    return ".".join(str(number + at) for at in range(1 + number % 9)) + f" {name(number)}\n"


def _opened(opens: str, closes: str, words: str) -> bytes:
    """Members that each open a bracket, all of them closed at the end."""
    return "".join(opens + one for one in words.split("\n")).encode() + closes.encode() * words.count("\n")


def _levels(opens: str, closes: str, before: str, after: str) -> Callable[[str], bytes]:
    """Members that stand in each other, so many deep, then again."""

    def wrap(words: str) -> bytes:
        made = [before]
        lines = words.split("\n")
        for at in range(0, len(lines), DEPTH):
            part = lines[at : at + DEPTH]
            made.append("".join(opens + one for one in part) + closes * len(part))
        return "".join([*made, after]).encode()

    return wrap


def _nested() -> Iterator[tuple[str, Repeated]]:
    plain = filled("{m}{c}\n")
    yield "nested headings", Repeated("a.txt", _deep, str.encode)
    yield "nested decimals", Repeated("a.txt", _climbing, str.encode)
    for opens, closes in ("（）", "“”", "《》", "〔〕", "【】", "()", "[]", "{}", "<>", "「」"):
        yield f"nested {opens}{closes}", Repeated("a.txt", plain, lambda words, o=opens, c=closes: _opened(o, c, words))
    page, end = "<html><body>", "</body></html>"
    for tag in ("div", "span", "b", "ul", "ol", "blockquote", "table", "font", "ruby", "sup"):
        inner = {"ul": "<li>", "ol": "<li>", "table": "<tr><td>"}.get(tag, "")
        yield f"nested <{tag}>", Repeated("a.html", plain, _levels(f"<{tag}>{inner}", f"</{tag}>", page, end))
    yield (
        "nested quotes of markdown",
        Repeated("a.md", lambda at: f"{'> ' * (at % 20)}{chinese(at)}{name(at)}\n", str.encode),
    )
    yield (
        "nested items of markdown",
        Repeated("a.md", lambda at: f"{'  ' * (at % 20)}- {chinese(at)}{name(at)}\n", str.encode),
    )
    yield "nested groups of rich text", Repeated("a.rtf", lambda at: f"{at}\n", _levels("{", "}", r"{\rtf1 ", "}"))


MEMBERS = {**dict(_singles()), **dict(_nested())}
MIXES = dict(_mixes())
