// Many rows at once: shift-click selects a range, the bar with the actions appears with the first selection and counts.
// Markup: a form with data-selection, checkboxes name="id", [data-selection-bar] hidden, [data-selection-count].
let lastClicked;

function refresh(form) {
  const boxes = [...form.querySelectorAll('tbody input[type=checkbox][name="id"]')];
  const chosen = boxes.filter((box) => box.checked);
  for (const box of boxes) box.closest("tr")?.setAttribute("aria-selected", box.checked);
  for (const bar of form.querySelectorAll("[data-selection-bar]")) bar.hidden = !chosen.length;
  for (const count of form.querySelectorAll("[data-selection-count]")) count.textContent = chosen.length;
  const all = form.querySelector("[data-select-page]");
  if (all) {
    all.checked = chosen.length > 0 && chosen.length === boxes.length;
    all.indeterminate = chosen.length > 0 && chosen.length < boxes.length;
  }
}

document.addEventListener("click", (event) => {
  const box = event.target;
  const form = box.closest?.("[data-selection]");
  if (!form || box.type !== "checkbox") return;
  const boxes = [...form.querySelectorAll('tbody input[type=checkbox][name="id"]')];
  if (box.matches("[data-select-page]")) {
    for (const other of boxes) other.checked = box.checked;
  } else if (event.shiftKey && boxes.includes(lastClicked)) {
    const [from, to] = [boxes.indexOf(lastClicked), boxes.indexOf(box)].sort((a, b) => a - b);
    for (const other of boxes.slice(from, to + 1)) other.checked = box.checked;
  }
  lastClicked = box;
  refresh(form);
});

document.addEventListener("htmx:after:swap", () => {
  for (const form of document.querySelectorAll("[data-selection]")) refresh(form);
});
