"""Where people work. Locations are inventory's, which stands above auth; app.py hands in what answers here."""

from typing import Protocol

from flask import Flask, current_app


class Workplaces(Protocol):
    """What auth needs to know of locations."""

    def choices(self) -> list[tuple[int, str]]: ...

    def of_person(self, person_id: int) -> tuple[int, ...]: ...

    def assign(self, person_id: int, location_ids: list[int]) -> None: ...


def init_app(app: Flask, answers: Workplaces) -> None:
    app.extensions["workplaces"] = answers


def choices() -> list[tuple[int, str]]:
    """The locations to choose from."""
    return _answers().choices()


def of_person(person_id: int) -> tuple[int, ...]:
    return _answers().of_person(person_id)


def assign(person_id: int, location_ids: list[int]) -> None:
    _answers().assign(person_id, location_ids)


def _answers() -> Workplaces:
    return current_app.extensions["workplaces"]
