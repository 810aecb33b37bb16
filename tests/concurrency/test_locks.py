"""Two people do things to the same at the same moment: who comes second waits, and acts on what the first one left behind."""

import json
from collections.abc import Callable
from typing import Any

from oms.db import call, row, rows, transaction, value
from oms.db import engine as oms_engine
from tests.support import factories
from tests.support.drafts import draft, id_of, save
from tests.support.incoming import expect, in_days, line_of
from tests.support.interleaving import Statement, interleave

COMMIT: Statement = ("commit", {})
Scene = Callable[[], tuple[Statement, Statement]]


def step(function: str, **given: Any) -> Statement:
    return f"select {function}({', '.join(f'{name} => %({name})s' for name in given)})", given


def location_twice() -> tuple[Statement, Statement]:
    factories.location("TWICE")
    return (
        step("inventory.save_location", p_location='{"code": "TWICE", "priority": 7}'),
        step("inventory.save_location", p_location='{"code": "TWICE", "name": "Twice"}'),
    )


def pooled_while_tracked() -> tuple[Statement, Statement]:
    variant_id = factories.product("POOLED").id
    return (
        step("catalog.set_tracking", p_variant_id=variant_id, p_tracking="lot"),
        step("inventory.pool", p_variant_id=variant_id),
    )


def pool_sells_while_reserved() -> tuple[Statement, Statement]:
    """Four units are in a pool and two are not; one of the four is just being sold, so that the other five are all that is left."""
    at = factories.location()
    sku = factories.stocked(at, 5)
    variant_id = value("select id from catalog.variants where sku = :sku", sku=sku)
    call("inventory.pool", p_variant_id=variant_id)
    factories.place_order(lines=[factories.line(sku)])
    factories.stock(sku, at, 2)
    claims = json.dumps([{"variant_id": variant_id, "location_id": at, "quantity": 5}])
    return (
        step("orders.place", p_order=json.dumps(factories.order(lines=[factories.line(sku)]))),
        ("select inventory.reserve(%(claims)s), inventory.unreserve(%(claims)s)", {"claims": claims}),
    )


def received_while_tracked() -> tuple[Statement, Statement]:
    variant_id = factories.product("TRACKED").id
    return (
        step("catalog.set_tracking", p_variant_id=variant_id, p_tracking="lot"),
        step("inventory.receive", p_variant_id=variant_id, p_location_id=factories.location(), p_quantity=3),
    )


def first_stock_twice() -> tuple[Statement, Statement]:
    at = {"p_variant_id": factories.product("FIRST").id, "p_location_id": factories.location()}
    receive = step("inventory.receive", **at, p_quantity=3)
    return receive, receive


def lot() -> int:
    variant = factories.tracked()
    factories.lots(variant.id, factories.location(), A=10)
    return int(value("select max(id) from inventory.lots"))


def lot_recalled_twice() -> tuple[Statement, Statement]:
    recall = step("inventory.recall_lot", p_lot_id=lot(), p_reason="Glass")
    return recall, recall


def lot_adjusted_twice() -> tuple[Statement, Statement]:
    given = {"p_lot_id": lot(), "p_location_id": value("select max(id) from inventory.locations")}
    adjust = step("inventory.adjust_lot", **given, p_quantity=-2, p_reason="lost", p_note="", p_expected=10)
    return adjust, adjust


def full_count() -> tuple[int, str]:
    at = factories.location()
    sku = factories.stocked(at, 5)
    count_id = call("inventory.start_count", p_location_id=at, p_scope="full")
    call("inventory.tally", p_count_id=count_id, p_code=sku, p_quantity=5)
    return int(count_id), sku


def tallied_while_reviewed() -> tuple[Statement, Statement]:
    count_id, sku = full_count()
    return (
        step("inventory.review_count", p_count_id=count_id),
        step("inventory.tally", p_count_id=count_id, p_code=sku, p_quantity=1),
    )


def count_posted_while_sold() -> tuple[Statement, Statement]:
    at = factories.location()
    sku = factories.stocked(at, 5)
    count_id = call("inventory.start_count", p_location_id=at, p_scope="full")
    call("inventory.tally", p_count_id=count_id, p_code=sku, p_quantity=2)
    call("inventory.review_count", p_count_id=count_id)
    order = factories.order(lines=[factories.line(sku, 4)])
    return step("orders.place", p_order=json.dumps(order)), step("inventory.post_count", p_count_id=count_id)


