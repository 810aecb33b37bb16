"""What went wrong, told where the person is: a page, a toast over the one they are on; problem+json for software."""

import logging
import secrets
import traceback
from typing import Any

from flask import (
    Flask,
    current_app,
    g,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from jinja2 import TemplateError
from sqlalchemy import exc
from werkzeug import Response
from werkzeug.exceptions import HTTPException

from oms.db import DomainError
from oms.web import htmx

# What these say names code; what others say may quote a customer.
_ABOUT_CODE = (ArithmeticError, AttributeError, ImportError, NameError, TemplateError, TypeError)

log = logging.getLogger(__name__)


def init_app(app: Flask) -> None:
    app.register_error_handler(DomainError, _on_refusal)
    app.register_error_handler(CSRFError, _on_stale_form)
    app.register_error_handler(HTTPException, _on_http_error)
    app.register_error_handler(exc.DataError, _on_nonsense)
    app.register_error_handler(exc.OperationalError, _on_outage)
    app.register_error_handler(exc.TimeoutError, _on_outage)
    app.register_error_handler(Exception, _on_bug)


def problem(status: int, title: str, **members: Any) -> Response:
    """An error for software (RFC 9457)."""
    response = jsonify({"type": "about:blank", "title": title, "status": status} | members)
    response.status_code = status
    response.mimetype = "application/problem+json"
    return response


def _on_refusal(error: DomainError) -> Response:
    """The database said no. For software with the code and the figures, for people with the sentence."""
    if _asked_by_software():
        return problem(error.status, error.message, code=error.code, detail=error.detail)
    return _tell(error.status, error.message)


def _on_stale_form(_error: CSRFError) -> Response:
    return _tell(400, _("This form is too old. Load the page again and repeat what you did."))


def _on_http_error(error: HTTPException) -> Response:
    status = error.code or 500
    if _asked_by_software():
        response = problem(status, error.name)
    elif status == 401:  # noqa: PLR2004
        return _to_login()
    else:
        response = _tell(status, _explanation(status))
    for name, text in error.get_headers():
        if name not in {"Content-Type", "Content-Length"}:
            response.headers[name] = text
    return response


def _on_outage(error: exc.SQLAlchemyError) -> Response:
    """The database cannot be reached, or is too busy: say so without asking it who is asking."""
    log.error("the database does not answer: %s", str(getattr(error, "orig", error)).partition("\n")[0])
    g._login_user = _nobody()  # noqa: SLF001
    to_software = _asked_by_software()
    response = problem(503, "Service Unavailable") if to_software else _tell(503, _explanation(503))
    response.headers["Retry-After"] = "5"
    return response


def _on_nonsense(_error: exc.DataError) -> Response:
    """No database could hold it: a number with twenty digits, or a text with NUL in it."""
    return problem(400, "Bad Request") if _asked_by_software() else _tell(400, _explanation(400))


def _on_bug(error: Exception) -> Response:
    """The page tells no more than a reference; the log has the rest under the same reference."""
    reference = secrets.token_hex(4)
    log.error("unhandled error, reference %s: %s", reference, _without_values(error))
    g.setdefault("_login_user", _nobody())  # who is asking could be what fails
    if _asked_by_software():
        return problem(500, "Internal Server Error", reference=reference)
    return _tell(500, _("Something went wrong on our side. Reference: %(reference)s", reference=reference))


def _without_values(error: BaseException | None) -> str:
    """What it was and where, and what caused it."""
    chain: list[BaseException] = []
    while error is not None and error not in chain:
        chain.append(error)
        error = error.__cause__ or error.__context__
    return "\nfrom ".join(
        f"{type(one).__name__}{f': {one}' if isinstance(one, _ABOUT_CODE) else ''}\n"
        + "".join(traceback.format_tb(one.__traceback__)).rstrip()
        for one in chain
    )


def _nobody() -> Any:
    return current_app.login_manager.anonymous_user()  # type: ignore[attr-defined]


def _tell(status: int, message: str) -> Response:
    if htmx.asked().wants_part:
        response = make_response("", status)
        return htmx.tell(response, reswap="none", trigger={"toast": {"message": message, "tone": "bad", "undo": ""}})
    return make_response(render_template("errors/error.html", status=status, message=message), status)


def _to_login() -> Response:
    """After logging in people come back to where they wanted to go, if that was a page."""
    wanted = request.full_path.rstrip("?") if request.method == "GET" and not htmx.asked() else ""
    session.pop("_flashes", None)
    url = url_for("auth.login", next=wanted or None)
    if htmx.asked():
        return htmx.tell(make_response("", 401), redirect=url)
    return redirect(url, 303)


def _asked_by_software() -> bool:
    return request.path.startswith("/api/")


def _explanation(status: int) -> str:
    return {
        400: _("The request could not be understood."),
        403: _("You are not allowed to do this."),
        404: _("There is nothing here. It may have been moved, or it is not yours to see."),
        405: _("This address does not work that way."),
        409: _("Somebody changed this in the meantime. Load the page again."),
        413: _("That is too large to send."),
        415: _("That kind of file is not accepted."),
        422: _("Something in the form is not right."),
        429: _("Too many attempts. Wait a little and try again."),
        503: _("This is not available right now. Try again in a moment."),
    }.get(status, _("Something went wrong."))
