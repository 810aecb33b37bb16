"""Shadows: rules that judge what others decide, and how far they differ."""

from flask import abort, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.routing import comparing, trials, words
from oms.routing.routes import bp
from oms.routing.routes.simulations import index_page, paging
from oms.routing.trial_form import TrialForm
from oms.web import done, guard, page


@bp.post("/settings/routing/shadows")
@guard("routing.manage")
def shadow_create() -> Response:
    form = TrialForm()
    if form.sent_well():
        try:
            made = call("routing.start_shadow", p_version_id=form.version.data, p_judged_id=form.judged.data or None)
        except DomainError as error:
            form.refuse(error)
        else:
            return done(
                url_for("routing.shadow", shadow_id=made), _("From now on it judges every order, without effect.")
            )
    return index_page(form)


@bp.get("/settings/routing/shadows/<int:shadow_id>")
@guard("routing.view")
def shadow(shadow_id: int) -> Response:
    found = trials.shadow(shadow_id) or abort(404)
    number = max(request.args.get("page", 1, type=int), 1)
    listed = trials.differences(number, shadow_id=shadow_id)
    newer, older = paging(listed, number)
    return page(
        "routing/trials/shadow.html",
        "judged",
        shadow=found,
        results=call("routing.comparison", p_shadow_id=shadow_id),
        comparing=comparing,
        words=words,
        differences=listed,
        newer=newer,
        older=older,
    )


@bp.post("/settings/routing/shadows/<int:shadow_id>/end")
@guard("routing.manage")
def shadow_end(shadow_id: int) -> Response:
    call("routing.end_shadow", p_shadow_id=shadow_id)
    return done(url_for("routing.shadow", shadow_id=shadow_id), _("It judges nothing more."))
