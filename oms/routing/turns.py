"""A list that people put in order in a form: what its buttons ask for, without a script or with one."""

from typing import Any


def turn(items: list[Any], place: int, verb: str) -> None:
    """Move the item at a place up, down or to another place (to0, to1, ...), or drop it."""
    if verb == "drop":
        del items[place]
        return
    to = {"up": place - 1, "down": place + 1}.get(verb, place)
    if verb.startswith("to") and verb[2:].isdecimal():
        to = int(verb[2:])
    items.insert(max(to, 0), items.pop(place))
