"""What carriers charge us, and how long they take, by zone."""

from flask import abort, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.db import DomainError, call
from oms.routing import queries, words
from oms.routing.forms import RateForm
from oms.routing.routes import bp
from oms.web import done, guard, page


@bp.get("/settings/routing/rates")
@guard("routing.view")
def rates() -> Response:
    return page("routing/rates.html", rates=queries.rates(), words=words)


@bp.route("/settings/routing/rates/new", methods=["GET", "POST"])
@guard("routing.manage")
def rate_create() -> Response:
    return _form(RateForm())


@bp.route("/settings/routing/rates/<int:rate_id>", methods=["GET", "POST"])
@guard("routing.manage")
def rate(rate_id: int) -> Response:
    return _form(RateForm(obj=queries.rate(rate_id) or abort(404)), rate_id)


@bp.post("/settings/routing/rates/<int:rate_id>/removal")
@guard("routing.manage")
def rate_removal(rate_id: int) -> Response:
    call("routing.remove_rate", p_id=rate_id)
    return done(url_for("routing.rates"), _("The rate is gone."))


def _form(form: RateForm, rate_id: int | None = None) -> Response:
    if form.sent_well():
        try:
            call("routing.save_rate", p_rate=form.rate(), p_id=rate_id)
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("routing.rates"), _("Saved."))
    return page("routing/rate.html", form=form, rate_id=rate_id)