def count_canceled_while_reviewed() -> tuple[Statement, Statement]:
    count_id, _sku = full_count()
    return (
        step("inventory.review_count", p_count_id=count_id),
        step("inventory.cancel_count", p_count_id=count_id, p_version=1),
    )


def count_canceled_twice() -> tuple[Statement, Statement]:
    count_id, _sku = full_count()
    cancel = step("inventory.cancel_count", p_count_id=count_id)
    return cancel, cancel


def transfer_readied_while_changed() -> tuple[Statement, Statement]:
    at = factories.location()
    sku = factories.stocked(at, 5)
    ends = {"p_source_id": at, "p_destination_id": factories.location()}
    transfer_id = call("inventory.create_transfer", **ends, p_lines=[{"sku": sku, "quantity": 1}])
    seen = value("select version from inventory.transfers where id = :id", id=transfer_id)
    return (
        step("inventory.set_transfer_line", p_transfer_id=transfer_id, p_code=sku, p_quantity=2),
        step("inventory.ready_transfer", p_transfer_id=transfer_id, p_version=seen),
    )


def lot_withdrawn_while_held() -> tuple[Statement, Statement]:
    """It has expired, and nobody has noticed yet."""
    at, variant = factories.location(), factories.tracked(has_expiry=True)
    with transaction():
        value("select set_config('oms.now', '2019-12-01T00:00Z', true)")
        factories.lots(variant.id, at, OLD=(3, "2020-01-01"))
    claims = json.dumps([{"variant_id": variant.id, "location_id": at, "quantity": 2}])
    given = {"p_kind": "checkout", "p_owner": "", "p_minutes": 15, "p_key": "spoiled"}
    return step("inventory.hold", p_claims=claims, **given), step("inventory.withdraw_lots")


def change_expires_while_discarded() -> tuple[Statement, Statement]:
    order = factories.place_order()
    with transaction():
        value("select set_config('oms.now', (now() - interval '1 day')::text, true)")
        given = {"add": [{"sku": factories.stocked(order.location_ids[0]), "quantity": 1}]}
        change_id = call("orders.propose_change", p_order_id=order.id, p_given=given)
    return step("orders.discard_change", p_change_id=change_id), step("orders.expire_changes")


def delivery() -> int:
    factories.product(sku := f"COMING-{value('select count(*) from inventory.incoming')}")
    return expect(factories.location(), 7, **{sku: 10})


def delivery_closed_while_received() -> tuple[Statement, Statement]:
    incoming_id = delivery()
    lines = f'[{{"line_id": {line_of(incoming_id).id}, "quantity": 10}}]'
    return (
        step("inventory.receive_incoming", p_incoming_id=incoming_id, p_lines=lines),
        step("inventory.close_incoming", p_incoming_id=incoming_id, p_reason="sold out"),
    )


def slip_of(incoming_id: int) -> Statement:
    late = {"p_expected_on": in_days(9).isoformat(), "p_reason": "late"}
    return step("inventory.reschedule_incoming", p_incoming_id=incoming_id, **late)


def order_of(incoming_id: int) -> Statement:
    sku = value("select v.sku from catalog.variants as v where v.id = :id", id=line_of(incoming_id).variant_id)
    return step("orders.place", p_order=json.dumps(factories.order(lines=[factories.line(sku)])))


def delivery_slips_while_promised() -> tuple[Statement, Statement]:
    incoming_id = delivery()
    return order_of(incoming_id), slip_of(incoming_id)


def delivery_promised_while_it_slips() -> tuple[Statement, Statement]:
    incoming_id = delivery()
    return slip_of(incoming_id), order_of(incoming_id)


def last_backorder_twice() -> tuple[Statement, Statement]:
    sku, variant_id = "BEYOND", factories.product("BEYOND").id
    call("demand.set_backorder_terms", p_variant_id=variant_id, p_channel="", p_is_allowed=True, p_most=1)
    first, second = (json.dumps(factories.order(lines=[factories.line(sku)])) for _ in range(2))
    return step("orders.place", p_order=first), step("orders.place", p_order=second)


def order_canceled_twice() -> tuple[Statement, Statement]:
    order = factories.place_order()
    return (
        step("orders.cancel", p_order_id=order.id, p_reason="other"),
        step("orders.cancel", p_order_id=order.id, p_reason="other"),
    )


