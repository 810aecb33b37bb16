"""Profiles and rules in plain sentences, to be read aloud."""

from collections.abc import Iterable
from typing import Any, Literal

from babel.lists import format_list
from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from oms.routing import queries
from oms.web.context import get_locale, shop
from oms.web.formats import money, quantity

Words = dict[str, LazyString]

CRITERIA: Words = {
    "fewest_splits": _l("the fewest parcels"),
    "cheapest": _l("the lowest cost"),
    "nearest": _l("the shortest way"),
    "fastest": _l("the earliest arrival"),
    "priority": _l("our order of preference"),
    "balance_stock": _l("where most is in stock"),
    "keep_store_stock": _l("the least from stores"),
    "supplier_cost": _l("the cheapest supplier"),
    "most_accurate": _l("where goods are found most reliably"),
}
KINDS: Words = {"warehouse": _l("warehouses"), "store": _l("stores"), "3pl": _l("logistics partners")}
RESTS: Words = {
    "backorder": _l("waits for stock"),
    "hold": _l("puts the order on hold"),
    "dropship": _l("is sent by a supplier, and waits where none has it"),
    "cancel": _l("waits for stock, and is canceled after some days"),
}
STATES = {
    "draft": (_l("Draft"), "info", "hollow"),
    "active": (_l("Decides now"), "good", "dot"),
    "retired": (_l("Earlier"), "", "hollow"),
}


def sentences(rules: dict[str, Any]) -> list[str]:
    """What the rules of a profile say."""
    found = [_sources(rules), _only_listed(rules), *_limits(rules), _choice(rules["criteria"])]
    return [sentence for sentence in [*found, _parcels(rules), _split_cost(rules), _rest(rules)] if sentence]


def differences(before: dict[str, Any] | None, after: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The sentences that are no longer said, and those that are new."""
    old, new = sentences(before) if before else [], sentences(after)
    return [told for told in old if told not in new], [told for told in new if told not in old]


def listed(parts: Iterable[str], style: Literal["standard", "or"] = "standard") -> str:
    return format_list([str(part) for part in parts], style=style, locale=get_locale())


def countries(codes: Iterable[str]) -> str:
    return listed(get_locale().territories.get(code, code) for code in codes)


def reach(rate: Any) -> str:
    """Between which places a rate is good."""
    told = [
        _("within a country") if rate.is_domestic else "",
        _("from %(countries)s", countries=countries(rate.from_countries)) if rate.from_countries else "",
        _("to %(countries)s", countries=countries(rate.to_countries)) if rate.to_countries else "",
        _("as far as %(distance)s km", distance=quantity(rate.max_km)) if rate.max_km else "",
    ]
    return ", ".join(filter(None, told)) or _("from anywhere to anywhere")


def rule(found: Any, channels: dict[str, str]) -> str:
    """A rule that chooses a profile: the orders it is about."""
    asked = [
        found.channel and _("come from %(channel)s", channel=channels.get(found.channel, found.channel)),
        found.country_code and _("go to %(country)s", country=countries([found.country_code])),
        found.tag and _("have the tag “%(tag)s”", tag=found.tag),
        found.minimum_minor and _("are worth at least %(amount)s", amount=money(found.minimum_minor, shop().currency)),
    ]
    return _(
        "Orders that %(conditions)s are routed by “%(profile)s”.",
        conditions=listed(filter(None, asked)),
        profile=found.profile,
    )


def _sources(rules: dict[str, Any]) -> str:
    told = {
        "places": listed(KINDS[kind] for kind in rules["kinds"]) if rules.get("kinds") else _("every location"),
        "distance": _("%(distance)s km", distance=quantity(rules.get("max_km") or 0)),
    }
    if rules.get("same_country") and rules.get("max_km"):
        return _("Send from %(places)s in the customer's country, within %(distance)s.", **told)
    if rules.get("same_country"):
        return _("Send from %(places)s in the customer's country.", **told)
    if rules.get("max_km"):
        return _("Send from %(places)s within %(distance)s of the customer.", **told)
    return _("Send from %(places)s.", **told)


def _only_listed(rules: dict[str, Any]) -> str:
    ids = rules.get("location_ids")
    if not ids:
        return ""
    names = queries.places()
    return _("Only from %(names)s.", names=listed((names.get(place, "?") for place in ids), "or"))


def _limits(rules: dict[str, Any]) -> list[str]:
    floor = rules.get("keep_on_floor")
    told = {
        "whole_order_only": _("Only from one that has the whole order."),
        "open_now": _("Only from one that is open now."),
        "before_cutoff": _("Only from one whose cut-off has not passed today."),
    }
    kept = ngettext(
        "Leave at least %(count)s of each product in a store.",
        "Leave at least %(count)s of each product in a store.",
        floor or 0,
        count=quantity(floor or 0),
    )
    return [*(sentence for name, sentence in told.items() if rules.get(name)), kept if floor else ""]


def _choice(criteria: list[str]) -> str:
    told = str(CRITERIA[criteria[0]])
    for name in criteria[1:]:
        told = _("%(before)s, then %(next)s", before=told, next=CRITERIA[name])
    return _("Choose %(criteria)s.", criteria=told)


def _parcels(rules: dict[str, Any]) -> str:
    most = rules.get("max_parcels")
    if not most:
        return ""
    return ngettext("At most %(count)s parcel.", "At most %(count)s parcels.", most, count=quantity(most))


def _split_cost(rules: dict[str, Any]) -> str:
    minor = rules.get("split_cost_minor")
    return _("Each parcel counts %(amount)s more.", amount=money(minor, shop().currency)) if minor else ""


def _rest(rules: dict[str, Any]) -> str:
    rest = rules.get("rest") or {"do": "backorder"}
    days = int(rest.get("days") or 0)
    return {
        "backorder": _("What nobody has waits for stock."),
        "hold": _("If something is missing, the order is put on hold."),
        "dropship": _("What we don't have is sent by a supplier; what no supplier has waits for stock."),
        "cancel": ngettext(
            "What nobody has waits for stock, and is canceled after %(count)s day.",
            "What nobody has waits for stock, and is canceled after %(count)s days.",
            days,
            count=quantity(days),
        ),
    }[rest["do"]]
