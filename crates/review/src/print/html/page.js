"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const changes = [...document.querySelectorAll(".change")];
  const filters = byId("filters");
  if (!filters) {
    root.dataset.ready = "";
    return;
  }
  const text = byId("text");
  const boxes = [...filters.querySelectorAll("fieldset input")];
  const groups = [...new Set(boxes.map((box) => box.name))];
  const sections = [...document.querySelectorAll("main > section")].map((element) => ({
    element,
    number: element.querySelector("h2 .number"),
    changes: [...element.querySelectorAll(".change")],
  }));

  // Filters.

  const words = new Map();
  const wordsOf = (change) => {
    if (!words.has(change)) {
      const told = [...change.querySelectorAll("summary, .differences, .place, pre")];
      words.set(change, told.map((it) => it.textContent).join("\n").toLowerCase());
    }
    return words.get(change);
  };
  const chosen = () => {
    const chosen = new Map();
    for (const box of boxes.filter((box) => box.checked)) {
      chosen.set(box.name, (chosen.get(box.name) || new Set()).add(box.value));
    }
    return chosen;
  };
  const sought = () => text.value.toLowerCase().split(/\s+/).filter(Boolean);

  function filter() {
    const of = chosen();
    const terms = sought();
    const left = new Map(boxes.map((box) => [box, 0]));
    const boxOf = new Map(boxes.map((box) => [box.name + " " + box.value, box]));
    let shown = 0;
    for (const change of changes) {
      const isFound = terms.every((term) => wordsOf(change).includes(term));
      const failed = groups.filter((group) => of.has(group) && !of.get(group).has(change.dataset[group]));
      change.hidden = !isFound || failed.length > 0;
      shown += change.hidden ? 0 : 1;
      // A box says how many there would be with it, other filters being what they are.
      if (!isFound || failed.length > 1) continue;
      for (const group of failed.length > 0 ? failed : groups) {
        const box = boxOf.get(group + " " + change.dataset[group]);
        if (box) left.set(box, left.get(box) + 1);
      }
    }
    for (const [box, number] of left) box.parentElement.querySelector(".number").textContent = number;
    for (const { element, number, changes } of sections) {
      const visible = changes.filter((change) => !change.hidden).length;
      element.hidden = visible === 0;
      number.textContent = visible === changes.length ? `(${visible})` : `(${visible} of ${changes.length})`;
    }
    const isFiltered = of.size > 0 || terms.length > 0;
    byId("shown").textContent = isFiltered
      ? `${shown} of ${changes.length} changes`
      : `${changes.length} ${changes.length === 1 ? "change" : "changes"}`;
    byId("none").hidden = shown > 0;
    byId("clear").hidden = !isFiltered;
    if (isFiltered && shown > 0) unfoldSections();
    nameToggle();
  }

  /** Filters that show something in a folded section unfold it, if nothing else is shown. */
  function unfoldSections() {
    for (const { element } of sections) {
      const fold = element.querySelector(".fold");
      if (fold && !element.hidden && sections.every((it) => it.element === element || it.element.hidden)) fold.open = true;
    }
  }

  function clear() {
    for (const box of boxes) box.checked = false;
    text.value = "";
  }

  // The address of the page leads to the filters, `#?kind=removed&text=mail`, or to a change by its id.

  const address = (hash) => history.replaceState(null, "", location.href.split("#")[0] + hash);

  function toAddress() {
    const parameters = new URLSearchParams();
    for (const [name, values] of chosen()) for (const value of values) parameters.append(name, value);
    if (text.value.trim()) parameters.append("text", text.value.trim());
    const filters = parameters.toString();
    address(filters ? "#?" + filters : "");
  }

  function fromAddress() {
    const hash = location.hash.slice(1);
    if (hash.startsWith("?")) {
      const parameters = new URLSearchParams(hash.slice(1));
      for (const box of boxes) box.checked = parameters.getAll(box.name).includes(box.value);
      text.value = parameters.get("text") || "";
      filter();
      return;
    }
    const target = hash && byId(hash);
    if (!target) return;
    if (target.hidden) {
      clear();
      filter();
    }
    if (target.classList.contains("change")) go(target);
  }

  // Changes one by one.

  let current = null;
  const visible = () => changes.filter((change) => !change.hidden);
  /** The change in which the focus is, or was last. */
  const at = () => (document.activeElement && document.activeElement.closest(".change")) || current;

  function go(change) {
    if (current) current.classList.remove("current");
    current = change;
    change.classList.add("current");
    const fold = change.closest(".fold");
    if (fold) fold.open = true;
    change.open = true;
    change.querySelector("summary").focus({ preventScroll: true });
    change.scrollIntoView({ block: "start" });
    address("#" + change.id);
  }

  function step(by) {
    const from = changes.indexOf(at());
    const ahead = by > 0 ? changes.slice(from + 1) : changes.slice(0, from < 0 ? undefined : from).reverse();
    const next = ahead.find((change) => !change.hidden);
    if (next) go(next);
  }

  function toggle() {
    const change = at();
    if (change && !change.hidden) change.open = !change.open;
  }

  const areOpen = () => visible().every((change) => change.open);
  function nameToggle() {
    byId("toggle").textContent = areOpen() ? "Fold all" : "Open all";
  }
  function toggleAll() {
    const open = !areOpen();
    for (const change of visible()) change.open = open;
    for (const fold of document.querySelectorAll(".fold")) fold.open = open;
    byId("toggle").textContent = open ? "Fold all" : "Open all";
  }

  // Keys.

  const keys = {
    j: () => step(1),
    n: () => step(1),
    k: () => step(-1),
    p: () => step(-1),
    o: toggle,
    a: toggleAll,
    x: () => { clear(); filter(); toAddress(); },
    "/": () => text.focus(),
    "?": () => byId("keys").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || byId("keys").open) return;
    if (event.target === text) {
      if (event.key === "Escape") text.blur();
      if (event.key === "Enter") event.preventDefault();
      return;
    }
    if (Object.hasOwn(keys, event.key) && byId("use-keys").checked) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // What the mouse and the keyboard reach alike.

  let waiting = 0;
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { filter(); toAddress(); }, 100);
  });
  filters.addEventListener("change", (event) => {
    if (event.target !== text) { filter(); toAddress(); }
  });
  filters.addEventListener("submit", (event) => event.preventDefault());
  byId("clear").addEventListener("click", () => { clear(); filter(); toAddress(); text.focus(); });
  byId("toggle").addEventListener("click", toggleAll);
  byId("help").addEventListener("click", () => byId("keys").showModal());
  document.addEventListener("toggle", nameLater, true);
  let named = 0;
  function nameLater() {
    cancelAnimationFrame(named);
    named = requestAnimationFrame(nameToggle);
  }
  addEventListener("hashchange", fromAddress);

  // On paper, whatever the filters leave is open.

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(".fold, .change:not([hidden]), .side details")].filter((it) => !it.open);
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });

  root.classList.add("js");
  filters.hidden = false;
  byId("tools").hidden = false;
  const fold = filters.querySelector("details");
  if (fold && matchMedia("(max-width: 63.99rem)").matches) fold.open = false;
  filter();
  fromAddress();
  // The browser goes to the id in the address when all is loaded, and takes the focus away.
  addEventListener("load", () => setTimeout(() => {
    if (!location.hash.startsWith("#?")) fromAddress();
    root.dataset.ready = "";
  }));
})();
