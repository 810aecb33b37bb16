"""A hot SKU sold from a pool: no unit is sold twice, none is lost, and the last one goes to somebody."""

import threading
from collections import Counter
from collections.abc import Callable
from itertools import count
from typing import Any

from oms.db import DomainError
from tests.support import factories
from tests.support.together import Outcome, together

Check = Callable[[], None]
_numbers = count(1)


def pooled(db: Any, at: int, quantity: int) -> str:
    sku = factories.stocked(at, quantity)
    db.call("inventory.pool", p_variant_id=variant_of(db, sku))
    return sku


def variant_of(db: Any, sku: str) -> int:
    return int(db.value("select id from catalog.variants where sku = :sku", sku=sku))


def buyers(db: Any, *baskets: dict[str, int]) -> list[Callable[[], object]]:
    """Somebody else for each basket of SKUs and quantities; what is not there is refused."""

    def buyer(basket: dict[str, int]) -> Callable[[], object]:
        lines = [factories.line(sku, quantity) for sku, quantity in basket.items()]
        customer = {"email": f"buyer-{next(_numbers)}@example.com", "name": "Dora"}
        order = factories.order(lines=lines, customer=customer, stock_policy="refuse")
        return lambda: db.call("orders.place", p_order=order)

    return [buyer(basket) for basket in baskets]


def refused(outcomes: list[Outcome]) -> Counter[str]:
    """How often what was refused; anything else that was raised is a fault."""
    errors = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert [error for error in errors if not isinstance(error, DomainError)] == []
    return Counter(error.code for error in errors if isinstance(error, DomainError))


def test_fifty_buyers_of_the_last_ten_units_get_exactly_ten(committed_db: Any, assert_consistent: Check) -> None:
    sku = pooled(committed_db, factories.location(), 10)
    outcomes = together(*buyers(committed_db, *[{sku: 1}] * 50))
    assert refused(outcomes) == {"OM101": 40}
    assert_consistent()


def test_the_pool_is_filled_again_while_it_sells(committed_db: Any, assert_consistent: Check) -> None:
    sku = pooled(committed_db, factories.location(), 1200)
    outcomes = together(*buyers(committed_db, *[{sku: 40}] * 30))
    assert refused(outcomes) == {}
    assert committed_db.value("select available from inventory.stock") == 0
    assert_consistent()


def test_large_and_mixed_baskets_neither_deadlock_nor_lose_a_unit(committed_db: Any, assert_consistent: Check) -> None:
    at = factories.location()
    skus = [pooled(committed_db, at, 20), factories.stocked(at, 20), pooled(committed_db, at, 20)]
    first, second, third = skus
    variant_ids = [variant_of(committed_db, sku) for sku in skus]

    def hold(n: int) -> object:
        claims = [{"variant_id": variant_id, "location_id": at, "quantity": 1} for variant_id in reversed(variant_ids)]
        given = {"p_kind": "checkout", "p_owner": "", "p_minutes": 15, "p_key": f"cart-{n}"}
        return committed_db.call("inventory.hold", p_claims=claims, **given)

    baskets = [{third: 2, first: 3}, {first: 1, second: 1}, {second: 2, third: 1}, {third: 4}] * 6
    outcomes = together(*buyers(committed_db, *baskets), *[lambda n=n: hold(n) for n in range(8)])

    assert set(refused(outcomes)) <= {"OM101"}
    assert_consistent()


def test_it_is_switched_on_and_off_while_buyers_buy(committed_db: Any, assert_consistent: Check) -> None:
    at = factories.location()
    sku = factories.stocked(at, 30)
    variant_id = variant_of(committed_db, sku)
    level = {"p_variant_id": variant_id, "p_location_id": at}

    def switch() -> None:
        for _ in range(5):
            committed_db.call("inventory.pool", p_variant_id=variant_id)
            committed_db.call("inventory.unpool", p_variant_id=variant_id)

    def correct() -> None:
        for quantity in (2, -2, 1, -1):
            committed_db.call("inventory.adjust", **level, p_quantity=quantity, p_reason="counted")

    outcomes = together(*buyers(committed_db, *[{sku: 1}] * 45), switch, switch, correct)

    assert set(refused(outcomes)) <= {"OM101", "levels_reserved_within_on_hand"}
    sold = sum(not isinstance(outcome, Exception) for outcome in outcomes[:45])
    assert committed_db.value("select on_hand - available from inventory.stock") == sold
    assert sold >= 30
    assert_consistent()


def test_what_somebody_gives_up_at_the_last_moment_goes_to_who_waits(
    committed_db: Any, assert_consistent: Check
) -> None:
    """One has the last unit and hesitates; the other waits, and gets it."""

    sku = pooled(committed_db, factories.location(), 2)
    for buy in buyers(committed_db, {sku: 1}):
        buy()
    waits = threading.Event()

    class ChangedMindError(Exception):
        pass

    def hesitate() -> None:
        (buy,) = buyers(committed_db, {sku: 1})
        with committed_db.transaction():
            buy()
            waits.set()
            threading.Event().wait(0.5)
            raise ChangedMindError

    def want() -> object:
        waits.wait(30)
        (buy,) = buyers(committed_db, {sku: 1})
        return buy()

    first, second = together(hesitate, want)
    assert isinstance(first, ChangedMindError)
    assert not isinstance(second, Exception)
    assert_consistent()
