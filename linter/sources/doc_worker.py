"""The process that makes a Word file of one in the old format: bytes in, the Word file and what was lost out."""

import re
import sys
from base64 import b64encode
from pathlib import Path
from typing import Any

from linter.sources import SourceError, extra
from linter.sources.worker import serve

# What the converter tells of words that it left out; the rest is about the look of the page.
_LOST = re.compile(r"INVALID_UTF16|.*_(?:DEFERRED|OMITTED|MALFORMED|SKIPPED|LIMITED|FLATTENED)")
_LOOKS = re.compile(r".*(?:PICTURE|STYLE|BOOKMARK|SUMMARY|FLOATING|KINDS|FIELDS|COMMENT|INLINE|MACRO)")


def convert(data: bytes, folder: str) -> dict[str, Any]:
    """The Word file in base 64, and notes on what did not come over. Raises SourceError with one line."""
    converter = extra("doc2docx.converter", "doc")
    errors = extra("doc2docx.errors", "doc")
    original, made = Path(folder, "draft.doc"), Path(folder, "draft.docx")
    original.write_bytes(data)
    try:
        report = converter.convert(original, made).report
    except errors.EncryptedDocumentError:
        raise SourceError("文件有密码保护，请另存为无密码的 .docx (encrypted)") from None
    except (errors.InvalidCompoundFile, errors.InvalidWordDocument):
        raise SourceError("不是 Word 97–2003 文件，或已损坏，请另存为 .docx (not a Word 97–2003 file)") from None
    except errors.Doc2DocxError as error:
        raise SourceError(f"不能转换此文件，请另存为 .docx (cannot convert): {error}".splitlines()[0]) from None
    return {"word": b64encode(made.read_bytes()).decode(), "notes": _notes(report.warnings)}


def _notes(warnings: list[Any]) -> list[str]:
    """One line for each kind of words that were left out."""
    told = {one.code: one.message for one in warnings if _LOST.fullmatch(one.code) and not _LOOKS.match(one.code)}
    return [f"旧格式中有内容未能转出，未检查 (not converted): {message} [{code}]" for code, message in told.items()]


if __name__ == "__main__":
    serve(lambda data: convert(data, sys.argv[1]), ".doc")
