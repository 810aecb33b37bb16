// The keyboard: / searches, j and k walk the rows, x selects, Enter opens, g and a letter goes somewhere, ? explains.
// Never while something is being typed, never where switched off (WCAG 2.1.4), and never on what a scanner types: a
// key counts when none follows at once.
const OFF = "oms.shortcuts.off";
const APART_MS = 35;
const GO_MS = 1500;

const isTyping = (element) => element.closest?.("input, textarea, select, [contenteditable], dialog[open]");
const rows = () => [...document.querySelectorAll("tbody tr:has(.row-link), [data-rows] > *:has(.row-link)")];

let goUntil = 0;
let last = 0;
let timer;
let pending = null;

function walk(step) {
  const all = rows();
  const now = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[Math.min(Math.max(now + step, 0), all.length - 1)];
  next?.querySelector(".row-link").focus();
  next?.scrollIntoView({ block: "nearest" });
}

const actions = {
  "/": () => document.querySelector("[data-search]")?.select(),
  "?": () => document.getElementById("shortcuts")?.showModal(),
  g: (pressedAt) => (goUntil = pressedAt + GO_MS),
  j: () => (rows().length ? walk(1) : document.querySelector("a[data-key=j]")?.click()),
  k: () => (rows().length ? walk(-1) : document.querySelector("a[data-key=k]")?.click()),
  x: () => document.activeElement.closest("tr")?.querySelector("input[type=checkbox]")?.click(),
};

function act() {
  pending?.();
  pending = null;
}

const go = (key) => () => document.querySelector(`[data-go="${CSS.escape(key)}"]`)?.click();

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key.length !== 1 || isTyping(event.target) || localStorage.getItem(OFF)) return;
  const now = event.timeStamp;
  const isBurst = now - last < APART_MS;
  last = now;
  clearTimeout(timer);
  if (!isBurst) pending?.(); // of a page too busy to have done it before this key
  pending = null;
  const action = now < goUntil ? go(event.key) : actions[event.key];
  if (!action) return;
  event.preventDefault();
  goUntil = 0;
  if (isBurst) return;
  pending = () => action(now);
  timer = setTimeout(act, APART_MS);
});

const onOff = document.querySelector("[data-shortcuts-switch]");
if (onOff) {
  onOff.checked = !localStorage.getItem(OFF);
  onOff.addEventListener("change", () => (onOff.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
}
