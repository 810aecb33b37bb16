// After htmx has replaced a region: to the first mistake, if there is one; and never is the focus lost to the body.
document.addEventListener("htmx:after:swap", (event) => {
  const region = event.detail.ctx?.target;
  if (!(region instanceof Element)) return;
  const here = region.isConnected ? region : document.getElementById(region.id);
  const mistake = here?.querySelector('[aria-invalid="true"]');
  if (mistake) {
    mistake.focus();
  } else if (document.activeElement === document.body && here && event.detail.ctx.swap !== "none") {
    here.tabIndex = -1;
    here.focus({ preventScroll: true });
  }
});

// The same for a page that came back with mistakes.
document.querySelector('[aria-invalid="true"]')?.focus();
