"""Keys for other software: made here, shown once, revoked at once."""

from datetime import timedelta

from flask import url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug import Response

from oms import db
from oms.auth import queries
from oms.auth.forms import TokenForm
from oms.auth.permissions import SCOPES
from oms.auth.routes.blueprint import bp
from oms.auth.secrets import hash_of, new_api_token
from oms.db import call
from oms.web import done, guard, page


@bp.route("/settings/tokens", methods=["GET", "POST"])
@guard("settings.manage")
def tokens() -> Response:
    form = TokenForm()
    key = None
    if form.sent_well():
        key = _create(form)
        form = TokenForm(formdata=None)
    return page("auth/tokens.html", form=form, tokens=queries.tokens(), scopes=SCOPES, key=key)


@bp.post("/settings/tokens/<int:token_id>/revoke")
@guard("settings.manage")
def token_revoke(token_id: int) -> Response:
    call("auth.revoke_token", p_token_id=token_id)
    return done(url_for("auth.tokens"), _("Revoked. Whoever used it is shut out now."))


def _create(form: TokenForm) -> str:
    key, prefix = new_api_token()
    days = form.days.data
    call(
        "auth.create_token",
        p_name=form.name.data,
        p_prefix=prefix,
        p_token_hash=hash_of(key),
        p_scopes=form.scopes.data,
        p_location_ids=form.location_ids.data or None,
        p_created_by=current_user.id,
        p_expires_at=db.now() + timedelta(days=int(days)) if days else None,
    )
    return key
