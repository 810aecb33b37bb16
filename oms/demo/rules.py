"""What the demo company adds to OMS: fields of its own on orders, and two automations."""

from typing import Any

from oms.db import call
from oms.demo.shop import Company

_FIELDS: tuple[dict[str, Any], ...] = (
    {"key": "coupon", "label": "Coupon", "kind": "text"},
    {"key": "gift_message", "label": "Gift message", "kind": "text"},
    {"key": "wrapping", "label": "Wrapping", "kind": "choice", "choices": ["none", "paper", "cloth"]},
)


def lay_down(company: Company) -> None:
    """Say what is written on orders, and what happens by itself. What lies far back was before there were automations."""
    for position, field in enumerate(_FIELDS, 1):
        call("orders.save_field", p_field={**field, "position": position})
    for rule in (
        {
            "name": "Large orders first",
            "event": "order.placed",
            "conditions": [{"fact": "total", "operator": "above", "value": "25000", "currency": "EUR"}],
            "actions": [{"do": "tag", "text": "large"}, {"do": "prioritize"}],
        },
        {
            "name": "Somebody looks at holds",
            "event": "order.held",
            "conditions": [{"fact": "payment_status", "operator": "is_not", "value": "voided"}],
            "actions": [
                {"do": "assign", "person_id": company.people["service"].id},
                {"do": "tag", "text": "to check"},
                {"do": "tell", "person_id": company.people["service"].id, "text": "Please find out why it is on hold."},
            ],
        },
    ):
        call("automations.save_rule", p_rule=rule | {"is_active": True})
