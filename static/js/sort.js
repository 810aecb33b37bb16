// A list with data-sortable is put in order by dragging its items at their [data-grip], or with the arrow keys while a grip
// has the focus. What the order then means is the server's: the form's [data-order] button is sent with "to<place>-<key>",
// as the buttons for earlier and later are, and the answer is the form. Without this the grips stay hidden.
let dragged; // the item, and how the list stood before
let movedTo;

const placeOf = (item) => [...item.parentElement.children].indexOf(item);

function move(item, to) {
  const form = item.closest("form");
  const order = form.querySelector("[data-order]");
  order.value = `to${to}-${item.dataset.key}`;
  movedTo = to;
  form.requestSubmit(order);
}

function drop() {
  const { item, before } = dragged;
  item.classList.remove("is-dragged");
  dragged = undefined;
  if (before.indexOf(item) !== placeOf(item)) move(item, placeOf(item));
}

function putBack() {
  const { item, before } = dragged;
  item.classList.remove("is-dragged");
  item.parentElement.append(...before);
  dragged = undefined;
}

document.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest("[data-grip]");
  if (!grip || event.button !== 0) return;
  const item = grip.closest("[data-key]");
  grip.setPointerCapture(event.pointerId);
  item.classList.add("is-dragged");
  dragged = { item, before: [...item.parentElement.children] };
});

// The others make way: the item itself stays where it is, or its grip would lose the pointer.
document.addEventListener("pointermove", (event) => {
  if (!dragged) return;
  const { item } = dragged;
  const middleOf = (other) => other.getBoundingClientRect().top + other.offsetHeight / 2;
  const { previousElementSibling: previous, nextElementSibling: next } = item;
  if (previous && event.clientY < middleOf(previous)) item.after(previous);
  else if (next && event.clientY > middleOf(next)) item.before(next);
  else return;
  item.scrollIntoView({ block: "nearest" });
});

document.addEventListener("pointerup", () => dragged && drop());
document.addEventListener("pointercancel", () => dragged && putBack());

document.addEventListener("keydown", (event) => {
  if (dragged && event.key === "Escape") {
    putBack();
    return;
  }
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const item = event.target.closest("[data-grip]")?.closest("[data-key]");
  if (!step || !item) return;
  event.preventDefault();
  const to = placeOf(item) + step;
  if (to >= 0 && to < item.parentElement.children.length) move(item, to);
});

function show() {
  for (const list of document.querySelectorAll("[data-sortable]")) {
    const grips = [...list.querySelectorAll("[data-grip]")];
    for (const grip of grips) grip.hidden = grips.length < 2;
    if (movedTo !== undefined) grips[movedTo]?.focus();
  }
  movedTo = undefined;
}

document.addEventListener("htmx:after:swap", show);
show();
