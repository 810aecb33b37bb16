"""Every change of a level is kept, and nothing of it can be changed afterwards."""

import pytest
from sqlalchemy.exc import ProgrammingError

from oms.db import DomainError
from tests.support import factories


def test_it_keeps_each_step_with_what_was_reserved(db):
    at = factories.location()
    variant_id = factories.stock(factories.product("MUG").sku, at, 10)
    db.call("inventory.reserve", p_claims=[{"variant_id": variant_id, "location_id": at, "quantity": 3}])
    db.call("inventory.set_terms", p_variant_id=variant_id, p_location_id=at, p_safety=2, p_unavailable=1, p_bin="")
    kept = db.rows(
        "select on_hand, reserved, safety, unavailable from inventory.level_history where variant_id = :id order by id",
        id=variant_id,
    )
    assert [tuple(row) for row in kept] == [(10, 0, 0, 0), (10, 3, 0, 0), (10, 3, 2, 1)]


@pytest.mark.parametrize(
    "sql", ["update inventory.level_history set reserved = 0", "delete from inventory.level_history"]
)
def test_nobody_rewrites_it(db, owner, sql):
    factories.stocked(factories.location())
    with pytest.raises((ProgrammingError, DomainError)):
        db.rows(sql)
    with pytest.raises(Exception, match="append"):
        owner(sql)
