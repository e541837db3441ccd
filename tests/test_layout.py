"""Lines that are no items, pages that frame a document, letters whose enclosure has a title of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter import structure
from linter.language.text import Text
from linter.structure.model import Document
from linter.structure.paragraph import Paragraph
from linter.structure.parse import parse


def document(raw: str) -> Document:
    return parse(Text(raw)).documents[0]


def paragraphs(raw: str) -> list[str]:
    return [block.text for block in document(raw).blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("2.抽检。开馆后第2天、第5天各抽检一次，在第", "1、4、7周各开展一次全项检测。"),
        ("(3)河道围栏应当设置警示标志，间距与上述", "(1)中路面一侧的要求相同；"),
        ("二、供水单位应当每月检测水质，水质应当符合", "1.2条的要求。"),
        ("三、申请人提交材料后，由受理机关依照", "（二）项的规定办理。"),
    ],
)
def test_a_number_that_a_sentence_speaks_of_is_no_item(head: str, tail: str) -> None:
    assert paragraphs(f"{head}\n{tail}\n") == paragraphs(f"{head}{tail}\n")


@pytest.mark.parametrize("tail", ["包括下列情形：", "（一）受理；或", "汽车或", "科普工作的普及", "职工的参与"])
def test_an_item_below_another_line_stays_an_item(tail: str) -> None:
    assert [section.mark.text for section in document(f"{tail}\n（二）开展检查。\n").sections][-1] == "(二)"


def test_a_full_line_before_a_figure_that_is_not_due() -> None:
    full = "供水单位应当在每年的第一季度和第三季度对管网进行检查维护并将其"
    wrapped = f"1.检查。{full}\n" * 4 + f"{full}上报备案\n15、20公里以内的管段列入计划。\n"
    assert [section.mark.text for section in document(wrapped).sections] == ["1."] * 4
    assert len(document(wrapped.replace("15、20公里", "2、公里")).sections) == 5


def test_a_division_is_no_continuation_of_its_chapter() -> None:
    law = "第一章 总则\n第一节 原则\n第一条 甲。\n第二节 范围\n第二条 乙。\n"
    law += "第三章 供水、排水和污水处理的管理\n第一节 供水\n第三条 丙。\n"
    divisions = [section.mark.text for section in document(law).sections if section.mark.scheme == "division"]
    assert divisions == ["第一节", "第二节", "第一节"]


LETTER = """云溪市人民政府关于印发《云溪市城镇供水管理办法》的通知
云政发〔2023〕8号

各县人民政府：

现予印发，请执行。

附件：云溪市城镇供水管理办法

云溪市人民政府
2024年2月20日

附件

云溪市城镇供水管理办法

第一条 为了供水，制定本办法。
"""


def test_the_note_of_an_attachment_does_not_end_the_letter() -> None:
    head = document(LETTER).head
    assert [part.text for part in (head.signature, head.date) if part] == ["云溪市人民政府", "2024年2月20日"]


def test_a_title_behind_a_signature_begins_an_instrument() -> None:
    text = "关于开展整治的通知\n\n各县水务局：\n\n请执行。\n\n一、整治范围\n\n二、整治时间\n\n"
    plan = "\n\n云溪市供水秩序整治方案\n\n为了整治，制定本方案。\n\n一、目标\n"
    for raw in (text + "云溪市水务局\n2024年5月6日" + plan, text + "云溪市水务局\n云溪市公安局\n云溪市财政局" + plan):
        assert [part.kind for part in document(raw).parts] == ["letter", "instrument"]
        assert [section.parent for section in document(raw).roots(1)] == [-1]
    # A body named alone, and a heading below it, are none.
    assert len(document(text + "云溪市水务局\n\n整治工作方案\n\n一、目标\n").parts) == 1


MENU = "云溪市水务局\n\n首页 | 信息公开 | 网站地图\n\n当前位置：\n\n"
FIELDS = "来源：云溪市水务局 日期：2014-04-29\n\n"
TEXT = "第一条 为了供水，制定本办法。\n\n第二条 水质应当合格。\n"


@pytest.mark.parametrize(
    "page",
    [
        f"{MENU}云溪市供水办法\n\n{FIELDS}{TEXT}",
        f"{MENU}云溪市供水办法\n\n{FIELDS}云溪市供水办法\n\n{TEXT}",
        f"{MENU}市水务局公布供水办法\n\n{FIELDS}云溪市供水办法\n\n{TEXT}",
        f"首页 > 正文\n名　称：云溪供水\n云溪市供水办法\n\n{TEXT}",
        f"云溪市供水办法\n\n[内容纠错]\n信息提供日期：2014-11-17\n\n{TEXT}",
        f"云溪市供水办法\n\n发文单位：云溪市水务局\n\n{FIELDS}执行日期：2004-8-15\n\n各县水务局：\n\n{TEXT}",
    ],
)
def test_the_title_of_a_framed_document_is_its_own(page: str) -> None:
    assert document(page).title == "云溪市供水办法"


def test_a_title_above_a_label_belongs_to_one_part() -> None:
    parts = document("目　录\n\n云溪市人民政府关于供水的通知\n附件2").parts
    words = [block.text for part in parts for block in part.blocks if isinstance(block, Paragraph)]
    assert len(words) == len(set(words))


def test_a_line_is_judged_in_one_room() -> None:
    rooms = Path(structure.__file__).parent
    judging = {
        path.name
        for path in rooms.glob("*.py")
        if re.search(r"import .*\bis_number\b|marks\.LABEL|marks\.find|\bjudge\(", path.read_text("utf-8"))
    }
    # Lines are judged as they are read, several of them where they are joined, and titles that the contents name.
    assert judging == {"sorts.py", "lines.py", "blocks.py", "notices.py"}


def test_the_menu_and_the_headline_of_a_page_are_no_paragraphs() -> None:
    title = "云溪市水务局关于做好供水工作的通知"
    page = f"云溪市水务局\n权威发布\n首页 | 网站地图\n{title}\n来源：水务局 日期：2024-05-06\n"
    page += f"{title}\n各县水务局：\n现通知如下。\n"
    assert paragraphs(page) == [title, "各县水务局:", "现通知如下。"]
    alone = page.replace(f"2024-05-06\n{title}\n", "2024-05-06\n")
    assert paragraphs(alone) == [title, "各县水务局:", "现通知如下。"]
    # A number above the furniture is the document's.
    numbered = page.replace("权威发布", "云水发〔2024〕9号")
    assert "云水发〔2024〕9号" in paragraphs(numbered)
