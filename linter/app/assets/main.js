// The page: documents come in, the table of them, one document with its findings, the settings of the office.
import * as backend from "./backend.js";
import { documentView } from "./cards.js";
import { $, attempt, dialog, h, kept, saveAs, toast } from "./dom.js";
import { officeView } from "./office.js";
import { lang, say, setLang } from "./words.js";

const page = { view: "home", key: "", state: { drafts: [], suffixes: [] }, waiting: [], total: 0, done: 0, leave: null };
const READING = ["state", "revision", "open", "preview", "rule", "office"];

// What this window changes itself is no news to it.
async function ask(verb, given = {}) {
  const said = await backend.ask(verb, { lang: lang(), ...given });
  if (!READING.includes(verb)) page.state.revision = (await backend.ask("revision", {})).revision;
  return said;
}

async function refresh() {
  page.state = await ask("state");
}

async function show(view, key = "", push = true) {
  page.leave?.();
  page.leave = null;
  page.view = view;
  page.key = key;
  if (push) history.pushState({ view, key }, "", `#${view === "document" ? key : view}`);
  try { sessionStorage.setItem("gazette-lint-view", JSON.stringify({ view, key })); } catch { /* no storage here */ }
  await attempt(() => render());
}

async function render() {
  header();
  const content = $("#content");
  if (page.view === "document") {
    page.leave = await documentView(content, page.key, { ask, show, downloads, reload: () => show("document", page.key, false) });
  } else if (page.view === "office") {
    await officeView(content, { ask, backend });
  } else {
    await refresh();
    home(content);
  }
}

function header() {
  const tab = (view, words) => h("button", { class: "plain", "aria-current": page.view === view ? "page" : false, onclick: () => show(view) }, words);
  document.title = say("title");
  $("#top").replaceChildren(
    h("a", { class: "mark", href: "#home", onclick: (event) => { event.preventDefault(); show("home"); } }, say("title")),
    h("nav", { "aria-label": say("title") }, tab("home", say("home")), tab("office", say("office"))),
    h("span", { class: "grow" }),
    h("button", { class: "plain", onclick: keys }, say("keys")),
    h("button", { class: "plain", lang: lang() === "en" ? "zh-CN" : "en", onclick: turn }, say("language")),
  );
}

function turn() {
  setLang(lang() === "en" ? "zh" : "en");
  kept.set("lang", lang());
  show(page.view, page.key, false);
}

function keys() {
  dialog(say("keys"), h("p", {}, say("keysList")));
}

function home(content) {
  const some = page.state.drafts.length || page.waiting.length;
  content.replaceChildren(h("main", { class: some ? "home" : "home empty" }, some ? table() : null, dropper(some)));
}

function dropper(some) {
  const files = h("input", { type: "file", multiple: true, hidden: true, onchange: (event) => take([...event.target.files].map((file) => [file.name, file])) });
  const folder = h("input", { type: "file", webkitdirectory: true, hidden: true, onchange: (event) => take(worth([...event.target.files].map((file) => [file.webkitRelativePath, file]))) });
  const choose = h("p", { class: "choose" },
    some ? h("span", {}, say("dropMore")) : null,
    h("button", { class: some ? "" : "first", onclick: () => files.click() }, say("chooseFiles")),
    h("button", { onclick: () => folder.click() }, say("chooseFolder")));
  const heading = some ? null : [h("h1", {}, say("drop")), h("p", { class: "or" }, say("or"))];
  const about = some ? null : h("p", { class: "about" }, say("private"), h("br"), `${say("formats")} ${page.state.suffixes.join("  ")}`);
  return h("section", { class: some ? "drop small" : "drop", "aria-label": say("drop") }, heading, choose, about, files, folder);
}

