// One document as its report shows it, and what can be done with each finding.
import { $, all, attempt, dialog, h, kept, toast } from "./dom.js";
import { attach } from "./report.js";
import { say } from "./words.js";

// The reasons given last, to choose from.
const reasons = () => JSON.parse(kept.get("reasons") ?? "[]");

export async function documentView(content, key, { ask, show, downloads, reload }) {
  const shown = await ask("open", { key });
  const scroll = content.dataset.key === key ? scrollY : 0;
  content.dataset.key = key;
  content.innerHTML = shown.html;
  const life = new AbortController();
  const report = attach(content);
  const bar = $(".bar", content);
  const title = $("h1", bar);
  title.textContent = shown.name;
  bar.prepend(h("button", { class: "plain back", onclick: () => show("home") }, `← ${say("home")}`));
  $(".grow", bar).after(mending(), downloads(key));
  const notes = shown.told.map((words) => h("p", { class: "told" }, words));
  if (notes.length) bar.after(h("section", { class: "notes" }, notes));

  const finding = (id) => shown.findings[id];
  const after = (id) => {
    const cards = all(".card", content);
    const from = cards.findIndex((card) => card.dataset.id === id);
    return cards.find((card, at) => at > from && finding(card.dataset.id).counts) ?? cards.find((card) => finding(card.dataset.id).counts);
  };

  function mending() {
    const safe = Object.values(shown.findings).some((one) => one.fix === "safe" && one.counts);
    return h("span", { class: "mending" },
      safe && shown.writable ? h("button", { class: "chip", onclick: () => mend({ which: "safe" }) }, say("fixSafe")) : null,
      shown.mended ? h("button", { class: "chip", onclick: unmend }, say("unfix")) : null);
  }

  async function mend(given) {
    await attempt(async () => {
      const { applied } = await ask("fix", { key, ...given });
      history.replaceState({ view: "document", key }, "", `#${key}`);
      await reload();
      toast(say("didFix", applied), { name: say("undo"), run: unmend });
    });
  }

  async function unmend() {
    await attempt(async () => {
      await ask("unfix", { key });
      await reload();
      toast(say("didUndo"));
    });
  }

  function acts(card) {
    const one = finding(card.dataset.id);
    const act = (name, words, run) => h("button", { class: "plain", "data-act": name, onclick: run }, words);
    return h("footer", { class: "acts" },
      one.counts ? act("accept", say("acceptMore"), () => acceptForm(card)) : null,
      one.accepted === "external" ? act("withdraw", say("undoAccept"), () => withdraw({ places: [one.place] })) : null,
      one.counts && one.fix ? act("fix", say("fix"), () => preview(card)) : null,
      act("copy", say("copy"), () => copy(one)),
      act("rule", say("rule"), () => rulePage(one.place.code)));
  }

  function acceptForm(card) {
    if ($("form", card)) { $("form input", card).focus(); return; }
    const scopes = [["once", "once"], ["pair", "pair"], ["document", "document"], ["office", "everywhere"]];
    const radios = scopes.map(([scope, words], at) => h("label", {}, h("input", { type: "radio", name: "scope", value: scope, checked: at === 0 }), say(words)));
    const form = h("form", { class: "accepting" }, h("datalist", { id: "reasons" }, reasons().map((value) => h("option", { value }))),
      h("label", {}, say("reason"), h("input", { name: "reason", required: true, autocomplete: "off", list: "reasons" })),
      h("fieldset", {}, h("legend", {}, say("scope")), radios),
      h("div", { class: "two" }, h("label", {}, say("who"), h("input", { name: "who", value: kept.get("who") ?? "" })),
        h("label", {}, say("until"), h("input", { name: "until", type: "date" }))),
      h("p", { class: "go" }, h("button", { class: "first", type: "submit" }, say("accept")),
        h("button", { type: "button", onclick: () => closeForm(card) }, say("cancel"))));
    form.addEventListener("submit", (event) => { event.preventDefault(); accept(card, form); });
    form.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.preventDefault(); closeForm(card); } });
    card.append(form);
    report.select(card.dataset.id, false);
    report.place();
    form.scrollIntoView({ block: "nearest" });
    $("input", form).focus({ preventScroll: true });
  }

  function closeForm(card) {
    $("form", card)?.remove();
    report.place();
    card.focus();
  }

  async function accept(card, form) {
    const given = Object.fromEntries(new FormData(form));
    kept.set("who", given.who);
    kept.set("reasons", JSON.stringify([...new Set([given.reason, ...reasons()])].slice(0, 12)));
    const next = after(card.dataset.id);
    await attempt(async () => {
      const receipt = await ask("accept", { key, place: finding(card.dataset.id).place, ...given });
      history.replaceState({ view: "document", key }, "", next ? `#c${next.dataset.id}` : `#${key}`);
      await reload();
      toast(said(receipt), { name: say("undo"), run: () => withdraw(receipt) });
    });
  }

  function said(receipt) {
    if (receipt.part === "office.words") return say("didWord", receipt.items.join("、"));
    if (receipt.part === "ignore") return say("didIgnore", receipt.items.join("、"));
    return say("didAccept", receipt.places.length);
  }

  async function withdraw({ part = "", items = [], places = [] }) {
    await attempt(async () => {
      await ask("withdraw", { key, part, items, places });
      await reload();
      toast(say("didUndo"));
    });
  }

  async function preview(card) {
    const one = finding(card.dataset.id);
    const told = await attempt(() => ask("preview", { key, place: one.place }));
    if (!told) return;
    const lines = told.lines.map((line) => h("p", { class: "edit" }, line.filter(([, words]) => words).map(([kind, words]) => (kind === "same" ? words : h(kind, {}, words)))));
    const can = one.fix !== "shown" && shown.writable;
    const why = can ? null : h("p", { class: "quiet" }, say(one.fix === "shown" ? "suggestion" : "manual"));
    const go = can ? h("p", { class: "go" }, h("button", { class: "first", autofocus: true, onclick: () => { box.close(); mend({ place: one.place }); } }, say("apply"))) : null;
    const box = dialog(`${told.kind}：${told.label}`, lines, why, go);
  }

  async function copy(one) {
    try {
      await navigator.clipboard.writeText(one.copy);
    } catch {
      const field = h("textarea", { class: "unseen" });
      field.value = one.copy;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    toast(say("didCopy"));
  }

  async function rulePage(code) {
    const told = await attempt(() => ask("rule", { code }));
    if (!told) return;
    const part = (name) => (told[name] ? [h("h3", {}, say(name)), ...told[name].split("\n\n").map((words) => h("p", {}, words))] : []);
    const examples = told.examples.map((one) => [h("h3", {}, say(one.kind)), h("pre", {}, one.text)]);
    dialog(`${told.code} ${told.title}`, h("p", { class: "quiet" }, told.flags.join(" · ")), ...part("basis"), ...part("why"), ...part("limits"), ...examples.flat(),
      h("p", { class: "quiet" }, say("legend")));
  }

  for (const card of all(".card", content)) card.append(acts(card));
  if (scroll) scrollTo(0, scroll);
  report.place();
  document.fonts?.ready.then(report.place);
  const first = all(".card", content).find((card) => !card.hidden);
  if (!location.hash.startsWith("#c") && first) report.select(first.dataset.id, !scroll);
  else if (location.hash.startsWith("#c")) report.select(location.hash.slice(2));
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, select, textarea, dialog")) return;
    const card = $(".card.on", content);
    const names = { a: "accept", f: "fix", c: "copy", r: "rule", u: "withdraw" };
    const button = names[event.key] && card && $(`[data-act=${names[event.key]}]`, card);
    if (button) { event.preventDefault(); button.click(); }
  }, { signal: life.signal });
  return () => { life.abort(); report.end(); };
}
