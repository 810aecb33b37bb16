"""The report of what was promised and kept."""

from typing import Any

from tests.support import factories


def test_it_tells_what_was_kept_and_why_not(log_in: Any, db: Any, owner: Any) -> None:
    place = factories.location(name="Berlin warehouse")
    for _ in range(2):
        package_id = factories.ship(factories.works(factories.place_order(at=place).id)[0].id)
        factories.deliver(package_id)
        owner("update routing.promises set promised_on = promised_on - 9 where state = 'open'")
    factories.place_order(at=place)
    owner("update routing.promises set promised_on = promised_on - 9 where state = 'open'")
    db.call("routing.measure_accuracies")
    page = log_in("owner").get("/reports/deliveries").text
    assert "Berlin warehouse found 2 of 2 units it was asked for, 100%." in page
    assert "of 2 lines" in page
    assert all(told in page for told in ("Berlin warehouse", "OMS Post", "Overdue"))


def test_it_has_nothing_to_tell_at_first(log_in: Any) -> None:
    owner = log_in("owner")
    assert "Nothing has been due yet" in owner.get("/reports/deliveries?days=7").text
    assert owner.get("/reports/deliveries?days=8").status_code == 404


def test_it_is_for_those_who_read_reports(log_in: Any) -> None:
    assert log_in("warehouse", locations=[factories.location()]).get("/reports/deliveries").status_code == 403
