import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { withReason } from "./accept";
import { languages, options, start } from "./server";

let client: LanguageClient | undefined;

/** Start the server, and again whenever its settings change or the user asks for it. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("gazette-lint.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("gazette-lint") && restart()),
  );
  await restart();
}

/** Stop the server with the editor. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
  client = undefined;
}

async function restart(): Promise<void> {
  await deactivate();
  client = build(vscode.workspace.getConfiguration("gazette-lint"));
  try {
    await client.start();
  } catch (error) {
    const how = "pip install '.[lsp]'";
    void vscode.window.showErrorMessage(`gazette-lint 无法启动，请先安装 (cannot start; install first): ${how} — ${error}`);
  }
}

function build(settings: vscode.WorkspaceConfiguration): LanguageClient {
  return new LanguageClient(
    "gazette-lint",
    "gazette-lint",
    start(settings.get<string[]>("command", [])),
    {
      documentSelector: languages.flatMap((language) => ["file", "untitled"].map((scheme) => ({ scheme, language }))),
      initializationOptions: options(settings.get("language", "")),
      middleware: { executeCommand: (command, args, next) => withReason(command, args, ask, next) },
    },
  );
}

function ask(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: "接受此处 (Accept this finding)",
    prompt: "理由，将记入 gazette-lint.decisions.yaml (the reason, kept with the decision)",
    ignoreFocusOut: true,
    validateInput: (words) => (words.trim() ? undefined : "请写明理由 (a reason is needed)"),
  });
}
