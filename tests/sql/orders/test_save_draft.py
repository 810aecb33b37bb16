"""orders.save_draft: whatever there is so far is kept, and as much of its stock as there is is held."""

from typing import Any

import pytest

from oms.db import DomainError, call, row
from tests.support.drafts import draft_row, id_of, kept, save
from tests.support.factories import kit, line, location, place_order, stock, stocked, store


def test_it_keeps_and_holds(db: Any, assert_consistent: Any) -> None:
    sku = stocked(location(), 5)
    save("a", lines=[line(sku, 2)])
    draft = draft_row("a")
    assert (draft.version, draft.customer, draft.lines[0]["quantity"], draft.total_minor) == (1, "Dora Buys", 2, 2000)
    assert (draft.hours, draft.held_units) == (24, 2)
    assert row("select kind, owner, state from inventory.holds") == ("draft", "OMS", "active")
    assert_consistent()


def test_another_order_of_the_phone_is_another(db: Any) -> None:
    place_order(channel="phone", external_id="other")
    save("a", lines=[line(stocked(location(), 5), 2)])
    assert draft_row("a").version == 1


def test_it_needs_no_more_than_a_name_or_a_line(db: Any) -> None:
    save("a", lines=[])
    save("b", name="", lines=[{"sku": "NO SUCH", "quantity": "lots"}])
    assert draft_row("b").lines == [{"sku": "NO SUCH", "title": "", "quantity": 1}]
    with pytest.raises(DomainError) as refused:
        save("c", name="", lines=[])
    assert refused.value.code == "drafts_say_something"


def test_it_holds_what_there_is_of_each_line(db: Any, assert_consistent: Any) -> None:
    place = location()
    few, none, many = stocked(place, 1), stocked(place, 1), stocked(place, 9)
    place_order(lines=[line(none)])
    save("a", lines=[line(few, 3), line(none), line(many, 4), line(many, 2)])
    assert kept("a") == {few: 1, many: 6}
    save("a", 1, lines=[line(none)])
    assert kept("a") == {}
    assert draft_row("a").expires_at is None
    assert_consistent()


@pytest.mark.parametrize("wanted", [1, 2])
def test_what_is_held_is_told_in_the_order_of_skus(db: Any, wanted: int) -> None:
    place = location()
    for sku in "DCBA":
        stocked(place, 1, sku)
    save("a", lines=[line(sku, wanted if sku == "C" else 1) for sku in "ABCD"])
    (held,) = row("select held from orders.drafts")
    assert [found["variant_id"] for found in held] == sorted(found["variant_id"] for found in held)


def test_it_holds_the_parts_of_a_kit_that_can_be_made(db: Any, assert_consistent: Any) -> None:
    place = location()
    mug, tea = stocked(place, 5), stocked(place, 9)
    kit({mug: 2, tea: 1}, "SET")
    save("a", lines=[line("SET", 3), line(mug)])
    assert kept("a") == {"SET": 2, mug: 1}
    assert row("select sum(quantity) from inventory.hold_lines").sum == 7
    assert_consistent()


def test_it_holds_where_it_would_be_picked_up(db: Any) -> None:
    berlin, leipzig = store(), location()
    sku = stocked(leipzig, 5)
    stock(sku, berlin, 1)
    save("a", lines=[line(sku, 2)], delivery={"method": "pickup", "location_id": berlin})
    assert kept("a") == {sku: 1}


def test_it_replaces_the_version_that_was_opened(db: Any, assert_consistent: Any) -> None:
    sku = stocked(location(), 5)
    first = save("a", lines=[line(sku, 2)])
    assert save("a", 1, lines=[line(sku, 4)]) == first
    assert (draft_row("a").version, kept("a")) == (2, {sku: 4})
    assert_consistent()


def test_it_takes_the_same_again_as_the_same(db: Any) -> None:
    assert save("a") == save("a")
    assert draft_row("a").version == 1


def test_it_refuses_what_was_saved_meanwhile(db: Any) -> None:
    save("a", form={"name": "Dora"})
    with pytest.raises(DomainError) as refused:
        save("a", form={"name": "Dorothy"})
    assert (refused.value.code, refused.value.detail) == ("OM351", {"by": "OMS"})
    save("a", 1, form={"name": "Dorothy"})
    with pytest.raises(DomainError) as refused:
        save("a", 1, form={"name": "D."})
    assert refused.value.code == "OM351"


def test_it_refuses_what_is_over(db: Any) -> None:
    save("a")
    call("orders.discard_draft", p_draft_id=id_of("a"), p_version=1)
    with pytest.raises(DomainError) as refused:
        save("a", 1, form={"name": "Dorothy"})
    assert refused.value.code == "OM350"
    with pytest.raises(DomainError) as refused:
        save("b", 3)
    assert refused.value.code == "OM350"
    placed = place_order(channel="phone", external_id="c")
    with pytest.raises(DomainError) as refused:
        save("c")
    assert (refused.value.code, refused.value.detail) == ("OM352", {"number": placed.number})
