"""How a route answers: with a page, with a part of it, or with "done"."""

from typing import Any

from flask import flash, make_response, redirect, render_template
from jinja2_fragments.flask import render_block
from werkzeug import Response

from oms.web import htmx


def page(template: str, block: str | None = None, *, status: int | None = None, **context: Any) -> Response:
    """The page; or only its `block`, where htmx is going to replace just that. A form with mistakes answers 422."""
    in_part = block if htmx.asked().wants_part else None
    html = render_block(template, in_part, **context) if in_part else render_template(template, **context)
    response = make_response(html, status or _status_of(context.get("form")))
    response.vary.update(["HX-Request", "HX-Request-Type"])
    return response


def done(
    url: str,
    message: str = "",
    *,
    template: str | None = None,
    block: str | None = None,
    undo: str | None = None,
    **context: Any,
) -> Response:
    """It worked. On to `url`; or, for htmx and where a template is given, that in place of what was there.

    `undo` is the address that takes it back; it is offered for ten seconds.
    """
    toast = {"message": message, "undo": undo or "", "tone": "good"}
    if template and htmx.asked().wants_part:
        response = page(template, block, status=200, **context)
        return htmx.tell(response, trigger={"toast": toast}) if message else response
    if message:
        flash(toast)  # type: ignore[arg-type]  # anything that is JSON
    if htmx.asked():
        return htmx.tell(make_response("", 200), redirect=url)
    return redirect(url, 303)


def _status_of(form: Any) -> int:
    return 422 if form is not None and form.errors else 200