def overdue_hold() -> str:
    """Of all there is; the SKU."""
    at = factories.location()
    sku = factories.stocked(at, 3)
    claims = [{"variant_id": value("select max(id) from catalog.variants"), "location_id": at, "quantity": 3}]
    with transaction():
        value("select set_config('oms.now', (now() - interval '1 hour')::text, true)")
        call("inventory.hold", p_claims=claims, p_kind="checkout", p_owner="", p_minutes=15, p_key=sku)
    return sku


def hold_expires_while_released() -> tuple[Statement, Statement]:
    return step("inventory.release_hold", p_key=overdue_hold()), step("inventory.expire_holds")


def hold_makes_room_while_released() -> tuple[Statement, Statement]:
    sku = overdue_hold()
    order = factories.order(lines=[factories.line(sku, 2)])
    return step("inventory.release_hold", p_key=sku), step("orders.place", p_order=json.dumps(order))


def hold_released_twice() -> tuple[Statement, Statement]:
    release = step("inventory.release_hold", p_key=overdue_hold())
    return release, release


def draft_of(key: str) -> dict[str, Any]:
    save(key)
    return {"p_draft_id": id_of(key), "p_version": 1}


def saved_again(key: str) -> Statement:
    return step("orders.save_draft", p_draft=json.dumps(draft(key, name="Eve")), p_version=1)


def draft_placed_while_discarded() -> tuple[Statement, Statement]:
    discard = step("orders.discard_draft", **draft_of("placed"))
    order = factories.order(channel="phone", external_id="placed", draft=1)
    return discard, step("orders.place", p_order=json.dumps(order))


def draft_saved_while_placed() -> tuple[Statement, Statement]:
    save("saved")
    order = factories.order(channel="phone", external_id="saved", draft=1)
    return step("orders.place", p_order=json.dumps(order)), saved_again("saved")


def draft_discarded_while_saved() -> tuple[Statement, Statement]:
    discard = step("orders.discard_draft", **draft_of("discarded"))
    return saved_again("discarded"), discard


def draft_kept_while_saved() -> tuple[Statement, Statement]:
    keep = step("orders.keep_draft", **draft_of("kept"))
    return saved_again("kept"), keep


# What the second is refused with.
SCENES: dict[Scene, list[str]] = {
    location_twice: [],
    pooled_while_tracked: ["OM126"],
    pool_sells_while_reserved: [],
    received_while_tracked: ["OM126"],
    first_stock_twice: [],
    lot_recalled_twice: ["OM128"],
    lot_adjusted_twice: ["OM109"],
    tallied_while_reviewed: ["OM143"],
    count_posted_while_sold: ["OM145"],
    count_canceled_while_reviewed: ["OM409"],
    count_canceled_twice: ["OM143"],
    transfer_readied_while_changed: ["OM409"],
    lot_withdrawn_while_held: [],
    change_expires_while_discarded: [],
    delivery_closed_while_received: ["OM164"],
    delivery_slips_while_promised: [],
    delivery_promised_while_it_slips: [],
    last_backorder_twice: ["OM101"],
    order_canceled_twice: ["OM303"],
    hold_expires_while_released: [],
    hold_makes_room_while_released: [],
    hold_released_twice: [],
    draft_placed_while_discarded: ["OM350"],
    draft_saved_while_placed: ["OM352"],
    draft_discarded_while_saved: ["OM351"],
    draft_kept_while_saved: ["OM351"],
}


def test_who_comes_second_acts_on_what_the_first_left(
    server: Any, committed_db: Any, assert_consistent: Callable[[], None]
) -> None:
    url = server.app_url(oms_engine._engine.url.database)
    told = {}
    for scene in SCENES:
        first, second = scene()
        refused_first, refused_second = interleave(url, [[first, COMMIT], [second, COMMIT]], (0, 1, 0, 1))
        assert refused_first == [], scene.__name__
        told[scene.__name__] = [error.sqlstate for error in refused_second]

    assert told == {scene.__name__: refused for scene, refused in SCENES.items()}
    assert tuple(row("select name, priority from inventory.locations where code = 'TWICE'")) == ("Twice", 7)
    assert rows("select distinct promised_on from demand.pegs") == [(in_days(9),)]
    assert_consistent()
