"""Annotated Word files: each finding a comment at its words, its other ends linked, and nothing else changed."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from report_samples import BRACKET, INVERTED, TEXT, lint, result, sample
from wordfile import cell, level, numbered, paragraph, row, run, table, word_file

from linter.kernel.finding import Label, Related
from linter.language.text import Span
from linter.reports import ReportError, ReportOptions, render
from linter.reports.docx import new_document
from linter.reports.docx_comments import Comments, Remark
from linter.sources import SourceError, read
from linter.sources.docx import read_mapped
from linter.sources.ooxml import W, value

OPTIONS = ReportOptions()


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def annotate(data: bytes, *spans: Span) -> bytes:
    comments = Comments(read_mapped(data))
    for span in spans:
        comments.add(span, [Remark(f"批注{span.start}")])
    return comments.write()


def commented(data: bytes) -> dict[str, str]:
    """Comment id → the words between its ends, as a word processor finds them."""
    found: dict[str, list[str]] = {}
    opened: set[str] = set()
    for element in read_mapped(data).root.iter():
        if element.tag == f"{W}commentRangeStart":
            opened.add(value(element, "id"))
            found[value(element, "id")] = []
        elif element.tag == f"{W}commentRangeEnd":
            opened.remove(value(element, "id"))
        elif element.tag == f"{W}t":
            for name in opened:
                found[name].append(element.text or "")
    assert not opened
    return {name: "".join(found[name]) for name in sorted(found, key=int)}


def told(data: bytes) -> list[list[str]]:
    """The paragraphs of each comment."""
    root = etree.fromstring(members(data)["word/comments.xml"])
    return [
        ["".join(one.text or "" for one in line.iter(f"{W}t")) for line in comment.iter(f"{W}p")]
        for comment in root.iter(f"{W}comment")
    ]


def bare(data: bytes) -> bytes:
    """The document without comment marks and bookmarks, its cut runs joined again."""
    root = etree.fromstring(data)
    for name in ("commentRangeStart", "commentRangeEnd", "bookmarkStart", "bookmarkEnd"):
        for element in list(root.iter(W + name)):
            element.getparent().remove(element)
    for element in list(root.iter(f"{W}commentReference")):
        element.getparent().getparent().remove(element.getparent())
    for paragraph_ in root.iter(f"{W}p"):
        words = "".join(text.text or "" for text in paragraph_.iter(f"{W}t"))
        for extra in list(paragraph_.iterdescendants(f"{W}r")):
            extra.getparent().remove(extra)
        paragraph_.text = words
    return etree.tostring(root, method="c14n")


BODY = (
    paragraph("𬭎源县电网减供负荷40%以上13%以下的，为Ⅰ级；减供负荷20%以上的[见附件](附件1)，为Ⅱ级。")
    + table(row("级别", cell("标准", "数量")), row("一般", "3人"))
    + f"<w:p>{run('甲', '<w:b/>')}<w:ins w:id='7'>{run('乙丙')}</w:ins><w:hyperlink>{run('丁')}</w:hyperlink></w:p>"
)


def test_a_comment_stands_at_its_words() -> None:
    data = word_file(BODY)
    raw = read(data, "a.docx").raw
    wanted = ["40%以上13%以下", "以上13%以下的", "一般", "3人", "级别", "乙", "丙丁", "𬭎"]
    spans = [Span(raw.index(words), raw.index(words) + len(words)) for words in wanted]
    assert list(commented(annotate(data, *spans)).values()) == wanted


def test_comments_over_paragraphs_and_cells() -> None:
    data = word_file(BODY)
    raw = read(data, "a.docx").raw
    span = Span(raw.index("为Ⅱ级"), raw.index("标准") + 1)
    assert list(commented(annotate(data, span)).values()) == ["为Ⅱ级。级别标"]


@given(st.data())
def test_any_places_are_marked_and_nothing_else_changes(data: st.DataObject) -> None:
    whole = word_file(BODY)
    reading = read_mapped(whole)
    typed = sorted({at for piece in reading.pieces for at in range(*piece.span)})
    places = data.draw(st.lists(st.tuples(st.sampled_from(typed), st.sampled_from(typed)), max_size=6))
    spans = [Span(min(pair), max(pair) + 1) for pair in places]
    annotated = annotate(whole, *spans)
    expected = ["".join(reading.source.raw[at] for at in typed if start <= at < end) for start, end in spans]
    assert list(commented(annotated).values()) == expected
    assert read(annotated, "a.docx").raw == reading.source.raw
    before, after = members(whole), members(annotated)
    assert bare(before["word/document.xml"]) == bare(after["word/document.xml"])
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


def test_automatic_numbers_are_marked_at_the_words_behind_them() -> None:
    lists = (
        f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    data = word_file(numbered("总则") + numbered("附则"), numbering=lists)
    at = read(data, "a.docx").raw.index("2.")
    assert list(commented(annotate(data, Span(at, at + 2))).values()) == ["附则"]


def test_words_outside_the_body_are_marked_where_they_belong() -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('图中字')}</w:txbxContent></v:textbox></w:pict></w:r>"
    notes = f'<w:footnote w:id="3">{paragraph("脚注字")}</w:footnote>'
    body = f"<w:p>{run('见图')}{box}</w:p><w:p>{run('有注')}<w:r><w:footnoteReference w:id='3'/></w:r></w:p>"
    data = word_file(body, footnotes=notes, header=paragraph("页眉字"))
    raw = read(data, "a.docx").raw
    spans = [Span(raw.index(words), raw.index(words) + 3) for words in ("图中字", "脚注字")]
    assert list(commented(annotate(data, *spans)).values()) == ["见图图中字", "有注"]


def test_comments_that_are_there_stay() -> None:
    comments = f'<w:comment w:id="4" w:author="张">{paragraph("请核对")}</w:comment>'
    data = word_file(
        f'<w:p><w:commentRangeStart w:id="4"/>{run("甲乙")}<w:commentRangeEnd w:id="4"/></w:p>', comments=comments
    )
    annotated = annotate(data, Span(1, 2))
    assert commented(annotated) == {"4": "甲乙", "5": "乙"}
    assert told(annotated) == [["请核对"], ["批注1"]]


NOTES = f'<w:footnote w:id="3">{paragraph("脚注字")}</w:footnote>'
NOTED = f"<w:p>{run('有注')}<w:r><w:footnoteReference w:id='3'/></w:r></w:p>"


def test_comments_of_an_earlier_run_are_not_made_again() -> None:
    data = word_file(BODY + NOTED, footnotes=NOTES)
    raw = read(data, "a.docx").raw
    wanted = ["40%以上13%以下", "一般", "乙", "丙丁", "脚注字", "𬭎"]
    spans = [Span(raw.index(words), raw.index(words) + len(words)) for words in wanted]
    over = Span(raw.index("为Ⅱ级"), raw.index("标准") + 1)
    once = annotate(data, *spans, over)
    assert annotate(once, *spans, over) == once
    more = annotate(once, *spans, over, Span(raw.index("数量"), raw.index("数量") + 2))
    assert told(more) == [*told(once), [f"批注{raw.index('数量')}"]]
    assert annotate(more, *spans, over) == more


def test_a_comment_at_another_place_or_by_another_author_is_none_of_an_earlier_run() -> None:
    comments = f'<w:comment w:id="4" w:author="{{}}">{paragraph("批注0")}</w:comment>'
    marked = f'<w:p><w:commentRangeStart w:id="4"/>{run("甲乙")}<w:commentRangeEnd w:id="4"/></w:p>'
    own, other = (word_file(marked, comments=comments.format(author)) for author in ("gazette-lint", "张"))
    assert told(annotate(own, Span(0, 2))) == [["批注0"]]
    assert told(annotate(own, Span(0, 1))) == [["批注0"]] * 2
    assert told(annotate(other, Span(0, 2))) == [["批注0"]] * 2


def test_a_report_on_an_annotated_draft_adds_only_what_is_new() -> None:
    data = word_file(paragraph("标题") + paragraph(TEXT.split("\r\n")[4]))
    first = render("docx", result(lint(read(data, "a.docx"), "a.docx", (INVERTED,))), OPTIONS)
    assert isinstance(first, bytes)
    assert render("docx", result(lint(read(first, "a.docx"), "a.docx", (INVERTED,))), OPTIONS) == first
    both = render("docx", result(lint(read(first, "a.docx"), "a.docx", (INVERTED, BRACKET))), OPTIONS)
    assert len(told(both)) == 2
    edited = members(first)["word/document.xml"].replace("标题".encode(), "新的标题".encode())
    again = word_file("", raw={**members(first), "word/document.xml": edited})
    moved = render("docx", result(lint(read(again, "a.docx"), "a.docx", (INVERTED,))), OPTIONS)
    assert moved == again


def test_bookmarks_of_an_earlier_run_keep_their_names() -> None:
    data = word_file(paragraph(TEXT.split("\r\n")[4]))
    file = lint(read(data, "a.docx"), "a.docx", (INVERTED,))
    first = render("docx", result(file), OPTIONS)
    english = render("docx", result(lint(read(first, "a.docx"), "a.docx", (INVERTED,))), ReportOptions(lang="en"))
    names = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', members(english)["word/document.xml"].decode())
    assert sorted(names) == [f"gazette_lint_{number}" for number in (1, 2, 3, 4)]


def test_what_a_comment_says() -> None:
    data = word_file(paragraph(TEXT.split("\r\n")[4]))
    file = lint(read(data, "a.docx"), "a.docx", (INVERTED, BRACKET))
    first, second = told(render("docx", result(file), OPTIONS))
    assert first == [
        "[错误] ZZ101-a36d sample-inverted 停电规模的上下限颠倒。",
        "下限“40%”大于上限“13%”。",
        "→ 相邻一级（第1段）：“20%以上”",
        "→ 指标[名]（第1段）：“电网减供负荷”",
        "可按需修改：改为10",
        "依据：GB/T 9704-2012 7.2.5、7.2.6",
    ]
    assert second[1:] == ["“[见附件](附件1)”写法不当", "修改建议：删去"]
    english = told(render("docx", result(file), ReportOptions(lang="en")))
    assert english[0][1] == "lower bound 40% exceeds 13%."


def test_other_ends_are_bookmarked_once_and_linked() -> None:
    data = word_file(paragraph(TEXT.split("\r\n")[4]))
    file = lint(read(data, "a.docx"), "a.docx", (INVERTED,))
    twice = file._replace(diagnostics=file.diagnostics * 2)
    parts = members(render("docx", result(twice), OPTIONS))
    body, comments = parts["word/document.xml"].decode(), parts["word/comments.xml"].decode()
    names = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body)
    assert len(names) == len(set(names)) == 2
    assert re.findall(r'w:anchor="([^"]+)"', comments) == sorted(names) * 2
    between = re.search(r"<w:bookmarkStart[^>]*gazette_lint_1\"/>(.*?)<w:bookmarkEnd", body)
    assert between
    assert re.findall(r"<w:t[^>]*>([^<]*)", between[1]) == ["20%以上"]


def test_many_ends_are_cut_short() -> None:
    file = sample()
    related = (Related(Span(0, 3), Label("同", "same")),) * 60
    crowd = file._replace(diagnostics=(file.diagnostics[0]._replace(related=related),))
    (lines,) = told(render("docx", result(crowd), OPTIONS))
    assert lines[22] == "→ 另有 40 处"


def test_accepted_findings_are_not_told_and_without_any_the_file_stays_as_it_is() -> None:
    data = word_file(paragraph(TEXT.split("\r\n")[4]))
    file = lint(read(data, "a.docx"), "a.docx", (INVERTED, BRACKET))
    first, second = file.diagnostics
    one = file._replace(diagnostics=(first._replace(baseline="unchanged"), second))
    assert len(told(render("docx", result(one), OPTIONS))) == 1
    none = file._replace(diagnostics=(first._replace(baseline="unchanged"),))
    assert render("docx", result(none), OPTIONS) == data


def test_text_becomes_a_document_with_its_tables() -> None:
    raw = "关于放假的通知\r\n\r\n级别\t标准\n一般\t<p>3人</p> <p>2户</p>\n单独\n\n完。"
    draft = new_document(raw)
    assert [raw[slice(*piece.span)] for piece in draft.pieces] == [
        "关于放假的通知", "级别", "标准", "一般", "3人", "2户", "单独", "完。"
    ]  # fmt: skip
    assert read(draft.source.data, "a.docx").raw == ("关于放假的通知\n\n级别\t标准\n一般\t3人¶2户\n\n单独\n\n完。\n")


def test_a_report_on_text_marks_the_same_words() -> None:
    file = sample()
    data = render("docx", result(file), OPTIONS)
    assert isinstance(data, bytes)
    assert list(commented(data).values()) == [
        "".join(file.text.slice(item.span).split("\r\n")) for item in file.diagnostics
    ]


def test_words_that_xml_cannot_hold() -> None:
    raw = "甲\x07乙\ud800丙\n"
    assert read(new_document(raw).source.data, "a.docx").raw == "甲 乙\ufffd丙\n".replace(" ", "\ufffd")


def test_the_same_input_makes_the_same_bytes() -> None:
    assert render("docx", result(), OPTIONS) == render("docx", result(), OPTIONS)


def test_one_file_at_a_time_and_no_strict_files() -> None:
    with pytest.raises(ReportError, match="一次只能批注一个文件"):
        render("docx", result(sample(), sample()), OPTIONS)
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    part = b'<w:document xmlns:w="%s"><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>' % strict
    data = word_file("", raw={"word/document.xml": part})
    assert read(data, "a.docx").raw == "x\n"
    with pytest.raises(SourceError, match="严格格式"):
        annotate(data, Span(0, 1))
    assert annotate(data) == data


def test_an_empty_document_takes_a_comment() -> None:
    data = annotate(word_file(""), Span(0, 0))
    assert told(data) == [["批注0"]]
    assert commented(data) == {"1": ""}


def test_findings_of_a_word_file_know_their_place() -> None:
    data = word_file(paragraph("标题") + paragraph(TEXT.split("\r\n")[4]))
    file = lint(read(data, "a.docx"), "a.docx", (INVERTED,))
    assert file.source.place(file.diagnostics[0].span.start) == "第2段"
