// The linter in a thread of its own: Python and all packages come in one message, nothing is fetched from anywhere.
let inside;


function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return bytes;
}

const unpacked = async (part) => new Uint8Array(await new Response(new Blob([typeof part === "string" ? bytesOf(part) : part]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
const addressOf = (bytes) => URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));

async function begin(parts) {
  const [pyodide, module, wasm, library, packages, pdf] = await Promise.all(["pyodide", "module", "wasm", "library", "packages", "pdf"].map((name) => unpacked(parts[name])));
  const here = { "pyodide.asm.wasm": [wasm, "application/wasm"], "python_stdlib.zip": [library, "application/zip"] };
  self.fetch = async (address) => {
    const found = here[String(address.url ?? address).split("/").pop()];
    if (!found) throw new TypeError("nothing is fetched");
    return new Response(found[0], { headers: { "Content-Type": found[1] } });
  };
  const { loadPyodide } = await import(addressOf(pyodide));
  const made = await import(addressOf(module));
  const python = await loadPyodide({
    indexURL: "https://inside.invalid/",
    createPyodideModule: made.default,
    lockFileContents: { info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten", python: "3.14.2", version: "314.0.7" }, packages: {} },
    packageBaseUrl: "https://inside.invalid/",
    stdout: () => {},
    stderr: () => {},
  });
  python.unpackArchive(packages, "zip", { extractDir: "/packages" });
  python.unpackArchive(pdf, "zip", { extractDir: "/packages" });
  python.runPython("import sys; sys.path.insert(0, '/packages')\nfrom linter.app.inside import start; start.stand_in()");
  inside = python.runPython("start.Inside()");
  return python;
}

// Readers are loaded one at a time, so that a document that comes in between need not wait for all of them.
async function warm(python) {
  const readers = python.runPython("start.READERS").toJs();
  for (const reader of readers) {
    await new Promise((resume) => { setTimeout(resume, 100); });
    python.runPython(`start.warm(${JSON.stringify(reader)})`);
  }
}

function called({ verb, given, bytes, settings }) {
  const reply = inside.call(verb, given, bytes ?? undefined, settings ?? undefined);
  const data = reply.data;
  const answer = { text: reply.text, settings: reply.settings ?? null, bytes: data ? data.toJs() : null };
  data?.destroy?.();
  reply.destroy();
  return answer;
}

function versions(key) {
  const listed = inside.versions(key);
  const found = listed.toJs();
  listed.destroy();
  return { versions: found };
}

self.onmessage = async ({ data }) => {
  const { number } = data;
  try {
    let answer = {};
    if (data.parts) warm(await begin(data.parts));
    else if (data.call) answer = called(data.call);
    else if (data.versions) answer = versions(data.versions);
    else if (data.restore) inside.restore(data.restore.key, data.restore.name, data.restore.versions);
    self.postMessage({ number, ...answer });
  } catch (error) {
    self.postMessage({ number, fallen: String(error.message ?? error).trim().split("\n").pop() });
  }
};
