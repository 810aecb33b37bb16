"""Reading JSON that others wrote: nothing in it is taken for granted."""

import json
import re
from decimal import Decimal
from typing import Any, NoReturn

Payload = dict[str, Any]

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # neither PostgreSQL nor UTF-8 has a place for these


def parse(body: str) -> Any:
    """JSON with exact numbers. Raises ValueError for what is none."""
    try:
        return _storable(json.loads(body, parse_float=Decimal, parse_constant=_refuse))
    except RecursionError as error:
        message = "nested too deeply"
        raise ValueError(message) from error


def items(payload: Payload, name: str) -> list[Payload]:
    """The objects of a list; none where there is no list."""
    found = payload.get(name)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def part(payload: Payload, name: str) -> Payload:
    """An object inside; empty where there is none."""
    found = payload.get(name)
    return found if isinstance(found, dict) else {}


def text(payload: Payload, *names: str) -> str:
    """The first of these that says something."""
    for name in names:
        found = payload.get(name)
        if isinstance(found, str | int | Decimal) and not isinstance(found, bool) and str(found).strip():
            return str(found).strip()
    return ""


def _storable(given: Any) -> Any:
    if isinstance(given, str):
        return _UNSTORABLE.sub("", given)
    if isinstance(given, list):
        return [_storable(item) for item in given]
    if isinstance(given, dict):
        return {_UNSTORABLE.sub("", key): _storable(item) for key, item in given.items()}
    return given


def _refuse(constant: str) -> NoReturn:
    message = f"{constant} is no JSON"
    raise ValueError(message)
