// The server says that a search field has found what it was for (HX-Trigger: {"clear": "#id"}): it is ready for the next.
document.addEventListener("clear", (event) => {
  const field = document.querySelector(event.detail.value ?? event.detail);
  if (!field) return;
  field.value = "";
  field.focus();
});
