"""What would have to change for a location to be chosen, and what it would have come to: one sentence each."""

from typing import Any, NamedTuple

from flask_babel import gettext as _
from flask_babel import ngettext

from oms.routing.reasons import Reason
from oms.web.context import shop
from oms.web.formats import money, quantity


class Other(NamedTuple):
    """A location that was not chosen, with what routing.alternatives says of it and what the choice came to."""

    reason: Reason
    alternative: dict[str, Any] | None
    method: str
    measures: dict[str, Any]

    @property
    def change(self) -> str:
        """What would have to change."""
        if self.alternative is None:
            return ""
        if not self.alternative["changes"]:
            return _("No change to this location alone would have it chosen.")
        changes = [_change(change) for change in self.alternative["changes"]]
        return _("It would be chosen %(changes)s.", changes=_(" and ").join(changes))

    @property
    def alone(self) -> str:
        """What it would come to if it shipped all of it."""
        if self.alternative is None or self.method == "pickup" or self.alternative["alone"]["unfilled"]:
            return ""
        other, told = self.alternative["alone"]["measures"], []
        if other["cost_minor"] != self.measures["cost_minor"]:
            words = {"cost": _money(other["cost_minor"]), "instead": _money(self.measures["cost_minor"])}
            told.append(_("it would cost %(cost)s instead of %(instead)s", **words))
        if None not in (other["days"], self.measures["days"]) and (later := other["days"] - self.measures["days"]):
            told.append(_later(later))
        return _("All of it from there: %(comparison)s.", comparison=", ".join(told)) if told else ""


def _change(change: dict[str, Any]) -> str:
    why, before, after = change["why"], change["from"], change["to"]
    if why == "stock":
        missing = [f"{quantity(one['quantity'])} × {one['sku']}" for one in change["missing"]]
        return _("if it had %(missing)s more", missing=", ".join(missing))
    if why == "too_far":
        return _("if the limit were %(to)s km instead of %(from)s km", **_numbers(before, after))
    if why == "cheapest":
        return _("if it cost %(amount)s less to send it from there", amount=_money((before or 0) - after))
    if why == "fastest" and before is not None:
        count = before - after
        return ngettext("if it arrived %(num)s day earlier", "if it arrived %(num)s days earlier", count)
    if why in {"nearest", "priority", "most_accurate"} and before is not None:
        return _better(why, before, after)
    return _plain(why)


def _better(why: str, before: int, after: int) -> str:
    if why == "nearest":
        return _("if it were %(to)s km away instead of %(from)s km", **_numbers(before, after))
    if why == "priority":
        return _("if its priority were %(to)s instead of %(from)s", **_numbers(before, after))
    words = _numbers(before, after)
    return _("if it found %(to)s of 1,000 units instead of %(from)s", **words)


def _plain(why: str) -> str:
    return {
        "not_the_pickup_place": _("if the customer collected there"),
        "does_not_ship": _("if it shipped"),
        "does_not_serve_channel": _("if it served this channel"),
        "rejected": _("if it had not rejected the order"),
        "short_picked": _("if the goods had been found there"),
        "no_capacity": _("if it shipped one more order on that day"),
        "no_dropshipping": _("if suppliers shipped for us"),
        "kind_not_used": _("if the profile used locations of its kind"),
        "not_listed": _("if the profile listed it"),
        "other_country": _("if the profile allowed other countries"),
        "closed": _("if it had been open"),
        "after_cutoff": _("if it had been ordered before its cut-off"),
        "nearest": _("if it were known how far away it is"),
        "fastest": _("if it were known when it arrives"),
        "most_accurate": _("if it always found its goods"),
        "balance_stock": _("if the profile did not balance stock"),
        "keep_store_stock": _("if the profile did not keep the goods of stores on their shelves"),
        "supplier_cost": _("if the profile did not look at what suppliers charge"),
    }[why]


def _later(days: int) -> str:
    if days > 0:
        return ngettext("it would arrive %(num)s day later", "it would arrive %(num)s days later", days)
    return ngettext("it would arrive %(num)s day earlier", "it would arrive %(num)s days earlier", -days)


def _numbers(before: int, after: int) -> dict[str, str]:
    return {"from": quantity(before), "to": quantity(after)}


def _money(minor: int) -> str:
    return money(minor, shop().currency)
