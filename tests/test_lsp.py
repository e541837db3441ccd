"""The language server, driven by a real client over standard input and output."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from conftest import GAZETTE

pytest.importorskip("pygls")
pytest_lsp = pytest.importorskip("pytest_lsp")

from lsprotocol import types as lsp  # noqa: E402
from pytest_lsp import ClientServerConfig, LanguageClient  # noqa: E402

SERVER = [sys.executable, "-m", "linter", "lsp"]


@pytest_lsp.fixture(config=ClientServerConfig(server_command=SERVER))
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    await lsp_client.initialize_session(lsp.InitializeParams(capabilities=lsp.ClientCapabilities(), locale="zh-cn"))
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copy(GAZETTE, tmp_path / "issue.txt"))


async def settle(client: LanguageClient) -> None:
    """Until the next findings are published."""
    await asyncio.wait_for(client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS), 10)


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


def codes(client: LanguageClient, uri: str) -> list[str]:
    return [str(item.code) for item in client.diagnostics[uri]]


@pytest.mark.asyncio
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


@pytest.mark.asyncio
async def test_apply_a_fix(client: LanguageClient, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("关于做好防汛工作的通知\n\n某发〔2021〕1号\n\n各单位：\n\n𬭎一、请做好其它工作。\n", "utf-8")
    uri = await show(client, path)
    item = next(item for item in client.diagnostics[uri] if item.code == "WD004")
    assert (item.range.start.character, item.range.end.character) == (7, 9)  # 𬭎 takes two units
    params = lsp.CodeActionParams(lsp.TextDocumentIdentifier(uri), item.range, lsp.CodeActionContext([item]))
    actions = await client.text_document_code_action_async(params)
    (repair,) = [action for action in actions or [] if isinstance(action, lsp.CodeAction) and action.edit]
    assert repair.edit
    assert repair.edit.changes
    assert [edit.new_text for edit in repair.edit.changes[uri]] == ["其他"]


@pytest.mark.asyncio
async def test_accept_a_finding(client: LanguageClient, copy: Path) -> None:
    uri = await show(client, copy)
    item = next(item for item in client.diagnostics[uri] if item.code == "TH001")
    params = lsp.ExecuteCommandParams("gazette-lint.accept", [uri, item.data, "原件如此"])
    await client.workspace_execute_command_async(params)
    assert "TH001" not in codes(client, uri)
    assert "原件如此" in (copy.parent / "gazette-lint.decisions.yaml").read_text("utf-8")
    await edit(client, uri, 2, "\n" + copy.read_text("utf-8"))
    assert "TH001" not in codes(client, uri)


@pytest.mark.asyncio
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
