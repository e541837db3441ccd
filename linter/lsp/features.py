"""What the server answers: one handler a request of the protocol, each a line or two.

Accept a finding from the editor, as ``gazette-lint accept`` does: the same search, the same file, the same words.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path

from lsprotocol import types as lsp
from pygls.uris import from_fs_path

from linter.accepted.accept import FindingReference, NamedFinding, file_decisions, find, those
from linter.forms.nodes import BadFileError
from linter.kernel.registry import RegistryError
from linter.kernel.result import FileResult
from linter.language import NamedTuple, Span
from linter.lsp import outline
from linter.lsp.diagnostics import ACCEPT, ACCEPT_ALL, ADD_WORD
from linter.lsp.framing import Framed
from linter.lsp.server import Server
from linter.runs.writing import Failure, rewrite
from linter.settings.edit import with_items
from linter.settings.workspace import DECISIONS, SETTINGS
from linter.sources import SourceError
from linter.structure import Issue

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


_KINDS = [lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]


def _within(kind: str, asked: str) -> bool:
    """Whether a kind of action is one that was asked for, or belongs to it: source.fixAll to source."""
    return not asked or kind == asked or kind.startswith(f"{asked}.") or asked.startswith(f"{kind}.")


@server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(_KINDS))
async def actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """Fixes, and the offer to accept."""
    only = params.context.only
    wanted = [kind for kind in _KINDS if only is None or any(_within(kind, one) for one in only)]
    if not wanted:
        return []
    one, view = await server.current(params.text_document.uri)
    whole = view.fix_all(one.found) if lsp.CodeActionKind.SourceFixAll in wanted and only is not None else []
    if lsp.CodeActionKind.QuickFix not in wanted:
        return whole
    return whole + view.actions(one.found, view.columns.span(view.text, params.range))


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
    await _accept(uri, said, lambda file, reason, target: accept(file, fingerprint, line, reason, target))


@server.command(ACCEPT_ALL)
async def accepted_in_document(uri: str, code: str, words: str, *said: str) -> None:
    """Write a decision on every finding of a check on some words in the document."""
    await _accept(uri, said, lambda file, reason, target: accept_all(file, code, words, reason, target))


@server.command(ADD_WORD)
async def added(uri: str, words: str) -> None:
    """Write words into the office's own in the settings: right in every document."""
    one = server.document(uri)
    if not uri.startswith("file:"):
        server.tell(lsp.MessageType.Warning, "请先保存文件 (save the document first)")
        return
    try:
        target = server.settings().words_file(one.path)
        await server.worker.do(lambda _: add_word(words, target))
    except (BadFileError, RegistryError, Failure) as error:
        server.tell(lsp.MessageType.Error, str(error).splitlines()[0])
        return
    await server.reload()


async def _accept(uri: str, said: tuple[str, ...], write: Callable[[FileResult, str, Path], Written | None]) -> None:
    """Accept as ``write`` does, and open the file of decisions where a reason is missing."""
    reason = " ".join(said).strip()
    one = server.document(uri)
    if not uri.startswith("file:"):
        server.tell(lsp.MessageType.Warning, "请先保存文件 (save the document first)")
        return
    try:
        file = await server.result(one)
        target = server.settings().decisions_file(one.path)
        written = await server.worker.do(lambda _: write(file, reason, target))
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


class Written(NamedTuple):
    """Where a decision was written, and on which line (from 0) its reason stands."""

    path: Path
    line: int


def accept(file: FileResult, fingerprint: str, line: int, reason: str, target: Path) -> Written | None:
    """Write the decision on a finding into a file of decisions; None if there is no such finding any more.

    Of several with one fingerprint it is the one nearest to ``line`` (from 0). Raises BadFileError for a file that
    cannot take it, Failure for one that cannot be written.
    """
    named = find([file], FindingReference(fingerprint=fingerprint))
    if not named:
        return None

    def away(one: NamedFinding) -> int:
        return abs(file.text.position(one.diagnostic.span.start).line - 1 - line)

    return _write([min(named, key=away)], reason, target)


def accept_all(file: FileResult, code: str, words: str, reason: str, target: Path) -> Written | None:
    """Write a decision on every finding of a check on some words in a document; None without any. Raises the same."""
    named = those(file, lambda item: item.code == code and file.text.slice(item.span) == words)
    return _write(named, reason, target) if named else None


def add_word(words: str, target: Path) -> None:
    """Write words into the office's own in a settings file. Raises BadFileError and Failure."""
    rewrite(target, lambda before, name: with_items(before, name, ("office", "words"), [words], "由编辑器加入"))


def _write(chosen: list[NamedFinding], reason: str, target: Path) -> Written:
    text = rewrite(target, lambda before, name: file_decisions(before, name, chosen, reason))
    lines = text.splitlines()
    return Written(target, max(at for at, words in enumerate(lines) if words.lstrip(" -").startswith("reason:")))
