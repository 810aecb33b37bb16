"""Automations in plain sentences: what each part is called, and a whole rule read out."""

from collections.abc import Iterable
from typing import Any

from babel.lists import format_list
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Row

from oms.orders import details
from oms.orders.words import HOLD_REASONS
from oms.routing import queries as routing
from oms.web.context import get_locale
from oms.web.formats import money

Words = dict[str, LazyString | str]

EVENTS: Words = {
    "order.placed": _l("an order is placed"),
    "order.released": _l("an order is released"),
    "order.held": _l("an order is put on hold"),
    "order.unheld": _l("a hold is taken off"),
    "order.canceled": _l("an order is canceled"),
    "order.tagged": _l("an order is tagged"),
    "order.untagged": _l("a tag is taken off"),
    "order.assigned": _l("an order is given to somebody"),
    "order.fields_set": _l("details of an order change"),
    "payment.capture": _l("a payment is recorded"),
    "payment.refund": _l("money is given back"),
    "request.routed": _l("an order gets its locations"),
    "fulfillment.shipped": _l("a parcel is shipped"),
    "tracking.delivered": _l("a parcel is delivered"),
    "pickup.ready": _l("a pickup is ready"),
    "pickup.collected": _l("a pickup is collected"),
    "pickup.expired": _l("a pickup wasn't collected in time"),
}
# What a condition may ask: the fact, how it is compared, and for yes and no with what.
TESTS: Words = {
    "channel is": _l("its channel is"),
    "channel is_not": _l("its channel is not"),
    "country is": _l("its country is"),
    "country is_not": _l("its country is not"),
    "total above": _l("its total is over"),
    "total below": _l("its total is under"),
    "currency is": _l("its currency is"),
    "method is": _l("its delivery (ship or pickup) is"),
    "payment_status is": _l("its payment is"),
    "payment_status is_not": _l("its payment is not"),
    "tag has": _l("it has the tag"),
    "tag has_not": _l("it does not have the tag"),
    "sku has": _l("it has the SKU"),
    "sku has_not": _l("it does not have the SKU"),
    "category has": _l("it has the product category"),
    "category has_not": _l("it does not have the product category"),
    "units above": _l("its number of units is over"),
    "units below": _l("its number of units is under"),
    "customer_orders equals": _l("its customer's number of orders is"),
    "customer_orders above": _l("its customer's number of orders is over"),
    "age_hours above": _l("its age in hours is over"),
    "age_hours below": _l("its age in hours is under"),
    "is_backordered is true": _l("it is backordered"),
    "is_backordered is false": _l("it is not backordered"),
    "is_on_hold is true": _l("it is on hold"),
    "is_on_hold is false": _l("it is not on hold"),
}
_COMPARED: Words = {
    "is": _l("“%(field)s” is"),
    "is_not": _l("“%(field)s” is not"),
    "contains": _l("“%(field)s” contains"),
    "equals": _l("“%(field)s” is"),
    "above": _l("“%(field)s” is over"),
    "below": _l("“%(field)s” is under"),
    "before": _l("“%(field)s” is before"),
    "after": _l("“%(field)s” is after"),
    "is true": _l("“%(field)s” is yes"),
    "is false": _l("“%(field)s” is no"),
}
_OPERATORS = {
    "text": ("is", "is_not", "contains"),
    "choice": ("is", "is_not"),
    "link": ("is", "contains"),
    "number": ("equals", "above", "below"),
    "date": ("is", "before", "after"),
    "boolean": ("is true", "is false"),
}
ACTIONS: Words = {
    "tag": _l("tag it with"),
    "untag": _l("take off its tag"),
    "assign": _l("give it to"),
    "tell": _l("send a mail and a note to"),
    "prioritize": _l("have it picked first"),
    "deprioritize": _l("have it picked in its turn"),
}
OUTCOMES = {
    "done": (_l("Done"), "good", "check"),
    "stopped": (_l("Stopped: it would have started itself"), "warn", "none"),
    "failed": (_l("Failed"), "bad", "none"),
}


def tests() -> Words:
    """Everything a condition may ask, also of the shop's own fields."""
    own = {
        f"field.{field.key} {operator}": str(_COMPARED[operator]) % {"field": field.label}
        for field in details.fields()
        for operator in _OPERATORS[field.kind]
    }
    return TESTS | own


def actions() -> Words:
    """Everything that can be done; a hold for each reason, and a way for each profile of routing."""
    holds: Words = {
        f"hold {name}": _("put it on hold: %(reason)s", reason=reason) for name, reason in HOLD_REASONS.items()
    }
    routes: Words = {
        f"route {profile_id}": _("route it by the profile “%(profile)s”", profile=name)
        for profile_id, name in routing.usable().items()
    }
    return holds | routes | ACTIONS


def asks_person(action: str) -> bool:
    """Whether it is done with somebody."""
    return action in ("assign", "tell")


def asks_text(action: str) -> bool:
    """Whether words belong to it: a tag, a note."""
    return action in ("tag", "untag", "tell") or action.startswith("hold ")


def test_of(condition: dict[str, Any]) -> str:
    """Which of the tests a condition is."""
    test = f"{condition['fact']} {condition['operator']}"
    return f"{test} {condition['value']}" if condition["value"] in ("true", "false") else test


def action_of(action: dict[str, Any]) -> str:
    """Which of the actions one is."""
    with_what = {"hold": "reason", "route": "profile_id"}.get(action["do"])
    return f"{action['do']} {action[with_what]}" if with_what else str(action["do"])


def sentence(rule: Row[Any], people: dict[int, str]) -> str:
    """When this happens, and that is so, then do this."""
    parts = {
        "event": str(EVENTS[rule.event]),
        "conditions": _list(_condition(condition) for condition in rule.conditions),
        "actions": _list(_action(action, people) for action in rule.actions),
    }
    if not rule.conditions:
        return _("When %(event)s, then %(actions)s.", **parts)
    return _("When %(event)s, and %(conditions)s, then %(actions)s.", **parts)


def _condition(condition: dict[str, Any]) -> str:
    test, value = test_of(condition), condition["value"]
    said = str(tests().get(test, test))
    if value in ("true", "false"):
        return said
    return f"{said} {money(int(value), condition['currency']) if 'currency' in condition else value}"


def _action(action: dict[str, Any], people: dict[int, str]) -> str:
    said = str(actions().get(action_of(action), _("route it by a profile that isn't used any more")))
    who, text = people.get(action.get("person_id") or 0), action.get("text")
    return " ".join(filter(None, [said, who, f"“{text}”" if text else None]))


def _list(parts: Iterable[str]) -> str:
    return format_list(list(parts), locale=get_locale())
