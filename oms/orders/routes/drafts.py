"""Orders that people have begun to take: the list of them, and giving one up. They are written in the phone-order form."""

from typing import Any

from flask import abort, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import call
from oms.orders import drafts
from oms.orders.routes import bp
from oms.web import done, guard, page


@bp.get("/orders/drafts")
@guard("orders.edit")
def drafts_index() -> Response:
    return page("orders/drafts/index.html", drafts=drafts.every())


@bp.post("/orders/drafts/<int:draft_id>/hold")
@guard("orders.edit")
def draft_hold(draft_id: int) -> Response:
    """Whoever works on a draft has its stock for another day."""
    call("orders.keep_draft", p_draft_id=draft_id, p_version=_version())
    return done(
        url_for("channels.phone_order_new", draft=draft_id),
        template="orders/drafts/_held.html",
        draft=drafts.draft(draft_id) or abort(404),
    )


@bp.post("/orders/drafts/<int:draft_id>/disposal")
@guard("orders.edit")
def draft_discard(draft_id: int) -> Response:
    call("orders.discard_draft", p_draft_id=draft_id, p_version=_version())
    undo = url_for("orders.draft_restore", draft_id=draft_id)
    return done(url_for("orders.drafts_index"), _("Discarded; its stock is available again."), undo=undo)


@bp.post("/orders/drafts/<int:draft_id>/restoration")
@guard("orders.edit")
def draft_restore(draft_id: int) -> Response:
    call("orders.restore_draft", p_draft_id=draft_id)
    return done(url_for("orders.drafts_index"), _("The draft is there again."))


def _version() -> Any:
    return request.form.get("version", 0, int)
