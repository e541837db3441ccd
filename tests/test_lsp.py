"""The language server, driven by a real client over standard input and output."""

from __future__ import annotations

import ast
import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import GAZETTE

pytest.importorskip("pygls")
pytest_lsp = pytest.importorskip("pytest_lsp")
pytest_asyncio = pytest.importorskip("pytest_asyncio")

from lsprotocol import types as lsp  # noqa: E402
from pytest_lsp import ClientServerConfig, LanguageClient  # noqa: E402
from report_samples import lint, record  # noqa: E402

from linter.kernel.finding import Edit, Finding, Fix, Label  # noqa: E402
from linter.language.text import Span  # noqa: E402
from linter.lsp.convert import Columns  # noqa: E402
from linter.lsp.diagnostics import ACCEPT, View  # noqa: E402
from linter.lsp.server import change  # noqa: E402
from linter.sources import make_source  # noqa: E402
from linter.structure.model import Document, Issue  # noqa: E402

SERVER = [sys.executable, "-m", "linter", "lsp"]
# Of a document that is to be closed.
OPEN = (lsp.Diagnostic(lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0)), "open"),)


@pytest_lsp.fixture(scope="module", config=ClientServerConfig(server_command=SERVER))
async def server(lsp_client: LanguageClient) -> AsyncIterator[None]:
    await lsp_client.initialize_session(lsp.InitializeParams(capabilities=lsp.ClientCapabilities(), locale="zh-cn"))
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture(loop_scope="module")
async def client(server: LanguageClient) -> AsyncIterator[LanguageClient]:
    """The client of one server, with nothing open and nothing said yet."""
    server.messages.clear()
    server.shown_documents.clear()
    yield server
    for uri in list(server.diagnostics):
        server.diagnostics[uri] = OPEN
        server.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
        while server.diagnostics[uri]:
            await settle(server)
    server.diagnostics.clear()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copy(GAZETTE, tmp_path / "issue.txt"))


@pytest.fixture
def notice(tmp_path: Path, issue: Issue) -> Path:
    """The notice of the gazette that holds the inverted band."""
    raw = GAZETTE.read_text("utf-8")
    (span,) = [one.span for one in issue.documents if "减供负荷40%以上13%以下" in raw[one.span.start : one.span.end]]
    return write(tmp_path / "notice.txt", raw[span.start : span.end])


async def settle(client: LanguageClient) -> None:
    """Until the next findings are published."""
    await asyncio.wait_for(client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), 60)


async def show(client: LanguageClient, path: Path) -> str:
    uri = path.as_uri()
    item = lsp.TextDocumentItem(uri, "plaintext", 1, path.read_text("utf-8"))
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
    await settle(client)
    return uri


async def edit(client: LanguageClient, uri: str, version: int, text: str) -> None:
    whole = lsp.TextDocumentContentChangeWholeDocument(text)
    document = lsp.VersionedTextDocumentIdentifier(version, uri)
    client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [whole]))
    await settle(client)


async def until(client: LanguageClient, uri: str, wanted: Callable[[list[str]], bool]) -> None:
    """Until the findings are as wanted."""
    while not wanted(codes(client, uri)):
        await settle(client)


def write(path: Path, words: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")
    return path


def told_of(client: LanguageClient, path: Path) -> None:
    """What an editor says when a file changed on disk."""
    event = lsp.FileEvent(path.as_uri(), lsp.FileChangeType.Changed)
    client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))


def codes(client: LanguageClient, uri: str) -> list[str]:
    return [str(item.code) for item in client.diagnostics[uri]]


DRAFT = "关于做好防汛工作的通知\n\n某发〔2021〕1号\n\n各单位：\n\n　　请做好其它工作。\n"


@pytest.mark.asyncio(loop_scope="module")
async def test_a_session(client: LanguageClient, copy: Path) -> None:
    uri = await show(client, copy)
    raw = copy.read_text("utf-8")
    before = codes(client, uri)
    assert "TH001" in before
    assert "TN004" in before
    inverted = next(item for item in client.diagnostics[uri] if item.code == "TH001")
    assert inverted.range.start.line == 1089
    assert inverted.related_information

    fixed = raw.replace("减供负荷40%以上13%以下", "减供负荷10%以上13%以下")
    await edit(client, uri, 2, fixed)
    assert "TH001" not in codes(client, uri)

    planted = fixed.replace("市委网信办、市公安局、市文旅局", "市公安局、市公安局、市文旅局", 1)
    await edit(client, uri, 3, planted)
    assert codes(client, uri).count("LS001") == before.count("LS001")

    await edit(client, uri, 4, raw)
    await settle(client)
    assert codes(client, uri) == before


