"""Who works where, for auth, which may not ask for it itself (oms/auth/workplaces.py)."""

from oms.db import call, rows


def choices() -> list[tuple[int, str]]:
    """The locations somebody can be set to work at."""
    return [
        (place.id, place.name)
        for place in rows("select id, name from inventory.locations where is_active order by name")
    ]


def of_person(person_id: int) -> tuple[int, ...]:
    found = rows("select location_id from inventory.location_staff where person_id = :person_id", person_id=person_id)
    return tuple(place.location_id for place in found)


def assign(person_id: int, location_ids: list[int]) -> None:
    call("inventory.assign_staff", p_person_id=person_id, p_location_ids=location_ids)
