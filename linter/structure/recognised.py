"""Whether a file is an official document at all: words in Chinese, and a title that was recognised."""

from linter.language import lazy
from linter.language.label import Label
from linter.structure.headline import marks_title
from linter.structure.model import Document, Issue

_HAN = lazy("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
EMPTY = Label("文件是空的，没有可检查的内容", "empty file")
_NOT_CHINESE = Label("没有汉字，未认作公文", "no Chinese: not recognised as an official document")
_NO_TITLE = Label("没有认出标题，未认作公文，只作一般检查", "no title: not recognised as an official document")


def unrecognised(issue: Issue) -> Label | None:
    """Why a file was not recognised as an official document, None if it was."""
    if not issue.text.raw.strip():
        return EMPTY
    if not _HAN.search(issue.text.raw):
        return _NOT_CHINESE
    return None if issue.masthead or any(map(_is_official, issue.documents)) else _NO_TITLE


def _is_official(document: Document) -> bool:
    """Whether a document has a title, a number and an addressee, or begins with a heading that names an instrument."""
    head = document.head
    if document.title or (head.number and head.addressee):
        return True
    first = document.sections[0] if document.sections else None
    return bool(first and document.paragraphs[0] is first.heading and marks_title(first.heading.text))
