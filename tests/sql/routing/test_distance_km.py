"""routing.distance_km: great circles."""

from typing import Any


def distance(db: Any, *degrees: float | None) -> int | None:
    names = ("p_latitude1", "p_longitude1", "p_latitude2", "p_longitude2")
    return db.call("routing.distance_km", **dict(zip(names, degrees, strict=True)))


def test_it_measures_berlin_to_lisbon(db: Any) -> None:
    assert abs(distance(db, 52.52, 13.405, 38.722, -9.139) - 2315) <= 10


def test_it_is_zero_for_the_same_place(db: Any) -> None:
    assert distance(db, 52.5, 13.4, 52.5, 13.4) == 0


def test_it_goes_around_the_date_line(db: Any) -> None:
    assert distance(db, 0, 179.5, 0, -179.5) == 111


def test_it_does_not_know_without_coordinates(db: Any) -> None:
    assert distance(db, 52.5, 13.4, None, None) is None
