from __future__ import annotations

from collections.abc import Callable

import pytest
from outline import outline

from linter.language.text import Text
from linter.structure import marks
from linter.structure.broken_lines import find as find_broken
from linter.structure.model import Document, Issue
from linter.structure.paragraph import Table
from linter.structure.parse import parse


def one(raw: str) -> Document:
    issue = parse(Text(raw))
    assert len(issue.documents) == 1
    return issue.documents[0]


def test_gazette(issue: Issue, golden: Callable[[str, str], None]) -> None:
    golden("jincheng-2021-05.outline.txt", outline(issue))


def test_masthead_and_contents(issue: Issue) -> None:
    assert issue.masthead
    assert (issue.masthead.year, issue.masthead.number, issue.masthead.total) == (2021, 5, 269)
    assert [entry.page for entry in issue.contents] == [1, 6, 26, 40, 43, 46, 58, 71, 76, 88]
    assert len(issue.documents) == 10


@pytest.mark.parametrize(
    "words",
    ["1.5亿元以上", "2021年10月", "20210101", "10-29例", "第三条规定的情形", "附件3份", "12345热线", "1.5", "3.14159"],
)
def test_no_marks(words: str) -> None:
    assert marks.find(words) is None


@pytest.mark.parametrize(
    ("words", "scheme", "value"),
    [
        ("一、总则", "chinese", (1,)),
        ("十二、2021年任务", "chinese", (12,)),
        ("(十七)强化监测", "chinese-paren", (17,)),
        ("4.2.1 Ⅰ级响应", "decimal", (4, 2, 1)),
        ("4.1分级响应", "decimal", (4, 1)),
        ("1 总则", "decimal", (1,)),
        ("1.保障职工", "arabic", (1,)),
        ("(26)相关单位", "arabic-paren", (26,)),
        ("第十二条之一 经营者", "article", (12, 1)),
        ("第一章 总 则", "chapter", (1,)),
        ("③其他", "circled", (3,)),
    ],
)
def test_marks(words: str, scheme: str, value: tuple[int, ...]) -> None:
    found = marks.find(words)
    assert found
    assert (found.scheme, found.value) == (scheme, value)


def test_lone_law() -> None:
    law = one(
        "互联网服务管理条例\n\n第一章 总则\n\n第一条 为了规范管理，制定本条例。\n\n第二条 本条例适用于下列活动：\n\n"
        "（一）经营；\n\n（二）监督。\n\n第二章 附则\n\n第三条 本条例自公布之日起施行。\n"
    )
    assert law.title == "互联网服务管理条例"
    assert [(s.mark.text, s.parent) for s in law.sections] == [
        ("第一章", -1),
        ("第一条", 0),
        ("第二条", 0),
        ("(一)", 2),
        ("(二)", 2),
        ("第二章", -1),
        ("第三条", 5),
    ]


def test_notice_with_instrument_and_attachment() -> None:
    notice = one(
        "某市人民政府办公室\n关于印发某市防汛应急预案的通知\n\n某政办发〔2023〕7号\n\n各县（区）人民政府：\n\n"
        "《某市防汛应急预案》已经市政府同意，现印发给你们。\n\n某市人民政府办公室\n2023年5月6日\n\n（此件公开发布）\n\n"
        "某市防汛应急预案\n\n1 总则\n\n1.1 编制目的\n\n为做好防汛工作，制定本预案。\n\n"
        "附件1\n\n防汛物资清单\n\n名称\t数量\n沙袋\t100\n"
    )
    assert [(part.kind, part.number, part.title.text if part.title else "") for part in notice.parts] == [
        ("letter", "", ""),
        ("instrument", "", "某市防汛应急预案"),
        ("attachment", "1", "防汛物资清单"),
    ]
    assert notice.head.number
    assert notice.head.number.year == 2023
    assert notice.head.date
    assert notice.head.date.text == "2023年5月6日"
    assert isinstance(notice.parts[2].blocks[-1], Table)


def test_list_of_attachments_is_no_attachment() -> None:
    notice = one(
        "某局关于开展检查的通知\n\n某发〔2023〕7号\n\n各单位：\n\n请做好检查。\n\n"
        "附件：1.检查表\n2.汇总表\n\n某局\n2023年5月6日\n"
    )
    assert [part.kind for part in notice.parts] == ["letter"]


