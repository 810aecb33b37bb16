"""What all routes share: pages and fragments, guards, forms, formats, errors, and live updates.

    @bp.post("/orders/<number>/hold")
    @guard("orders.edit")
    def hold_create(number): ...            guards.py: the app refuses to start with a route that has none
        form = HoldForm()                   forms.py: parse and check; mistakes stand beside their fields
        call("orders.hold", ...)            a DomainError becomes a toast, a message, or problem+json (errors.py)
        return done(url_for(...), _("..."), undo=...)       pages.py: redirect with a toast, or a fragment
        return page("orders/show.html", "order_head", ...)  pages.py: the whole page, or only the block htmx wants

Templates find macros under `ui` (templates/ui/), and `money`, `quantity`, `when`, `day`, `ago`, `can`, `me`, `asset`.
Knows no domain; who is asking comes from Flask-Login, whose user auth provides.
"""

from flask import Flask

from oms.web import (
    addresses,
    assets,
    codes,
    context,
    csrf,
    documents,
    errors,
    formats,
    guards,
    headers,
    htmx,
    macros,
    navigation,
    proxies,
    routes,
    shop,
    streams,
)
from oms.web.blueprint import bp
from oms.web.context import CUSTOMER_LANGUAGES, STAFF_LANGUAGES, speak
from oms.web.errors import problem
from oms.web.forms import Form
from oms.web.guards import guard, public, require_guards, token_guard
from oms.web.pages import done, page

__all__ = [
    "CUSTOMER_LANGUAGES",
    "STAFF_LANGUAGES",
    "Form",
    "done",
    "guard",
    "page",
    "problem",
    "public",
    "require_guards",
    "routes",
    "shop",
    "speak",
    "token_guard",
]


def init_app(app: Flask) -> None:
    """Make an app one of ours. The order matters: who, then from where, then what they may see."""
    for part in (
        proxies,
        addresses,
        macros,
        htmx,
        context,
        csrf,
        headers,
        errors,
        formats,
        documents,
        assets,
        navigation,
        codes,
        streams,
    ):
        part.init_app(app)
    app.before_request(guards.enforce)
    app.before_request(csrf.enforce)
    app.before_request(context.begin_scope)
    app.register_blueprint(bp)
