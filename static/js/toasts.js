// Toasts: those the page came with, and those that answers announce with HX-Trigger: {"toast": {message, tone, undo}}.
const LASTS = { plain: 5000, undo: 10000 };

const shelf = document.getElementById("toasts");

function keep(toast) {
  const canUndo = !toast.querySelector("form").hidden;
  let timer;
  const start = () => (timer = setTimeout(() => toast.remove(), canUndo ? LASTS.undo : LASTS.plain));
  const stop = () => clearTimeout(timer);
  toast.addEventListener("pointerenter", stop);
  toast.addEventListener("focusin", stop);
  toast.addEventListener("pointerleave", start);
  toast.addEventListener("focusout", start);
  // What went wrong stays until it has been read.
  if (!toast.classList.contains("bad")) start();
}

export function show({ message, tone = "good", undo = "" }) {
  const toast = document.getElementById("toast-template").content.firstElementChild.cloneNode(true);
  toast.querySelector(".toast-text").textContent = message;
  if (tone !== "good") {
    toast.classList.replace("good", tone);
    const use = toast.querySelector(".icon use");
    use.setAttribute("href", use.getAttribute("href").replace(/#.*/, "#alert"));
  }
  const form = toast.querySelector("form");
  form.hidden = !undo;
  if (undo) form.action = undo;
  shelf.append(toast);
  keep(toast);
}

for (const toast of shelf?.querySelectorAll("[data-toast]") ?? []) keep(toast);

document.addEventListener("toast", (event) => show(event.detail));
document.addEventListener("click", (event) => {
  event.target.closest("[data-dismiss]")?.closest("[data-toast]").remove();
  // For the style guide: a button that makes a toast without asking the server.
  const sample = event.target.closest("[data-toasts]")?.dataset;
  if (sample) show({ message: sample.toasts, tone: sample.tone, undo: sample.undo });
});

// The server answered with an error page, or did not answer at all.
const unreachable = () => show({ message: shelf.dataset.unreachable, tone: "bad" });
document.addEventListener("htmx:error", unreachable);
document.addEventListener("htmx:response:error", (event) => {
  if (event.detail.ctx.response.status >= 500 && !event.detail.ctx.hx?.trigger) unreachable();
});