@pytest.mark.parametrize(
    ("below", "kinds"),
    [
        ("1.检查表\n2.汇总表\n\n某局\n2023年5月6日\n", ["letter"]),
        ("1.检查表\n2.汇总表\n\n某局\n某委\n2023年5月6日\n", ["letter"]),
        # Text of an attachment, and a list behind the signature.
        ("1.检查分三组进行。\n2.每组三人。\n\n某局\n2023年5月6日\n", ["letter", "attachment"]),
        ("检查表\n\n项目\t结果\n堤防\t好\n", ["letter", "attachment"]),
    ],
)
def test_label_over_a_list_and_a_signature_heads_a_note(below: str, kinds: list[str]) -> None:
    notice = one(f"某局关于开展检查的通知\n\n某发〔2023〕7号\n\n各单位：\n\n请做好检查。\n\n附件：\n{below}")
    assert [part.kind for part in notice.parts] == kinds
    assert bool(notice.head.date) is (kinds == ["letter"])


def test_paragraph_joined_over_a_page_break_keeps_places() -> None:
    raw = "一、任务\n\n坚持统筹谋划,夯实“六大保护”,不断\n\n推动未成年人保护工作向更高水平迈进。\n"
    document = one(raw)
    paragraph = next(p for p in document.paragraphs if "不断推动" in p.text)
    at = paragraph.text.index("不断推动")
    span = paragraph.span(at, at + 4)
    assert raw[span.start : span.end] == "不断\n\n推动"


def test_spaces_inside_words_go_and_between_words_stay() -> None:
    document = one("指 挥 长:市长\n\n市教育局 市公安局\n\n的 通 知\n")
    assert [p.text for p in document.paragraphs] == ["指挥长:市长", "市教育局 市公安局", "的通知"]


def test_no_structure_at_all() -> None:
    for raw in ["", "\n\n", "x", "。", "\t\t\n", "|a|b|\n", "<!--", "```\n", "目 录\n", "附件\n", "第一章", "\ufeff"]:
        parse(Text(raw))


def test_table_broken_over_pages_is_one() -> None:
    document = one("单位名称\t电话\n市教育局\t2066102\n\n单位名称\t电话\n市司法局\t2031822\n")
    (table,) = document.tables
    assert [row.cells[0].text for row in table.rows] == ["市教育局", "市司法局"]
    assert [row.page for row in table.rows] == [0, 1]


def test_contents_of_one_document_do_not_part_it() -> None:
    chapters = ["第一章 总体要求和基本原则", "第二章 重点任务和责任分工", "附录1 主要指标和责任单位表"]
    contents = "".join(f"{name}........{page}\n" for page, name in enumerate(chapters, 1))
    body = "".join(
        f"{name}\n\n第{one}条 各单位应当抓好落实。\n\n" for one, name in zip("一二三", chapters, strict=True)
    )
    document = one(f"某市水利发展规划\n\n目 录\n\n{contents}\n{body}")
    assert [section.mark.text for section in document.sections][:2] == ["第一章", "第一条"]


def test_text_before_the_first_notice_of_a_file_is_a_document_of_its_own() -> None:
    notice = "云溪市水务局关于做好{}工作的通知\n\n云水发〔2024〕{}号\n\n各县水务局：\n\n请做好{}工作。\n\n"
    notices = notice.format("供水", 9, "供水") + notice.format("节水", 10, "节水")
    text = "供水标准汇编\n\n一、水质应当合格。\n\n二、水压应当稳定。\n\n" + notices
    first, *rest = parse(Text(text)).documents
    assert (first.span.start, first.span.end) == (0, text.index("云溪市"))
    assert first.title == "供水标准汇编"
    assert len(rest) == len(parse(Text("云溪水务\n\n" + notices)).documents) == 2


def test_a_law_before_a_notice_is_a_document_of_its_own() -> None:
    law = "云溪市供水办法\n\n第一条 制定本办法。\n\n第二条 本办法自1997年1月1日起施行。\n\n"
    notice = "云溪市水务局关于做好供水工作的通知\n\n云水发〔2024〕9号\n\n各县水务局：\n\n请做好供水工作。\n"
    first, second = parse(Text(law + notice)).documents
    assert (first.title, second.title) == ("云溪市供水办法", "云溪市水务局关于做好供水工作的通知")
    assert len(parse(Text("今日通水，全城欢庆。\n\n" + notice)).documents) == 1


