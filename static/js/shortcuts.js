// The keyboard: / searches, j and k walk the rows, x selects, Enter opens, g and a letter goes somewhere, ? explains.
// Never while something is being typed, and never where switched off (WCAG 2.1.4).
const OFF = "oms.shortcuts.off";
const isTyping = (element) => element.closest?.("input, textarea, select, [contenteditable], dialog[open]");

let wantsPlace = false;

const rows = () => [...document.querySelectorAll("tbody tr:has(.row-link), [data-rows] > *:has(.row-link)")];

function walk(step) {
  const all = rows();
  const now = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[Math.min(Math.max(now + step, 0), all.length - 1)];
  next?.querySelector(".row-link").focus();
  next?.scrollIntoView({ block: "nearest" });
}

const actions = {
  "/": () => document.querySelector("[data-search]")?.select(),
  j: () => (rows().length ? walk(1) : document.querySelector("a[data-key=j]")?.click()),
  k: () => (rows().length ? walk(-1) : document.querySelector("a[data-key=k]")?.click()),
  x: () => document.activeElement.closest("tr")?.querySelector("input[type=checkbox]")?.click(),
  "?": () => document.getElementById("shortcuts")?.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event.target) || localStorage.getItem(OFF)) return;
  if (wantsPlace) {
    wantsPlace = false;
    document.querySelector(`[data-go="${CSS.escape(event.key)}"]`)?.click();
  } else if (event.key === "g") {
    wantsPlace = true;
    setTimeout(() => (wantsPlace = false), 1500);
    return;
  } else if (actions[event.key]) {
    actions[event.key]();
  } else {
    return;
  }
  event.preventDefault();
});

const onOff = document.querySelector("[data-shortcuts-switch]");
if (onOff) {
  onOff.checked = !localStorage.getItem(OFF);
  onOff.addEventListener("change", () => (onOff.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
}
