"""Documents that are one piece over and over, from a small grammar: what a piece is, how pieces differ, how they join.

Real documents repeat their forms with other words in them, and so do these: the same words each time, a number that
counts, or names that all differ. Harmless to any software: nothing is nested deep, no file is large.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.append(str(Path(__file__).parents[1]))

from odtfile import level, odt_file
from wordfile import paragraph, row, table, word_file

_DIGITS = "零一二三四五六七八九"
_NAMES = (
    "安保城达东发丰福工光广海和恒华环黄吉佳建江金景康力良林龙"
    "明南宁农平清荣瑞山商盛石水泰天通同万文西新信兴阳永远云运长正中"
)


def chinese(number: int) -> str:
    """A whole number below a hundred thousand in Chinese, as headings count."""
    if number < 10:
        return _DIGITS[number]
    if number < 100:
        ten, one = divmod(number, 10)
        return ("" if ten == 1 else _DIGITS[ten]) + "十" + (_DIGITS[one] if one else "")
    for unit, word in ((10000, "万"), (1000, "千"), (100, "百")):
        if number >= unit:
            many, rest = divmod(number, unit)
            gap = "零" if rest and rest < unit // 10 else ""
            tens = "一" if 10 <= rest < 20 else ""
            return chinese(many) + word + gap + (tens + chinese(rest) if rest else "")
    return ""


def name(number: int) -> str:
    """A name of two or three characters that no other number has."""
    first, second = divmod(number, len(_NAMES))
    return _NAMES[second] + (name(first - 1) if first else "")


class Repeated(NamedTuple):
    """A document of pieces: what it is called, the piece of a number, and how the pieces become bytes."""

    name: str
    unit: Callable[[int], str]
    wrap: Callable[[str], bytes]

    def made(self, often: int, before: str = "") -> bytes:
        """The document with its piece so often, behind some words."""
        return self.wrap(before + "".join(map(self.unit, range(1, often + 1))))


def _text(words: str) -> bytes:
    return words.encode()


def _page(words: str) -> bytes:
    return f"<html><body><p>{words}</p></body></html>".encode()


def _word(words: str) -> bytes:
    return word_file("".join(paragraph(line) for line in words.split("\n")))


def _word_table(words: str) -> bytes:
    return word_file(table(*(row(*line.split("\t")) for line in words.split("\n"))))


def _rich(words: str) -> bytes:
    return rb"{\rtf1\ansi\ansicpg936 " + words.encode("gb18030") + b"}"


def _open(words: str) -> bytes:
    return odt_file(words, f'<text:list-style style:name="L">{level(1, "1")}{level(2, "一")}</text:list-style>')


# Pieces by what they are; N counts, 一 counts in Chinese, 名 is a name of its own for each piece.
PIECES: dict[str, tuple[str, ...]] = {
    "bodies": ("公安局", "市公安局、县财政局", "名县人民政府", "市名局", "某市名管理委员会办公室", "县（市、区）名局"),
    "bands": (
        "死亡3人以上10人以下",
        "3人以上N人以下",
        "N%以上",
        "N万元以下",
        "10吨≤量≤20吨",
        "大于N小于M",
        "不足N人",
        "20℃～30℃",
        "N级以上大风",
        "直接经济损失N万元以上5000万元以下",
    ),
    "levels": ("Ⅰ级响应", "特别重大、重大、较大、一般", "一级", "（一）特别重大事件", "红色预警", "N级"),
    "quotes": ("“供水”", "“名”", "《供水条例》", "《名条例》", "‘甲’", "「甲」", "【甲】", "〔2019〕", "『名』"),
    "brackets": ("（", "）", "“", "”", "《", "》", "[", "]", "(甲)", "（以下简称名局）", "（N）", "((", "{", "〔"),
    "cited": (
        "国办发〔2019〕5号",
        "国办发〔2019〕N号",
        "第三条",
        "第一条第N款",
        "附件N",
        "附录N.1",
        "见表N",
        "图N",
        "《中华人民共和国水法》第五条第二款",
        "依照前款规定",
        "本办法第一条、第N条",
        "《名法》第N条第（二）项",
        "GB/T N—2012",
    ),
    "dates": (
        "2021年5月6日",
        "2021年N月1日",
        "N日",
        "自2020年1月1日起至",
        "5月6日至5月N日",
        "二〇二一年五月六日",
        "2021-05-06",
        "N时N分",
        "星期三（5月6日）",
        "2021年第N季度",
    ),
    "numbers": (
        "10%",
        "N%",
        "N",
        "1",
        "N.5",
        "1,000",
        "其中：甲1个，乙2个，共计3个",
        "名N个",
        "每台3万元",
        "由100亿元增长到120亿元，增长20%",
        "（N分）",
        "共N项",
        "合计N万元",
        "N×N=N",
        "增长N个百分点",
        "农业用水占58%",
        "一百二十N",
        "①",
        "ⅳ",
        "N/M",
        "第N",
    ),
    "contacts": (
        "联系电话：0356-2024118",
        "联系人：名某，电话139000N",
        "邮箱：a@b.cn",
        "地址：名市名街N号",
        "http://a.cn/N",
    ),
    "words": (
        "供",
        "甲",
        "名",
        "组织组织",
        "关于进一步加强城市供水管理工作的通知",
        "名工作",
        "的",
        "和",
        "以及",
        "一是甲；二是乙",
        "进一步加强名工作",
        "有关部门",
        "包括甲、乙、丙和丁",
        "甲或者乙",
        "综合组：",
        "名组：",
        "ABC",
        "a",
        "其它",
        "责任单位：名局",
        "加强名管理，完善名制度，落实名责任",
        "为名",
        "由名负责",
        "不得名",
        "坚持名、名和名",
        "按照名要求",
        "等",
        "N名名",
    ),
    "blanks": (" ", "\u3000", "\t", "\n", "\u200b", "甲 乙", "\ufeff", "\u00a0", " \n"),
    "marks": (
        "、",
        "，",
        "。",
        "；",
        "：",
        "——",
        "……",
        "·",
        "!",
        ",",
        ".",
        "-",
        "~",
        "*",
        "#",
        "|",
        "=",
        "_",
        "`",
        "&",
        "<",
    ),
}
JOINTS = {
    "": "",
    "、": "、",
    "，": "，",
    "。": "。",
    "；": "；",
    "或者": "或者",
    "line": "\n",
    "block": "\n\n",
    "tab": "\t",
}
# Joints that go with every kind of piece; the others go with some.
_OFTEN = ("", "、", "line")
# Lines and blocks of structure.
LINES: dict[str, str] = {
    "clauses on bounds": "一般：停水N小时以上、M小时以下。\n二、本条所称“以下”不含本数。\n",
    "broken lines of doubled words": "供水供水，应当应当，结果结果的的\n",
    "levels with a line below": "甲级：用户N户以上；\n停水N小时以上；\n丁级：用户M户以上；\n停电M小时以上；\n",
    "articles": "第一条 为了加强供水管理，制定本办法。\n\n",
    "articles counted": "第一条 为了加强名管理，制定本办法。\n\n",
    "articles with items": "第一条 名：\n\n（一）甲；\n\n（二）乙。\n\n",
    "chapters": "第一章 名\n\n第一条 甲。\n\n",
    "headings": "一、总则\n",
    "headings counted": "一、名工作\n\n名。\n\n",
    "headings of depth two": "（一）名工作。名。\n\n",
    "decimals": "1.1 总则\n",
    "decimals counted": "N.1 名\n\n",
    "decimals of depth three": "1.N.2 名\n",
    "items": "（一）项目；\n",
    "items counted": "（一）名；\n",
    "items in figures": "N. 名\n",
    "items in brackets": "（N）名\n",
    "rings": "①名；②名；\n",
    "rows": "甲\t1\n",
    "rows counted": "名\tN\n",
    "rows of levels": "一级\tN人以上\tN万元以上\n",
    "rows with sums": "名\tN\t1\tN\n",
    "rows of bodies": "N\t名局\t名某\t139000N\n",
    "tables": "表N 名\n\n序号\t名称\t数量\n1\t名\tN\n2\t名\t3\n\n",
    "pipes": "| 甲 | 乙 |\n",
    "addressees": "各县区人民政府：\n\n",
    "notices": "关于名工作的通知\n\n名政发〔2021〕N号\n\n各单位：\n\n名。\n\n名市人民政府\n\n2021年5月6日\n\n",
    "signatures": "名市人民政府\n2021年5月6日\n\n",
    "attachments": "附件：N. 名表\n",
    "attachments headed": "附件N\n\n名表\n\n名。\n\n",
    "contents": "一、名……N\n",
    "contents dotted": "第一章 名........N\n",
    "steps": "第一步，名。\n\n",
    "plans": "1 总则\n\n1.1 编制目的\n\n名。\n\n2 组织体系\n\n",
    "ladders": "（一）死亡N人以上的，为特别重大名事件；\n\n（二）死亡3人以上N人以下的，为重大名事件。\n\n",
    "groups": "（一）名组。由市名局牵头，市名局、市名局参加。职责：名。\n\n",
    "duties": "市名局：负责名工作。\n\n",
    "short forms": "某市名管理局（以下简称名局）负责。名局应当名。\n\n",
    "running heads": "名市人民政府公报\n\nN\n\n",
    "page numbers": "— N —\n\n",
    "broken lines": "关于进一步加强名管理工\n作的通知要求\n",
    "one sentence": "关于进一步加强城市供水管理工作的通知",
    "copied clauses": "对名的，处N元以上M元以下罚款；情节严重的，处M元以上的罚款。\n\n",
    "definitions": "名，是指名和名。\n\n",
    "sums of lines": "名N万元，其中名1万元，名2万元。\n\n",
    "titled": "《名市名办法》（名政发〔2020〕N号）\n",
    "laws replaced": "将第N条改为第M条，修改为：“名。”\n\n",
    "votes": "名某 名某 名某\n",
    "posts": "任命名某为市名局局长。\n\n",
    "questions": "问：名？\n答：名。\n\n",
    "ocr": "第一条为了加强名管理制定本办法第二条\n",
    "latin": "The notice of name N.\n",
    "systems": "（一）名城综合信息平台；\n（二）名城综合信息管理平台；\n",
    "places": "由名山市青年社区学院负责。\n由名山青年社区学院负责。\n",
    "systems declared": "建设名城信息管理系统（以下简称名城系统）。\n名城管理系统。\n",
    "bodies of command": "成立供水应急指挥部，由应急领导小组批准，",
    "offices": "由县水利局负责。\n由县水务局负责。\n由县卫生局负责。\n由县卫健局负责。\n",
    "indicators": "名省生产总值1N5.4亿元，增长N.5%，",
    "turned names": "名职工补充医疗保险。\n名补充职工医疗保险。\n",
    "forms": "提交《海州市流动人员名补贴申请表》。\n",
    "editions": "第一条 按照GB 17761—2018执行。\n\n第二条 按照GB 17761—2008执行。\n\n",
    "telephones": "值班电话0577-86623180。\n\n值班电话0577-86624199。\n\n",
    "doors": "地址：名平路N号56630990。\n\n",
    "acts below": "名市供水办法\n\n违反本通知的，责令改正。\n\n",
    "phases": "（一）名实施阶段（2007年5月下旬-2008年8月）\n\n1、名（2007年5月-6月）。\n\n",
    "stretches": "全天分为三个时段，8:00—12:00，N:00—18:00。",
    "sums going on": "共计100个，其中甲20个，乙30个。另有丙5个，",
    "parts with shares": "由三部分构成：甲占N%，乙占N%",
    "letters": "a) 名；\n",
    "parts named before": "包括名和名三部分：\n（一）名；\n",
    "terms": "本办法所称名城照明设施，是指路灯。名城照明设施维护。名城照明设备。\n",
    "acts": "海州市供水N号设施管理办法\n\n第一条 制定本办法。\n\n第二条 违反本规定的，依照第九条处理。\n\n",
    "references in a line": "第三条 ",
    "spaces in a line": "申请名名 企业名名，",
    "articles without heading": "第N条【目的】甲。\n\n" * 11 + "第N条 甲。\n\n",
    "names exchanged": "安澜市名勘察设计服务中心、安澜市名勘测设计服务中心负责。\n\n",
    "titles unmarked": "海州市供水设施N号管理办法\n\n第一条 制定本办法。\n\n海州市供水设施管理办法由市局解释。\n\n",
    "chapters beyond the last": "第N章 名\n\n第N条 依照本条例第三款和第9000章处理。\n\n",
    "tables of changes": "项目\t本期\t上期\t环比(%)\n名\t1N\t100\tN.5\n名\t150\t100\t50.0\n\n文字。\n\n",
    "tables of steps": "行为\t情节\t处罚\n名\t一年内1次的\t罚款N元\n名\t一年内2次的\t罚款N元\n\n文字。\n\n",
    "tables of periods": "项目\t开工日期\t完工日期\n名\t2021年5月6日\t2020年5月N日\n\n文字。\n\n",
}
# Beginnings that change how all that follows is read.
HEADS = {
    "notice": "关于做好名工作的通知\n\n各单位：\n\n",
    "law": "名市供水条例\n\n第一章 总则\n\n",
    "plan": "名市突发事件应急预案\n\n1 总则\n\n",
}
MARKDOWN = {
    "headings": "# 名\n\n",
    "deeper": "### N. 名\n\n",
    "items": "- 名\n",
    "items ordered": "N. 名\n",
    "nested": "  - 名\n",
    "quotes": "> 名\n",
    "fences": "```\n名\n```\n",
    "links": "[名](名.md)",
    "stars": "**名**",
    "code": "`名`",
    "pipes": "| 名 | N |\n",
    "comments": "<!-- gazette-lint: ignore TH001 名 -->\n",
    "comments open": "<!-- ",
    "ticks": "`",
    "rules": "---\n",
    "html": "<b>名</b>",
    "tables": "| 甲 | 乙 |\n| --- | --- |\n| 名 | N |\n\n",
    "escapes": "\\*名",
    "images": "![名](N.png)",
    "notes": "名[^N]\n\n[^N]: 名\n\n",
    "html tables": "<table><tr><td>名</td><td>N</td></tr></table>\n",
    "spans": "<td rowspan=2>名</td>\n",
    "entities": "&nbsp;名&amp;",
}
PAGES = {
    "paragraphs": "<p>名</p>",
    "unclosed": "<p>名",
    "breaks": "名<br>",
    "items": "<li>名",
    "ordered": "<ol><li>名<li>名</ol>",
    "divisions": "<div>名</div>",
    "spans": "<span>名</span>",
    "links": "<a href='N'>名</a>",
    "tables": "<table><tr><td>名<td>N<tr><td>名<td>N</table>",
    "blanks": " ",
    "entities": "&nbsp;&amp;",
    "comments": "<!-- 名 -->",
    "comments to us": "<!-- gazette-lint: ignore TH001 -->",
    "scripts": "<script>名</script>",
    "styles": "<style>p{}</style>",
    "images": "<img alt='名'>",
    "headings": "<h2>名</h2>",
    "ruby": "<ruby>名<rt>N</rt></ruby>",
    "raised": "m<sup>2</sup>",
    "forms": "<input value='名'>",
    "sentences": "<p>名局负责名工作。</p>",
    "rows": "</p><table><tr><td>名<td>N</table><p>",
    "bare": "名\n",
    "fonts": "<font>名</font>",
}
WORDS = {
    "paragraphs": "名\n",
    "articles": "第一条 名。\n",
    "numbers": "N. 名\n",
    "sentences": "名局负责名工作，N人以上。",
    "empty": "\n",
}
ROWS = {
    "rows": "名\tN\n",
    "levels": "一级\tN人以上\n",
    "wide": "名\tN\t名\tN\t名\n",
    "empty": "\t\t\n",
    "sums": "名\tN\t1\tN\n",
}

RICH = {
    "paragraphs": "{\\b 名}\\par ",
    "rows": "\\trowd\\cellxN\\cellxM\\intbl 名\\cell N\\cell\\row ",
    "numbers": "{\\listtext N.\\tab}名\\par ",
    "notes": "名{\\footnote 名}",
    "boxes": "{\\shptxt 名}\\par ",
    "groups left out": "{\\*\\x 名}",
}
OPEN = {
    "paragraphs": "<text:p>名</text:p>",
    "lists": "<text:list text:style-name='L'><text:list-item><text:p>名</text:p></text:list-item></text:list>",
    "rows": "<table:table><table:table-row><table:table-cell><text:p>名</text:p></table:table-cell>"
    "<table:table-cell><text:p>N</text:p></table:table-cell></table:table-row></table:table>",
    "notes": "<text:p>名<text:note><text:note-body><text:p>名</text:p></text:note-body></text:note></text:p>",
}


def _filled(form: str) -> Callable[[int], str]:
    """The piece of a number: its counters and names filled in. Names of one piece differ as those of two do."""

    def unit(number: int) -> str:
        parts = form.split("名")
        names = (name(number * (len(parts) - 1) + at) for at in range(len(parts) - 1))
        whole = parts[0] + "".join(one + part for one, part in zip(names, parts[1:], strict=True))
        whole = whole.replace("第一", f"第{chinese(number)}") if "名" in form else whole
        return whole.replace("N", str(number)).replace("M", str(number + 1))

    return unit


def _all() -> Iterator[tuple[str, Repeated]]:
    for kind, forms in PIECES.items():
        for form in forms:
            for word, joint in JOINTS.items():
                # Numbers alone on their lines are those of pages, up to 999.
                if (word in _OFTEN or (kind, word) in _SOME) and (form, word) != ("N", "line"):
                    yield f"{kind} {form!r} {word}".rstrip(), Repeated("a.txt", _filled(form + joint), _text)
    for title, form in LINES.items():
        yield f"lines of {title}", Repeated("a.txt", _filled(form), _text)
    for head, words in HEADS.items():
        for title, form in list(LINES.items())[::4]:
            before = _filled(words)(1)
            yield (
                f"{head}, {title}",
                Repeated("a.txt", _filled(form), lambda text, before=before: (before + text).encode()),
            )
    yield from ((f"markdown {title}", Repeated("a.md", _filled(form), _text)) for title, form in MARKDOWN.items())
    yield from ((f"page {title}", Repeated("a.html", _filled(form), _page)) for title, form in PAGES.items())
    yield from ((f"word {title}", Repeated("a.docx", _filled(form), _word)) for title, form in WORDS.items())
    yield from ((f"rich {title}", Repeated("a.rtf", _filled(form), _rich)) for title, form in RICH.items())
    yield from ((f"open {title}", Repeated("a.odt", _filled(form), _open)) for title, form in OPEN.items())
    yield from ((f"word table {title}", Repeated("a.docx", _filled(form), _word_table)) for title, form in ROWS.items())


_SOME = {
    ("bands", "，"),
    ("bands", "或者"),
    ("levels", "；"),
    ("cited", "，"),
    ("numbers", "，"),
    ("words", "，"),
    ("words", "。"),
    ("numbers", "tab"),
    ("words", "tab"),
    ("bodies", "，"),
}
PATTERNS = dict(_all())
