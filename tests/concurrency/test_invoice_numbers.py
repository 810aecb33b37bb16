"""Invoice numbers have no gap, whoever issues at the same moment, and whatever fails in between."""

from collections.abc import Callable
from typing import Any

from oms.db import transaction
from tests.support import factories
from tests.support.together import together


class ChangedMyMindError(Exception):
    """Undoes the transaction it is raised in."""


def test_numbers_stay_gapless_while_others_fail(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    works = [factories.works(factories.place_order().id)[0] for _ in range(24)]
    for work in works:
        factories.ship(work.id)

    def issue(work_id: int, *, fails: bool) -> None:
        with transaction():
            committed_db.call("invoices.issue", p_fulfillment_order_id=work_id)
            if fails:
                raise ChangedMyMindError

    outcomes = together(
        *[lambda work=work, place=place: issue(work.id, fails=place % 3 == 0) for place, work in enumerate(works)]
    )

    assert sum(isinstance(outcome, ChangedMyMindError) for outcome in outcomes) == 8
    assert [outcome for outcome in outcomes if outcome and not isinstance(outcome, ChangedMyMindError)] == []
    sequences = committed_db.rows("select sequence from invoices.invoices order by sequence")
    assert [found.sequence for found in sequences] == list(range(1, 17))
    assert_consistent()


def test_the_same_delivery_is_invoiced_once(committed_db: Any, assert_consistent: Callable[[], None]) -> None:
    work = factories.works(factories.place_order().id)[0]
    factories.ship(work.id)
    ids = together(*[lambda: committed_db.call("invoices.issue", p_fulfillment_order_id=work.id)] * 10)
    assert len(set(ids)) == 1
    assert committed_db.value("select count(*) from invoices.invoices") == 1
    assert_consistent()
