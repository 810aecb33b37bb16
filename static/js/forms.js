// A form is sent once: its button waits until the answer is there. The server's own idempotency does not rely on this.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.defaultPrevented || !button || event.target.method === "dialog") return;
  if (button.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    return;
  }
  // After this turn of the event loop, or the button's own value would not be sent.
  setTimeout(() => button.setAttribute("aria-busy", "true"));
});

// Coming back with the browser's Back button finds the page as it was left: let its buttons go.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const button of document.querySelectorAll('[aria-busy="true"]')) button.removeAttribute("aria-busy");
});

// Minus and plus around a number
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-stepper] button");
  if (!button) return;
  const input = button.parentElement.querySelector("input");
  if (button.nextElementSibling) input.stepDown();
  else input.stepUp();
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
