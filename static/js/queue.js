// Of a form with data-queued every answer is the form itself, with hx-sync="queue all" on all that asks for one. What is
// asked while an answer is on its way waits for it, and must not undo it: it is sent with the form as it is when its
// turn comes, but with what was searched for or scanned when it was asked.
document.addEventListener("htmx:before:request", (event) => {
  const { request } = event.detail.ctx;
  const form = request.form;
  if (!form?.matches("[data-queued]")) return;
  const now = new URLSearchParams(new FormData(form));
  for (const { name } of form.querySelectorAll("[type=search], [data-scan-code]")) now.set(name, request.body.get(name));
  if (request.submitter?.name) now.set(request.submitter.name, request.submitter.value);
  request.body = now;
});
