"""What can be done with an order now: the one thing that comes next, and the rest."""

from typing import Any, NamedTuple

from flask import current_app, url_for
from flask_babel import gettext as _
from sqlalchemy import Row

from oms.orders.grouping import Grouped
from oms.web.context import can


class Action(NamedTuple):
    """A step. It opens a form in a dialog, leads to another page, or is done at once (`method` post)."""

    label: str
    href: str
    icon: str
    method: str = "dialog"
    danger: bool = False


def next_step(order: Row[Any], grouped: Grouped) -> Action | None:
    """What this order waits for."""
    if can("orders.edit") and (step := _of_the_team(order, grouped)):
        return step
    return _of_the_location(grouped)


def others(order: Row[Any], grouped: Grouped) -> list[Action]:
    """Everything else the team may do now."""
    if not can("orders.edit"):
        return []
    is_open = order.state == "placed"
    offers = [
        (is_open, _edit),
        (is_open, _hold),
        (is_open and order.is_on_hold, _unhold),
        (is_open and bool(grouped.waiting), _reroute),
        (is_open and order.method == "ship", _route_with),
        (bool(payment_kinds(order)), _payment),
        (order.state == "canceled" and not order.refunded_minor, _reopening),
        ("channels.phone_order_new" in current_app.view_functions, _duplicate),
        (is_open and order.fulfillment_status not in ("fulfilled", "delivered"), _cancellation),
    ]
    step = next_step(order, grouped)
    found = [offer(order) for possible, offer in offers if possible]
    return [action for action in found if action != step]


def payment_kinds(order: Row[Any]) -> list[str]:
    """What can happen to its money, the likeliest first."""
    possible = {
        "capture": order.outstanding_minor > 0,
        "refund": order.captured_minor > order.refunded_minor,
        "void": order.authorized_minor > order.captured_minor,
    }
    kinds = [kind for kind, is_possible in possible.items() if is_possible]
    return sorted(kinds, key=lambda kind: kind != "refund") if order.refund_due_minor else kinds


def _of_the_team(order: Row[Any], grouped: Grouped) -> Action | None:
    is_open = order.state == "placed"
    if order.refund_due_minor:
        return Action(_("Record refund"), _to("payment_new", order), "undo")
    if is_open and order.is_on_hold:
        return _unhold(order)
    if is_open and order.outstanding_minor and not order.is_released:
        return Action(_("Record payment"), _to("payment_new", order), "coins")
    if is_open and grouped.waiting and not any(group.work.ended_at is None for group in grouped.groups):
        return _reroute(order)
    if is_open and order.outstanding_minor and order.fulfillment_status in ("fulfilled", "delivered"):
        return Action(_("Record payment"), _to("payment_new", order), "coins")
    return None


def _of_the_location(grouped: Grouped) -> Action | None:
    """The work that is under way, if the reader may see where."""
    for group in grouped.groups:
        work = group.work
        if work.ended_at is None and work.state != "planned" and (href := work_href(work)):
            label = _("Open pickup") if work.method == "pickup" else _("Open pick list")
            return Action(label, href, "pickup" if work.method == "pickup" else "fulfillment", "link")
    return None


def work_href(work: Row[Any]) -> str | None:
    """The page where the work is done, for whoever may see it."""
    area = "pickup" if work.method == "pickup" else "fulfillment"
    endpoint = f"{area}.show"
    if endpoint not in current_app.view_functions or not can(f"{area}.view"):
        return None
    return url_for(endpoint, number=work.number)


def _edit(order: Row[Any]) -> Action:
    return Action(_("Edit order"), _to("edit_new", order), "edit", "link")


def _hold(order: Row[Any]) -> Action:
    return Action(_("Put on hold"), _to("hold_new", order), "pause")


def _unhold(order: Row[Any]) -> Action:
    return Action(_("Take off hold"), _to("release_create", order), "play", "post")


def _route_with(order: Row[Any]) -> Action:
    return Action(_("Route by another profile"), _to("routing_with", order), "route")


def _reroute(order: Row[Any]) -> Action:
    return Action(_("Look for stock again"), _to("routing_create", order), "route", "post")


def _payment(order: Row[Any]) -> Action:
    return Action(_("Record a payment"), _to("payment_new", order), "coins")


def _reopening(order: Row[Any]) -> Action:
    return Action(_("Reopen order"), _to("reopening_new", order), "undo")


def _duplicate(order: Row[Any]) -> Action:
    """Channels stand above orders; where their form for new orders is there, it can be filled from this one."""
    return Action(_("Duplicate order"), url_for("channels.phone_order_new", copy=order.number), "copy", "link")


def _cancellation(order: Row[Any]) -> Action:
    label = _("Cancel the rest") if order.fulfillment_status == "partially_fulfilled" else _("Cancel order")
    return Action(label, _to("cancellation_new", order), "ban", danger=True)


def _to(endpoint: str, order: Row[Any]) -> str:
    return url_for(f"orders.{endpoint}", number=order.number)
