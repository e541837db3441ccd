// Elements, messages and dialogs; words of documents only ever become text nodes.
import { say } from "./words.js";

export function h(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child != null && child !== false));
  return made;
}

export const $ = (selector, from = document) => from.querySelector(selector);
export const all = (selector, from = document) => [...from.querySelectorAll(selector)];

// A line at the foot of the page, with what can be done about it.
export function toast(words, action, bad = false) {
  const line = h("div", { class: bad ? "toast bad" : "toast" }, h("span", {}, words));
  if (action) line.append(h("button", { class: "plain", onclick: () => { line.remove(); action.run(); } }, action.name));
  const box = $("#toasts");
  box.append(line);
  while (box.children.length > 3) box.firstChild.remove();
  setTimeout(() => line.remove(), bad || action ? 12000 : 4000);
}

// Run what may fail; a failure is told in one line.
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error.message, null, true);
    return undefined;
  }
}

export function dialog(title, ...content) {
  const heading = h("h2", { id: "dialog-title" }, title);
  const shut = h("button", { class: "plain shut", "aria-label": say("close"), onclick: () => box.close() }, "×");
  const box = h("dialog", { "aria-labelledby": "dialog-title" }, h("header", {}, heading, shut), ...content);
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
  document.body.append(box);
  box.showModal();
  return box;
}

export const kept = {
  get: (key) => { try { return localStorage.getItem(`gazette-lint-${key}`); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(`gazette-lint-${key}`, value); } catch { /* no storage here */ } },
};

export function saveAs(name, blob) {
  const link = h("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