@pytest.mark.asyncio(loop_scope="module")
async def test_apply_a_fix(client: LanguageClient, tmp_path: Path) -> None:
    path = write(tmp_path / "x.txt", DRAFT.replace("　　", "𬭎一、"))
    uri = await show(client, path)
    item = next(item for item in client.diagnostics[uri] if item.code == "WD004")
    assert (item.range.start.character, item.range.end.character) == (7, 9)  # 𬭎 takes two units
    params = lsp.CodeActionParams(lsp.TextDocumentIdentifier(uri), item.range, lsp.CodeActionContext([item]))
    actions = await client.text_document_code_action_async(params)
    (repair,) = [action for action in actions or [] if isinstance(action, lsp.CodeAction) and action.edit]
    assert repair.edit
    assert repair.edit.changes
    assert [edit.new_text for edit in repair.edit.changes[uri]] == ["其他"]


def _commas(document: Document, _options: Mapping[str, Any]) -> Iterator[Finding]:
    for at, character in enumerate(document.text.raw):
        if character == ",":
            yield Finding(Span(at, at + 1), fix=Fix("safe", (Edit(Span(at, at + 1), "，"),), Label("改", "mend")))


@pytest.mark.parametrize(
    ("raw", "offered"),
    [
        ("各单位要落实,报告。\n", [True]),
        ("坚持“落实,报告”的原则,按《规定,办法》办理。\n", [False, True, False]),
    ],
)
def test_nothing_inside_quotations_is_offered_as_a_fix(raw: str, offered: list[bool]) -> None:
    commas = record("ZZ301", _commas, message={"zh": "逗号", "en": "comma"})
    file = lint(make_source(raw, raw.encode(), "text", "UTF-8"), "a.txt", (commas,))
    view = View("file:///a.txt", file.text, Columns("utf-16"), "zh")
    shown = [[one.edit for one in view.actions([item], item.span) if one.edit] for item in file.diagnostics]
    assert [bool(edits) for edits in shown] == offered
    accepting = [
        one.command
        for item in file.diagnostics
        for one in view.actions([item], item.span)
        if one.command and one.command.command == ACCEPT
    ]
    assert len(accepting) == len(offered)


@pytest.mark.asyncio(loop_scope="module")
async def test_accept_a_finding(client: LanguageClient, notice: Path) -> None:
    uri = await show(client, notice)
    item = next(item for item in client.diagnostics[uri] if item.code == "TH001")
    params = lsp.ExecuteCommandParams("gazette-lint.accept", [uri, item.data, item.range.start.line, "原件如此"])
    await client.workspace_execute_command_async(params)
    assert "TH001" not in codes(client, uri)
    assert "原件如此" in (notice.parent / "gazette-lint.decisions.yaml").read_text("utf-8")
    await edit(client, uri, 2, "\n" + notice.read_text("utf-8"))
    assert "TH001" not in codes(client, uri)


@pytest.mark.asyncio(loop_scope="module")
async def test_hover_symbols_definition(client: LanguageClient, copy: Path) -> None:
    uri = await show(client, copy)
    document = lsp.TextDocumentIdentifier(uri)
    item = next(item for item in client.diagnostics[uri] if item.code == "TH001")
    shown = await client.text_document_hover_async(lsp.HoverParams(document, item.range.start))
    assert shown
    assert isinstance(shown.contents, lsp.MarkupContent)
    assert "5%以上10%以下" in shown.contents.value
    symbols = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(document))
    assert symbols
    assert len(symbols) == 10
    line = 278
    column = copy.read_text("utf-8").split("\n")[line].index("附录9.1") + 2
    where = lsp.DefinitionParams(document, lsp.Position(line, column))
    found = await client.text_document_definition_async(where)
    assert isinstance(found, list)
    assert [place.range.start.line for place in found] == [642]
    folds = await client.text_document_folding_range_async(lsp.FoldingRangeParams(document))
    assert folds
    assert len(folds) > 300


