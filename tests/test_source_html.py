"""Web pages: the article and nothing else, tables with spans, line breaks as they show, any encoding."""

from __future__ import annotations

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.sources import Source, SourceError, read

ARTICLE = "".join(
    f"<p>（{number}）对未按期完成整改的单位，责令限期改正；逾期不改的，予以通报，并处罚款。</p>"
    for number in "一二三四五"
)


def page(body: str, head: str = "") -> Source:
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "页.html")


def blocks(body: str, head: str = "") -> list[str]:
    return page(body, head).raw.rstrip("\n").split("\n\n")


def test_navigation_scripts_hidden_parts_and_footers_are_left_out() -> None:
    links = "".join(f"<li><a href='/{number}'>政务公开栏目{number}</a></li>" for number in range(40))
    body = (
        f"<div class=top><ul>{links}</ul></div><script>var a='，，，。';</script>"
        "<div style='display: none'>藏，，。</div>"
        f"<div class=main><div class=side><a href=/>相关解读</a></div><div id=zoom>{ARTICLE}</div></div>"
        "<div class=foot>主办：某市人民政府办公室，网站标识码1234567890</div>"
    )
    found = blocks(body)
    assert len(found) == 5
    assert found[0].startswith("（一）对未按期")


def test_the_title_comes_from_the_page_if_the_article_lacks_it() -> None:
    head = "<meta name='ArticleTitle' content='关于加强  管理的通知'><title>关于加强管理的通知_某市政府网</title>"
    assert blocks(f"<h1>某市人民政府网站</h1><div>{ARTICLE}</div>", head)[0] == "关于加强 管理的通知"
    assert blocks(f"<h1>关于加强管理的通知</h1><div>{ARTICLE}</div>")[0] == "关于加强管理的通知"
    assert (
        blocks(f"<div>{ARTICLE}</div>", "<title>关于加强管理的通知 - 某市人民政府</title>")[0] == "关于加强管理的通知"
    )


def test_number_addressee_and_date_beside_the_text_belong_to_it() -> None:
    links = "".join(f"<a href='/{number}'>政务公开栏目{number}</a>" for number in range(40))
    body = (
        f"<div>{links}</div><div><div>国发〔2025〕6号</div><div>各省、自治区、直辖市人民政府：</div><div>{ARTICLE}</div>"
        "<div><span>国务院</span><p>2025年1月6日</p></div></div><div>发布日期：2025年1月7日　浏览次数：12</div>"
    )
    found = blocks(body)
    assert found[:2] == ["国发〔2025〕6号", "各省、自治区、直辖市人民政府："]
    assert found[-2:] == ["国务院", "2025年1月6日"]


def test_raised_figures_are_no_digits_of_a_number() -> None:
    assert blocks("<p>库容10<sup>6</sup>立方米<sup><a href=#n>2</a></sup>以下。</p>") == ["库容10⁶立方米²以下。"]


def test_a_title_that_the_article_has_is_not_doubled() -> None:
    head = "<meta name='ArticleTitle' content='（转载）关于加强管理的通知'>"
    found = blocks(f"<h1>（转载）关于加强管理的通知</h1><div><p>关于加强<br>管理的通知</p>{ARTICLE}</div>", head)
    assert found[0] == "关于加强\n管理的通知"
    assert len(found) == 6


def test_white_space_is_what_a_browser_shows() -> None:
    assert blocks("<p>为加强\n    管理，the   new\n  law 与<b>本 法</b></p>") == ["为加强管理，the new law 与本 法"]


def test_line_breaks_inside_and_between_paragraphs() -> None:
    assert blocks("<div>某市人民政府<br>关于印发<br>　　第一段。<br>　　第二段。<br><br>第三段。</div>") == [
        "某市人民政府\n关于印发", "第一段。", "第二段。", "第三段。"
    ]  # fmt: skip


def test_inline_markup_and_unknown_elements_part_no_words() -> None:
    assert blocks("<p>死亡<font><st1:chmetcnv>3</st1:chmetcnv></font><o:p>人</o:p>以<em>上</em></p>") == ["死亡3人以上"]


