"""Beginning and ending a session: the row in PostgreSQL and the cookie in the browser."""

from flask import current_app, request, session
from flask_login import current_user
from werkzeug import Response

from oms.auth.secrets import hash_of, new_token
from oms.db import call

SHIFT = 12 * 60 * 60  # seconds; the row ends earlier when nobody is there


def cookie_name() -> str:
    """Browsers take a `__Host-` cookie only where it is secure and for this host alone."""
    return "__Host-sid" if current_app.config["SESSION_COOKIE_SECURE"] else "sid"


def begin(response: Response, person_id: int) -> Response:
    """Log a person in: always a new token, never one the browser had before."""
    leave_old()
    token = new_token()
    call(
        "auth.start_session",
        p_person_id=person_id,
        p_token_hash=hash_of(token),
        p_address=request.remote_addr or "",
        p_user_agent=request.user_agent.string,
    )
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    response.set_cookie(cookie_name(), token, max_age=SHIFT, secure=secure, httponly=True, samesite="Lax")
    return response


def end(response: Response) -> Response:
    """Log out: the row ends, and the browser forgets what it kept."""
    leave_old()
    response.delete_cookie(
        cookie_name(), secure=current_app.config["SESSION_COOKIE_SECURE"], httponly=True, samesite="Lax"
    )
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def leave_old() -> None:
    """Nothing of an earlier session stays, nor does its CSRF token."""
    session.clear()
    if current_user.is_authenticated:
        call("auth.end_session", p_person_id=current_user.id, p_token_hash=current_user.session_hash)


def browser_name(user_agent: str) -> str:
    """Short enough for a person to recognize, such as `Firefox, Windows`; user agents say much and mean little."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    return ", ".join(filter(None, (browser, system))) or user_agent[:40] or "?"


# The first that fits counts: browsers name themselves after each other.
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)
