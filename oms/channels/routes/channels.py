"""Channels: the list, one with what came in lately, its settings and its webhook."""

import secrets
from collections import defaultdict
from typing import Any

from flask import abort, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.channels import queries
from oms.channels.forms import KINDS, ChannelForm, NewChannelForm
from oms.channels.routes.blueprint import bp
from oms.channels.shopify import webhooks
from oms.db import DomainError, call
from oms.db.errors import REFUSALS
from oms.routing import queries as routing
from oms.web import done, guard, page

SECRET_BYTES = 32


@bp.get("/channels")
@guard("channels.view")
def index() -> Response:
    return page("channels/index.html", channels=queries.channels(), kinds=KINDS, waiting=queries.waiting())


@bp.route("/channels/new", methods=["GET", "POST"])
@guard("settings.manage")
def channel_create() -> Response:
    form = NewChannelForm(queries.source_choices(), kind=request.args.get("kind", "shopify"))
    if form.sent_well():
        secret = _new_secret() if form.kind.data == webhooks.KIND else None
        try:
            call("channels.save_channel", p_channel={**form.channel(), "secret": secret})
        except DomainError as error:
            form.refuse(error)
        else:
            return _shown(form.code.data, secret=secret)
    return page("channels/edit.html", form=form, channel=None)


@bp.get("/channels/<code>")
@guard("channels.view")
def channel_show(code: str) -> Response:
    return _shown(code)


@bp.route("/channels/<code>/settings", methods=["GET", "POST"])
@guard("settings.manage")
def channel_edit(code: str) -> Response:
    channel = _channel_or_404(code)
    form = ChannelForm(queries.source_choices(), obj=channel)
    if form.sent_well():
        try:
            call("channels.save_channel", p_channel={**form.channel(), "code": code})
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("channels.channel_show", code=code), _("Saved."))
    return page("channels/edit.html", form=form, channel=channel)


@bp.post("/channels/<code>/secret")
@guard("settings.manage")
def secret_create(code: str) -> Response:
    """A new secret, shown this once; the one before is no longer good."""
    secret = _new_secret()
    call("channels.set_secret", p_channel=code, p_secret=secret)
    return _shown(code, secret=secret)


@bp.post("/channels/<code>/test-events")
@guard("channels.manage")
def test_event_create(code: str) -> Response:
    """Signed and taken in as a real one would be."""
    _channel_or_404(code)
    try:
        webhooks.send_test(code)
    except webhooks.Refused:
        return done(
            url_for("channels.channel_show", code=code),
            _("This channel takes no webhooks: it has no secret, or is switched off."),
        )
    return done(url_for("channels.channel_show", code=code), _("The test event has arrived."))


@bp.post("/channels/<code>/deliveries/<int:delivery_id>/attempts")
@guard("channels.manage")
def delivery_attempt_create(code: str, delivery_id: int) -> Response:
    call("channels.retry_delivery", p_id=delivery_id)
    return done(url_for("channels.channel_show", code=code), _("It is tried again."))


def _shown(code: str, secret: str | None = None) -> Response:
    channel = _channel_or_404(code)
    takes_webhooks = channel.kind == webhooks.KIND
    return page(
        "channels/show.html",
        "incoming",
        channel=channel,
        kinds=KINDS,
        secret=secret,
        address=url_for("channels.shopify_webhook", channel=code, _external=True) if takes_webhooks else None,
        deliveries=queries.deliveries(channel.id) if takes_webhooks else [],
        orders=queries.last_orders(code),
        profiles=" · ".join(dict.fromkeys(routing.deciding(code))),
        source_names=", ".join(queries.location_names(channel.source_location_ids or [])),
        refusal=_refusal,
    )


def _refusal(code: str) -> str:
    """Why a delivery was refused, as far as its code tells."""
    return _(REFUSALS[code].message) % defaultdict(lambda: "…") if code in REFUSALS else ""


def _new_secret() -> str:
    return secrets.token_hex(SECRET_BYTES)


def _channel_or_404(code: str) -> Any:
    return queries.channel_by_code(code) or abort(404)