def test_spans_of_tables_keep_the_columns() -> None:
    body = (
        "<table><tr><th colspan=2>级别</th><th>部门</th></tr>"
        "<tr><td rowspan='2'>一般</td><td>3人</td><td>市局</td></tr>"
        "<tr><td>10户<p>以下</p></td><td>县局</td></tr><tr><td></td></tr></table>"
    )
    source = page(body)
    assert source.raw == "级别\t\t部门\n一般\t3人\t市局\n\t10户¶以下\t县局\n"
    assert source.place(source.raw.index("县局")) == "表1第3行第2格（源码第1行）"


def test_tables_that_lay_out_the_page_are_read_as_blocks() -> None:
    body = f"<table><tr><td>{ARTICLE * 5}</td><td>侧栏</td></tr></table>"
    assert len(blocks(body)) in (25, 26)
    nested = "<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td><td>丙</td></tr></table>"
    assert blocks(nested) == ["甲\t乙", "丙"]


def test_ordered_lists_show_their_numbers_unless_the_words_have_them() -> None:
    assert blocks("<ol start=3><li>甲</li><li>（四）乙</li><li>丙</li></ol>") == ["3. 甲", "（四）乙", "5. 丙"]


@pytest.mark.parametrize(
    ("opening", "numbers"),
    [
        ("<ol>", "1. 5. 6. "),
        ("<ol start='-1'>", "-1. 5. 6. "),
        ("<ol reversed>", "3. 5. 4. "),
        ("<ol type=a>", "a. e. f. "),
        ("<ol type=I>", "I. V. VI. "),
        ("<ol style='list-style: simp-chinese-informal'>", "一、五、六、"),
        ("<ol style='list-style-type:none'>", ""),
        ("<ol start=九>", "1. 5. 6. "),
    ],
)
def test_numbers_of_lists_are_those_a_browser_shows(opening: str, numbers: str) -> None:
    shown = blocks(f"{opening}<li>甲</li><li value=5>乙</li><li>丙</li></ol>")
    assert "".join(one[:-1] for one in shown) == numbers


def test_items_say_their_form_themselves() -> None:
    assert blocks("<ol><li type=A>甲</li><li style='list-style-type: lower-roman'>乙</li></ol>") == ["A. 甲", "ii. 乙"]


def test_readings_are_left_out_quotations_and_fractions_have_their_marks() -> None:
    assert blocks("<p>防<ruby>汛<rp>(</rp><rt>xùn</rt><rp>)</rp></ruby><ruby><rb>期</rb><rtc>qī</rtc></ruby></p>") == [
        "防汛期"
    ]
    assert blocks("<p>所称<q>以上</q>含本数</p>") == ["所称“以上”含本数"]
    assert blocks("<p>降<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>以上</p>") == ["降1/2以上"]


def test_an_annex_without_a_label_behind_the_article_is_read() -> None:
    article = (
        f"<div><p>各区：</p>{'<p>现将供水办法印发给你们，请认真执行，做好各项准备工作，确保供水安全。</p>' * 4}</div>"
    )
    annex = f"<div><p>供水办法</p>{'<p>供水单位应当保证水质。</p>' * 4}</div>"
    links = f"<div>{'<span>相关解读，政策问答，一图读懂，</span>'}</div>"
    assert "供水单位应当保证水质。" in page(f"<div>{article}{annex}</div>").raw
    assert "相关解读" not in page(f"<div>{article}{links}</div>").raw


def test_places_name_the_line_of_the_page() -> None:
    source = page("\n\n<p>甲</p>\n<p>乙</p>")
    assert source.place(source.raw.index("乙")) == "第2段（源码第4行）"
    assert (source.encoding, source.binary) == ("", True)


def test_buttons_at_the_foot_go_but_sentences_stay() -> None:
    assert blocks(f"<div>{ARTICLE}<p>分享到：</p><p>打印本页</p></div>")[-1].startswith("（五）")
    assert blocks(f"<div>{ARTICLE}<p>打印费用，由申请人承担。</p></div>")[-1] == "打印费用，由申请人承担。"


