"""The customer's pages behind their link, and how staff come to them."""

from typing import Any

from flask import Blueprint, abort, current_app, g, redirect, request, url_for
from flask_babel import get_timezone
from flask_babel import gettext as _
from sqlalchemy import Row
from werkzeug import Response

from oms import db
from oms.customers.addresses import address_lines
from oms.db import Actor, DomainError, call
from oms.fulfillment import carriers
from oms.invoices import pdf
from oms.pickup import codes
from oms.tracking import links, queries, story
from oms.tracking.limits import Limit
from oms.tracking.story import Facts
from oms.web import done, guard, page, public, speak
from oms.web.context import get_locale, language_links, now, shop
from oms.web.documents import Voice

bp = Blueprint("tracking", __name__)

HEADERS = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow, noarchive"}
_BY_LINK = "the link is the proof"

_views = Limit(60)  # of one order, each minute
_guesses = Limit(30)  # of links that lead nowhere, from one address, each minute


@bp.after_request
def _add_headers(response: Response) -> Response:
    response.headers.update(HEADERS)
    return response


@bp.get("/t/<token>")
@public(_BY_LINK)
def show(token: str) -> Response:
    return _page(token, _order_of(token))


@bp.get("/t/<token>/invoices/<int:invoice_id>.pdf")
@public(_BY_LINK)
def invoice(token: str, invoice_id: int) -> Response:
    order = _order_of(token)
    if queries.invoice_of(order.id, invoice_id) is None:
        abort(_nothing_here())
    found = pdf.document_of(invoice_id)
    return pdf.answer(found) if found else _nothing_here()


@bp.get("/t/<token>/cancellation")
@public(_BY_LINK)
def cancellation(token: str) -> Response:
    """Ask once more."""
    order = _order_of(token)
    if not order.may_cancel:
        return _back(token)
    return page("tracking/cancellation.html", languages=language_links(), order=order, token=token)


@bp.post("/t/<token>/cancellation")
@public(_BY_LINK)
def cancellation_create(token: str) -> Response:
    order = _order_of(token)
    try:
        call("tracking.cancel", p_order_id=order.id)
    except DomainError:
        notice = _("Your order is already being prepared, so it can no longer be canceled here. Write to us instead.")
        return _page(token, order, notice=notice, status=409)
    return _back(token)


@bp.post("/t/<token>/questions/<int:question_id>")
@public(_BY_LINK)
def answer(token: str, question_id: int) -> Response:
    """Whether something else will do."""
    order = _order_of(token)
    says_yes = request.form.get("answer") == "yes"
    try:
        call("orders.answer_question", p_order_id=order.id, p_question_id=question_id, p_accepts=says_yes)
    except DomainError:
        notice = _("You have answered already, or we can't send that any more. This is how your order stands now.")
        return _page(token, queries.order(order.id), notice=notice, status=409)
    return _back(token)


@bp.post("/orders/<int:order_id>/customer-link")
@guard("orders.view")
def customer_link_create(order_id: int) -> Response:
    """Staff look at the page of an order's customer."""
    return customer_page(order_id)


@bp.get("/orders/<int:order_id>/customer-page")
@guard("orders.view")
def customer_page(order_id: int) -> Response:
    token = links.token_for(order_id, current_app.config["SECRET_KEY"])
    return redirect(url_for("tracking.show", token=token), 303)


@bp.post("/orders/<int:order_id>/customer-link/revocation")
@guard("orders.edit")
def customer_link_revoke(order_id: int) -> Response:
    """The link has come into the wrong hands."""
    call("tracking.revoke_link", p_order_id=order_id)
    return done(
        url_for("orders.show", number=queries.number(order_id)),
        _("The link no longer works. The next e-mail has a new one."),
    )


def _order_of(token: str) -> Row[Any]:
    """The order behind the link, for whose customer the rest of the request is done; else the same answer to all guesses."""
    order_id = links.order_of(token)
    if order_id is None:
        abort(_nothing_here() if _guesses.allows(request.remote_addr or "") else _too_often())
    if not _views.allows(str(order_id)):
        abort(_too_often())
    g.scope.enter_context(db.acting_as(Actor("customer")))
    order = queries.order(order_id)
    speak(order.language, order.store["time_zone"] if order.store else shop().time_zone)
    return order


def _page(token: str, order: Row[Any], notice: str = "", status: int | None = None) -> Response:
    voice = Voice(str(get_locale()), str(get_timezone()))
    facts = Facts(
        order=order,
        works=queries.works(order.request_id),
        parcels=queries.parcels(order.request_id),
        pickups=queries.pickups(order.request_id),
        now=now(),
    )
    return page(
        "tracking/show.html",
        status=status,
        languages=language_links(),
        token=token,
        order=order,
        facts=facts,
        story=story.tell(facts, voice),
        steps=story.steps(facts, voice),
        items={work.id: work.items or [] for work in facts.works},
        parcel_events=queries.parcel_events(order.request_id),
        waiting=_waiting(facts, voice),
        questions=queries.questions(order.id),
        store_lines=_store_lines(order, voice),
        lines=queries.lines(order.id),
        invoices=queries.invoices(order.id),
        carrier_name=carriers.name_of,
        parcel_words=story.PARCEL,
        trouble=story.TROUBLE,
        voice=voice,
        notice=notice,
    )


def _waiting(facts: Facts, voice: Voice) -> list[dict[str, str]]:
    """Pickups that are ready, each with the code that proves its collector."""
    secret_key = current_app.config["SECRET_KEY"]
    found = []
    for pickup in facts.ready:
        last = story.until(facts, pickup)
        code = codes.code_of(secret_key, pickup.nonce)
        found.append({"code": code, "qr": codes.qr_text(code), "day": voice.weekday(last), "time": voice.time(last)})
    return found


def _store_lines(order: Row[Any], voice: Voice) -> list[str]:
    return address_lines({**order.store, "name": ""}, shop().country_code, voice.locale) if order.store else []


def _back(token: str) -> Response:
    return redirect(url_for("tracking.show", token=token, lang=request.args.get("lang")), 303)


def _nothing_here() -> Response:
    speak("")
    return page("tracking/nothing.html", status=404, languages=language_links())


def _too_often() -> Response:
    speak("")
    return page("tracking/too_often.html", status=429, languages=language_links())
