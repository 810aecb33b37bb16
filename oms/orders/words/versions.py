"""What one version of an order changed of the one before, in sentences."""

from typing import Any

from flask_babel import gettext as _

from oms.orders.words.states import METHODS
from oms.web.formats import money, quantity

Snapshot = dict[str, Any]  # see orders._snapshot


def differences(version: Snapshot, earlier: Snapshot | None, currency: str) -> list[str]:
    """Nothing, for the first one."""
    if earlier is None:
        return []
    before = {line["position"]: line for line in earlier["lines"]}
    told = [_line(line, before.get(line["position"])) for line in version["lines"]]
    if version["ship_to"] != earlier["ship_to"]:
        told.append(_("Another address"))
    if (version["method"], version["place"]) != (earlier["method"], earlier["place"]):
        told.append(_("Delivery: %(method)s", method=f"{METHODS[version['method']]} {version['place'] or ''}".strip()))
    if version["owed_minor"] != earlier["owed_minor"]:
        owed = {"before": money(earlier["owed_minor"], currency), "now": money(version["owed_minor"], currency)}
        told.append(_("Owed: %(before)s before, %(now)s now", **owed))
    return [sentence for sentence in told if sentence]


def _line(line: Snapshot, earlier: Snapshot | None) -> str:
    kept = line["quantity"] - line["canceled"]
    before = earlier["quantity"] - earlier["canceled"] if earlier else 0
    if kept == before:
        return ""
    words = {"title": line["title"], "before": quantity(before), "now": quantity(kept)}
    return _("%(title)s: %(before)s before, %(now)s now", **words)