def test_a_line_that_breaks_off_in_a_row_of_numbers_goes_on() -> None:
    text = "本规范适用于高速公路及一、二、\n三、四级公路的排查。\n"
    (only,) = parse(Text(text)).documents[0].paragraphs
    assert only.text.endswith("一、二、三、四级公路的排查。")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("整顿和规范市场秩序，加快建设统", "一、开放、竞争的现代市场体系。"),
        ("按照残疾人分类和分级的国家标准，", "一、二级的全护理。"),
    ],
)
def test_a_full_line_that_ends_in_mid_sentence_goes_on_to_a_number(above: str, below: str) -> None:
    lines = "本规定所称的见习基地是指吸纳毕业\n生参加就业见习的单位包括企业和事\n业单位以及社会团体各有关部门应当\n"
    text = "一、总体要求\n" + lines * 2 + f"{above}\n{below}\n二、主要任务\n各单位应当落实。\n"
    paragraphs = parse(Text(text)).documents[0].paragraphs
    assert (above + below).replace("，", ",") in paragraphs[1].text
    assert [one.title for one in parse(Text(text)).documents[0].sections][:1] == ["总体要求"]


def test_a_full_line_that_ends_with_a_comma_does_not_go_on_to_the_number_that_is_due() -> None:
    lines = "本规定所称的见习基地是指吸纳毕业\n生参加就业见习的单位包括企业和事\n业单位以及社会团体各有关部门应当\n"
    text = "现就有关工作通知如下。\n" + lines * 2 + "按照残疾人分类和分级的国家标准，\n一、提高认识。\n"
    assert parse(Text(text)).documents[0].paragraphs[-1].text == "一、提高认识。"


def test_what_a_page_says_of_itself_above_a_notice_is_no_document() -> None:
    notice = "海州市人民政府关于加强供水工作的通知\n\n海政发〔2022〕3号\n\n各区人民政府：\n\n现通知如下。\n"
    page = "海州市人民政府网站\n\n本文已被浏览23次。\n\n2022年5月6日\n\n"
    act = "海州市供水办法\n\n第一条 制定本办法。\n\n第二条 本办法自公布之日起施行。\n\n"
    assert len(parse(Text(page + notice)).documents) == 1
    assert len(parse(Text(act + notice)).documents) == 2


def test_an_issue_holds_orders() -> None:
    issue = parse(
        Text(
            "临江市人民政府公报\n\n2023年第3期（总第58期）\n\n目　录\n\n市政府规章\n\n"
            "临江市绿化管理规定（临江市人民政府令第21号）……（3）\n\n关于做好防暑降温工作的通知（临政办发〔2023〕19号）……（15）\n\n"
            "临江市人民政府令\n\n第21号\n\n《临江市绿化管理规定》已经市人民政府常务会议通过，现予公布。\n\n2023年5月18日\n\n"
            "临江市绿化管理规定\n\n第一条　为加强绿化管理，制定本规定。\n\n第二条　本规定自2023年7月1日起施行。\n\n"
            "临江市人民政府办公室\n关于做好防暑降温工作的通知\n\n临政办发〔2023〕19号\n\n各县人民政府：\n\n现通知如下。\n"
        )
    )
    assert [document.title for document in issue.documents] == [
        "临江市人民政府令",
        "临江市人民政府办公室关于做好防暑降温工作的通知",
    ]
    order = issue.documents[0]
    assert order.head.issuer == "临江市人民政府"
    assert [(part.kind, part.title.text if part.title else "") for part in order.parts] == [
        ("letter", ""),
        ("instrument", "临江市绿化管理规定"),
    ]


ISSUED = "海州市财政局关于做好防汛工作的通知"


@pytest.mark.parametrize("banner", ["海州市财政局文件", ""])
def test_a_head_run_together_with_its_text_is_parted(banner: str) -> None:
    words = "为贯彻落实《防汛条例》关于值守的规定，做好防汛工作，" * 30
    document = one(f"{banner}海财〔2021〕 13号{ISSUED}各区财政局、市直各部门(单位)，各市属企业:{words}现通知如下。\n")
    head = document.head
    assert document.title == ISSUED
    assert head.number
    assert head.number.text == "海财〔2021〕 13号"
    assert head.addressee
    assert head.addressee.text == "各区财政局、市直各部门(单位),各市属企业:"
    assert [kind for kind, _, _ in find_broken(document)] == ["flattened"]


def test_what_only_speaks_of_a_notice_is_no_head() -> None:
    words = "根据《海州市财政局关于做好防汛工作的通知》（海财〔2021〕13号）关于值守的通知要求，各区财政局应当值守：" * 6
    assert one(words).title == ""
    assert len(one(words).prose) == 1


def test_the_name_over_the_number_is_no_title() -> None:
    assert one(f"海州市财政局文件\n海财〔2021〕13号\n{ISSUED}\n各区财政局：\n做好工作。\n").title == ISSUED
    assert one("海州市防汛物资招标文件\n\n一、项目概况\n\n采购水泵。\n").title == "海州市防汛物资招标文件"


