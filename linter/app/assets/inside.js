// The linter behind the page: here a worker of this very page, with everything it needs inside the file.
// The settings are kept by the browser; a worker that takes too long, or falls, is replaced by another.
import { kept } from "./dom.js";
import { say } from "./words.js";

export const inside = true;

// Seconds that a document may take.
export const limits = { seconds: 60 };
const SETTINGS = "settings";
const open = new Map();
let worker, told = () => {}, number = 0, known = null;
let line = Promise.resolve();

const PARTS = ["pyodide", "module", "wasm", "library", "packages", "pdf"];

// A part inside this file, else beside it in the folder of a web server.
async function part(name) {
  const held = document.getElementById(`part-${name}`);
  if (held) return held.textContent;
  const answer = await fetch(`${name}.gz.bin`);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.arrayBuffer();
}

async function start() {
  const parts = await Promise.all(PARTS.map(async (name) => [name, await part(name)]));
  const held = document.getElementById("part-worker");
  worker = new Worker(held ? `data:text/javascript;base64,${held.textContent}` : "worker.js", { type: "module" });
  known = null;
  return send({ parts: Object.fromEntries(parts) }, 120);
}

// One message and its answer; the worker is alone with it.
function send(message, seconds) {
  return new Promise((resolve, reject) => {
    const mine = ++number;
    const end = (finish, value) => { clearTimeout(timer); finish(value); };
    const timer = setTimeout(() => { worker.terminate(); worker = null; reject(new Error(say("tooLong", seconds))); }, seconds * 1000);
    worker.onmessage = ({ data }) => {
      if (data.status) told(data.status);
      else if (data.number === mine && data.fallen) { worker.terminate(); worker = null; end(reject, new Error(data.fallen)); }
      else if (data.number === mine) end(resolve, data);
    };
    worker.onerror = (event) => { worker?.terminate(); worker = null; end(reject, new Error(event.message || say("lost"))); };
    worker.postMessage({ number: mine, ...message });
  });
}

async function alive() {
  if (worker) return;
  await start();
  for (const [key, { name, versions }] of open) await send({ restore: { key, name, versions } }, limits.seconds);
}

// Questions wait for each other; those of other windows of this browser, too, as they change the same settings.
function turn(work) {
  const done = line.then(() => (navigator.locks ? navigator.locks.request("gazette-lint", work) : work()));
  line = done.catch(() => {});
  return done;
}

function call(verb, given, bytes = null) {
  return turn(async () => {
    await alive();
    const settings = kept.get(SETTINGS) ?? "{}";
    const answer = await send({ call: { verb, given: JSON.stringify(given), bytes, settings: settings === known ? null : settings } }, limits.seconds);
    known = answer.settings ?? settings;
    if (answer.settings) kept.set(SETTINGS, answer.settings);
    const said = JSON.parse(answer.text);
    if (said.error) throw new Error(said.error);
    await remember(verb, given, said);
    return { said, bytes: answer.bytes };
  });
}

// What is open, so that it outlives the worker.
async function remember(verb, given, said) {
  if (verb === "close") for (const key of given.keys) open.delete(key);
  if (verb === "add" || verb === "fix" || verb === "unfix") {
    const { versions } = await send({ versions: said.key }, limits.seconds);
    open.set(said.key, { name: said.name, versions });
  }
}

export async function ready(tell) {
  told = (key) => tell(say(key));
  await alive();
}

export const ask = async (verb, given) => (await call(verb, given)).said;

export async function add(name, file, given) {
  return (await call("add", { name, ...given }, new Uint8Array(await file.arrayBuffer()))).said;
}

export async function save(given) {
  const { said, bytes } = await call("download", given);
  return { name: said.name, blob: new Blob([bytes], { type: said.media }) };
}

export const keepSettings = async () => JSON.stringify(JSON.parse(kept.get(SETTINGS) ?? "{}"), null, 2);

// What ``keepSettings`` wrote takes the place of all; files as the command line has them (YAML, lists of words) are added.
export async function takeSettings(chosen) {
  const before = kept.get(SETTINGS) ?? "{}";
  let files = JSON.parse(before);
  for (const file of chosen) {
    const text = await file.text();
    if (file.name.endsWith(".json")) files = whole(text);
    else files[file.name] = text;
  }
  kept.set(SETTINGS, JSON.stringify(files));
  try { await ask("office", {}); } catch (error) { kept.set(SETTINGS, before); throw error; }
}

function whole(text) {
  let files;
  try { files = JSON.parse(text); } catch { files = null; }
  if (!files || Array.isArray(files) || !Object.values(files).every((words) => typeof words === "string")) throw new Error(say("notSettings"));
  return files;
}