function table() {
  const levels = ["error", "warning", "note"];
  const drafts = page.state.drafts;
  const head = ["file", "kind", ...levels, "accepted", "mended"].map((key) => h("th", { scope: "col", class: levels.includes(key) || key === "accepted" || key === "mended" ? "number" : "" }, say(key)));
  const rows = drafts.map(row);
  const sum = (pick) => drafts.reduce((total, draft) => total + pick(draft), 0);
  const totals = drafts.length > 1 && h("tfoot", {}, h("tr", {},
    h("th", { scope: "row" }, `${say("total")} ${drafts.length}`), h("td"),
    levels.map((level) => h("td", { class: "number" }, String(sum((draft) => draft.counts[level])))),
    h("td", { class: "number" }, String(sum((draft) => draft.accepted))), h("td", { class: "number" }, String(sum((draft) => draft.mended))), h("td")));
  const progress = page.total > page.done && h("p", { class: "progress" },
    h("progress", { max: page.total, value: page.done, "aria-label": say("checking") }),
    h("span", { role: "status" }, `${say("checking")} ${page.done} / ${page.total}　${page.waiting[0]?.[0] ?? ""}`));
  return h("section", { class: "files" },
    h("header", {}, h("h1", {}, say("home")), h("span", { class: "grow" }), downloads(""),
      h("button", { class: "plain", onclick: closeAll }, say("closeAll"))),
    progress || null,
    h("table", {}, h("thead", {}, h("tr", {}, head, h("th", { scope: "col" }, h("span", { class: "unseen" }, say("close"))))), h("tbody", {}, rows), totals || null));
}

function row(draft) {
  // What was not read has no number of findings, not even none.
  const number = (count, kind) => draft.read
    ? h("td", { class: `number ${count ? kind : "none"}` }, String(count))
    : h("td", { class: "number unread", "aria-label": say("unread") }, "—");
  const name = draft.read
    ? h("button", { class: "name", onclick: () => show("document", draft.key) }, draft.name)
    : h("span", { class: "name" }, draft.name);
  const told = draft.told.map((words) => h("span", { class: draft.read ? "told" : "told bad" }, words));
  return h("tr", {}, h("th", { scope: "row" }, name, told), h("td", { class: "kind" }, draft.read ? draft.kind : say("unread")),
    ["error", "warning", "note"].map((level) => number(draft.counts[level], level)), number(draft.accepted, ""), number(draft.mended, ""),
    h("td", { class: "shutter" }, h("button", { class: "plain", "aria-label": say("closeOne", draft.name), onclick: () => closeThese([draft.key]) }, "×")));
}

// What can be taken away, of one document or of all.
export function downloads(key) {
  const get = (form) => attempt(async () => {
    const { name, blob } = await backend.save({ form, keys: key ? [key] : [], lang: lang() });
    saveAs(name, blob);
  });
  const forms = { docx: "asDocx", fixed: "asFixed", xlsx: "asXlsx", html: "asHtml", sarif: "asSarif", record: "asRecord" };
  const menu = h("details", { class: "menu" }, h("summary", {}, say("download")),
    h("ul", { "aria-label": say(key ? "ofThis" : "ofAll") }, Object.entries(forms).map(([form, words]) => h("li", {}, h("button", { class: "plain", onclick: () => { menu.open = false; get(form); } }, say(words))))));
  menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { menu.open = false; $("summary", menu).focus(); event.stopPropagation(); } });
  menu.addEventListener("toggle", () => menu.classList.toggle("rightward", menu.getBoundingClientRect().right < 260));
  menu.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false; });
  return menu;
}

async function closeThese(keys) {
  await attempt(() => ask("close", { keys }));
  await show("home", "", false);
}

const closeAll = () => closeThese(page.state.drafts.map((draft) => draft.key));

// From a folder only what is known to be a document, as the command does.
function worth(named) {
  const known = named.filter(([name]) => !/(^|\/)(\.|~\$)/.test(name) && page.state.suffixes.some((suffix) => name.toLowerCase().endsWith(suffix)));
  if (!known.length) toast(say("noDocuments"), null, true);
  return known;
}

