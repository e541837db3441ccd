// The settings of the office as forms: what is written here stands in its settings files.
import { attempt, h, saveAs, toast } from "./dom.js";
import { lang, say } from "./words.js";

const LISTS = ["bodies", "words", "places", "ignore"];
const TABLES = { abbreviations: ["shortForm", "fullName"], replacements: ["notWritten", "toWrite"] };

export async function officeView(content, { ask, backend }) {
  const draw = (shown) => content.replaceChildren(h("main", { class: "office" }, page(shown)));

  async function change(verb, given) {
    const shown = await attempt(() => ask(verb, given));
    if (shown) draw(shown);
    return shown;
  }

  function page({ settings, decisions }) {
    const where = backend.inside ? say("keptHere") : settings.path;
    return [
      h("header", {}, h("h1", {}, say("settings")), h("p", { class: "quiet" }, say("settingsAt", where)), carry()),
      settings.editable ? null : h("p", { class: "told bad" }, say("byHand")),
      h("div", { class: "forms" }, ...LISTS.map((part) => list(part, settings)), ...Object.keys(TABLES).map((part) => pairs(part, settings)), boundary(settings)),
      recorded(decisions),
    ];
  }

  function carry() {
    if (!backend.inside) return null;
    const field = h("input", { type: "file", accept: ".json,.yaml,.txt,.list", multiple: true, hidden: true, onchange: async (event) => {
      const files = [...event.target.files];
      if (files.length && await attempt(async () => { await backend.takeSettings(files); return true; })) {
        draw(await ask("office"));
        toast(say("tookSettings"));
      }
    } });
    const keep = () => attempt(async () => saveAs("gazette-lint.settings.json", new Blob([await backend.keepSettings()], { type: "application/json" })));
    return h("p", { class: "choose" }, h("button", { onclick: keep }, say("keepSettings")), h("button", { onclick: () => field.click() }, say("takeSettings")), field);
  }

  function section(part, ...inner) {
    return h("section", { class: "part", id: `part-${part}` }, h("h2", {}, say(part)), h("p", { class: "quiet" }, say(`${part}Help`)), ...inner);
  }

  function list(part, { parts }) {
    const items = parts[part].map((entry) => h("li", {}, entry.word, remover(part, entry.word)));
    const field = h("input", { name: "word", required: true, "aria-label": say(part), autocomplete: "off" });
    return section(part, h("ul", { class: "words" }, items), adder(part, [field], () => ({ [field.value]: "" })));
  }

  function pairs(part, { parts }) {
    const [left, right] = TABLES[part];
    const rows = parts[part].map((entry) => h("tr", {}, h("th", { scope: "row" }, entry.word), h("td", {}, entry.value), h("td", {}, remover(part, entry.word))));
    const fields = [left, right].map((name) => h("input", { required: true, "aria-label": say(name), placeholder: say(name), autocomplete: "off" }));
    const table = rows.length ? h("table", {}, h("thead", { class: "unseen" }, h("tr", {}, h("th", {}, say(left)), h("th", {}, say(right)), h("th", {}, say("change")))), h("tbody", {}, rows)) : null;
    return section(part, table, adder(part, fields, () => ({ [fields[0].value]: fields[1].value })));
  }

  function remover(part, word) {
    return h("button", { class: "plain", "aria-label": say("remove", word), onclick: () => change("office-remove", { part, words: [word] }) }, "×");
  }

  function adder(part, fields, entries) {
    const form = h("form", { class: "adding" }, ...fields, h("button", { type: "submit" }, say("add")));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (await change("office-add", { part, entries: entries() })) document.querySelector(`#part-${part} input`)?.focus();
    });
    return form;
  }

  function boundary(settings) {
    const options = [["", "boundaryNone"], ["both", "boundaryBoth"], ["lower", "boundaryLower"]];
    const chosen = settings.boundary === "undecided" ? "" : settings.boundary;
    const radios = options.map(([value, words]) => h("label", {}, h("input", { type: "radio", name: "boundary", value, checked: value === chosen, onchange: () => change("office-boundary", { boundary: value }) }), say(words)));
    return h("section", { class: "part" }, h("fieldset", {}, h("legend", {}, say("boundary")), radios));
  }

  function recorded({ rows }) {
    const head = ["inDocument", "rule", "passage", "reason", "who", "until"];
    const body = rows.map((one) => {
      const field = (name, type = "text") => h("input", { name, type, value: one[name], "aria-label": say(name) });
      const [reason, who, until] = [field("reason"), field("who"), field("until", "date")];
      const given = () => ({ name: one.name, reason: reason.value, who: who.value, until: until.value });
      return h("tr", {}, h("th", { scope: "row" }, one.document), h("td", {}, one.code), h("td", {}, one.text),
        h("td", {}, reason), h("td", {}, who), h("td", {}, until),
        h("td", { class: "do" }, h("button", { onclick: () => change("decision", given()) }, say("save")),
          h("button", { class: "plain", "aria-label": say("remove", `${one.code} ${one.text}`), onclick: () => change("decision", { name: one.name, remove: "yes" }) }, "×")));
    });
    const table = h("table", {}, h("thead", {}, h("tr", {}, head.map((key) => h("th", { scope: "col" }, say(key))), h("th", {}, h("span", { class: "unseen" }, say("change"))))), h("tbody", {}, body));
    return h("section", { class: "recorded" }, h("h2", {}, say("decisions")), rows.length ? table : h("p", { class: "quiet" }, say("noDecisions")));
  }

  draw(await ask("office", { lang: lang() }));
}
