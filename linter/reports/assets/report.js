// The report as people read it: filters, cards beside their places, keys. Returns what a page around it may call.
export function attach(sheet) {
  const root = document.documentElement;
  const life = new AbortController();
  const listen = (target, kind, heard) => target.addEventListener(kind, heard, { signal: life.signal });
  const all = (selector, from = sheet) => [...from.querySelectorAll(selector)];
  const cards = all(".card");
  const marks = all("mark");
  const state = { levels: new Set(all(".chip[data-level][aria-pressed=true]").map((chip) => chip.dataset.level)), family: "", notice: "", words: "", at: -1 };

  const store = {
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* a page opened from a file may have no storage */ } },
  };
  const wanted = store.get("gazette-lint-theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  root.dataset.theme = wanted;

  function shown(card) {
    return state.levels.has(card.dataset.level)
      && (!state.family || card.dataset.family === state.family)
      && (!state.notice || card.dataset.notice === state.notice)
      && (!state.words || card.textContent.toLowerCase().includes(state.words));
  }

  function filter() {
    const visible = new Set();
    for (const card of cards) {
      card.hidden = !shown(card);
      if (!card.hidden) visible.add(card.dataset.id);
    }
    for (const mark of marks) mark.classList.toggle("hidden", !mark.dataset.ids.split(" ").some((id) => visible.has(id)));
    document.getElementById("count").textContent = String(visible.size);
    place();
  }

  const wide = () => matchMedia("(min-width: 60.01rem)").matches;

  function place() {
    for (const aside of all("aside")) {
      aside.classList.toggle("placed", wide());
      if (!wide()) {
        aside.style.minHeight = "";
        for (const card of all(".card", aside)) card.style.top = "";
        continue;
      }
      const top = aside.getBoundingClientRect().top;
      let free = 0;
      for (const card of all(".card", aside)) {
        if (card.hidden) continue;
        const mark = document.getElementById("m" + card.dataset.id);
        const want = mark ? mark.getBoundingClientRect().top - top - 4 : free;
        const y = Math.max(free, want);
        card.style.top = y + "px";
        free = y + card.offsetHeight + 8;
      }
      aside.style.minHeight = free + "px";
    }
  }

  function show(target) {
    const far = Math.abs(target.getBoundingClientRect().top) > 2 * innerHeight;
    target.scrollIntoView({ block: "center", behavior: far ? "instant" : "smooth" });
  }

  function select(id, scroll = true) {
    for (const one of all(".on")) one.classList.remove("on");
    const card = document.getElementById("c" + id);
    if (!card) return;
    card.classList.add("on");
    for (const mark of marks) if (mark.dataset.ids.split(" ").includes(id)) mark.classList.add("on");
    state.at = cards.indexOf(card);
    const first = document.getElementById("m" + id) || card;
    if (scroll) show(first);
    history.replaceState(null, "", "#c" + id);
  }

  // A finding on a ladder that is drawn has a link to the drawing.
  function draw() {
    all("figure[data-ids]").forEach((figure, at) => {
      figure.id ||= `g${at}`;
      for (const id of figure.dataset.ids.split(" ")) {
        const list = document.querySelector(`#c${id} ul`);
        if (!list) continue;
        const link = document.createElement("a");
        link.href = `#${figure.id}`;
        link.dataset.to = figure.id;
        link.textContent = root.lang === "en" ? "the ladder drawn" : "看分级图";
        const item = document.createElement("li");
        item.className = "drawn";
        item.append("→ ", link);
        list.append(item);
      }
    });
  }

  function step(by) {
    const visible = cards.filter((card) => !card.hidden);
    if (!visible.length) return;
    const ahead = visible.findIndex((card) => cards.indexOf(card) > state.at - (by < 0));
    const next = by > 0 ? Math.max(ahead, 0) : (ahead < 0 ? visible.length : ahead) - 1;
    select(visible[(next + visible.length) % visible.length].dataset.id);
  }

  function otherEnd() {
    const links = all("a[data-to]", cards[state.at] || document.createElement("div"));
    if (links.length) { state.end = ((state.end ?? -1) + 1) % links.length; links[state.end].click(); }
  }

  listen(document, "click", (event) => {
    const link = event.target.closest("a[data-to]");
    if (link) {
      event.preventDefault();
      const target = document.getElementById(link.dataset.to);
      if (target) {
        show(target);
        target.classList.add("on");
      }
      return;
    }
    const mark = event.target.closest("mark");
    if (mark && !mark.classList.contains("hidden")) { select(mark.dataset.ids.split(" ")[0], false); return; }
    const card = event.target.closest(".card");
    if (card && !event.target.closest("details, button, form, a")) select(card.dataset.id);
    // A narrow page shows the chosen finding over the text; a touch beside it puts it away.
    if (!wide() && event.target.closest(".sheet")) for (const one of all(".on")) one.classList.remove("on");
  });

  for (const chip of all(".chip[data-level]")) {
    chip.addEventListener("click", () => {
      const on = chip.getAttribute("aria-pressed") !== "true";
      chip.setAttribute("aria-pressed", String(on));
      state.levels[on ? "add" : "delete"](chip.dataset.level);
      filter();
    });
  }
  const bind = (id, key) => {
    const field = document.getElementById(id);
    field?.addEventListener("input", () => { state[key] = key === "words" ? field.value.trim().toLowerCase() : field.value; filter(); });
  };
  bind("family", "family");
  bind("notice", "notice");
  bind("words", "words");
  document.getElementById("theme").addEventListener("click", () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    store.set("gazette-lint-theme", root.dataset.theme);
  });
  listen(document, "keydown", (event) => {
    const typing = event.target instanceof Element && event.target.matches("input, select, textarea");
    if (typing && event.key === "Escape") event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
    const keys = { j: () => step(1), k: () => step(-1), o: otherEnd, d: () => document.getElementById("theme").click(), "/": () => document.getElementById("words").focus() };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  listen(window, "resize", place);
  // What is folded out makes its card longer. The event does not rise: it is caught on its way down.
  document.addEventListener("toggle", place, { capture: true, signal: life.signal });
  listen(window, "load", place);
  draw();
  filter();
  if (location.hash.startsWith("#c")) select(location.hash.slice(2));
  return { select, step, place, filter, chosen: () => cards[state.at]?.dataset.id, end: () => life.abort() };
}
