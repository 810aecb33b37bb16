"""What an address or a body names: found, or refused at the place where it stands."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from flask import abort
from sqlalchemy import Row

from oms.api import outgoing, queries
from oms.api.problems import Problem, invalid
from oms.db import DomainError
from oms.routing.queries import usable

_LARGEST_ID = 2**63 - 1


class Units(Protocol):
    """So many units of a line."""

    @property
    def position(self) -> int: ...
    @property
    def quantity(self) -> int: ...


def number(given: int) -> int:
    """An id; larger than this none can be."""
    return given if given <= _LARGEST_ID else abort(404)


def order(order_id: str) -> Row[Any]:
    uid = outgoing.uid_of(order_id) or abort(404)
    return queries.order(uid) or abort(404)


def location_id(code: str, place: str) -> int:
    """`place` is a JSON pointer, or the name of a parameter."""
    found = queries.location_id(code)
    if found is None:
        raise unknown("location", place)
    return found


def variant_id(sku: str, place: str) -> int:
    found = queries.variant_id(sku)
    if found is None:
        raise unknown("SKU", place)
    return found


def units(order_id: int, chosen: Sequence[Units]) -> list[dict[str, int]]:
    """Lines of an order, given by their positions, as its functions take them."""
    ids = {line.position: line.id for line in queries.order_lines(order_id)}
    for n, line in enumerate(chosen):
        if line.position not in ids:
            raise unknown("line", f"/lines/{n}/position")
    return [{"line_id": ids[line.position], "quantity": line.quantity} for line in chosen]


def person_id(email: str | None, place: str) -> int | None:
    """Nobody, where none is named."""
    if email is None:
        return None
    found = queries.person_id(email)
    if found is None:
        raise unknown("person", place)
    return found


def profile_id(name: str, place: str) -> int:
    """A routing profile that can decide."""
    for profile_id, known in usable().items():
        if known == name:
            return profile_id
    raise unknown("profile", place)


@contextmanager
def at(place: str) -> Iterator[None]:
    """What is refused inside is about this part of the body, whatever screens call it."""
    try:
        yield
    except DomainError as error:
        error.field = place
        raise


def unknown(what: str, place: str) -> Problem:
    kind = "pointer" if place.startswith("/") else "parameter"
    return invalid({kind: place, "code": f"unknown_{what.lower()}", "message": f"There is no such {what}."})
