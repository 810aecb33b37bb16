"""Putting what a person sent into the order: only places that exist or may be added, each read by its kind."""

import copy
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from oms.channels.customer_words import ADJUSTMENT, in_language
from oms.channels.quarantine.fields import field_of

Order = dict[str, Any]
LINES_MAX = 500


def repaired(order: Order, sent: Mapping[str, str], currency: str) -> Order:
    """A copy of the order with everything sent by pointer put in its place."""
    made = copy.deepcopy(order)
    for pointer, typed in sent.items():
        field = field_of(pointer)
        if field is not None:
            put(made, pointer, field.read(typed, currency))
    if "/accept_total" not in sent:
        made.pop("accept_total", None)
    else:
        made["adjustment_title"] = in_language(str(made.get("language") or "en"), ADJUSTMENT)
    if "use_billing" in sent and isinstance(made.get("bill_to"), dict):
        made["ship_to"] = {**made["bill_to"]}
    if "leave_out_payments" in sent:
        made["payments"] = []
    kept = enumerate(lines_of(made))
    made["lines"] = [line for index, line in kept if line and f"leave_out_{index}" not in sent]
    return made


def aliases(order: Order, sent: Mapping[str, str]) -> dict[str, str]:
    """The SKUs of the channel that are to be remembered, with ours: {theirs: ours}."""
    found = {}
    for index, line in enumerate(lines_of(order)):
        theirs, ours = str(line.get("sku", "")), sent.get(f"/lines/{index}/sku", "").strip()
        if f"remember_{index}" in sent and theirs and ours and theirs != ours:
            found[theirs] = ours
    return found


def at(order: Order, pointer: str) -> Any:
    """What stands at a place; None where there is nothing."""
    found: Any = order
    for step in pointer.strip("/").split("/"):
        if isinstance(found, list):
            found = found[int(step)] if step.isdecimal() and int(step) < len(found) else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return found


def put(order: Order, pointer: str, given: Any) -> None:
    """Put something at a place. Nothing is put where nothing was and nothing is given; a new line may follow the last."""
    steps = pointer.strip("/").split("/")
    if given in (None, "") and at(order, pointer) in (None, ""):
        return
    holder: Any = order
    for step, following in pairwise(steps):
        if isinstance(holder, list):
            if int(step) == len(holder) < LINES_MAX:
                holder.append({})
            if int(step) >= len(holder):
                return
            holder = holder[int(step)]
        else:
            if not isinstance(holder.get(step), dict | list):
                holder[step] = [] if following.isdecimal() else {}
            holder = holder[step]
    if isinstance(holder, dict):
        holder[steps[-1]] = given


def lines_of(order: Order) -> list[Order]:
    lines = order.get("lines")
    return [line for line in lines if isinstance(line, dict)] if isinstance(lines, list) else []
