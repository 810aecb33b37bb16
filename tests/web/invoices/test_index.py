"""The list of invoices: what was issued, searched, in a period, with its sums."""

from typing import Any

import pytest

from tests.support import factories
from tests.support.factories import line


@pytest.fixture
def issue(db: Any) -> Any:
    """Issue an invoice; its row."""

    def make(**given: Any) -> Any:
        work = factories.works(factories.place_order(**given).id)[0]
        factories.ship(work.id)
        invoice_id = db.call("invoices.issue", p_fulfillment_order_id=work.id)
        return db.row("select * from invoices.invoices where id = :id", id=invoice_id)

    return make


@pytest.fixture
def listed(log_in: Any) -> Any:
    """The numbers that the owner's list shows."""

    def numbers(query: str = "", invoices: tuple[Any, ...] = ()) -> set[str]:
        text = log_in("owner").get(f"/invoices{query}").text
        return {invoice.number for invoice in invoices if invoice.number in text}

    return numbers


def test_it_lists_invoices_with_their_sums(log_in, issue):
    invoice = issue()
    text = log_in("owner").get("/invoices").text
    assert invoice.number in text
    assert "1 invoice in EUR" in text
    assert "€10.00" in text


def test_it_finds_by_number_order_and_customer(listed, issue, db):
    place = factories.location()
    mine = issue(lines=[line(factories.stocked(place))], ship_to=address("Zoë Żółć"), customer={"name": "Zoë Żółć"})
    other = issue()
    order_number = db.value("select number from orders.orders where id = :id", id=mine.order_id)
    for words in (mine.number, order_number, "żółć"):
        assert listed(f"?q={words}", (mine, other)) == {mine.number}


def test_it_takes_a_percent_sign_for_one(listed, issue):
    assert listed("?q=%25", (issue(),)) == set()


def test_it_shows_a_period(listed, issue, db):
    db.value("select set_config('oms.now', '2031-03-31 12:00+02', true)")
    march = issue()
    db.value("select set_config('oms.now', '2031-04-01 12:00+02', true)")
    april = issue()
    both = (march, april)
    assert listed("?since=2031-03-01&until=2031-03-31", both) == {march.number}
    assert listed("?since=2031-04-01", both) == {april.number}
    assert listed("?since=yesterday", both) == {march.number, april.number}


def test_it_goes_on_with_older_ones(listed, issue):
    first, second = issue(), issue()
    assert listed(f"?before={second.id}", (first, second)) == {first.number}


def test_htmx_gets_only_the_list(log_in, issue):
    issue()
    text = log_in("owner").get("/invoices", htmx=True).text
    assert text.strip().startswith('<div class="stack" id="invoice_list">')


def test_it_says_how_invoices_come_about(log_in):
    assert "No invoices yet" in log_in("owner").get("/invoices").text


@pytest.mark.parametrize(("role", "status"), [("service", 200), ("warehouse", 403), ("store", 403)])
def test_it_is_for_those_who_may_see_invoices(log_in, role, status):
    assert log_in(role).get("/invoices").status_code == status


def test_it_asks_to_log_in(client):
    assert client.get("/invoices").status_code == 303


def address(name: str) -> dict[str, str]:
    return {"name": name, "line1": "ul. Święta 1", "city": "Łódź", "postal_code": "90-001", "country_code": "PL"}
