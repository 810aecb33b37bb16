// Where the server has no stream left to give (204), the page asks from time to time instead: the same events that a
// stream would have sent are made here, and whatever listens loads itself anew.
document.addEventListener("htmx:before:response", (event) => {
  const stream = event.target;
  if (stream.id !== "stream" || event.detail.ctx.response.status !== 204 || stream.dataset.polling) return;
  stream.dataset.polling = "true";
  const timer = setInterval(() => {
    if (!stream.isConnected) clearInterval(timer);
    else if (!document.hidden) {
      for (const name of stream.dataset.events.trim().split(" ")) stream.dispatchEvent(new CustomEvent(name, { bubbles: true }));
    }
  }, Number(stream.dataset.poll) * 1000);
});
