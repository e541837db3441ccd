"""What the server answers: one handler a request of the protocol, each a line or two."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from linter.forms.nodes import BadFileError
from linter.kernel.registry import RegistryError
from linter.language.text import Span
from linter.lsp import outline
from linter.lsp.accepting import accept
from linter.lsp.diagnostics import ACCEPT
from linter.lsp.framing import Framed
from linter.lsp.server import Server
from linter.runs.writing import Failure
from linter.settings.workspace import DECISIONS, SETTINGS
from linter.sources import SourceError
from linter.structure.model import Issue

server = Server()


def start() -> None:
    """Serve over standard input and output until the client leaves."""
    gc.enable()  # a server lives long; the command line is started without
    server.start_io(Framed(sys.stdin.buffer, lambda words: server.tell(lsp.MessageType.Error, words)))  # type: ignore[arg-type]  # all of a stream that is read


@server.feature(lsp.INITIALIZE)
def initialize(params: lsp.InitializeParams) -> None:
    """The client's language decides ours: Chinese unless it says English, or an option says otherwise."""
    options = params.initialization_options or {}
    wanted = options.get("lang") if isinstance(options, dict) else None
    server.trusted = isinstance(options, dict) and options.get("trustSettings") is True
    locale = (params.locale or "").lower()
    server.lang = wanted if wanted in ("zh", "en") else ("en" if locale.startswith("en") else "zh")


@server.feature(lsp.INITIALIZED)
def initialized(_: lsp.InitializedParams) -> None:
    """Ask to be told when settings or decisions change on disk, where the client can."""
    workspace = server.client_capabilities.workspace
    watched = workspace.did_change_watched_files if workspace else None
    if not (watched and watched.dynamic_registration):
        return
    watchers = [lsp.FileSystemWatcher(f"**/{name}") for name in (*SETTINGS, DECISIONS)]
    options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
    request = lsp.Registration("watch", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    server.client_register_capability(lsp.RegistrationParams([request]))


@server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
def opened(params: lsp.DidOpenTextDocumentParams) -> None:
    """Lint a document when it is opened."""
    server.checked(params.text_document.uri)


@server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
def changed(params: lsp.DidChangeTextDocumentParams) -> None:
    """Lint what an edit touched."""
    server.changed(params.text_document.uri)


@server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
def saved(params: lsp.DidSaveTextDocumentParams) -> None:
    """Lint everything when a document is saved."""
    server.checked(params.text_document.uri)


@server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
def closed(params: lsp.DidCloseTextDocumentParams) -> None:
    """Take the findings of a closed document away."""
    server.closed(params.text_document.uri)


@server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
async def watched(_: lsp.DidChangeWatchedFilesParams) -> None:
    """Settings or decisions changed on disk."""
    await server.reload()


@server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
async def configured(_: lsp.DidChangeConfigurationParams) -> None:
    """Settings changed in the editor."""
    await server.reload()


@server.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
def folders(_: lsp.DidChangeWorkspaceFoldersParams) -> None:
    """Settings are found from the document upwards, so folders need no account of their own."""


@server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]))
async def actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """Fixes, and the offer to accept."""
    only = params.context.only
    if only is not None and not {"", lsp.CodeActionKind.QuickFix} & set(only):
        return []
    one, view = await server.current(params.text_document.uri)
    return view.actions(one.found, view.columns.span(view.text, params.range))


@server.feature(lsp.TEXT_DOCUMENT_HOVER)
async def hover(params: lsp.HoverParams) -> lsp.Hover | None:
    """The rule behind a finding, and for a threshold its whole scale."""
    uri = params.text_document.uri
    one, view = await server.current(uri)
    issue = await server.issue(one)
    offset = view.columns.offset(view.text, params.position)
    return await server.worker.do(lambda _: view.hover(one.found, offset, issue))


@server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
async def symbols(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    """Notices, parts and sections."""
    uri = params.text_document.uri
    one, view = await server.current(uri)
    issue = await server.issue(one)
    return await server.worker.do(lambda _: outline.symbols(issue, view.columns))


@server.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
async def folding(params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
    """A fold a notice, a part and a section."""
    issue = await server.issue(server.document(params.text_document.uri))
    return await server.worker.do(lambda _: outline.folds(issue))


@server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
async def definition(params: lsp.DefinitionParams) -> list[lsp.Location]:
    """Where 附录9.1, 第三条, 4.1.2 or 《title》 leads."""
    return await _locations(params, outline.definitions)


@server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
async def references(params: lsp.ReferenceParams) -> list[lsp.Location]:
    """Every place that says the same reference."""
    return await _locations(params, outline.references)


@server.command(ACCEPT)
async def accepted(uri: str, fingerprint: str, line: int, *said: str) -> None:
    """Write a decision on a finding at a line (from 0).

    A client that asks for the reason appends it to the arguments; for another one the file opens where it is missing.
    """
    reason = " ".join(said).strip()
    one = server.document(uri)
    if not uri.startswith("file:"):
        server.tell(lsp.MessageType.Warning, "请先保存文件 (save the document first)")
        return
    try:
        file = await server.result(one)
        target = server.settings().decisions_file(one.path)
        written = await server.worker.do(lambda _: accept(file, fingerprint, line, reason, target))
    except (BadFileError, RegistryError, Failure, SourceError) as error:
        server.tell(lsp.MessageType.Error, str(error).splitlines()[0])
        return
    if written is None:
        server.tell(lsp.MessageType.Warning, "此处已没有这个问题 (this finding is gone)")
        return
    await server.reload()
    if not reason:
        place = lsp.Position(written.line, 0)
        shown = from_fs_path(str(written.path)) or ""
        server.window_show_document(lsp.ShowDocumentParams(shown, selection=lsp.Range(place, place), take_focus=True))


async def _locations(
    params: lsp.DefinitionParams | lsp.ReferenceParams, find: Callable[[Issue, int], list[Span]]
) -> list[lsp.Location]:
    one, view = await server.current(params.text_document.uri)
    issue = await server.issue(one)
    offset = view.columns.offset(view.text, params.position)
    spans = await server.worker.do(lambda _: find(issue, offset))
    return [lsp.Location(one.uri, view.columns.range(view.text, span)) for span in spans]
