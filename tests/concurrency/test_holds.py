"""Soft promises under many hands: no unit is held twice, and what is held goes to its owner."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.together import Outcome, together

Check = Callable[[], None]


@pytest.fixture
def at(committed_db: Any) -> int:
    return factories.location()


def variant_of(db: Any, sku: str) -> int:
    return int(db.value("select id from catalog.variants where sku = :sku", sku=sku))


def hold(db: Any, at: int, key: str, *variant_ids: int, minutes: int = 15) -> int:
    claims = [{"variant_id": variant_id, "location_id": at, "quantity": 1} for variant_id in variant_ids]
    given = {"p_kind": "checkout", "p_owner": "", "p_minutes": minutes, "p_key": key}
    return int(db.call("inventory.hold", p_claims=claims, **given))


def refused(outcomes: list[Outcome]) -> Counter[str]:
    """How often what was refused; anything else that was raised is a fault."""
    errors = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert [error for error in errors if not isinstance(error, DomainError)] == []
    return Counter(error.code for error in errors if isinstance(error, DomainError))


def test_the_last_ten_units_are_held_ten_times(committed_db: Any, at: int, assert_consistent: Check) -> None:
    variant_id = variant_of(committed_db, factories.stocked(at, 10))
    outcomes = together(*[lambda n=n: hold(committed_db, at, f"cart-{n}", variant_id) for n in range(40)])
    assert refused(outcomes) == {"OM101": 30}
    assert_consistent()


def test_the_same_key_is_one_hold(committed_db: Any, at: int, assert_consistent: Check) -> None:
    variant_id = variant_of(committed_db, factories.stocked(at, 10))
    outcomes = together(*[lambda: hold(committed_db, at, "cart", variant_id)] * 20)
    assert len(set(outcomes)) == 1
    assert committed_db.value("select held from inventory.levels") == 1
    assert_consistent()


def test_everybody_gets_what_they_hold_though_others_wait_for_it(
    committed_db: Any, at: int, assert_consistent: Check
) -> None:
    sku = factories.stocked(at, 10)
    for n in range(10):
        hold(committed_db, at, f"cart-{n}", variant_of(committed_db, sku))
    owners = [factories.order(lines=[factories.line(sku)], hold=f"cart-{n}", stock_policy="refuse") for n in range(10)]
    others = [factories.order(lines=[factories.line(sku)], stock_policy="refuse") for _ in range(20)]

    outcomes = together(
        *[lambda order=order: committed_db.call("orders.place", p_order=order) for order in [*others, *owners]]
    )

    assert refused(outcomes[:20]) == {"OM101": 20}
    assert refused(outcomes[20:]) == {}
    assert committed_db.value("select sum(released) from demand.lines") == 10
    assert_consistent()


def test_one_hold_in_many_hands_ends_once(committed_db: Any, at: int, assert_consistent: Check) -> None:
    sku = factories.stocked(at, 1)
    for n in range(5):
        key = f"cart-{n}"
        hold(committed_db, at, key, variant_of(committed_db, sku))
        order = factories.order(lines=[factories.line(sku)], hold=key)
        works = [
            lambda order=order: committed_db.call("orders.place", p_order=order),
            lambda key=key: committed_db.call("inventory.release_hold", p_key=key),
            lambda key=key: committed_db.call("inventory.extend_hold", p_key=key, p_minutes=20),
            lambda key=key: hold(committed_db, at, key, variant_of(committed_db, sku)),
        ]
        assert set(refused(together(*works))) <= {"OM130", "OM101"}
        committed_db.call("inventory.release_hold", p_key=key)
        committed_db.call(
            "orders.cancel",
            p_order_id=committed_db.value("select max(id) from orders.orders"),
            p_reason="test",
        )
    assert tuple(committed_db.row("select reserved, held from inventory.levels")) == (0, 0)
    assert_consistent()


def test_carts_in_opposite_order_and_overdue_ones_do_not_deadlock(
    committed_db: Any, at: int, assert_consistent: Check
) -> None:
    skus = [factories.stocked(at, 6) for _ in range(3)]
    first, second, third = (variant_of(committed_db, sku) for sku in skus)
    for n in range(4):
        hold(committed_db, at, f"overdue-{n}", first, second, third)

    def late(work: Callable[[], object]) -> object:
        """In an hour from now, for this transaction."""
        with committed_db.transaction():
            committed_db.value("select set_config('oms.now', (now() + interval '1 hour')::text, true)")
            return work()

    works = []
    for n in range(8):
        basket = [factories.line(sku) for sku in (skus if n % 2 else reversed(skus))]
        order = factories.order(lines=basket)
        works += [
            lambda n=n: late(lambda: hold(committed_db, at, f"a-{n}", third, first)),
            lambda n=n: late(lambda: hold(committed_db, at, f"b-{n}", second, third)),
            lambda order=order: late(lambda: committed_db.call("orders.place", p_order=order)),
            lambda: late(lambda: committed_db.call("inventory.expire_holds")),
        ]

    assert set(refused(together(*works))) <= {"OM101"}
    assert committed_db.value("select count(*) from inventory.levels where reserved <> 6") == 0
    assert_consistent()
