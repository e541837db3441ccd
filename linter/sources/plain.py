"""Plain text: UTF-8 with and without BOM, UTF-16, GB18030."""

import codecs

from linter.sources import AS_USUAL, How, Reads, Source, SourceError, make_source
from linter.sources.plain_joins import rejoined

READS = Reads("text", (".txt",), "text/plain")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16BE"),
)


def read(data: bytes, name: str, how: How = AS_USUAL) -> Source:
    """Decode bytes; a byte order mark decides, else UTF-8, then UTF-16 without mark, then GB18030."""
    raw, encoding = decode(data)
    return make_source(raw, data, "text", encoding)._replace(shown=rejoined(raw))


def decode(data: bytes) -> tuple[str, str]:
    """Text and IANA name of its encoding. Raises SourceError for binary or undecodable bytes."""
    for mark, codec, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], codec), encoding
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _other(data, error)
    if "\0" in raw[:4096]:
        return _other(data, None)
    return raw, "UTF-8"


def encode(words: str, encoding: str, original: bytes) -> bytes:
    """Words as bytes in the encoding (IANA name) of a file, with its byte order mark if it had one."""
    mark = next((mark for mark, _, _ in _BOMS if original.startswith(mark)), b"")
    return mark + words.encode(encoding)


def _other(data: bytes, error: UnicodeDecodeError | None) -> tuple[str, str]:
    """UTF-16 shows a zero byte beside many a character; GB18030 has none."""
    sample = data[:4096]
    if b"\0" in sample:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if len(data) % 2 == 0 and max(even, odd) > 4 * max(1, min(even, odd)):
            codec, encoding = ("utf-16-be", "UTF-16BE") if even > odd else ("utf-16-le", "UTF-16LE")
            return _strict(data, codec), encoding
        raise SourceError("二进制文件，不是文本 (binary file, not text)")
    try:
        raw = decode_gb(data)
    except UnicodeDecodeError as other:
        # The decoding that came further is the one that was meant.
        at = max(other.start, error.start if error else 0)
        raise SourceError(f"无法解码：不是 UTF-8、UTF-16 或 GB18030，第 {at} 字节 (byte {at})") from None
    return raw, "GB18030"


def decode_gb(data: bytes) -> str:
    """Decode GB 18030, or Windows' code page 936. Raises UnicodeDecodeError."""
    return data.decode("gb18030", _EURO)


def _euro(error: UnicodeError) -> tuple[str, int]:
    """The byte 80, which Windows' code page 936 has for € and GB 18030 has not."""
    if isinstance(error, UnicodeDecodeError) and error.object[error.start] == 0x80:
        return "€", error.start + 1
    raise error


_EURO = "gazette-lint-euro"
codecs.register_error(_EURO, _euro)


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise SourceError(f"无法按 {codec} 解码，第 {error.start} 字节 (cannot decode as {codec})") from None
