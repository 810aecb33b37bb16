"""No other site may make a person's browser act here: two independent checks on every unsafe request."""

from urllib.parse import urlsplit

from flask import Flask, abort, request
from flask_wtf.csrf import CSRFProtect

from oms.web.guards import current_guard

SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}

_protect = CSRFProtect()


def init_app(app: Flask) -> None:
    app.config["WTF_CSRF_CHECK_DEFAULT"] = False
    app.config["WTF_CSRF_TIME_LIMIT"] = None  # as long as the session
    app.config["WTF_CSRF_SSL_STRICT"] = (
        False  # checks the referrer, which our pages do not send; the origin is checked below
    )
    app.config["WTF_CSRF_HEADERS"] = ["X-CSRFToken"]
    _protect.init_app(app)


def enforce() -> None:
    """Refuse what another site sent, and what carries no token of this session."""
    rule = current_guard()
    if request.method in SAFE_METHODS or rule is None or not rule.csrf:
        return
    if not _sent_from_here():
        abort(403)
    _protect.protect()


def _sent_from_here() -> bool:
    """Browsers say where a request comes from; what says nothing is no browser and carries no cookies."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host
