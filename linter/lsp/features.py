"""What the server answers: one handler a request of the protocol, each a line or two."""

from __future__ import annotations

import gc
from collections.abc import Callable

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from linter.forms.nodes import BadFileError
from linter.kernel.registry import RegistryError
from linter.language.text import Span
from linter.lsp import outline
from linter.lsp.accepting import accept
from linter.lsp.diagnostics import ACCEPT
from linter.lsp.server import Server
from linter.runs.writing import Failure
from linter.settings.workspace import DECISIONS, SETTINGS
from linter.structure.model import Issue

server = Server()


def start() -> None:
    """Serve over standard input and output until the client leaves."""
    gc.enable()  # a server lives long; the command line is started without
    server.start_io()


@server.feature(lsp.INITIALIZE)
def initialize(params: lsp.InitializeParams) -> None:
    """The client's language decides ours: Chinese unless it says English, or an option says otherwise."""
    options = params.initialization_options or {}
    wanted = options.get("lang") if isinstance(options, dict) else None
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
def watched(_: lsp.DidChangeWatchedFilesParams) -> None:
    """Settings or decisions changed on disk."""
    server.reload()


@server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
def configured(_: lsp.DidChangeConfigurationParams) -> None:
    """Settings changed in the editor."""
    server.reload()


@server.feature(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
def folders(_: lsp.DidChangeWorkspaceFoldersParams) -> None:
    """Settings are found from the document upwards, so folders need no account of their own."""


@server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]))
def actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """Fixes, and the offer to accept."""
    only = params.context.only
    if only is not None and not {"", lsp.CodeActionKind.QuickFix} & set(only):
        return []
    one, view = server.current(params.text_document.uri)
    return view.actions(one.found, view.columns.span(view.text, params.range))


@server.feature(lsp.TEXT_DOCUMENT_HOVER)
def hover(params: lsp.HoverParams) -> lsp.Hover | None:
    """The rule behind a finding, and for a threshold its whole scale."""
    uri = params.text_document.uri
    one, view = server.current(uri)
    offset = view.columns.offset(view.text, params.position)
    return view.hover(one.found, offset, _issue(uri))


@server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
def symbols(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    """Notices, parts and sections."""
    uri = params.text_document.uri
    return outline.symbols(_issue(uri), server.current(uri)[1].columns)


@server.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
def folding(params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
    """A fold a notice, a part and a section."""
    return outline.folds(_issue(params.text_document.uri))


@server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
def definition(params: lsp.DefinitionParams) -> list[lsp.Location]:
    """Where 附录9.1, 第三条, 4.1.2 or 《title》 leads."""
    return _locations(params, outline.definitions)


@server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
def references(params: lsp.ReferenceParams) -> list[lsp.Location]:
    """Every place that says the same reference."""
    return _locations(params, outline.references)


@server.command(ACCEPT)
def accepted(uri: str, fingerprint: str, line: int, *said: str) -> None:
    """Write a decision on a finding at a line (from 0).

    A client that asks for the reason appends it to the arguments; for another one the file opens where it is missing.
    """
    reason = " ".join(said).strip()
    one = server.document(uri)
    if not uri.startswith("file:"):
        server.tell(lsp.MessageType.Warning, "请先保存文件 (save the document first)")
        return
    try:
        file = server.result(uri)
        written = accept(file, fingerprint, line, reason, server.settings().decisions_file(one.path)) if file else None
    except (BadFileError, RegistryError, Failure) as error:
        server.tell(lsp.MessageType.Error, str(error).splitlines()[0])
        return
    if written is None:
        server.tell(lsp.MessageType.Warning, "此处已没有这个问题 (this finding is gone)")
        return
    server.reload()
    if not reason:
        place = lsp.Position(written.line, 0)
        target = from_fs_path(str(written.path)) or ""
        server.window_show_document(lsp.ShowDocumentParams(target, selection=lsp.Range(place, place), take_focus=True))


def _issue(uri: str) -> Issue:
    return server.document(uri).session.issue(server.raw(uri))


def _locations(
    params: lsp.DefinitionParams | lsp.ReferenceParams, find: Callable[[Issue, int], list[Span]]
) -> list[lsp.Location]:
    uri = params.text_document.uri
    view = server.current(uri)[1]
    offset = view.columns.offset(view.text, params.position)
    return [lsp.Location(uri, view.columns.range(view.text, span)) for span in find(_issue(uri), offset)]
