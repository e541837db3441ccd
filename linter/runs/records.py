"""Results of files as bytes: what one process hands to another, what the cache keeps, what a long run puts aside.

A record is compressed JSON, so that a damaged one is noticed and none can run code. It holds what was read and found,
before decisions and baselines, and neither the path of the file nor its bytes; of the structure only its profile: a
report that asks for more parses the text anew. What a Word file was converted to is held, since nobody else has it.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from linter.kernel.check import Check
from linter.kernel.engine import understand
from linter.kernel.finding import Edit, Fix, Label, Related, Seen
from linter.kernel.result import Diagnostic, FileResult, Notification, Understanding
from linter.language import Span
from linter.runs.linted import Linted, Task
from linter.sources import Comment, LinePicture, Measures, Origin, Source
from linter.structure.damage import Region
from linter.structure.profile import Profile

# The fastest: a record is written once and read once or twice.
_LEVEL = 1


class RecordError(ValueError):
    """Bytes that are no record of this version."""


def pack(linted: Linted) -> bytes:
    """The record of a file."""
    told = [(one.level, one.text, one.code) for one in linted.told]
    words = json.dumps({"told": told, "file": linted.file and _file(linted.file)}, ensure_ascii=False)
    return zlib.compress(words.encode("utf-8", "surrogatepass"), _LEVEL)


def unpack(record: bytes, task: Task, original: Callable[[], bytes] | None = None) -> Linted:
    """What a record holds of a file; ``original`` gives its bytes, from the disk by default. Raises RecordError."""
    try:
        found = json.loads(zlib.decompress(record).decode("utf-8", "surrogatepass"))
        told = [Notification(level, text, task.name, code) for level, text, code in found["told"]]
        file = found["file"] and _made(found["file"], task, original or (lambda: _on_disk(task)))
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise RecordError(str(error)) from None
    return Linted(file, told, record)


def _file(file: FileResult) -> dict[str, Any]:
    source = file.source
    return {
        "raw": source.raw,
        "data": _data(source),
        "shown": source.shown,
        "about": (source.format, source.encoding, source.length, source.sha256, source.binary, source.changes),
        "origins": source.origins,
        "comments": source.comments,
        "notes": source.notes,
        "scanned": source.scanned,
        "doubtful": source.doubtful,
        "pictures": source.pictures,
        "profile": file.profile,
        "seen": file.seen,
        "found": [_found(item) for item in file.diagnostics],
    }


def _found(item: Diagnostic) -> tuple[Any, ...]:
    """The fields of a diagnostic as the checks leave it, in the order in which ``_diagnostic`` reads them."""
    return (item.code, item.severity, item.message, item.span, item.related, item.fix, item.path, *_key(item))


def _key(item: Diagnostic) -> tuple[str, bool]:
    return item.fingerprint, item.titled


def _data(source: Source) -> str | bool:
    """The bytes that a writer annotates, if they are not those of the file; whether there are any."""
    if source.format != "docx":
        return False
    return source.data == source.original or b64encode(source.data).decode()


def _annotated(held: str | bool, sha256: str, original: Callable[[], bytes]) -> bytes:
    """The bytes that ``_data`` speaks of; none if the file was changed meanwhile."""
    if isinstance(held, str):
        return b64decode(held)
    data = original() if held else b""
    return data if held and hashlib.sha256(data).hexdigest() == sha256 else b""


def _on_disk(task: Task) -> bytes:
    with suppress(OSError):
        return Path(task.path).read_bytes()
    return b""


def _made(found: Mapping[str, Any], task: Task, original: Callable[[], bytes]) -> FileResult:
    form, encoding, length, sha256, binary, changes = found["about"]
    source = Source(
        found["raw"],
        form,
        encoding,
        b"",
        tuple([Origin(Span(*span), place) for span, place in found["origins"]]),
        binary,
        tuple([Comment(Span(*span), words) for span, words in found["comments"]]),
        tuple(found["notes"]),
        _annotated(found["data"], sha256, original),
        changes=changes,
        shown=found["shown"],
        scanned=tuple([Span(*span) for span in found["scanned"]]),
        doubtful=tuple([Span(*span) for span in found["doubtful"]]),
        pictures=tuple([LinePicture(Span(*span), data) for span, data in found["pictures"]]),
        measures=Measures(length, sha256),
    )
    kind, script, damage = found["profile"]
    profile = Profile(kind, script, tuple([Region(one, Span(*span), words) for one, span, words in damage]))
    text = source.text
    understood = Understanding(lambda: understand(text, task.plan.settings.office), profile)
    items = tuple([_diagnostic(item, task.plan.registry.by_code) for item in found["found"]])
    seen = tuple([Seen(name, number, label and Label(*label)) for name, number, label in found["seen"]])
    return FileResult(task.name, source, text, understood, items, seen)


def _diagnostic(found: Sequence[Any], checks: Mapping[str, Check]) -> Diagnostic:
    code, severity, message, span, related, fix, path, key, titled = found
    others = tuple([Related(Span(*place), Label(*label)) for place, label in related])
    return Diagnostic(
        checks[code], severity, Label(*message), Span(*span), others, _fix(fix), tuple(path), key, titled=titled
    )


def _fix(found: Sequence[Any] | None) -> Fix | None:
    if found is None:
        return None
    kind, edits, label = found
    return Fix(kind, tuple([Edit(Span(*span), words) for span, words in edits]), Label(*label))
