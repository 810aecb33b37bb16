"""orders.promised: what an order's lines were promised for, as its customer reads it."""

from typing import Any

from tests.support import factories


def promised(db: Any, order: Any) -> list[Any]:
    return db.rows("select * from orders.promised(:id)", id=order.id)


def test_a_line_is_promised_once_all_of_it_has_its_place(db: Any) -> None:
    place = factories.location()
    there, short = factories.stocked(place), factories.stocked(place, 1)
    order = factories.place_order(lines=[factories.line(there), factories.line(short, 2)])
    (found,) = promised(db, order)
    assert (found.state, found.cause, found.expected_on) == ("open", None, found.promised_on)
    factories.stock(short, place)
    db.call("orders.reroute", p_order_id=order.id)
    assert len(promised(db, order)) == 2


def test_a_kit_is_promised_for_its_last_component(db: Any, owner: Any) -> None:
    place = factories.location()
    kit = factories.kit({factories.stocked(place): 1, factories.stocked(place): 1})
    order = factories.place_order(lines=[factories.line(kit.sku)])
    owner("update routing.promises set promised_on = promised_on + 3 where id = (select max(id) from routing.promises)")
    (found,) = promised(db, order)
    assert found.promised_on == db.value("select max(promised_on) from routing.promises")


def test_of_two_causes_it_is_that_of_the_later_day(db: Any, owner: Any) -> None:
    place = factories.location()
    kit = factories.kit({factories.stocked(place): 1, factories.stocked(place): 1})
    order = factories.place_order(lines=[factories.line(kit.sku)])
    owner(
        "update routing.promises as p set state = 'missed', resolved_at = now(), promised_on = promised_on + m.days, cause = m.cause"
        " from (select id, row_number() over (order by id)::int as days from routing.promises) as n"
        " join (values (1, 'stock'), (2, 'transit')) as m (days, cause) on m.days = n.days where p.id = n.id"
    )
    (found,) = promised(db, order)
    assert (found.state, found.cause) == ("missed", "transit")


def test_what_goes_back_to_waiting_keeps_its_promise_and_expects_no_day(db: Any) -> None:
    order = factories.place_order()
    db.call("fulfillment.reject", p_order_id=factories.works(order.id)[0].id, p_reason="closed")
    (found,) = promised(db, order)
    assert (found.state, found.expected_on) == ("open", None)
    assert found.promised_on


def test_what_is_not_wanted_any_more_is_not_promised(db: Any) -> None:
    place = factories.location()
    order = factories.place_order(lines=[factories.line(factories.stocked(place)) for _ in range(2)])
    kept, dropped = db.rows("select id from orders.lines order by id")
    chosen = [{"line_id": dropped.id, "quantity": 1}]
    db.call("orders.cancel_lines", p_order_id=order.id, p_lines=chosen, p_reason="customer")
    assert [found.line_id for found in promised(db, order)] == [kept.id]
