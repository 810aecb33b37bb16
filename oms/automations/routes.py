"""Settings > Automations: rules in plain sentences, tried on the past before they are let loose."""

from typing import Any

from flask import Blueprint, abort, current_app, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.automations import queries, words
from oms.automations.draft import Draft
from oms.db import DomainError, call
from oms.db.errors import REFUSALS
from oms.orders import details
from oms.web import done, guard, page

bp = Blueprint("automations", __name__)
_SHOWN = 25


@bp.get("/settings/automations")
@guard("automations.manage")
def index() -> Response:
    people = _people()
    return page("automations/index.html", rules=[(rule, words.sentence(rule, people)) for rule in queries.rules()])


@bp.route("/settings/automations/new", methods=["GET", "POST"])
@guard("automations.manage")
def rule_create() -> Response:
    return _built(Draft() if request.method == "GET" else Draft.of_form(request.form))


@bp.route("/settings/automations/<int:rule_id>", methods=["GET", "POST"])
@guard("automations.manage")
def rule_update(rule_id: int) -> Response:
    rule = queries.rule(rule_id) or abort(404)
    return _built(Draft.of_rule(rule) if request.method == "GET" else Draft.of_form(request.form), rule_id)


@bp.post("/settings/automations/<int:rule_id>/switch")
@guard("automations.manage")
def switch(rule_id: int) -> Response:
    """On or off, whichever it is not."""
    draft = Draft.of_rule(queries.rule(rule_id) or abort(404))
    draft.is_active = not draft.is_active
    call("automations.save_rule", p_rule=draft.rule(), p_id=rule_id, p_version=draft.version)
    told = _("“%(name)s” is on.", name=draft.name) if draft.is_active else _("“%(name)s” is off.", name=draft.name)
    return done(url_for("automations.index"), told)


def _built(draft: Draft, rule_id: int | None = None) -> Response:
    """What the pressed button asks for: to keep it, a look at the past, another row or one less; else only another look."""
    button = request.form.get("press", "")
    if button not in ("save", "try"):
        draft.press(button)
        return _shown(draft, rule_id)
    try:
        if button == "try":
            found = call("automations.dry_run", p_rule=draft.rule())
            return _shown(draft, rule_id, tried=found, orders=queries.orders(found.order_ids, _SHOWN))
        call("automations.save_rule", p_rule=draft.rule(), p_id=rule_id, p_version=draft.version)
    except DomainError as error:
        return _shown(draft, rule_id, mistake=error)
    return done(url_for("automations.index"), _("Saved."))


def _shown(draft: Draft, rule_id: int | None, mistake: DomainError | None = None, **tried: Any) -> Response:
    people = _people()
    return page(
        "automations/rule.html",
        "rule",
        status=mistake.status if mistake else None,
        draft=draft,
        rule_id=rule_id,
        mistake=mistake,
        people=people,
        words=words,
        known=[*current_app.extensions["channel_names"](), *details.tags()],
        versions=[(version, words.sentence(version, people)) for version in queries.versions(rule_id or 0)],
        runs=queries.runs(rule_id or 0),
        refusal=_refusal,
        **{"tried": None, "orders": [], **tried},
    )


def _people() -> dict[int, str]:
    return {person.id: person.name for person in details.people()}


def _refusal(error: str) -> str:
    """Why a run failed: the refusal's sentence where it needs no more words, else its code."""
    refusal = REFUSALS.get(error)
    return _(refusal.message) if refusal and "%(" not in refusal.message else error
