"""Automations: read, made, changed, switched, tried on the past; and what came of them."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort, url_for
from sqlalchemy import Row

from oms.api import named, outgoing, paging
from oms.api.operations import Operation
from oms.api.queries import automations as found
from oms.api.schemas import Money
from oms.api.schemas import automations as forms
from oms.automations import queries
from oms.channels import amounts
from oms.db import call
from oms.orders import details
from oms.routing.queries import profiles as routing_profiles
from oms.web import token_guard

Names = Mapping[int | None, str]

bp = Blueprint("automations", __name__)
_UNFIT = ("OM950", "OM951", "OM952", "OM953", "OM954", "OM955", "OM956", "rules_name_given", "rules_name_unique")


@bp.get("/automations")
@token_guard("automations:read")
@Operation(summary="List automations", gives={200: forms.RuleList})
def index() -> forms.RuleList:
    return forms.RuleList(data=_told(queries.rules()))


@bp.get("/automations/<int:rule_id>")
@token_guard("automations:read")
@Operation(summary="Get an automation", gives={200: forms.Rule})
def show(rule_id: int) -> forms.Rule:
    return _one(rule_id)


@bp.post("/automations")
@token_guard("automations:write")
@Operation(
    summary="Make an automation",
    body=forms.NewRule,
    gives={201: forms.Rule},
    problems=_UNFIT,
    once=True,
    everywhere=True,
)
def create(body: forms.NewRule) -> tuple[int, forms.Rule]:
    return 201, _one(call("automations.save_rule", p_rule=_rule(body)))


@bp.put("/automations/<int:rule_id>")
@token_guard("automations:write")
@Operation(
    summary="Change an automation: it gets a new version",
    body=forms.ChangedRule,
    gives={200: forms.Rule},
    problems=(*_UNFIT, "OM409"),
    everywhere=True,
)
def save(rule_id: int, body: forms.ChangedRule) -> forms.Rule:
    call("automations.save_rule", p_rule=_rule(body), p_id=_rule_or_404(rule_id).id, p_version=body.version)
    return _one(rule_id)


@bp.patch("/automations/<int:rule_id>")
@token_guard("automations:write")
@Operation(
    summary="Switch an automation on or off",
    body=forms.Switch,
    gives={200: forms.Rule},
    problems=(*_UNFIT, "OM409"),
    everywhere=True,
)
def switch(rule_id: int, body: forms.Switch) -> forms.Rule:
    known = _rule_or_404(rule_id)
    rule = {name: getattr(known, name) for name in ("name", "event", "conditions", "actions")}
    call("automations.save_rule", p_rule={**rule, "is_active": body.is_active}, p_id=rule_id, p_version=body.version)
    return _one(rule_id)


@bp.post("/automations/dry-runs")
@token_guard("automations:write")
@Operation(
    summary="Try an automation on the last 30 days",
    body=forms.DryRun,
    gives={200: forms.DryRunResult},
    problems=("OM950", "OM951", "OM952"),
    once=True,
    everywhere=True,
)
def dry_run(body: forms.DryRun) -> tuple[int, forms.DryRunResult]:
    tried = call("automations.dry_run", p_rule={"event": body.event, "conditions": _conditions(body.conditions)})
    latest = [outgoing.order_id(order.uid) for order in found.uids(tried.order_ids)]
    return 200, forms.DryRunResult(looked=tried.looked, matched=len(tried.order_ids), order_ids=latest)


@bp.get("/automations/<int:rule_id>/runs")
@token_guard("automations:read")
@Operation(summary="List what came of an automation", query=forms.RunQuery, gives={200: forms.RunList})
def runs(rule_id: int, query: forms.RunQuery) -> forms.RunList:
    ran = found.runs_of_rule(_rule_or_404(rule_id).id, paging.start(query, paging.number), query.limit)
    return paging.listed(forms.RunList, query, ran, _ran, ("id",))


@bp.get("/orders/<order_id>/automation-runs")
@token_guard("orders:read")
@Operation(summary="List what automations did to an order", query=forms.RunQuery, gives={200: forms.RunList})
def runs_of_order(order_id: str, query: forms.RunQuery) -> forms.RunList:
    ran = found.runs_of_order(named.order(order_id).id, paging.start(query, paging.number), query.limit)
    return paging.listed(forms.RunList, query, ran, _ran, ("id",))


def _rule_or_404(rule_id: int) -> Row[Any]:
    return queries.rule(named.number(rule_id)) or abort(404)


def _rule(body: forms.NewRule) -> dict[str, Any]:
    """As automations.save_rule takes it."""
    return {
        "name": body.name.strip(),
        "event": body.event,
        "conditions": _conditions(body.conditions),
        "actions": [_action(n, action) for n, action in enumerate(body.actions)],
        "is_active": body.is_active,
    }


def _conditions(given: list[forms.Condition]) -> list[dict[str, Any]]:
    """An amount that can't be read is left as it is, for the database to refuse with its number."""
    conditions = [condition.model_dump(exclude_none=True) for condition in given]
    for condition in conditions:
        currency = condition.pop("currency", None)
        if condition["fact"] == "total" and currency:
            condition |= {"value": str(amounts.minor(condition["value"], currency)), "currency": currency}
    return conditions


def _action(n: int, action: forms.Action) -> dict[str, Any]:
    made = action.model_dump(exclude_none=True, exclude={"person", "profile"})
    if action.person is not None:
        made["person_id"] = named.person_id(action.person, f"/actions/{n}/person")
    if action.profile is not None:
        made["profile_id"] = named.profile_id(action.profile, f"/actions/{n}/profile")
    return made


def _told(rules: list[Row[Any]]) -> list[forms.Rule]:
    emails: Names = {person.id: person.email for person in details.people()}
    profiles: Names = {profile.id: profile.name for profile in routing_profiles()}
    return [
        outgoing.filled(
            forms.Rule,
            rule,
            conditions=[_condition(condition) for condition in rule.conditions],
            actions=[_done(action, emails, profiles) for action in rule.actions],
            href=url_for("api.automations.show", rule_id=rule.id, _external=True),
        )
        for rule in rules
    ]


def _one(rule_id: int) -> forms.Rule:
    (told,) = _told([_rule_or_404(rule_id)])
    return told


def _condition(condition: Mapping[str, Any]) -> forms.Condition:
    told = dict(condition)
    if "currency" in condition:
        told["value"] = Money.of(int(condition["value"]), condition["currency"]).amount
    return forms.Condition.model_construct(**told)


def _done(action: Mapping[str, Any], emails: Names, profiles: Names) -> forms.Action:
    told = dict(action)
    person, profile = emails.get(told.pop("person_id", None)), profiles.get(told.pop("profile_id", None))
    return forms.Action.model_construct(person=person, profile=profile, **told)


def _ran(row: Row[Any]) -> forms.Run:
    return outgoing.filled(forms.Run, row, order_id=outgoing.order_id(row.order_uid))
