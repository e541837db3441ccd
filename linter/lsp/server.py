"""The server: keeps a session a document, publishes what an edit can change at once and the rest when typing rests.

Findings of an earlier version, carried over an edit: moved behind it, dropped where it touched them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Iterator
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from linter import __version__
from linter.forms.nodes import BadFileError
from linter.kernel.clock import TooSlowError
from linter.kernel.registry import Registry, RegistryError, build, load
from linter.kernel.result import Diagnostic, FileResult, Understanding
from linter.kernel.session import Session, moved
from linter.language import NamedTuple, Span, Text
from linter.limits import failure
from linter.lsp.convert import Columns
from linter.lsp.diagnostics import View
from linter.lsp.framing import Protocol
from linter.lsp.worker import Worker
from linter.runs.gathering import reaches
from linter.settings.workspace import Plan, Workspace
from linter.sources import SourceError, read_text, reading
from linter.structure import Issue

# Seconds without typing after which the checks that compare notices run, and what was accepted is looked up anew.
REST = 0.4
# Seconds in which a further edit makes linting the earlier one needless; keys repeat every 0.03 s.
SOON = 0.02


class Open:
    """A document that is open in the editor: its session, its plan, and what was found in a version of it.

    ``raw`` is the version that ``found`` and ``view`` belong to; the editor may be ahead of it for a moment.
    ``accepted`` holds the fingerprints of findings that decisions or comments suppressed in the last whole run,
    ``told`` what was last said of checks that failed or took too long.
    """

    def __init__(self, uri: str, path: str, plan: Plan) -> None:
        self.uri = uri
        self.path = path
        self.plan = plan
        self.session = Session(plan.active, plan.settings.office, reading(self.path))
        self.raw: str | None = None
        self.view: View | None = None
        self.found: tuple[Diagnostic, ...] = ()
        self.accepted: frozenset[str] = frozenset()
        self.told: frozenset[str] = frozenset()
        self.pending: asyncio.Task[None] | None = None

    def planned(self, plan: Plan) -> None:
        """Go on under another plan; what was found under the same checks is kept."""
        if (plan.active, plan.settings.office) != (self.plan.active, self.plan.settings.office):
            self.session = Session(plan.active, plan.settings.office, reading(self.path))
        self.plan = plan

    def result(self, raw: str, ask: Callable[[], None]) -> FileResult:
        """All findings in a version, those accepted marked. Raises SourceError for what is no document."""
        source = read_text(raw, self.path)
        issue = Understanding(lambda: self.session.issue(raw))
        found = self.session.whole(raw, ask)
        return self.plan.accept(FileResult(self.path, source, source.text, issue, found, ()))[0]

    def cancel(self) -> None:
        """Give up what is still to be done on an earlier version."""
        if self.pending:
            self.pending.cancel()
            self.pending = None


class Server(LanguageServer):
    """The language server of gazette-lint.

    Whole documents are synchronised: in the protocol's incremental form lines also end at characters (form feed,
    U+2028) that end no line here, and columns would drift.
    """

    def __init__(self) -> None:
        super().__init__("gazette-lint", __version__, lsp.TextDocumentSyncKind.Full, protocol_cls=Protocol)
        self.worker = Worker()
        self.open: dict[str, Open] = {}
        self.lang = "zh"
        self.trusted = False
        self._registry: Registry | None = None
        self._settings: Workspace | None = None

    def document(self, uri: str) -> Open:
        """The open document under a URI, planned on first sight. Raises JsonRpcInvalidParams if it is not open."""
        self.raw(uri)
        if uri not in self.open:
            path = to_fs_path(uri) or "untitled.txt"
            self.open[uri] = Open(uri, path, self._plan(path))
        return self.open[uri]

    async def current(self, uri: str) -> tuple[Open, View]:
        """The open document with findings of its latest version, and this version as the client sees it."""
        one = self.document(uri)
        if one.view is None or one.raw != self.raw(uri):
            await self._quick(one)
        assert one.view  # noqa: S101 - set by every way of publishing
        return one, one.view

    async def issue(self, one: Open) -> Issue:
        """The structure of the latest version."""
        raw = self.raw(one.uri)
        return await self.worker.do(lambda _: one.session.issue(raw))

    def settings(self) -> Workspace:
        """The settings files around the open documents. Raises RegistryError."""
        if self._settings is None:
            self._registry = self._registry or load()
            self._settings = Workspace(self._registry, {"language": self.lang}, trusted=self.trusted)
        return self._settings

    def _plan(self, path: str) -> Plan:
        """The plan for a file; settings with mistakes are told, and the file is linted without them."""
        try:
            return self.settings().plan(path)
        except (RegistryError, BadFileError) as error:
            self.tell(lsp.MessageType.Error, str(error).splitlines()[0])
            registry = self._registry or build(())
            return Workspace(registry, {"language": self.lang}, isolated=True).plan(path)

    def tell(self, kind: lsp.MessageType, words: str) -> None:
        """Show a line in the editor."""
        self.window_show_message(lsp.ShowMessageParams(kind, f"gazette-lint: {words}"))

    def raw(self, uri: str) -> str:
        """The words of an open document. Raises JsonRpcInvalidParams for another one: no file is read unasked."""
        document = self.workspace.get_text_document(uri)
        if document._source is None:  # noqa: SLF001 - without a source it would be read from disk
            raise JsonRpcInvalidParams(f"{uri} 没有打开 (not open)")
        return str(document.source)

    def changed(self, uri: str) -> None:
        """A new version: lint what the edit touched as soon as no further one follows, the rest when typing rests.

        An edit that comes in the meantime cancels both.
        """
        one = self.document(uri)
        self._start(one, self._lint_soon(one))

    async def _lint_soon(self, one: Open) -> None:
        await asyncio.sleep(SOON)
        await self._quick(one)
        await asyncio.sleep(REST)
        await self._whole(one)

    def checked(self, uri: str) -> None:
        """Run everything on the latest version, and look up what was accepted."""
        one = self.document(uri)
        self._start(one, self._whole(one))

    def _start(self, one: Open, work: Coroutine[Any, Any, None]) -> None:
        """Begin to work on a document in place of what is still to be done on it."""
        one.cancel()
        one.pending = asyncio.get_running_loop().create_task(self._told(work))

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except JsonRpcInvalidParams:  # closed meanwhile
            return
        except Exception as error:  # noqa: BLE001 - whatever it was, the editor goes on
            self.tell(lsp.MessageType.Error, f"内部错误 (internal error): {failure(error)}")

    async def _quick(self, one: Open) -> None:
        """Publish what single notices have; what was found by comparing them is carried over until typing rests."""
        raw = self.raw(one.uri)
        try:
            found = await self.worker.do(lambda wanted: one.session.quick(raw, wanted.ask))
        except TooSlowError as error:
            self.tell(lsp.MessageType.Warning, f"{one.path}: {error}")
            found = ()
        others = [item for item in one.found if item.check.scope != "notice"]
        kept = carried(others, one.raw or "", raw)
        self._publish(one, raw, (*(item for item in found if item.fingerprint not in one.accepted), *kept))

    async def _whole(self, one: Open) -> None:
        raw = self.raw(one.uri)
        try:
            file = await self.result(one)
        except SourceError as error:
            self.tell(lsp.MessageType.Warning, f"{one.path}: {error}")
            self._publish(one, raw, ())
            return
        one.accepted = frozenset(item.fingerprint for item in file.diagnostics if not item.counts)
        self._publish(one, raw, tuple(item for item in file.diagnostics if item.counts))
        self.tell_of(one)

    def tell_of(self, one: Open) -> None:
        """Say once which checks failed or were stopped."""
        told = frozenset(item.text for item in one.session.told)
        for words in sorted(told - one.told):
            self.tell(lsp.MessageType.Warning, f"{one.path}: {words}")
        one.told = told

    async def result(self, one: Open) -> FileResult:
        """All findings in the latest version, those accepted marked. Raises SourceError for what is no document."""
        raw = self.raw(one.uri)
        return await self.worker.do(lambda wanted: one.result(raw, wanted.ask))

    def _publish(self, one: Open, raw: str, found: tuple[Diagnostic, ...]) -> None:
        level = one.plan.settings.level
        encoding = self.workspace.position_encoding
        columns = Columns(str(getattr(encoding, "value", encoding) or "utf-16"))
        one.raw, one.view = raw, View(one.uri, Text(raw), columns, self.lang, one.plan.settings.pages)
        one.found = tuple(item for item in found if reaches(item.severity, level))
        shown = [one.view.diagnostic(item) for item in one.found]
        if self.open.get(one.uri) is not one:
            return
        version = self.workspace.get_text_document(one.uri).version
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(one.uri, shown, version))

    def closed(self, uri: str) -> None:
        """Forget a document and take its findings away."""
        one = self.open.pop(uri, None)
        if one:
            one.cancel()
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    async def reload(self) -> None:
        """Settings or decisions changed: plan every open document anew and lint it."""
        self._settings = None
        for uri, one in self.open.items():
            one.planned(self._plan(one.path))
            self.checked(uri)
        begun = [one.pending for one in self.open.values() if one.pending]
        await asyncio.gather(*begun, return_exceptions=True)


class Change(NamedTuple):
    """Characters ``start`` to ``end`` of the earlier version were replaced by ``longer`` more (or fewer) others."""

    start: int
    end: int
    longer: int

    def touches(self, span: Span) -> bool:
        """Whether it reaches into a span; at its edge it does not."""
        return span.start < self.end and span.end > self.start

    def moved(self, span: Span) -> Span:
        """Where an untouched span of the earlier version is in the later one."""
        by = self.longer if span.start >= self.end else 0
        return Span(span.start + by, span.end + by)


def change(old: str, new: str) -> Change:
    """The least range in which two versions differ."""
    most = min(len(old), len(new))
    start = _longest(most, lambda count: old[:count] == new[:count])
    back = _longest(most - start, lambda count: not count or old[-count:] == new[-count:])
    return Change(start, len(old) - back, len(new) - len(old))


def _longest(most: int, same: Callable[[int], bool]) -> int:
    """The greatest count up to ``most`` for which ``same`` holds; it holds for every smaller one."""
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        if same(middle):
            low = middle
        else:
            most = middle - 1
    return low


def carried(items: Iterable[Diagnostic], old: str, new: str) -> Iterator[Diagnostic]:
    """The findings of one version that an edit left alone, at their places in the next."""
    edit = change(old, new)
    for item in items:
        spans = [item.span, *(other.span for other in item.related), *_edited(item)]
        if not any(map(edit.touches, spans)):
            yield moved(item, edit.moved)


def _edited(item: Diagnostic) -> Iterator[Span]:
    return (edit.span for edit in item.fix.edits) if item.fix else iter(())
