"""routing.measure_accuracies: of what was asked for in 90 days, how much could not be found."""

from typing import Any

from tests.support import factories
from tests.support.tasks import later


def accuracies(db: Any) -> list[tuple[int, int, int]]:
    db.call("routing.measure_accuracies")
    found = db.rows("select location_id, asked, short from routing.accuracies order by location_id")
    return [tuple(each) for each in found]


def test_it_counts_what_left_and_what_was_not_found(db: Any) -> None:
    place = factories.location()
    sku = factories.stocked(place)
    factories.ship(factories.works(factories.place_order(lines=[factories.line(sku, 3)]).id)[0].id)
    factories.place_order(lines=[factories.line(sku, 2)])
    line_id = db.value("select id from fulfillment.lines order by id desc limit 1")
    db.call("fulfillment.short", p_line_id=line_id, p_quantity=1)
    assert accuracies(db) == [(place, 4, 1)]


def test_it_forgets_what_is_long_ago_and_who_was_asked_nothing(db: Any) -> None:
    factories.location()
    factories.ship(factories.works(factories.place_order().id)[0].id)
    assert len(accuracies(db)) == 1
    later(days=91)
    assert accuracies(db) == []
