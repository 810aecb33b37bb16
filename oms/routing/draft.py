"""The rules of a profile as they stand in the form while somebody writes them: criteria come, go and move."""

from dataclasses import dataclass, field
from typing import Any

from werkzeug.datastructures import MultiDict

from oms.routing.turns import turn
from oms.routing.words import CRITERIA, KINDS
from oms.web.context import shop
from oms.web.forms import parse_money_or_keep, write_money

SWITCHES = ("same_country", "whole_order_only", "open_now", "before_cutoff")
NUMBERS = ("max_km", "keep_on_floor", "max_parcels")
_DIGITS_MAX = 9


@dataclass
class Draft:
    """What stands in the form, as people wrote it."""

    kinds: list[str] = field(default_factory=list)
    location_ids: list[str] = field(default_factory=list)
    criteria: list[str] = field(default_factory=list)
    rest: str = "backorder"
    texts: dict[str, str] = field(default_factory=dict)  # numbers, the amount of a parcel, days
    switches: set[str] = field(default_factory=set)

    @classmethod
    def of_rules(cls, rules: dict[str, Any]) -> "Draft":
        rest = rules.get("rest") or {"do": "backorder"}
        texts = {name: str(rules[name]) for name in NUMBERS if rules.get(name)}
        if rules.get("split_cost_minor"):
            texts["split_cost_minor"] = write_money(rules["split_cost_minor"], shop().currency)
        return cls(
            kinds=rules.get("kinds") or list(KINDS),
            location_ids=[str(place) for place in rules.get("location_ids") or ()],
            criteria=list(rules["criteria"]),
            rest=rest["do"],
            texts=texts | {"days": str(rest.get("days") or "")},
            switches={name for name in SWITCHES if rules.get(name)},
        )

    @classmethod
    def of_form(cls, form: MultiDict[str, str]) -> "Draft":
        return cls(
            kinds=[kind for kind in form.getlist("kinds") if kind in KINDS],
            location_ids=[place for place in form.getlist("location_ids") if _is_number(place)],
            criteria=[name for name in form.getlist("criteria") if name in CRITERIA],
            rest=form.get("rest", "backorder"),
            texts={name: form.get(name, "").strip() for name in (*NUMBERS, "split_cost_minor", "days")},
            switches={name for name in SWITCHES if name in form},
        )

    @property
    def unused(self) -> list[str]:
        """The criteria that could still be added."""
        return [name for name in CRITERIA if name not in self.criteria]

    def press(self, button: str, added: str) -> None:
        """Add a criterion, move one or take it out, if that is what the button is for."""
        verb, _, name = button.partition("-")
        if verb == "add" and added in self.unused:
            self.criteria.append(added)
        elif name in self.criteria:
            turn(self.criteria, self.criteria.index(name), verb)

    def rules(self) -> dict[str, Any]:
        """As routing.save_draft takes them; what can't be read is left as it is, for the database to refuse."""
        made: dict[str, Any] = {"criteria": self.criteria, "rest": {"do": self.rest}}
        if set(self.kinds) != set(KINDS):
            made["kinds"] = self.kinds
        if self.location_ids:
            made["location_ids"] = [int(place) for place in self.location_ids]
        if self.rest == "cancel":
            made["rest"]["days"] = _number(self.texts["days"])
        made |= dict.fromkeys(sorted(self.switches), True)
        made |= {name: _number(self.texts[name]) for name in NUMBERS if self.texts[name]}
        if self.texts["split_cost_minor"]:
            made["split_cost_minor"] = parse_money_or_keep(self.texts["split_cost_minor"], shop().currency)
        return made


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= _DIGITS_MAX


def _number(text: str) -> int | str:
    return int(text) if _is_number(text) else text
