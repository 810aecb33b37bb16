"""Several people work on one draft: one order comes of it, and no unit is held twice."""

from collections.abc import Callable
from typing import Any

from oms.db import DomainError
from tests.support import factories
from tests.support.drafts import id_of, save
from tests.support.together import together

Check = Callable[[], None]


def test_two_people_place_the_same_draft(committed_db: Any, assert_consistent: Check) -> None:
    line = factories.line(factories.stocked(factories.location(), 5), 3)
    save("a", lines=[line])
    given = factories.order(channel="phone", external_id="a", draft=1, lines=[line], payments=[])

    outcomes = together(*[lambda: committed_db.call("orders.place", p_order=given)] * 6)

    assert sorted(placed.is_new for placed in outcomes) == [False] * 5 + [True]
    assert committed_db.value("select count(*) from orders.orders") == 1
    assert committed_db.value("select count(*) from orders.drafts") == 0
    assert committed_db.value("select (reserved, held)::text from inventory.levels") == "(3,0)"
    assert_consistent()


def test_a_draft_is_placed_saved_kept_and_discarded_at_once(committed_db: Any, assert_consistent: Check) -> None:
    sku = factories.stocked(factories.location(), 30)
    works: list[Callable[[], object]] = []
    for key in "abcdef":
        save(key, lines=[factories.line(sku, 2)])
        given = factories.order(channel="phone", external_id=key, draft=1, lines=[factories.line(sku, 2)], payments=[])
        opened = {"p_draft_id": id_of(key), "p_version": 1}
        works += [
            lambda given=given: committed_db.call("orders.place", p_order=given),
            lambda key=key: save(key, 1, lines=[factories.line(sku, 3)]),
            lambda opened=opened: committed_db.call("orders.keep_draft", **opened),
            lambda opened=opened: committed_db.call("orders.discard_draft", **opened),
        ]

    outcomes = together(*works)

    strange = [found for found in outcomes if isinstance(found, Exception) and not isinstance(found, DomainError)]
    assert strange == []
    live, placed = (
        committed_db.value("select array_agg(key order by key) from orders.drafts where discarded_at is null") or [],
        committed_db.value("select array_agg(external_id order by external_id) from orders.orders") or [],
    )
    assert not set(live) & set(placed)
    assert committed_db.value("select held from inventory.levels") == 3 * len(live)
    assert_consistent()
