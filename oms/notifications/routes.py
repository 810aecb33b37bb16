"""The mailbox page: what customers were told. In the demo mails end here instead of leaving."""

from typing import Any

from babel import Locale, UnknownLocaleError
from flask import Blueprint, abort, current_app, make_response, request, url_for
from sqlalchemy import Row
from werkzeug import Response

from oms.notifications import mailbox, queries
from oms.web import guard, page
from oms.web.context import get_locale
from oms.web.headers import CONTENT_SECURITY_POLICY

bp = Blueprint("notifications", __name__)

# A mail is shown in a frame of its own: its styles work there, and nothing else does.
_FRAME_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"


@bp.get("/mailbox")
@guard("mailbox.view")
def index() -> Response:
    words = request.args.get("q", "")
    before = request.args.get("before", type=int)
    found = mailbox.page(words, before)
    shown = found[: mailbox.PAGE]
    return page(
        "notifications/index.html",
        "message_list",
        words=words,
        messages=shown,
        leaves=bool(current_app.config["SETTINGS"].smtp_url),
        newest=url_for("notifications.index", q=words or None) if before else None,
        older=url_for("notifications.index", q=words or None, before=shown[-1].id) if len(found) > len(shown) else None,
    )


@bp.get("/mailbox/<int:message_id>")
@guard("mailbox.view")
def message(message_id: int) -> Response:
    found = _message_or_404(message_id)
    text, _html = mailbox.bodies(found, current_app.config["SETTINGS"].secret_key)
    response = page("notifications/show.html", message=found, text=text)
    response.headers["Content-Security-Policy"] = f"{CONTENT_SECURITY_POLICY}; frame-src 'self'"
    return response


@bp.get("/mailbox/<int:message_id>/html")
@guard("mailbox.view")
def message_html(message_id: int) -> Response:
    """The mail itself, for the frame."""
    _text, html = mailbox.bodies(_message_or_404(message_id), current_app.config["SETTINGS"].secret_key)
    response = make_response(html)
    response.headers["Content-Security-Policy"] = _FRAME_POLICY
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


@bp.context_processor
def _words() -> dict[str, Any]:
    return {"language_name": language_name}


def language_name(code: str) -> str:
    """A language as the reader calls it; what is none stays as it is."""
    try:
        return str(Locale.parse(code).get_display_name(get_locale()))
    except (ValueError, UnknownLocaleError):
        return code


def _message_or_404(message_id: int) -> Row[Any]:
    found = queries.message(message_id)
    if found is None:
        abort(404)
    return found
