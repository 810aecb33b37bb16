// The chosen theme shows at once; the server remembers it.
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-theme-form]")) return;
  event.preventDefault(); // before forms.js, which then lets the button be
  const { action } = event.target;
  const body = new FormData(event.target, event.submitter);
  const theme = body.get("theme");
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const button of document.querySelectorAll("[data-theme-form] [name=theme]")) {
    if (button.value === theme) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  fetch(action, { method: "POST", body, redirect: "manual", keepalive: true }).catch(() => {});
});
