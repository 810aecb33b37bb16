"""The pages of the owner that look at the whole: do the promises hold, and is the work being done."""

from datetime import datetime
from typing import Any

from flask import Blueprint, abort, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Row
from werkzeug import Response

from oms.db import call
from oms.reports import queries, words
from oms.reports.first_steps import steps
from oms.reports.invariants import Invariant, check, invariants
from oms.web import done, guard, page

bp = Blueprint("reports", __name__)


@bp.context_processor
def _words() -> dict[str, Any]:
    return {"words": words}


@bp.get("/reports")
@guard("reports.view")
def index() -> Response:
    return page("reports/index.html", "invariants", **_checked())


@bp.post("/reports/checks")
@guard("reports.view")
def checks_create() -> Response:
    return _check(list(invariants().values()))


@bp.post("/reports/checks/<name>")
@guard("reports.view")
def check_create(name: str) -> Response:
    return _check([invariants().get(name) or abort(404)])


@bp.get("/first-steps")
@guard("settings.manage")
def first_steps() -> Response:
    return page("reports/first_steps.html", steps=steps())


@bp.get("/reports/deliveries")
@guard("reports.view")
def deliveries() -> Response:
    """Whether orders were where they should be on the day their customers were told, and if not, why not."""
    days = request.args.get("days", 30, int)
    if days not in words.PERIODS:
        abort(404)
    return page(
        "reports/deliveries.html",
        days=days,
        totals=queries.promises_scored(days),
        places=queries.promises_by_place(days),
        causes=queries.promises_by_cause(days),
        accuracies=queries.accuracies(),
    )


@bp.get("/reports/work")
@guard("reports.view")
def work() -> Response:
    state = request.args.get("state", "dead")
    return page(
        "reports/work.html",
        "work",
        state=state if state in words.STATES else abort(404),
        counts=queries.task_counts(),
        tasks=queries.tasks_of(state),
        schedules=queries.schedules(),
        quarantined=queries.quarantined(),
    )


@bp.post("/reports/work/<int:task_id>/attempts")
@guard("settings.manage")
def attempt_create(task_id: int) -> Response:
    """Give a task that failed for good new attempts."""
    call("tasks.retry", p_task_id=task_id)
    return done(url_for("reports.work"), _("Task %(id)s is tried again.", id=task_id))


def _check(asked: list[Invariant]) -> Response:
    for invariant in asked:
        check(invariant)
    context = _checked()
    message = _("Something is broken.") if context["broken"] else _("Every promise holds.")
    return done(url_for("reports.index"), message, template="reports/index.html", block="invariants", **context)


def _checked() -> dict[str, Any]:
    """Every promise with how it was found last."""
    found = queries.checks()
    promises = [(invariant, found.get(name)) for name, invariant in invariants().items()]
    checked = [answer for _promise, answer in promises if answer]
    return {
        "promises": promises,
        "broken": sum(answer.broken > 0 for answer in checked),
        "is_complete": len(checked) == len(promises),
        "oldest_at": min((answer.checked_at for answer in checked), default=None),
        "held_at": _all_held_at(checked),
        "duration_ms": sum(answer.duration_ms for answer in checked),
    }


def _all_held_at(checked: list[Row[Any]]) -> datetime | None:
    """When all of these were found to hold last; None where one never was."""
    moments = [answer.held_at for answer in checked]
    return min(moments) if moments and None not in moments else None
