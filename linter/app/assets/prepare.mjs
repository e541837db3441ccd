// Run by node when the page is made: the packages and the library as byte code of the very Python they will meet.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [home, packages, madePackages, madeLibrary] = process.argv.slice(2);
process.on("uncaughtException", (error) => {
  console.error(String(error.message).trim().split("\n").pop().slice(0, 300));
  process.exit(1);
});
const { loadPyodide } = await import(pathToFileURL(join(home, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: home, stdout: () => {}, stderr: () => {} });
python.unpackArchive(new Uint8Array(readFileSync(packages)), "zip", { extractDir: "/packages" });
python.runPython("import sys; sys.path.insert(0, '/packages')\nfrom linter.app.inside import prepare; prepare.prepare()");
writeFileSync(madePackages, python.FS.readFile("/made/packages.zip"));
writeFileSync(madeLibrary, python.FS.readFile("/made/library.zip"));
