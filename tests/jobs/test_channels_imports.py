"""Files of orders: looked through first, then placed one at a time; a bad order stops nothing else."""

from typing import Any

import pytest

from jobs import channels as jobs
from jobs.run import run_due
from oms.channels.shopify_csv import importing
from oms.db import call, row, rows, value
from tests.support.channels import channel, sold
from tests.support.factories import order_row, store
from tests.support.shopify import export, export_row, further_row


@pytest.fixture(autouse=True)
def _shop(app: Any) -> None:
    channel()
    sold("MUG", quantity=100)


def upload(content: bytes) -> Any:
    """Upload and look through; the import as it is then."""
    call("channels.create_import", p_channel="shop", p_file_name="orders.csv", p_content=content)
    run_due()
    return now()


def place() -> Any:
    """Place what was looked through."""
    call("channels.start_import", p_id=now().id)
    run_due()
    return now()


def now() -> Any:
    return row("select * from channels.imports order by id desc limit 1")


def counts(imported: Any) -> tuple[int, ...]:
    """Rows read, new, known, in quarantine, rows skipped."""
    return (
        imported.rows_read,
        imported.orders_new,
        imported.orders_known,
        imported.orders_quarantined,
        imported.rows_skipped,
    )


def problems() -> list[tuple[int, str, bool]]:
    found = rows("select row_number, reason ->> 'code' as code, is_skipped from channels.import_problems order by id")
    return [tuple(problem) for problem in found]


MIXED = [
    export_row(Name="#1", Id="1"),
    export_row(Name="#2", Id="2", Subtotal="20.00", Total="20.00"),
    further_row("#2"),
    export_row(Name="#3", Id="3", Lineitem_sku="NO", Total="99.00"),
    export_row(Name="", Id=""),
    export_row(Name="#4", Id="4", Fulfillment_Status="fulfilled"),
    export_row(Name="#5", Id="5", **{"Cancelled at": "2026-01-02 10:00:00 +0100"}),
    further_row("#1"),
    export_row(Name="#6", Id="6"),
]
EXPECTED = [
    (5, "unknown_sku", False),
    (5, "total_mismatch", False),
    (6, "no_name", True),
    (7, "sent_already", True),
    (8, "canceled_already", True),
    (9, "repeated", True),
]


def test_it_looks_first_and_places_nothing() -> None:
    imported = upload(export(MIXED))
    assert (imported.state, imported.is_dry_run, imported.rows_total) == ("done", True, 9)
    assert counts(imported) == (9, 3, 0, 1, 4)
    assert problems() == EXPECTED
    assert value("select count(*) from orders.orders") == value("select count(*) from channels.quarantine") == 0


def test_it_does_what_it_said() -> None:
    upload(export(MIXED))
    imported = place()
    assert (imported.state, imported.is_dry_run) == ("done", False)
    assert counts(imported) == (9, 3, 0, 1, 4)
    assert problems() == EXPECTED
    assert value("select count(*) from orders.orders") == 3
    assert value("select import_id from channels.quarantine") == imported.id


def test_it_knows_all_of_the_same_file_again() -> None:
    upload(export(MIXED))
    place()
    assert counts(upload(export(MIXED))) == (9, 0, 3, 1, 4)
    assert counts(place()) == (9, 0, 3, 1, 4)
    assert value("select count(*) from orders.orders") == 3


def test_it_knows_what_came_by_webhook_even_without_an_id() -> None:
    order = {
        "external_id": "77",
        "name": "#1",
        "lines": [{"sku": "MUG", "quantity": 1, "requires_shipping": False}],
        "ship_to": {"name": "D", "line1": "x", "postal_code": "1", "city": "B", "country_code": "DE"},
    }
    call("channels.place", p_channel="shop", p_order=order)
    assert counts(upload(export([export_row(Name="#1", Fulfillment_Status="fulfilled")]))) == (1, 0, 1, 0, 0)


def test_it_follows_payments_of_what_it_knows() -> None:
    upload(export([export_row(Id="1", Financial_Status="pending")]))
    place()
    upload(export([export_row(Id="1", Financial_Status="paid")]))
    place()
    assert value("select payment_status from orders.orders") == "paid"


def test_it_goes_on_where_time_was_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "SECONDS_MAX", -1)
    many = [export_row(Name=f"#{number}", Id=str(number)) for number in range(5)]
    assert counts(upload(export(many))) == (5, 5, 0, 0, 0)
    assert counts(place()) == (5, 5, 0, 0, 0)
    assert value("select count(*) from tasks.tasks where kind = 'channels.run_import'") > 2


def test_it_leaves_out_an_order_that_is_refused() -> None:
    many = [export_row(Name=f"#{number}", Id=str(number)) for number in range(3)]
    many[1]["Currency"] = "EUR"
    many[1]["Lineitem name"] = "x" * 10
    upload(export(many))
    call("channels.save_channel", p_channel={"code": "shop", "is_active": False})
    imported = place()
    assert (imported.state, imported.orders_new, imported.rows_skipped) == ("done", 0, 3)
    assert problems() == [(2, "refused", True), (3, "refused", True), (4, "refused", True)]


def test_it_says_which_columns_are_missing() -> None:
    imported = upload(b"Name,Total\n#1,5\n")
    assert (imported.state, imported.error) == ("failed", "Lineitem quantity, Lineitem name, Lineitem price")
    assert value("select count(*) from tasks.tasks where state = 'dead'") == 0


def test_it_takes_a_shipping_method_named_like_a_store_for_a_pickup() -> None:
    berlin = store("BERLIN", name="Berlin Mitte")
    nowhere = {f"Shipping_{part}": "" for part in ("Name", "Address1", "City", "Zip", "Country")}
    upload(export([export_row(Shipping_Method="Berlin Mitte", **nowhere)]))
    place()
    placed = order_row(value("select id from orders.orders"))
    assert (placed.method, placed.pickup_location_id) == ("pickup", berlin)


def test_it_lets_go_of_what_is_old(db: Any) -> None:
    jobs.forget({})  # what goes is in tests/sql/channels/test_forget.py