@pytest.mark.asyncio(loop_scope="module")
async def test_typing_keeps_what_is_found_between_notices(client: LanguageClient, copy: Path) -> None:
    uri = await show(client, copy)
    raw = copy.read_text("utf-8")
    line = next(item.range.start.line for item in client.diagnostics[uri] if item.code == "TN004")
    await edit(client, uri, 2, "\n" + raw)
    assert line + 1 in [item.range.start.line for item in client.diagnostics[uri] if item.code == "TN004"]


@pytest.mark.asyncio(loop_scope="module")
async def test_a_burst_of_edits_ends_with_the_last(client: LanguageClient, notice: Path) -> None:
    uri = await show(client, notice)
    raw = notice.read_text("utf-8")
    fixed = raw.replace("减供负荷40%以上13%以下", "减供负荷10%以上13%以下")
    before = client.diagnostics[uri]
    for version in range(2, 22):
        text = fixed if version == 21 else raw + "某" * version
        document = lsp.VersionedTextDocumentIdentifier(version, uri)
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))
    await until(client, uri, lambda found: len(found) == len(before) - 1)
    assert "TH001" not in codes(client, uri)


@pytest.mark.asyncio(loop_scope="module")
async def test_cancelled_requests_do_no_harm(client: LanguageClient, notice: Path) -> None:
    uri = await show(client, notice)
    params = lsp.DocumentSymbolParams(lsp.TextDocumentIdentifier(uri))
    for number in range(3):
        client.protocol.send_request(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, params, msg_id=f"gone-{number}")
        client.cancel_request(lsp.CancelParams(f"gone-{number}"))
    symbols = await asyncio.wait_for(client.text_document_document_symbol_async(params), 60)
    assert symbols


@pytest.mark.asyncio(loop_scope="module")
async def test_each_folder_has_its_settings(client: LanguageClient, tmp_path: Path) -> None:
    write(tmp_path / "一" / "gazette-lint.yaml", "ignore: [WD004]\n")
    folders = [lsp.WorkspaceFolder((tmp_path / name).as_uri(), name) for name in ("一", "二")]
    event = lsp.WorkspaceFoldersChangeEvent(added=folders, removed=[])
    client.workspace_did_change_workspace_folders(lsp.DidChangeWorkspaceFoldersParams(event))
    first = await show(client, write(tmp_path / "一" / "a.txt", DRAFT))
    second = await show(client, write(tmp_path / "二" / "a.txt", DRAFT))
    assert "WD004" not in codes(client, first)
    assert "WD004" in codes(client, second)


@pytest.mark.asyncio(loop_scope="module")
async def test_codes_lead_to_the_pages_of_the_office(client: LanguageClient, tmp_path: Path) -> None:
    write(tmp_path / "gazette-lint.yaml", "pages: https://docs.example.gov.cn/lint\n")
    uri = await show(client, write(tmp_path / "a.txt", DRAFT))
    found = client.diagnostics[uri][0]
    assert found.code_description is not None
    assert found.code_description.href.startswith(
        f"https://docs.example.gov.cn/lint/catalogue.html#{str(found.code).lower()}-"
    )


@pytest.mark.asyncio(loop_scope="module")
async def test_settings_are_read_again(client: LanguageClient, tmp_path: Path) -> None:
    uri = await show(client, write(tmp_path / "a.txt", DRAFT))
    settings = write(tmp_path / "gazette-lint.yaml", "ignore: [WD004]\n")
    assert "WD004" in codes(client, uri)
    told_of(client, settings)
    await settle(client)
    assert "WD004" not in codes(client, uri)
    write(settings, "ignor: [WD004]\n")
    told_of(client, settings)
    await settle(client)
    assert "WD004" in codes(client, uri)  # linted without them, and told why
    assert "ignor" in client.messages[-1].message
    settings.unlink()
    client.workspace_did_change_configuration(lsp.DidChangeConfigurationParams({}))
    await settle(client)
    assert "WD004" in codes(client, uri)
    assert len(client.messages) == 1