// Files wait in a line and are read one after the other.
async function take(named) {
  if (!named.length) return;
  const idle = page.done === page.total;
  if (idle) { page.total = 0; page.done = 0; }
  page.waiting.push(...named);
  page.total += named.length;
  if (!idle) return;
  const alone = named.length === 1 && page.state.drafts.length === 0;
  let last;
  let drawn = 0;
  while (page.waiting.length) {
    if (page.view === "home" && performance.now() - drawn > 250) {
      home($("#content"));
      drawn = performance.now();
    }
    const [name, file] = page.waiting[0];
    last = await attempt(() => backend.add(name, file, { lang: lang() })) ?? last;
    if (last) listed(last);
    page.waiting.shift();
    page.done += 1;
  }
  await attempt(refresh);
  if (alone && last?.read) await show("document", last.key);
  else if (page.view === "home") home($("#content"));
}

// A document that has been read takes its row, or that of its earlier version.
function listed(draft) {
  const at = page.state.drafts.findIndex((one) => one.key === draft.key);
  if (at < 0) page.state.drafts.push(draft); else page.state.drafts[at] = draft;
}

// What was dropped, as it must be taken while the event lasts: a file, or what lists a folder. Chromium reads no entry in
// a page that was opened from a file, but handles; others have no handles.
function held(item) {
  const entry = item.webkitGetAsEntry?.();
  if (!entry?.isDirectory) return item.getAsFile();
  return item.getAsFileSystemHandle?.() ?? entry;
}

async function* listing(entry) {
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return;
    yield* some;
  }
}

// The files of a folder, by its handle or its entry, with their paths.
async function within(folder, path = `${folder.name}/`) {
  const found = [];
  for await (const one of folder.values?.() ?? listing(folder)) {
    const name = path + one.name;
    if (one.isDirectory || one.kind === "directory") found.push(...await within(one, `${name}/`));
    else found.push([name, await (one.getFile?.() ?? new Promise((resolve, reject) => one.file(resolve, reject)))]);
  }
  return found;
}

async function dropped(tops) {
  const named = [];
  for (const top of await Promise.all(tops)) {
    if (top instanceof File) named.push([top.name, top]);
    else if (top) named.push(...worth(await within(top)));
  }
  if (page.view !== "home") await show("home");
  await take(named);
}

function hear() {
  addEventListener("dragover", (event) => { event.preventDefault(); document.body.classList.add("over"); });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("over"); });
  addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("over");
    const tops = [...event.dataTransfer.items].filter((item) => item.kind === "file").map(held);
    attempt(() => dropped(tops));
  });
  addEventListener("popstate", (event) => { if (event.state) show(event.state.view, event.state.key, false); });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && page.view !== "home" && !event.defaultPrevented && !document.querySelector("dialog[open]") && !event.target.closest?.("form, input, select")) show("home");
  });
  addEventListener("focus", look);
  setInterval(() => { if (document.visibilityState === "visible") look(); }, 4000);
}

// Another window may have changed something.
async function look() {
  const writing = document.activeElement?.matches("input, textarea") && document.activeElement.value;
  if (page.done !== page.total || writing || document.querySelector("form.accepting, dialog[open]")) return;
  try {
    const { revision } = await ask("revision");
    if (revision === page.state.revision) return;
    page.state.revision = revision;
    await show(page.view, page.key, false);
    toast(say("elsewhere"));
  } catch { /* told when something is asked for */ }
}

async function start() {
  setLang(kept.get("lang") ?? (document.documentElement.lang === "en" ? "en" : "zh"));
  document.documentElement.dataset.theme = kept.get("theme") ?? "light";
  header();
  $("#content").replaceChildren(h("main", { class: "home empty" }, h("p", { class: "or", role: "status" }, say("starting"))));
  await backend.ready((name) => dropWords(name));
  await refresh();
  hear();
  let wanted = { view: "home", key: "" };
  try { wanted = JSON.parse(sessionStorage.getItem("gazette-lint-view")) ?? wanted; } catch { /* no storage here */ }
  if (wanted.view === "document" && !page.state.drafts.some((draft) => draft.key === wanted.key)) wanted = { view: "home", key: "" };
  history.replaceState(wanted, "");
  await show(wanted.view, wanted.key, false);
  document.body.dataset.ready = "yes";
}

function dropWords(words) {
  const status = $("#content [role=status]");
  if (status) status.textContent = words;
}

start().catch((error) => toast(error.message, null, true));
