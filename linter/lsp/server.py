"""The server: keeps a session a document, publishes what an edit can change at once and the rest when typing rests."""

from __future__ import annotations

import asyncio

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from linter import __version__
from linter.lsp.convert import Columns
from linter.lsp.diagnostics import View
from linter.nodes import BadFileError
from linter.registry import Registry, RegistryError, build, load
from linter.result import Diagnostic, FileResult
from linter.run import reaches
from linter.session import Session
from linter.sources import SourceError, read
from linter.text import Text
from linter.workspace import Plan, Workspace

# Seconds without typing after which the checks that compare notices run, and what was accepted is looked up anew.
REST = 0.4


class Open:
    """A document that is open in the editor: its session, its plan, and what was found in its latest version.

    ``accepted`` holds the fingerprints of findings that decisions or comments suppressed in the last whole run.
    """

    def __init__(self, uri: str, path: str, plan: Plan) -> None:
        self.uri = uri
        self.path = path
        self.plan = plan
        self.session = Session(plan.active, plan.settings.office)
        self.found: tuple[Diagnostic, ...] = ()
        self.accepted: frozenset[str] = frozenset()
        self.rest: asyncio.Task[None] | None = None


class Server(LanguageServer):
    """The language server of gazette-lint.

    Whole documents are synchronised: in the protocol's incremental form lines also end at characters (form feed,
    U+2028) that end no line here, and columns would drift.
    """

    def __init__(self) -> None:
        super().__init__("gazette-lint", __version__, lsp.TextDocumentSyncKind.Full)
        self.open: dict[str, Open] = {}
        self.lang = "zh"
        self._registry: Registry | None = None

    def document(self, uri: str) -> Open:
        """The open document under a URI, planned on first sight."""
        if uri not in self.open:
            path = to_fs_path(uri) or "untitled.txt"
            self.open[uri] = Open(uri, path, self._plan(path))
        return self.open[uri]

    def _plan(self, path: str) -> Plan:
        """The plan for a file; settings with mistakes are told, and the file is linted without them."""
        given = {"language": self.lang}
        registry = self._registry or build(())
        try:
            registry = self._registry = self._registry or load()
            return Workspace(registry, given).plan(path)
        except (RegistryError, BadFileError) as error:
            self.tell(lsp.MessageType.Error, str(error).splitlines()[0])
            return Workspace(registry, given, isolated=True).plan(path)

    def tell(self, kind: lsp.MessageType, words: str) -> None:
        """Show a line in the editor."""
        self.window_show_message(lsp.ShowMessageParams(kind, f"gazette-lint: {words}"))

    def raw(self, uri: str) -> str:
        """The words of an open document."""
        return self.workspace.get_text_document(uri).source

    def view(self, uri: str) -> View:
        """The latest version as the client sees it."""
        encoding = self.workspace.position_encoding
        columns = Columns(str(getattr(encoding, "value", encoding) or "utf-16"))
        return View(uri, Text(self.raw(uri)), columns, self.lang)

    def changed(self, uri: str) -> None:
        """A new version: what the edit touched at once, the rest when typing rests."""
        one = self.document(uri)
        if one.rest:
            one.rest.cancel()
        found = one.session.quick(self.raw(uri))
        self._publish(one, tuple(item for item in found if item.fingerprint not in one.accepted))
        one.rest = asyncio.get_running_loop().create_task(self._rested(uri))

    async def _rested(self, uri: str) -> None:
        await asyncio.sleep(REST)
        if uri in self.open:
            self.checked(uri)

    def checked(self, uri: str) -> None:
        """Run everything on the latest version, and look up what was accepted."""
        one = self.document(uri)
        result = self.result(uri)
        if result is None:
            self._publish(one, ())
            return
        file, _ = one.plan.accept(result)
        one.accepted = frozenset(item.fingerprint for item in file.diagnostics if not item.counts)
        self._publish(one, tuple(item for item in file.diagnostics if item.counts))

    def result(self, uri: str) -> FileResult | None:
        """All findings in the latest version, accepted or not; None for what is not text."""
        one = self.document(uri)
        raw = self.raw(uri)
        try:
            source = read(raw.encode("utf-8", "surrogatepass"), one.path)
        except SourceError:
            return None
        return FileResult(one.path, source, Text(raw), one.session.issue(raw), one.session.whole(raw), {})

    def _publish(self, one: Open, found: tuple[Diagnostic, ...]) -> None:
        level = one.plan.settings.level
        one.found = tuple(item for item in found if reaches(item.severity, level))
        view = self.view(one.uri)
        shown = [view.diagnostic(item) for item in one.found]
        version = self.workspace.get_text_document(one.uri).version
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(one.uri, shown, version))

    def closed(self, uri: str) -> None:
        """Forget a document and take its findings away."""
        one = self.open.pop(uri, None)
        if one and one.rest:
            one.rest.cancel()
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    def reload(self) -> None:
        """Settings or decisions changed: plan every open document anew and lint it."""
        self._registry = None
        for uri in list(self.open):
            del self.open[uri]
            self.checked(uri)
