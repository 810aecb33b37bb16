"""What if other rules had decided: asked, looked at while it is worked out, and compared."""

from typing import Any

from flask import abort, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call
from oms.routing import comparing, trials, words
from oms.routing.routes import bp
from oms.routing.trial_form import TrialForm
from oms.web import done, guard, page


@bp.get("/settings/routing/what-if")
@guard("routing.view")
def simulations() -> Response:
    return index_page(TrialForm(version=request.args.get("version", type=int)))


@bp.post("/settings/routing/what-if")
@guard("routing.manage")
def simulation_create() -> Response:
    form = TrialForm()
    if form.sent_well():
        try:
            made = call(
                "routing.simulate",
                p_version_id=form.version.data,
                p_days=form.days.data,
                p_judged_id=form.judged.data or None,
            )
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("routing.simulation", simulation_id=made), _("It is being worked out."))
    return index_page(form)


@bp.get("/settings/routing/what-if/<int:simulation_id>")
@guard("routing.view")
def simulation(simulation_id: int) -> Response:
    found = trials.simulation(simulation_id) or abort(404)
    number = max(request.args.get("page", 1, type=int), 1)
    listed = trials.differences(number, simulation_id=simulation_id) if found.state == "done" else []
    newer, older = paging(listed, number)
    return page(
        "routing/trials/simulation.html",
        "progress",
        simulation=found,
        is_running=found.state in ("queued", "running"),
        comparing=comparing,
        words=words,
        differences=listed,
        newer=newer,
        older=older,
    )


@bp.post("/settings/routing/what-if/<int:simulation_id>/end")
@guard("routing.manage")
def simulation_end(simulation_id: int) -> Response:
    call("routing.end_simulation", p_simulation_id=simulation_id, p_state="canceled")
    return done(url_for("routing.simulation", simulation_id=simulation_id), _("Canceled."))


def index_page(form: TrialForm) -> Response:
    """Where both what-if and shadows are begun and found."""
    return page(
        "routing/trials/index.html",
        form=form,
        simulations=trials.simulations(),
        shadows=trials.shadows(),
        comparing=comparing,
    )


def paging(listed: list[Row[Any]], number: int) -> tuple[str | None, str | None]:
    """Where the newer and the older of a list are."""
    return (
        f"?page={number - 1}" if number > 1 else None,
        f"?page={number + 1}" if len(listed) > trials.ON_A_PAGE else None,
    )
