"""Automations: rules that the shop makes for itself."""

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, ConfigDict, Field

from oms.api.schemas import Listed, PageQuery, Schema, Word
from oms.api.schemas.fields import OrderId

EXAMPLE: dict[str, Any] = {
    "name": "Look at large orders",
    "event": "order.placed",
    "conditions": [{"fact": "total", "operator": "above", "value": "500.00", "currency": "EUR"}],
    "actions": [{"do": "hold", "reason": "manual", "text": "Large order"}, {"do": "tag", "text": "large"}],
    "is_active": True,
}

RuleEvent = Literal[
    "order.placed",
    "order.released",
    "order.held",
    "order.unheld",
    "order.canceled",
    "order.tagged",
    "order.untagged",
    "order.assigned",
    "order.fields_set",
    "payment.capture",
    "payment.refund",
    "request.routed",
    "fulfillment.shipped",
    "tracking.delivered",
    "pickup.ready",
    "pickup.collected",
    "pickup.expired",
]
_SavedVersion = Annotated[int, Field(ge=1, le=2**31 - 1, description="The version that you saw.")]


class Condition(Schema):
    """Something that must be so."""

    fact: Annotated[
        Word,
        Field(
            description="channel, country, currency, method, payment_status, total, units, customer_orders, age_hours,"
            " is_backordered, is_on_hold, tag, sku, category, or field.<key> of a field of the shop.",
            examples=["total"],
        ),
    ]
    operator: Annotated[
        Literal["is", "is_not", "contains", "equals", "above", "below", "before", "after", "has", "has_not"],
        Field(examples=["above"]),
    ]
    value: Annotated[Word, Field(description="As text; an amount with its decimals.", examples=["500.00"])]
    currency: Annotated[str | None, Field(pattern=r"^[A-Z]{3}$", description="Of an amount.", examples=["EUR"])] = None


class Action(Schema):
    """Something that is done then."""

    do: Literal["hold", "tag", "untag", "assign", "tell", "route", "prioritize", "deprioritize"]
    reason: Annotated[
        Literal["fraud", "payment", "address", "stock", "customer_request", "manual"] | None,
        Field(description="Of a hold."),
    ] = None
    text: Annotated[Word | None, Field(description="The tag, or what is told.")] = None
    person: Annotated[Word | None, Field(description="Who it is assigned to or who is told: their e-mail.")] = None
    profile: Annotated[Word | None, Field(description="What it is routed by: the name of a profile.")] = None


class NewRule(Schema):
    """When this happens to an order, and all of that is so, then these things are done."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    name: Annotated[Word, Field(min_length=1, max_length=80)]
    event: RuleEvent
    conditions: Annotated[list[Condition], Field(default_factory=list, max_length=20)]
    actions: Annotated[list[Action], Field(min_length=1, max_length=10)]
    is_active: bool = False


class ChangedRule(NewRule):
    """The whole rule, as it should be. What it was is kept."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE | {"version": 3}})

    version: _SavedVersion


class Switch(Schema):
    """On or off."""

    is_active: bool
    version: _SavedVersion


class Rule(Schema):
    id: int
    name: str
    event: RuleEvent
    conditions: list[Condition]
    actions: list[Action]
    is_active: bool
    version: int
    saved_by: str
    saved_at: AwareDatetime
    href: str


class RuleList(Schema):
    """In the order in which they are asked."""

    data: list[Rule]


class DryRun(Schema):
    """Which orders of the last 30 days a rule would have matched, as they are now. Nothing is done."""

    event: RuleEvent
    conditions: Annotated[list[Condition], Field(default_factory=list, max_length=20)]


class DryRunResult(Schema):
    looked: Annotated[int, Field(description="So many orders had the event; no more than 2000 are asked.")]
    matched: int
    order_ids: Annotated[list[OrderId], Field(description="The latest 250 that match, the latest first.")]


class RunQuery(PageQuery):
    """Oldest first."""


class Run(Schema):
    """What came of a rule when something happened to an order."""

    id: int
    rule_id: int
    rule_version: int
    order_id: OrderId
    outcome: Annotated[
        Literal["done", "unmatched", "stopped", "failed"],
        Field(description="stopped: it had a part in bringing the event about. failed: none of its actions is done."),
    ]
    error: Annotated[str, Field(description="The code of the refusal, where it failed.")]
    ran_at: AwareDatetime


class RunList(Listed):
    data: list[Run]
