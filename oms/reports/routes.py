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
from oms.reports.invariants import check, check_changes, invariants
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
    """All rows: the worker does it, promise by promise."""
    call("tasks.enqueue", p_kind="reports.check")
    return _answered(_("All data is being checked. What is found appears here."))


@bp.post("/reports/changes/checks")
@guard("reports.view")
def change_checks_create() -> Response:
    for invariant in invariants().values():
        check_changes(invariant)
    return _answered(_found())


@bp.post("/reports/checks/<name>")
@guard("reports.view")
def check_create(name: str) -> Response:
    check(invariants().get(name) or abort(404))
    return _answered(_found())


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


def _answered(message: str) -> Response:
    return done(url_for("reports.index"), message, template="reports/index.html", block="invariants", **_checked())


def _found() -> str:
    is_broken = any(answer.broken for answer in queries.checks().values())
    return _("Something is broken.") if is_broken else _("Every promise holds.")


def _checked() -> dict[str, Any]:
    """Every promise with how it was found last, and when all of them were found to hold."""
    found = queries.checks()
    promises = [(invariant, found.get(name)) for name, invariant in invariants().items()]
    answers = [answer for _promise, answer in promises]
    return {
        "promises": promises,
        "broken": sum(answer.broken > 0 for answer in answers if answer),
        "held_at": _since(answers, "held_at"),
        "whole_at": _since(answers, "whole_at"),
        "duration_ms": sum(answer.duration_ms for answer in answers if answer),
        "whole_ms": sum(answer.whole_ms or 0 for answer in answers if answer),
        "is_asking": queries.is_asking(),
    }


def _since(answers: list[Row[Any] | None], moment: str) -> datetime | None:
    """The oldest of these moments; None where there is not one of each."""
    moments = [found for answer in answers if (found := getattr(answer, moment, None))]
    return min(moments) if len(moments) == len(answers) else None
