"""The pages that belong to no domain: the start, the settings, the style guide, and the stream of live updates."""

from flask import redirect, request
from werkzeug import Response

from oms import db
from oms.web import health, navigation, streams
from oms.web.blueprint import bp
from oms.web.context import language_links, speak
from oms.web.guards import guard, public
from oms.web.pages import page


@bp.get("/")
@guard("account")
def home() -> Response:
    return redirect(navigation.home())


@bp.get("/settings")
@guard("settings.manage")
def settings() -> Response:
    return page("web/settings.html")


@bp.get("/styleguide")
@guard("settings.manage")
def styleguide() -> Response:
    return page("web/styleguide.html", now=db.now())


@bp.get("/styleguide/tablet")
@guard("settings.manage")
def styleguide_tablet() -> Response:
    return page("web/styleguide_tablet.html")


@bp.get("/styleguide/customer")
@guard("settings.manage")
def styleguide_customer() -> Response:
    speak(request.args.get("lang", "en"))
    return page("web/styleguide_customer.html", now=db.now(), languages=language_links())


@bp.get("/live")
@guard("account")
def live() -> Response:
    since = request.headers.get("Last-Event-ID") or request.args.get("since", "")
    return streams.open_stream(request.args.getlist("on"), since)


@bp.get("/healthz")
@public("for load balancers, which have no account")
def healthz() -> tuple[dict[str, str], int]:
    return health.report()
