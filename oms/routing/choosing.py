"""The rules that choose profiles as they stand in the form while somebody writes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row
from wtforms.validators import ValidationError

from oms.routing.turns import turn
from oms.web.context import shop
from oms.web.forms import parse_money, write_money

MOST_ROWS = 50
_PARTS = ("channel", "country_code", "tag", "minimum", "profile_id")


@dataclass
class Choosing:
    """Every rule as people wrote it, and the fingerprint of those that they saw."""

    seen: str = ""
    rows: list[dict[str, str]] = field(default_factory=list)

    @classmethod
    def of_rules(cls, rules: list[Row[Any]], seen: str) -> "Choosing":
        return cls(seen, [_written(rule) for rule in rules] or [dict.fromkeys(_PARTS, "")])

    @classmethod
    def of_form(cls, form: Mapping[str, str]) -> "Choosing":
        return cls(
            form.get("seen", ""),
            [
                {part: form.get(f"rules-{n}-{part}", "").strip() for part in _PARTS}
                for n in range(MOST_ROWS)
                if f"rules-{n}-profile_id" in form
            ],
        )

    def press(self, button: str) -> None:
        """Add a rule, move one or take it out, if that is what the button is for."""
        verb, _, place = button.partition("-")
        if verb == "add":
            self.rows.append(dict.fromkeys(_PARTS, ""))
        elif place.isdecimal() and int(place) < len(self.rows):
            turn(self.rows, int(place), verb)

    @property
    def mistakes(self) -> dict[int, str]:
        """What is wrong with the amounts, by the place of the rule."""
        found = {n: _mistake(row["minimum"]) for n, row in enumerate(self.rows)}
        return {n: mistake for n, mistake in found.items() if mistake}

    def rules(self) -> list[dict[str, Any]]:
        """As routing.save_rules takes them, where every amount can be read."""
        return [
            {
                "channel": row["channel"] or None,
                "country_code": row["country_code"] or None,
                "tag": row["tag"] or None,
                "minimum_minor": _minor(row["minimum"]),
                "profile_id": int(row["profile_id"]) if row["profile_id"].isdecimal() else None,
            }
            for row in self.rows
        ]


def _written(rule: Row[Any]) -> dict[str, str]:
    return {
        "channel": rule.channel or "",
        "country_code": rule.country_code or "",
        "tag": rule.tag or "",
        "minimum": write_money(rule.minimum_minor, shop().currency) if rule.minimum_minor else "",
        "profile_id": str(rule.profile_id),
    }


def _minor(text: str) -> int | None:
    return parse_money(text, shop().currency) if text else None


def _mistake(text: str) -> str:
    try:
        _minor(text)
    except ValidationError as error:
        return str(error)
    return ""
