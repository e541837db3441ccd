"""Web archives (.mht), in which Word and browsers save a page with its pictures: the page in them (RFC 2557)."""

from email import message_from_bytes
from email.message import Message
from email.policy import default

from linter.sources import AS_USUAL, How, Reads, Source, SourceError

READS = Reads("html", (".mht", ".mhtml"))
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_NO_PAGE = "不是网页档案，或已损坏：里面没有网页 (no page in the web archive)"


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """The article of the page of an archive, the first in it. Raises SourceError with one line if there is none."""
    from linter.sources import html

    try:
        page = _page(message_from_bytes(data, policy=default))
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError, IndexError):
        raise SourceError(_NO_PAGE) from None  # the library meets damage with whatever comes
    return html.read(page, name, how)._replace(original=data)


def _page(message: Message) -> bytes:
    """The bytes of the page, declared to be in the encoding that its part names, unless it says so itself."""
    part = next((one for one in message.walk() if one.get_content_type() in _PAGES), None)
    content = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(content, bytes):
        raise SourceError(_NO_PAGE)
    named = part.get_content_charset()
    return content if b"charset" in content[:2048] or not named else f"<meta charset={named}>".encode() + content
