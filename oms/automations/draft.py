"""A rule as it stands on the page while somebody builds it: rows of conditions and actions that come and go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from babel import numbers
from sqlalchemy import Row

from oms.automations.words import action_of, asks_person, asks_text, test_of
from oms.web.context import get_locale, shop
from oms.web.forms import parse_money_or_keep, write_money

MOST_ROWS = 20
_NUMBERS = ("units", "customer_orders", "age_hours")


@dataclass
class Draft:
    """What stands in the form, as people wrote it."""

    name: str = ""
    event: str = "order.placed"
    is_active: bool = True
    version: int | None = None
    conditions: list[dict[str, str]] = field(default_factory=list)  # test, value
    actions: list[dict[str, str]] = field(default_factory=lambda: [{"do": "tag", "person": "", "text": ""}])

    @classmethod
    def of_rule(cls, rule: Row[Any]) -> "Draft":
        actions = [
            {"do": action_of(action), "person": str(action.get("person_id") or ""), "text": action.get("text", "")}
            for action in rule.actions
        ]
        conditions = [{"test": test_of(condition), "value": _written(condition)} for condition in rule.conditions]
        return cls(rule.name, rule.event, rule.is_active, rule.version, conditions, actions)

    @classmethod
    def of_form(cls, form: Mapping[str, str]) -> "Draft":
        version = form.get("version", "")
        return cls(
            name=form.get("name", "").strip(),
            event=form.get("event", ""),
            is_active="is_active" in form,
            version=int(version) if version.isdecimal() and len(version) < 9 else None,  # noqa: PLR2004
            conditions=_rows(form, "conditions", ("test", "value")),
            actions=_rows(form, "actions", ("do", "person", "text")),
        )

    def press(self, button: str) -> None:
        """Add a row, or remove one, if that is what the button is for."""
        verb, _, rest = button.partition("-")
        kind, _, place = rest.partition("-")
        if verb == "add" and kind == "condition":
            self.conditions.append({"test": "total above", "value": ""})
        elif verb == "add" and kind == "action":
            self.actions.append({"do": "tag", "person": "", "text": ""})
        elif verb == "remove" and kind in ("condition", "action"):
            rows = self.conditions if kind == "condition" else self.actions
            rows[:] = [row for n, row in enumerate(rows) if str(n) != place]

    def rule(self) -> dict[str, Any]:
        """As automations.save_rule takes it."""
        return {
            "name": self.name,
            "event": self.event,
            "is_active": self.is_active,
            "conditions": [_condition(**row) for row in self.conditions],
            "actions": [_action(**row) for row in self.actions],
        }


def _rows(form: Mapping[str, str], kind: str, parts: tuple[str, ...]) -> list[dict[str, str]]:
    return [
        {part: form.get(f"{kind}-{n}-{part}", "").strip() for part in parts}
        for n in range(MOST_ROWS + 1)
        if f"{kind}-{n}-{parts[0]}" in form
    ]


def _condition(test: str, value: str) -> dict[str, Any]:
    """What can't be read is left as it is, for the database to refuse with its number."""
    fact, _, rest = test.partition(" ")
    operator, _, fixed = rest.partition(" ")
    made = {"fact": fact, "operator": operator, "value": fixed or value}
    if fact == "total":
        return made | {"value": str(parse_money_or_keep(value, shop().currency)), "currency": shop().currency}
    if fact in _NUMBERS:
        made["value"] = _number(value)
    return made


def _action(do: str, person: str, text: str) -> dict[str, Any]:
    what, _, which = do.partition(" ")
    made: dict[str, Any] = {"do": what}
    if what == "hold":
        made["reason"] = which
    if what == "route":
        made["profile_id"] = int(which) if which.isdecimal() and len(which) < 9 else None  # noqa: PLR2004
    if asks_person(do):
        made["person_id"] = int(person) if person.isdecimal() and len(person) < 18 else None  # noqa: PLR2004
    if asks_text(do):
        made["text"] = text
    return made


def _number(value: str) -> str:
    try:
        return f"{numbers.parse_decimal(value, locale=get_locale(), strict=True):f}"
    except numbers.NumberFormatError:
        return value


def _written(condition: dict[str, Any]) -> str:
    """A value as the reader would write it."""
    value = str(condition["value"])
    if "currency" in condition:
        return write_money(int(value), condition["currency"])
    if condition["fact"] in _NUMBERS:
        return numbers.format_decimal(Decimal(value), locale=get_locale(), group_separator=False)
    return "" if value in ("true", "false") else value
