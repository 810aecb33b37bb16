"""The list as a file."""

import csv
import io
from typing import Any

import pytest

from oms.orders import export, listing
from tests.support.factories import line, place_order


def table(answer: Any) -> list[dict[str, str]]:
    assert answer.mimetype == "text/csv"
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))


@pytest.fixture
def placed(house: Any) -> Any:
    return place_order(
        lines=[line(house.sku, 2)], name="#77", customer={"email": "dora@example.com", "name": "Dora Buys"}
    )


def test_it_has_a_row_for_each_order_of_the_list(alice: Any, placed: Any, house: Any) -> None:
    place_order(lines=[line(house.sku)], payments=[])
    answer = alice.get("/orders/export.csv?payment=paid")
    [row] = table(answer)
    assert row["number"] == placed.number
    assert (row["customer"], row["total"], row["currency"]) == ("Dora Buys", "20.00", "EUR")
    assert (row["items"], row["locations"]) == ("2 x MUG-BLUE", "Berlin warehouse")
    assert "attachment" in answer.headers["Content-Disposition"]


def test_it_has_what_was_chosen(alice: Any, placed: Any, house: Any) -> None:
    place_order(lines=[line(house.sku)])
    rows = table(alice.get(f"/orders/export.csv?scope=chosen&id={placed.id}&id=no"))
    assert [row["number"] for row in rows] == [placed.number]


def test_it_has_only_what_the_reader_may_see(bob: Any, charlie: Any, placed: Any) -> None:
    assert [row["number"] for row in table(bob.get("/orders/export.csv"))] == [placed.number]
    assert table(charlie.get("/orders/export.csv")) == []
    assert table(charlie.get(f"/orders/export.csv?scope=chosen&id={placed.id}")) == []


def test_it_is_read_in_pieces(alice: Any, house: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(listing, "_AT_A_TIME", 2)
    placed = [place_order(lines=[line(house.sku)]).number for _ in range(5)]
    assert [row["number"] for row in table(alice.get("/orders/export.csv"))] == placed[::-1]


def test_it_asks_who_is_there(client: Any) -> None:
    assert client.get("/orders/export.csv").status_code == 303


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_taken_for_a_formula(alice: Any, house: Any, start: str) -> None:
    place_order(lines=[line(house.sku)], customer={"email": "eve@example.com", "name": f"{start}cmd|'/c calc'!A1"})
    [row] = table(alice.get("/orders/export.csv"))
    assert row["customer"].startswith("'")


def test_it_leaves_ordinary_text_alone() -> None:
    assert export._harmless("a=b") == "a=b"
