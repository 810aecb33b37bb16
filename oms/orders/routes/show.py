"""One order: what it is, where it is, what was paid, and what happened."""

from typing import Any

from flask import current_app, request, url_for
from flask_babel import gettext as _
from markupsafe import Markup
from sqlalchemy import Row
from werkzeug import Response

from oms.db import transaction
from oms.orders import actions, decisions, details, listing, queries, words
from oms.orders.filters import Filter
from oms.orders.forms import AttachmentForm, NoteForm, assignment_form
from oms.orders.grouping import grouped
from oms.orders.listing import Place
from oms.orders.routes import bp, order_or_404
from oms.orders.words.events import REDUNDANT
from oms.web import guard, page
from oms.web.formats import ago


@bp.get("/orders/<number>")
@guard("orders.view")
def show(number: str) -> Response:
    return shown(order_or_404(number))


@bp.get("/orders/<number>/changes")
@guard("orders.view")
def changes(number: str) -> Response:
    """What has happened since the page was shown; the page itself does not move under anybody's hand."""
    order = order_or_404(number)
    after = request.args.get("after", 0, int)
    news = timeline(queries.events(order.id, order.request_id, after=after))
    return page("orders/_changes.html", order=order, after=after, news=news)


def shown(order: Row[Any], note: NoteForm | None = None, attachment: AttachmentForm | None = None) -> Response:
    """The page of an order, with the note or the file that could not be taken, if any."""
    chosen = Filter.of(request.args)
    with transaction():
        found = _found(order)
        newer, older = listing.neighbors(chosen, Place.of(order))
    return page(
        "orders/show.html",
        "timeline" if note else None,
        order=order,
        status=422 if attachment else None,
        form=note or NoteForm(formdata=None),
        attachment=attachment or AttachmentForm(formdata=None),
        attachments=queries.attachments(order.id),
        next_step=actions.next_step(order, found["parts"]),
        others=actions.others(order, found["parts"]),
        work_href=actions.work_href,
        chosen=chosen,
        newer=newer and url_for("orders.show", number=newer, **chosen.args),
        older=older and url_for("orders.show", number=older, **chosen.args),
        assignment=assignment_form(formdata=None, person=order.assignee_id),
        known_tags=details.tags(),
        fields=details.filled(order.fields),
        shown_field=details.shown,
        has_customer_page="tracking.customer_page" in current_app.view_functions,
        **found,
    )


def _found(order: Row[Any]) -> dict[str, Any]:
    """All that there is to show of an order."""
    events = queries.events(order.id, order.request_id)
    return {
        "parts": grouped(queries.lines(order.id), queries.components(order.id), queries.works(order.request_id)),
        "promises": {made.line_id: words.promised(made, order.method) for made in queries.promised(order.id)},
        "offers": queries.offers(order.id),
        "charges": queries.charges(order.id),
        "taxes": queries.taxes(order.id),
        "payments": queries.payments(order.payable_id),
        "holds": queries.holds(order.id),
        "draft": queries.draft_change(order.id),
        "version_count": queries.version_count(order.id),
        "decisions": [(decision, words.reasons(decision)) for decision in decisions.decisions(order.request_id)],
        "invoices": [
            (event.data["number"], _invoice_href(event)) for event in events if event.type == "invoice.issued"
        ],
        "timeline": timeline(events),
        "last_event": events[0].id if events else 0,
    }


def timeline(events: list[Row[Any]]) -> list[dict[str, Any]]:
    """Events as ui.timeline takes them."""
    return [
        words.told(event)._asdict() | {"at": event.occurred_at, "by": _by(event)}
        for event in events
        if event.type not in REDUNDANT
    ]


def _by(event: Row[Any]) -> Markup:
    """Who did it, and how long ago."""
    kind = event.actor.partition(":")[0]
    nameless = {"system": _("automatic"), "job": _("automatic"), "customer": _("the customer")}
    if kind == "automation":
        return Markup("{} · {}").format(_("automation “%(name)s”", name=event.actor_name), ago(event.occurred_at))
    who = nameless.get(kind) or event.actor_name
    return Markup("{} · {}").format(who, ago(event.occurred_at))


def _invoice_href(event: Row[Any]) -> str | None:
    """Invoices stand above orders; where their pages are there, they are linked."""
    if "invoices.document" not in current_app.view_functions:
        return None
    return url_for("invoices.document", invoice_id=event.data["invoice_id"])
