"""What is wrong with a profile, told so that people can put it right (see routing.profile_problems)."""

from typing import Any, NamedTuple

from flask_babel import gettext as _

from oms.routing.words import countries, listed


class Problem(NamedTuple):
    """One thing that is wrong; `refuses`: with it the profile can't decide."""

    text: str
    refuses: bool
    field: str


_FIELDS = {
    "bad_number": None,
    "no_criteria": "criteria",
    "no_kinds": "kinds",
    "nobody_serves": "kinds",
    "days_missing": "days",
}


def told(found: list[dict[str, Any]]) -> list[Problem]:
    """The problems in sentences, each with the field of the form that it belongs to."""
    return [
        Problem(
            _sentence(problem["code"], problem["detail"]),
            problem["severity"] == "refuse",
            _FIELDS.get(problem["code"], "") or problem["detail"].get("rule", ""),
        )
        for problem in found
    ]


def _sentence(code: str, detail: dict[str, Any]) -> str:
    names = {"names": listed(detail.get("names", ())), "countries": countries(detail.get("countries", ()))}
    known = {
        "no_criteria": _("“Choose” names nothing: say what counts first when locations are compared."),
        "unknown_criterion": _(
            "“Choose” names something that can't be compared: %(name)s.", name=detail.get("criterion")
        ),
        "repeated_criterion": _("“Choose” names the same twice: %(name)s.", name=detail.get("criterion")),
        "unknown_rule": _("There is no rule called %(name)s.", name=detail.get("rule")),
        "bad_number": _("Write a whole number that makes sense here."),
        "no_kinds": _("“Send from” names no kind of location, so nobody could send anything. Choose at least one."),
        "unknown_kind": _(
            "“Send from” names a kind of location that doesn't exist: %(name)s.", name=detail.get("kind")
        ),
        "no_locations": _("“Only from” lists no location, so nobody could send anything."),
        "bad_rest": _("Say what happens to what nobody has."),
        "days_missing": _("Say after how many days what nobody has is canceled: 1 to 365."),
        "nobody_serves": _(
            "“Send from” leaves every order without a location: none of these kinds is in use and ships."
        ),
        "listed_inactive": _("“Only from” lists %(names)s, which isn't in use any more.", **names),
        "listed_not_shipping": _("“Only from” lists %(names)s, which doesn't ship.", **names),
        "listed_kind_unused": _("“Only from” lists %(names)s, but “Send from” leaves out its kind.", **names),
        "without_address": _("%(names)s has no address.", **names),
        "unknown_distance": _(
            "“Within … km” can't hold for %(names)s: without coordinates its distance isn't known, so it is always allowed.",
            **names,
        ),
        "unmeasured": _(
            "“The shortest way” can't be measured for %(names)s, which has no coordinates: it comes last.", **names
        ),
        "without_hours": _(
            "%(names)s has no opening hours, so it is always taken as open, and its cut-off never passes.", **names
        ),
        "countries_unserved": _(
            "“In the customer's country” leaves orders to %(countries)s without a location: some came in the last 90 days.",
            **names,
        ),
        "no_supplier": _("What we don't have is to be sent by a supplier, but no location is one."),
        "no_stores": _("Something is to be left in stores, but no store sends anything."),
        "whole_is_one_parcel": _(
            "“At most … parcels” changes nothing: the whole order comes from one location anyway."
        ),
        "split_cost_unused": _(
            "What each parcel counts changes nothing: “the lowest cost” isn't among what is chosen by."
        ),
        "supplier_cost_unused": _(
            "“The cheapest supplier” changes nothing: suppliers aren't to send what we don't have."
        ),
    }
    return known[code]