def test_a_title_stands_over_the_banner_and_under_the_code_of_a_register() -> None:
    over = one(
        "海州市教育局关于\n\n入学工作的意见\n\n海州市教育局文件\n\n海教发〔2016〕11号\n\n一、指导思想\n\n公平入学。\n"
    )
    assert over.title == "海州市教育局关于入学工作的意见"
    under = one(
        "HZ0320140051\n海州市教育局印发《入学方案》的通知\n各区教育局：\n请执行。\n海州市教育局\n2014年4月21日\n"
    )
    assert (under.title, under.head.issuer) == ("海州市教育局印发《入学方案》的通知", "海州市教育局")


def test_the_line_of_source_and_date_is_no_title() -> None:
    source = "来源：" + " " * 40 + "日期：2011-11-30"
    letter = f"关于做好配租工作的通知\n{source}\n【字号 大 中 小】\n各区建设局：\n请认真执行。\n"
    assert one(letter).title == "关于做好配租工作的通知"


def test_the_notes_and_the_headline_of_a_page_are_none_of_the_document() -> None:
    note = "本文正文由脚本自公开页面提取，仅供检索查阅，以发布版本为准。\n\n"
    circular = (
        "# 海州市交通局关于发布失信主体名单的通报\n\n各区交通局：\n\n发布本批名单。\n\n海州市交通局\n\n2025年11月3日\n"
    )
    under = one(note + circular)
    assert (under.title, under.head.issuer) == ("海州市交通局关于发布失信主体名单的通报", "海州市交通局")
    assert under.prose[0].text == under.title
    again = one(f"# {ISSUED}\n\n{ISSUED}\n\n海财〔2021〕13号\n\n各区财政局：\n\n做好工作。\n")
    assert [block.text for block in again.prose].count(again.title) == 1


def test_a_name_quoted_over_lines_begins_no_instrument() -> None:
    own = "关于加强下立交设施防汛管理工作的通知"
    forwarded = one(
        f"某区人民政府关于批转《{own}》的通知\n\n各镇人民政府：\n\n《关于报请批转<\n{own}>\n的请示》收悉，现批转给你们。\n\n"
        f"某区人民政府\n\n2014年6月28日\n\n{own}\n\n各镇人民政府：\n\n一、落实责任。\n"
    )
    assert [part.title.text for part in forwarded.parts if part.title] == [own]


def test_a_note_of_contact_is_no_part_of_the_title_below_it() -> None:
    letter = "关于印发《招生方案》的通知\n各幼儿园：\n现将《招生方案》印发给你们。\n海州市教育局\n2026年4月20日\n"
    document = one(f"{letter}（联系科室：基础教育科，联系电话：38622527）\n招生方案\n一、招生原则\n公平。\n")
    assert [part.title.text for part in document.parts if part.title] == ["招生方案"]


def test_a_title_over_lines_goes_on_to_the_word_for_itself() -> None:
    lines = ("海州市公安局", "关于印发海州市入户管理办法", "实施细则的通知")
    raw = "海公规〔2022〕2号\n{}\n各有关单位：\n现印发给你们。\n"
    assert one(raw.format("\n".join(lines))).title == "".join(lines)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"{ISSUED}  海财〔2021〕13号\n各区财政局：\n", ISSUED),
        (f"海财〔2021〕13号{ISSUED}\n各区财政局：\n", ISSUED),
        (f"海财〔2021〕13号\n{'海州市公安局 ' * 7}{ISSUED}\n各区财政局：\n", f"{'海州市公安局' * 7}{ISSUED}"),
        (f"点击查看政策解读\n海财〔2021〕13号\n{ISSUED}\n各区财政局：\n", ISSUED),
        ("海州市防汛条例(2012年修正)\n海州市人民代表大会公告\n第一条 制定本条例。\n", "海州市防汛条例(2012年修正)"),
        (
            "海州市水务局关于公布继续有效、废止文件目录的公告\n\n根据要求，我局进行了清理。\n",
            "海州市水务局关于公布继续有效、废止文件目录的公告",
        ),
        ("防汛手册\n防汛手册\n全市入汛。\n", "防汛手册"),
        ("防汛手册\n海州市水务局\n前言\n全市入汛。\n", "防汛手册"),
        ("海州市人民政府\n第281号\n现予公布。\n", ""),
        ("AQ/T 9007-2019\n海州市地方标准\n防汛演练规范\n1 范围\n", "防汛演练规范"),
    ],
)
def test_the_title_of_a_document_is_one_name(head: str, title: str) -> None:
    assert one(head + "做好防汛工作。\n").title == title