@pytest.mark.asyncio(loop_scope="module")
async def test_accept_asks_for_the_reason_in_the_file(client: LanguageClient, tmp_path: Path) -> None:
    write(tmp_path / "gazette-lint.yaml", "strict: true\n")
    uri = await show(client, write(tmp_path / "甲" / "a.txt", DRAFT))
    item = next(item for item in client.diagnostics[uri] if item.code == "WD004")
    params = lsp.CodeActionParams(lsp.TextDocumentIdentifier(uri), item.range, lsp.CodeActionContext([item]))
    actions = await client.text_document_code_action_async(params)
    assert actions
    # The library of the client takes every action with a command for a bare command, and prints the real one into it.
    assert isinstance(actions[-1], lsp.Command)
    command = ast.literal_eval(actions[-1].command)
    accept = lsp.ExecuteCommandParams(command["command"], command["arguments"])
    await client.workspace_execute_command_async(accept)
    assert "WD004" not in codes(client, uri)
    decisions = tmp_path / "gazette-lint.decisions.yaml"  # beside the settings, where the command line puts it
    await asyncio.sleep(0.1)
    (asked,) = client.shown_documents
    assert asked.uri == decisions.as_uri()
    assert asked.selection
    assert 'reason: ""' in decisions.read_text("utf-8").splitlines()[asked.selection.start.line]
    await client.workspace_execute_command_async(accept)
    assert "this finding is gone" in client.messages[-1].message


@pytest.mark.asyncio(loop_scope="module")
async def test_all_safe_fixes_in_one_action(client: LanguageClient, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", DRAFT.rstrip() + "\n\n请于2023年5月6日前报送，，逾期不再受理。\n")
    uri = await show(client, path)
    everywhere = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))
    for only in ("source.fixAll", "source"):
        context = lsp.CodeActionContext([], only=[only])
        params = lsp.CodeActionParams(lsp.TextDocumentIdentifier(uri), everywhere, context)
        (action,) = await client.text_document_code_action_async(params) or []
        assert isinstance(action, lsp.CodeAction)
        assert action.kind == "source.fixAll"
        assert action.edit
        assert action.edit.changes
        assert action.edit.changes[uri]


@pytest.mark.asyncio(loop_scope="module")
async def test_words_of_the_office_and_acceptance_in_the_whole_document(client: LanguageClient, tmp_path: Path) -> None:
    uri = await show(client, write(tmp_path / "a.txt", DRAFT.rstrip() + "\n\n请做好其它准备。\n"))
    item = next(item for item in client.diagnostics[uri] if item.code == "WD004")
    line, start, end = item.range.start.line, item.range.start.character, item.range.end.character
    words = (tmp_path / "a.txt").read_text("utf-8").split("\n")[line][start:end]
    command = lsp.ExecuteCommandParams("gazette-lint.accept-in-document", [uri, "WD004", words, "引用原文"])
    await client.workspace_execute_command_async(command)
    assert "WD004" not in codes(client, uri)
    assert (tmp_path / "gazette-lint.decisions.yaml").read_text("utf-8").count("引用原文") >= 1
    (tmp_path / "gazette-lint.decisions.yaml").unlink()
    command = lsp.ExecuteCommandParams("gazette-lint.add-word", [uri, words])
    await client.workspace_execute_command_async(command)
    assert words in (tmp_path / "gazette-lint.yaml").read_text("utf-8")
    assert "WD004" not in codes(client, uri)


@pytest.mark.asyncio(loop_scope="module")
async def test_only_what_is_asked_for(client: LanguageClient, tmp_path: Path) -> None:
    uri = await show(client, write(tmp_path / "a.txt", DRAFT))
    item = next(item for item in client.diagnostics[uri] if item.code == "WD004")
    context = lsp.CodeActionContext([item], only=[lsp.CodeActionKind.Refactor])
    params = lsp.CodeActionParams(lsp.TextDocumentIdentifier(uri), item.range, context)
    assert not await client.text_document_code_action_async(params)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_text_without_a_file_is_linted_but_not_accepted(client: LanguageClient) -> None:
    uri = "untitled:Untitled-1"
    item = lsp.TextDocumentItem(uri, "plaintext", 1, DRAFT)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
    await settle(client)
    found = next(item for item in client.diagnostics[uri] if item.code == "WD004")
    params = lsp.ExecuteCommandParams("gazette-lint.accept", [uri, found.data, 6, "原文如此"])
    await client.workspace_execute_command_async(params)
    assert "save the document first" in client.messages[-1].message
    client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
    await settle(client)
    assert not client.diagnostics.pop(uri)


@pytest.mark.parametrize(
    ("old", "new"), [("abcd", "abXcd"), ("abcd", "ad"), ("abcd", "abcd"), ("", "ab"), ("aaaa", "aa"), ("ab", "")]
)
def test_the_least_change_between_versions(old: str, new: str) -> None:
    found = change(old, new)
    added = new[found.start : found.end + found.longer]
    assert old[: found.start] + added + old[found.end :] == new
    assert found.end - found.start <= len(old)
