from typing import Any

import pytest

from jobs.run import run_due
from oms.reports.invariants import invariants
from tests.support import factories
from tests.support.tasks import later


@pytest.fixture
def owner_page(log_in: Any) -> Any:
    return log_in("owner")


def test_it_shows_every_promise(owner_page):
    page = owner_page.get("/reports").text
    for promise in invariants().values():
        assert promise.title in page
        assert promise.description in page
    assert "Not everything has been checked yet" in page


def test_it_finds_that_every_promise_holds(owner_page, db):
    factories.ship(factories.works(factories.place_order().id)[0].id)
    answer = owner_page.post("/reports/checks")
    assert answer.location == "/reports"
    assert "All data is being checked." in owner_page.get("/reports").text
    run_due()
    page = owner_page.get("/reports").text
    assert "Every promise holds" in page
    assert "All data, last checked" in page
    assert "All data is being checked." not in page
    assert db.value("select count(*) from reports.checks where broken = 0") == len(invariants())


def test_it_tells_all_data_from_what_has_changed(owner_page, db):
    owner_page.post("/reports/checks")
    run_due()
    later(minutes=20)
    assert owner_page.post("/reports/changes/checks").location == "/reports"
    page = owner_page.get("/reports").text
    assert "All data, last checked" in page
    assert "What has changed since, last checked" in page
    assert ">20m</time>" in page


def test_it_says_when_all_held_last(owner_page, db, owner):
    owner_page.post("/reports/changes/checks")
    later(minutes=20)
    owner("alter table orders.orders drop constraint orders_total_adds_up")
    owner("update orders.orders set tax_minor = tax_minor + 1 where id = :id", id=factories.place_order().id)
    owner_page.post("/reports/changes/checks")
    page = owner_page.get("/reports").text
    assert "The last time that every promise held" in page
    assert ">20m</time>" in page


def test_it_shows_what_is_broken(owner_page, db, owner):
    order = factories.place_order()
    owner("alter table orders.orders drop constraint orders_total_adds_up")
    owner("update orders.orders set tax_minor = tax_minor + 1 where id = :id", id=order.id)
    owner_page.post("/reports/checks/orders_add_up")
    page = owner_page.get("/reports").text
    assert "1 promise is broken" in page
    assert "1 row breaks it" in page
    assert f"number = {order.number}" in page


def test_it_answers_htmx_with_the_list_alone(owner_page):
    answer = owner_page.post("/reports/checks/orders_add_up", htmx=True)
    assert answer.text.startswith('<div class="stack" id="invariants"')


def test_it_knows_no_other_promise(owner_page):
    assert owner_page.post("/reports/checks/everything_is_fine").status_code == 404
    assert owner_page.post("/reports/checks/..%2F..%2Fsettings").status_code == 404


@pytest.mark.parametrize("role", ["service", "warehouse", "store"])
def test_it_is_for_those_who_see_the_whole(log_in, client, db, role):
    somebody = log_in(role)
    assert somebody.get("/reports").status_code == 403
    assert somebody.post("/reports/checks").status_code == 403
    assert somebody.post("/reports/changes/checks").status_code == 403
    assert client.post("/reports/checks").status_code == 303
    assert db.value("select count(*) from reports.checks") == 0
