"""The pages that belong to no domain: the start, the settings, the style guide, and the stream of live updates."""

from flask import Blueprint, redirect, request
from werkzeug import Response

from oms import db
from oms.web import navigation, streams
from oms.web.guards import guard, public
from oms.web.pages import page

bp = Blueprint("web", __name__)


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


@bp.get("/live")
@guard("account")
def live() -> Response:
    since = request.headers.get("Last-Event-ID") or request.args.get("since", "")
    return streams.open_stream(request.args.getlist("on"), since)


@bp.get("/alive")
@public("for the load balancer: this process answers")
def alive() -> str:
    return "ok"
