"""Who may use a route. Every route carries exactly one guard; the app refuses to start when one has none."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from flask import Flask, abort, current_app, request
from flask_login import current_user

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Guard:
    """`need` is a permission, an API scope, or the reason why everybody may."""

    kind: Literal["person", "token", "public"]
    need: str
    csrf: bool = True


def guard(permission: str) -> Callable[[View], View]:
    """People who are logged in and have this permission."""
    return _mark(Guard("person", permission))


def public(why: str, *, csrf: bool = True) -> Callable[[View], View]:
    """Everybody. Without CSRF protection only where the sender proves itself otherwise, as a webhook does."""
    return _mark(Guard("public", why, csrf))


def token_guard(scope: str) -> Callable[[View], View]:
    """Software with a bearer token of this scope. Cookies count for nothing here, so there is nothing to forge."""
    return _mark(Guard("token", scope, csrf=False))


def current_guard() -> Guard | None:
    """The guard of the route that answers the current request; None where no route does."""
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, "guard", None)


def enforce() -> None:
    """Turn away whoever the route is not for: 401 the unknown, 403 those without the permission."""
    rule = current_guard()
    if rule is None or rule.kind == "public":
        return
    if not current_user.is_authenticated:
        abort(401)
    if not current_user.can(rule.need):
        abort(403)


def require_guards(app: Flask) -> None:
    """Refuse to start with a route that nobody thought about."""
    unguarded = sorted(name for name, view in app.view_functions.items() if not hasattr(view, "guard"))
    if unguarded:
        message = f"These routes have no guard: {', '.join(unguarded)}. Give each @guard, @public or @token_guard."
        raise RuntimeError(message)


def _mark(rule: Guard) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        if hasattr(view, "guard"):
            message = f"{view.__name__} has two guards"
            raise TypeError(message)
        view.guard = rule  # type: ignore[attr-defined]
        return view

    return decorate