def test_comments_that_speak_to_the_linter() -> None:
    source = page("<p>甲</p><!-- 编辑 --><!-- gazette-lint: ignore TH003 --><p>乙</p>")
    assert [comment.words for comment in source.comments] == ["gazette-lint: ignore TH003"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<meta charset=gb2312><p>镕基街道</p>".encode("gb18030"), "镕基街道"),
        ("<?xml version='1.0' encoding='utf-8'?><html><body><p>甲</p></body></html>".encode(), "甲"),
        ("<p>乙</p>".encode("utf-16"), "乙"),
        ("<meta charset=utf-8><p>丙</p>".encode("gb18030"), "丙"),
        ("<meta charset=x-none><p>丁</p>".encode(), "丁"),
        (b"<meta charset=gb2312><p>\xa3\xa0" + "庚".encode("gbk") + b"\x80\xa3\xa0" + "辛".encode("gbk"), "庚€　辛"),
        ("<meta charset=utf-8><p>戊".encode() + b"\xff\xfe</p>", "戊"),
    ],
)
def test_encodings(data: bytes, words: str) -> None:
    assert words in read(data, "a.htm").raw


def refused(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read(data, "坏.html")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_limits() -> None:
    assert "嵌套过深" in refused(b"<div>" * 100_000)
    assert "标记过多" in refused(b"<b>" * 1_000_001)
    assert "标记过多" in refused(b"<p " + b" ".join(b"a%d" % number for number in range(20_000)) + b">x")
    assert "列" in refused(b"<table><tr>" + b"<td>x</td>" * 10_000 + b"</tr></table>")
    assert "列" in refused(b"<table><tr><td colspan=99999>x</td><td>y</td></tr></table>")
    assert "MB" in refused(b" " * (17 << 20))
    assert "正文" in refused(b"  ")


def test_entities_and_deep_but_lawful_nesting() -> None:
    assert blocks("&lt;script&gt; &#x5e74;&nbsp;&ldquo;" + "<span>" * 900 + "深" + "</span>" * 900) == [
        "<script> 年\xa0“深"
    ]


@given(st.text(alphabet="<>/ pbrtdh=\"'&;一。\n\0!-", max_size=80))
def test_any_page_gives_a_text_or_one_line(words: str) -> None:
    try:
        source = read(words.encode(), "任.html")
    except SourceError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right
    else:
        assert all(source.raw[origin.span.start : origin.span.end].strip("\n") for origin in source.origins)


def test_long_blanks_long_lists_and_odd_declarations_are_read_at_once() -> None:
    page = "<html><head><meta charset='undefined'></head><body><p>甲{}乙</p><ol start='{}'>{}</ol></body></html>"
    made = page.format(" " * 100_000, "9" * 4300, "<li>丙</li>" * 5000)
    found = read(made.encode(), "a.html").raw.splitlines()
    assert found[0].split() == ["甲", "乙"]
    assert found[-1] == "5000. 丙"


def archive(content: str, charset: str, encoding: str = "base64") -> bytes:
    """A web archive as Word saves it: the page, and a picture behind it."""
    words = b64encode(content.encode(charset)).decode() if encoding == "base64" else content
    return (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_P"\r\n\r\n------=_P\r\n'
        f"Content-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: {encoding}\r\n"
        f'Content-Type: text/html; charset="{charset}"\r\n\r\n{words}\r\n\r\n------=_P\r\n'
        "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n\r\n------=_P--\r\n"
    ).encode()


@pytest.mark.parametrize("name", ["a.mht", "a.doc"])
def test_the_page_of_a_web_archive_is_read(name: str) -> None:
    data = archive("<html><body><p>某市通知</p></body></html>", "gb2312")
    source = read(data, name)
    assert (source.raw, source.format, source.length) == ("某市通知\n", "html", len(data))


def test_archives_without_a_page_are_refused() -> None:
    for data in (
        b"MIME-Version: 1.0\r\n\r\n",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a",
    ):
        with pytest.raises(SourceError, match="没有网页") as caught:
            read(data, "a.mht")
        assert "\n" not in str(caught.value)