def test_headings_between_whole_paragraphs_are_not_wrapped_lines() -> None:
    body = "为了做好防汛抗旱工作，保障人民生命财产安全，" * 3 + "制定本意见。"
    headings = ("一、明确防汛抗旱工作目标任务", "二、落实防汛抗旱工作责任制度", "三、做好防汛抗旱物资储备工作")
    text = "\n".join(words for heading in headings for words in (heading, body))
    document = one(f"海政〔2024〕5号\n{ISSUED}\n各区人民政府，市政府各部门：\n{body}\n{text}\n")
    assert document.title == ISSUED
    assert [section.heading.text for section in document.sections] == list(headings)


@pytest.mark.parametrize("aside", ["（另行规定的除外）", "（另行规定（含条例）的除外）", "（另行规定\n的除外）"])
def test_a_bracket_behind_a_finished_sentence_ends_its_paragraph(aside: str) -> None:
    raw = f"扣分情况\n1.有关工作被通报的，每例扣1分，分级加倍扣分。{aside}\n否决项\n1.本人被处理的。\n"
    assert [paragraph.text for paragraph in one(raw).prose][2:] == ["否决项", "1.本人被处理的。"]


def test_a_bracket_within_a_sentence_does_not_end_it() -> None:
    raw = "一、加强领导，压实责任，对本年度确定的各项任务（含上年度结转的）\n逐项落实。\n"
    assert len(one(raw).prose) == 1


def test_the_title_of_an_instrument_goes_on_to_its_note_of_version() -> None:
    raw = (
        "海州市粮食局关于印发《海州市粮食购销违法违规行为举报奖励实施细则（试行）》的通知\n海粮〔2023〕2号\n各区县：\n"
        "现印发给你们。\n海州市粮食局\n2023年12月31日\n海州市粮食购销违法违规行为\n举报奖励实施细则（试行）\n"
        "第一条 制定本细则。\n第二条 本细则自发布之日起施行。\n"
    )
    title = one(raw).parts[1].title
    assert title
    assert title.text == "海州市粮食购销违法违规行为举报奖励实施细则(试行)"


def parts(raw: str) -> list[tuple[str, str]]:
    return [(part.kind, part.title.text if part.title else "") for part in one(raw).parts]


ACT = "第一章 总则\n\n第一条 为了{0}，制定本办法。\n\n第二条 本办法自公布之日起施行。\n\n"


def test_acts_one_after_the_other_are_parts_of_their_own() -> None:
    second = f"海州市居住证签注办法\n\n市公安局\n\n{ACT}"
    third = f"海州市居住证持有人\n\n随迁子女入学办法（试行）\n\n{ACT}"
    raw = f"海州市居住证管理办法\n\n{ACT}{second}{third}"
    assert parts(raw) == [
        ("instrument", "海州市居住证管理办法"),
        ("instrument", "海州市居住证签注办法"),
        ("instrument", "海州市居住证持有人随迁子女入学办法(试行)"),
    ]


def test_a_notice_behind_an_act_and_what_it_encloses_are_parts() -> None:
    title = "海州市人民政府办公室关于转发市公安局居住证签注办法的通知"
    notice = f"{title}\n\n各区人民政府：\n\n现转发给你们。\n\n2016年3月23日\n\n"
    raw = f"海州市居住证管理办法\n\n{ACT}{notice}海州市居住证签注办法\n\n{ACT}"
    assert [kind for kind, _ in parts(raw)] == ["instrument", "letter", "instrument"]


def test_acts_whose_numbers_are_no_articles_are_parted_where_these_begin_again() -> None:
    raw = (
        "关于印发支持文化企业两个规定的通知\n\n各区人民政府：\n\n现印发给你们。\n\n海州市人民政府\n\n2018年12月18日\n\n"
        "支持文化企业转制的规定\n\n为转制，规定如下：\n\n一、关于财政税收\n\n二、关于投资\n\n"
        "支持文化企业发展的规定\n\n为发展，规定如下：\n\n一、关于财政税收\n\n二、关于土地\n"
    )
    assert parts(raw)[1:] == [("instrument", "支持文化企业转制的规定"), ("instrument", "支持文化企业发展的规定")]


def test_contents_and_a_headline_make_no_second_act() -> None:
    assert len(parts(f"海州市居住证管理办法\n\n（2016年修正）\n\n{ACT}附件：海州市居住证积分办法\n")) == 1
