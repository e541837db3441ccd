// Start the server the way the extension does, and accept a finding through it. GAZETTE_LINT is its command, as JSON.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { ACCEPT, withReason } from "../src/accept";
import { options, start } from "../src/server";

const DRAFT = "关于做好防汛工作的通知\n\n某发〔2021〕1号\n\n各单位：\n\n　　请做好其它工作。\n";

test("the server starts, finds, and keeps a decision with its reason", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "gazette-lint-"));
  const path = join(folder, "通知.txt");
  writeFileSync(path, DRAFT);
  const { command, args } = start(JSON.parse(process.env.GAZETTE_LINT ?? "[]"));
  const server = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published: Array<Array<{ code: string; data: string; message: string; range: { start: { line: number } } }>> = [];
  let tell = () => {};
  connection.onNotification("textDocument/publishDiagnostics", (params) => {
    published.push(params.diagnostics);
    tell();
  });
  const next = () => new Promise<void>((resolve) => (tell = resolve));
  connection.listen();

  const capabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };
  const initialize = { processId: process.pid, rootUri: null, capabilities, initializationOptions: options("en") };
  const answer: any = await connection.sendRequest("initialize", initialize);
  assert.ok(answer.capabilities.executeCommandProvider.commands.includes(ACCEPT));
  await connection.sendNotification("initialized", {});

  const uri = pathToFileURL(path).href;
  const opened = next();
  const textDocument = { uri, languageId: "plaintext", version: 1, text: DRAFT };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  await opened;
  const finding = published.at(-1)!.find((one) => one.code === "WD004");
  assert.ok(finding);
  assert.match(finding.message, /[a-z]{3}/);

  const execute = (command: string, args: unknown[]) =>
    connection.sendRequest("workspace/executeCommand", { command, arguments: args });
  const given = [uri, finding.data, finding.range.start.line];
  await withReason(ACCEPT, given, async () => undefined, execute);
  assert.throws(() => readFileSync(join(folder, "gazette-lint.decisions.yaml")));
  const accepted = next();
  await withReason(ACCEPT, given, async () => " 原文如此 ", execute);
  await accepted;
  assert.match(readFileSync(join(folder, "gazette-lint.decisions.yaml"), "utf8"), /reason: "原文如此"/);
  assert.equal(published.at(-1)!.some((one) => one.code === "WD004"), false);

  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  const code = await new Promise((resolve) => server.on("exit", resolve));
  assert.equal(code, 0);
});

test("without a command in the settings it is the one on the path", () => {
  assert.deepEqual(start([]), { command: "gazette-lint", args: ["lsp"] });
  assert.deepEqual(start(["python3", "-m", "linter", "lsp"]), { command: "python3", args: ["-m", "linter", "lsp"] });
});
