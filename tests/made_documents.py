"""Documents, settings and files by hand from a grammar, for fuzzing: structure, not bytes.

Everything is drawn through a ``Chooser``, which says a number below another: that of a strategy of hypothesis in the
suite, that of a random generator in long runs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from html import escape
from typing import Any, TypeVar

from ofdfile import Text, ofd_file, page
from wordfile import numbered, paragraph, row, table, word_file

T = TypeVar("T")
Chooser = Callable[[int], int]

CHINESE = "一二三四五六七八九十"
BODIES = (
    "市公安局",
    "县财政局",
    "应急管理部门",
    "某市人民政府办公室",
    "区、县人民政府",
    "市卫健委",
    "某某集团有限公司",
    "综合组",
)
NUMBERS = ("1", "3", "10", "30", "1.5", "1,000", "0", "100000000", "三", "二十", "１２", "-1", "½", "")
UNITS = ("人", "%", "万元", "亿元", "吨", "℃", "级", "米", "小时", "日", "元", "项", "个")
BOUNDS = ("以上", "以下", "不足", "超过", "以内", "及以上", "（含）", "（不含）", "≤", "≥", "～", "至", "")
LEVELS = ("特别重大", "重大", "较大", "一般", "Ⅰ级", "Ⅱ级", "一级", "红色", "IV级")
TITLES = ("供水条例", "中华人民共和国水法", "突发事件应急预案", "关于印发《方案》的通知", "")
MARKS = (
    "，",
    "。",
    "；",
    "、",
    "：",
    "？",
    "！",
    "——",
    "……",
    ",",
    ".",
    "。。",
    "（",
    "）",
    "“",
    "”",
    "《",
    "》",
    "〔",
    "\n",
    " ",
    "　",
    "\t",
    "",
)
ODD = (
    "\u200b",
    "\ufeff",
    "𬭎",
    "\u0301",
    "\U0010ffff",
    "\x0b",
    "\x1b",
    "|",
    "<",
    "&",
    "`",
    "*",
    "#",
    "¶",
    "\u2028",
    "ﾀ",
    "囗",
    "㎡",
)
WORDS = (
    "供水",
    "进一步加强",
    "其它",
    "其他",
    "负责",
    "组织组织",
    "牵头",
    "参加",
    "包括",
    "和",
    "以及",
    "或者",
    "为",
    "共",
    "其中",
    "由",
    "增长到",
    "同比增长",
    "以下简称",
    "联系电话",
    "附件",
    "依照",
    "第一款",
    "前款",
    "本办法",
    "自发布之日起施行",
    "废止",
)
# What checks compare, with holes for bodies (B), numbers (N) and words (W).
SUBJECTS = (
    "成立供水应急指挥部",
    "由供水应急领导小组批准，WB配合",
    "全省生产总值N亿元，增长N%",
    "N亿元，同比下降N%，W",
    "全天分为三个时段，N:00—12:00，12:30—N:00",
    "昼间6:00至22:00，夜间N时至次日6:00",
    "建设某城综合信息平台（以下简称“某平台”）",
    "某城综合信息管理平台、某管理平台W",
    "城乡居民职工补充医疗保险",
    "城乡居民补充职工医疗保险W",
    "按照《W规范》（GB/T 3727N—2018）",
    "值班电话0577-8662318N",
    "和平路N号56630990",
    "共计N个，其中W个N个。另有N个",
    "总投资N亿元，其中工业项目N个、总投资N万亿元",
    "由三部分构成：甲占N%，乙占N%，W占20%",
    "占总成绩的N%",
    "包括W和W三部分：",
    "本法办W，特此公告",
    "妥否，请批示",
    "本办法N条规定",
    "本办法所称城市照明设施，是指路灯，城市照明设备",
    "中山市青年社区学院、中山青年社区学院",
    "应当当在W前",
    "实施阶段（2007年N月下旬-2008年N月）",
    "由市水利局负责，市水务局参加",
    "清河工业园区政府、清河工业园区管委会",
    "500万元及以下的，N万元以上的",
    "一年内N次的，处N元以上N元以下罚款",
)
COLUMNS = (
    ("项目", "本期", "上期", "环比(%)"),
    ("项目", "数量", "占比(%)"),
    ("行为", "情节", "处罚"),
    ("项目", "开工日期", "完工日期"),
    ("时段", "时间"),
    ("序号", "名称", "电话"),
)
ROWS = ("其中：W", "合计", "一年内N次的", "一年内N次以上的", "罚款N元", "2021年N月N日", "N", "N.5", "N%", "W", "B", "")
LONG = ("9" * 400, "零", "〇", "０", "99" * 20 + ".5", "一百二十", "", "-", "０．５")
GENRES = ("通知", "意见", "办法", "条例", "应急预案", "公报", "批复", "函", "名单", "")


def one(choose: Chooser, of: Sequence[T]) -> T:
    """One of some things."""
    return of[choose(len(of))]


def some(choose: Chooser, most: int, make: Callable[[Chooser], str], joint: str = "") -> str:
    """Up to so many pieces."""
    return joint.join(make(choose) for _ in range(choose(most + 1)))


def number(choose: Chooser) -> str:
    """A number with its unit."""
    return one(choose, NUMBERS) + one(choose, UNITS)


def band(choose: Chooser) -> str:
    """A range, sound or not."""
    return number(choose) + one(choose, BOUNDS) + (number(choose) + one(choose, BOUNDS) if choose(3) else "")


def date(choose: Chooser) -> str:
    """A day."""
    return f"{one(choose, ('2021', '二〇二一', '20', '0'))}年{choose(15)}月{choose(35)}日"


def citation(choose: Chooser) -> str:
    """A reference to something."""
    forms = (
        "《{}》",
        "《{}》第{}条",
        "第{}条第{}款",
        "某政发〔202{}〕{}号",
        "附件{}",
        "附录{}.{}",
        "见表{}",
        "GB/T {}—20{}",
    )
    form = one(choose, forms)
    return form.format(
        *[one(choose, TITLES) if "《" in form and not at else choose(30) for at in range(form.count("{}"))]
    )


def piece(choose: Chooser) -> str:
    """Some words of a sentence."""
    kind = choose(9)
    if kind < 4:
        return one(choose, (WORDS, BODIES, LEVELS, WORDS)[kind])
    if kind == 7:
        return one(choose, ODD) if choose(4) == 0 else one(choose, ("“", "（", "《")) + one(choose, WORDS)
    return (band, date, citation, lambda _: "", number)[kind - 4](choose)


def subject(choose: Chooser, forms: Sequence[str] = SUBJECTS) -> str:
    """Words that a check compares with others."""
    form = one(choose, forms).replace("B", one(choose, BODIES)).replace("W", one(choose, WORDS))
    return "".join([_count(choose) if one == "N" else one for one in form])


def _count(choose: Chooser) -> str:
    return one(choose, LONG) if choose(12) == 0 else str(choose(30))


def sentence(choose: Chooser) -> str:
    """A sentence."""
    if choose(3) == 0:
        return some(choose, 4, subject, one(choose, "，。；、\n")) + one(choose, "。；\n")
    return some(choose, 8, lambda draw: piece(draw) + (one(draw, MARKS) if draw(2) else "")) + one(choose, "。。。；\n")


def heading(choose: Chooser) -> str:
    """A mark and a few words behind it."""
    at = choose(12)
    word = CHINESE[at % 10]
    marks = (
        f"第{word}条 ",
        f"第{word}章 ",
        f"{word}、",
        f"（{word}）",
        f"{at}. ",
        f"{at}.{at} ",
        f"（{at}）",
        "①",
        f"附件{at}",
        "",
    )
    return one(choose, marks) + one(choose, WORDS)


def rows(choose: Chooser) -> list[list[str]]:
    """The cells of a table."""
    if choose(3) == 0:
        heads = list(one(choose, COLUMNS))
        return [heads, *[[subject(choose, ROWS) for _ in heads] for _ in range(1 + choose(6))]]
    columns = 1 + choose(5)
    cell = (number, band, lambda draw: one(draw, BODIES), lambda draw: one(draw, LEVELS), lambda _: "")
    return [[one(choose, cell)(choose) for _ in range(columns)] for _ in range(1 + choose(5))]


Blocks = list["str | list[list[str]]"]


def blocks(choose: Chooser) -> Blocks:
    """A document: title, number, addressee, then headings, paragraphs and tables, signature, annexes."""
    made: Blocks = []
    if choose(4):
        made += [
            f"关于{one(choose, WORDS)}{one(choose, WORDS)}的{one(choose, GENRES)}",
            citation(choose),
            f"{one(choose, BODIES)}：",
        ]
    for _ in range(choose(9)):
        kind = choose(5)
        made.append(rows(choose) if kind == 0 else heading(choose) if kind < 3 else sentence(choose) + sentence(choose))
    if choose(3) == 0:
        made += [one(choose, BODIES), date(choose)]
    return made


def text(choose: Chooser) -> str:
    """A document as text."""
    return one(choose, ("\n\n", "\n", "\n\n\n", "\r\n")).join(
        block if isinstance(block, str) else "\n".join("\t".join(cells) for cells in block) for block in blocks(choose)
    )


def markdown(choose: Chooser) -> str:
    """A document in Markdown."""
    signs = (
        "# {}",
        "## {}",
        "- {}",
        "1. {}",
        "> {}",
        "**{}**",
        "`{}`",
        "```\n{}\n```",
        "<!-- gazette-lint: ignore {} -->",
        "{}",
        "    {}",
        "[{}](a)",
    )
    made = []
    for block in blocks(choose):
        if isinstance(block, str):
            made.append(one(choose, signs).format(block))
        else:
            lines = ["| " + " | ".join(cells) + " |" for cells in block]
            made.append("\n".join([lines[0], "| --- " * len(block[0]) + "|", *lines[1:]]))
    return "\n\n".join(made)


def html(choose: Chooser) -> str:
    """A document as a page."""
    tags = (
        "<p>{}</p>",
        "<p>{}",
        "<div>{}</div>",
        "<h2>{}</h2>",
        "<li>{}",
        "<ol start={}><li>a<li>b</ol>",
        "<br>{}",
        "<sup>{}</sup>",
        "<!--{}-->",
        "<td>{}",
        "<table>{}",
        "</div>{}",
    )
    made = []
    for block in blocks(choose):
        if isinstance(block, str):
            made.append(one(choose, tags).format(block if choose(5) == 0 else escape(block)))
        else:
            cells = [
                "".join(f"<td colspan={choose(4)} rowspan={choose(4)}>{escape(one)}" for one in cells)
                for cells in block
            ]
            made.append(f"<table>{''.join('<tr>' + line for line in cells)}</table>")
    return one(choose, ("<html><body>{}</body></html>", "{}", "<body><div>{}</div></body>")).format("".join(made))


def docx(choose: Chooser) -> bytes:
    """A document as a Word file."""

    def legal(words: str) -> str:
        return escape("".join(one for one in words if ord(one) > 31 and one not in "\ufeff\U0010ffff"))

    made = []
    for block in blocks(choose):
        if isinstance(block, str):
            made.append(numbered(legal(block)) if choose(6) == 0 else paragraph(legal(block)))
        else:
            made.append(table(*(row(*map(legal, cells)) for cells in block)))
    return word_file("".join(made))


def ofd(choose: Chooser) -> bytes:
    """A document in the layout format of offices."""
    lines = [line for block in blocks(choose) if isinstance(block, str) for line in block.split("\n")]
    legal = ["".join(one for one in line if ord(one) > 31 and one not in "\ufeff\U0010ffff") for line in lines]
    return ofd_file(page(*(Text(20 + 5 * choose(3), 20 + 8 * at, line) for at, line in enumerate(legal[:30]) if line)))


VALUES = (
    "true",
    "false",
    "note",
    "error",
    "off",
    "TH003",
    "[TH, LS]",
    "[]",
    "{}",
    "null",
    "''",
    "5",
    "-1",
    "1e9",
    "'*.md'",
    "recommended",
    "own.yaml",
    "!x y",
    "&a b",
    "*a",
    "[[[[]]]]",
    "{a: {b: c}}",
    '"\\ud800"',
    "2021-05-06",
    "0x1F",
    "~",
    "? x",
    "供水",
    "[供水, {pattern: '(甲+)+'}]",
)
SETTINGS = (
    "extends",
    "select",
    "extend-select",
    "ignore",
    "preview",
    "strict",
    "checks",
    "document",
    "office",
    "language",
    "level",
    "fail-on",
    "changes",
    "convert",
    "paths",
    "lvel",
)
INNER = (
    "TH003",
    "severity",
    "bodies",
    "words",
    "abbreviations",
    "classes",
    "boundary",
    "kind",
    "damage",
    "use",
    "reason",
    "max",
)
CHECK = (
    "code",
    "name",
    "severity",
    "title",
    "message",
    "basis",
    "in",
    "kind",
    "quoted",
    "examples",
    "forbid-term",
    "replace",
    "limit",
    "consistent",
    "forms",
    "pattern",
)
DECISION = ("code", "fingerprint", "text", "before", "after", "reason", "until", "who", "document", "ends")


def value(choose: Chooser, keys: Sequence[str], depth: int = 0) -> str:
    """A value in YAML, in flow style where it holds others."""
    kind = choose(6)
    if kind < 4 or depth > 3:
        return one(choose, VALUES)
    inner = [value(choose, keys, depth + 1) for _ in range(choose(4))]
    if kind == 4:
        return f"[{', '.join(inner)}]"
    return "{" + ", ".join(f"{one(choose, keys)}: {item}" for item in inner) + "}"


def settings(choose: Chooser) -> str:
    """A settings file, right or wrong."""
    return "".join(f"{one(choose, SETTINGS)}: {value(choose, INNER)}\n" for _ in range(choose(6)))


def checks(choose: Chooser) -> str:
    """A file of YAML checks, right or wrong."""
    listed = "".join(
        "- " + "\n  ".join(f"{one(choose, CHECK)}: {value(choose, CHECK)}" for _ in range(1 + choose(8))) + "\n"
        for _ in range(choose(3))
    )
    return f"pack: x\nchecks:\n{listed}"


def decisions(choose: Chooser) -> str:
    """A file of decisions, right or wrong."""
    listed = "".join(
        "- " + "\n  ".join(f"{one(choose, DECISION)}: {value(choose, DECISION)}" for _ in range(1 + choose(8))) + "\n"
        for _ in range(choose(3))
    )
    return f"decisions:\n{listed}"


def baseline(choose: Chooser) -> str:
    """A baseline, right or wrong."""
    odd: tuple[Any, ...] = (1, 0, -1, 10**9, 1.5, True, None, "1", [], {}, "TH001", [["a"]])
    entry = {
        key: one(choose, odd)
        for key in ("code", "fingerprint", "text", "before", "after", "count", "ends")[choose(3) :]
    }
    files: Any = {"a.txt": [entry] * choose(3)} if choose(6) else one(choose, odd)
    return json.dumps({"version": 1 if choose(6) else one(choose, odd), "files": files})


METHODS = (
    "hover",
    "definition",
    "references",
    "documentSymbol",
    "foldingRange",
    "codeAction",
    "didChange",
    "didOpen",
    "didClose",
    "didSave",
)


def message(choose: Chooser, number: int) -> dict[str, Any]:
    """A message to the language server, right or wrong."""
    odd: tuple[Any, ...] = (0, 1, 5, -1, 10**6, 2**31, None, "x", 1.5, [], {})
    near = (0, 1, 2, 3)

    def place() -> Any:
        return {
            "line": one(choose, odd if choose(4) == 0 else near),
            "character": one(choose, odd if choose(4) == 0 else near),
        }

    document: dict[str, Any] = {
        "uri": one(choose, ("untitled:a.txt", "untitled:b.md", "file:///none/c.txt", "", "x:\x00"))
    }
    params: dict[str, Any] = {
        "textDocument": document,
        "position": place(),
        "range": {"start": place(), "end": place()},
    }
    params |= {"context": {"diagnostics": [], "includeDeclaration": True}}
    method = one(choose, METHODS)
    if method in ("didOpen", "didChange"):
        document |= {"version": one(choose, odd), "languageId": "plaintext", "text": text(choose)}
        params["contentChanges"] = [{"text": text(choose)}] if choose(4) else [{"range": params["range"], "text": "x"}]
    if choose(8) == 0:
        params.pop(one(choose, tuple(params)))
    made: dict[str, Any] = {"jsonrpc": "2.0", "method": f"textDocument/{method}", "params": params}
    if not method.startswith("did") or choose(9) == 0:
        made["id"] = number
    return made


def spoiled(choose: Chooser, data: bytes) -> bytes:
    """Bytes as damage leaves them: cut, doubled, with other bytes in them."""
    for _ in range(choose(4)):
        if not data:
            break
        at, to = choose(len(data)), choose(len(data))
        kind = choose(5)
        if kind == 0:
            data = data[:at] + bytes([choose(256)]) + data[at + 1 :]
        elif kind == 1:
            data = data[:at]
        elif kind == 2:
            data = data[: min(at, to)] + data[max(at, to) :]
        elif kind == 3:
            data = data[:at] + data[min(at, to) : max(at, to)][:500] + data[at:]
        else:
            data = (
                data[:at]
                + one(choose, (b"\x00", b"\xff\xfe", b"<", b"\xe3\x80", b"\n\n", b"]]>", b"'", b"\t" * 20))
                + data[at:]
            )
    return data
