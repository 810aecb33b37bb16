"""Receiving says which lots it is of."""

import pytest

from oms.db import DomainError
from tests.support import factories


@pytest.fixture
def at(db):
    return factories.location()


def refused(variant, at, **lots):
    with pytest.raises(DomainError) as found:
        factories.lots(variant.id, at, **lots)
    return found.value.code


def test_lots_add_up_to_the_level(at, assert_consistent):
    variant = factories.tracked()
    factories.lots(variant.id, at, A=3, B=4)
    factories.lots(variant.id, at, A=2)
    assert factories.lot_levels(variant.id) == {"A": (5, 0, 0), "B": (4, 0, 0)}
    assert_consistent()


def test_a_lot_without_expiry_is_refused(at):
    variant = factories.tracked(has_expiry=True)
    assert refused(variant, at, A=3) == "OM123"
    factories.lots(variant.id, at, A=(3, "2100-01-01"))
    assert refused(variant, at, A=(3, "2100-01-02")) == "OM125"


def test_a_serial_number_is_one_unit(at):
    variant = factories.tracked("serial")
    factories.lots(variant.id, at, S1=1, S2=1)
    assert refused(variant, at, S3=2) == "lot_levels_serial_is_one"
    assert refused(variant, at, S1=1) == "lot_levels_serial_is_one"
    assert refused(variant, factories.location(), S1=1) == "lot_levels_serial_once"


def test_the_same_serial_number_of_another_sku_is_another(at):
    for variant in (factories.tracked("serial"), factories.tracked("serial")):
        factories.lots(variant.id, at, S1=1)


def test_it_is_for_those_skus_that_ask(at):
    assert refused(factories.product(), at, A=3) == "OM127"


def test_a_code_is_clean(at):
    assert refused(factories.tracked(), at, **{"A B": 3}) == "lots_code_clean"


def test_they_must_add_up(db, at):
    variant = factories.tracked()
    for lots in (
        [{"code": "A", "quantity": 0}],
        [{"code": "A", "quantity": 2}],
        [{"code": "A", "quantity": 4}, {"code": "B", "quantity": -1}],
    ):
        with pytest.raises(DomainError) as found:
            db.call("inventory.receive", p_variant_id=variant.id, p_location_id=at, p_quantity=3, p_lots=lots)
        assert found.value.code == "OM124"


def test_who_does_not_say_is_refused_at_commit(committed_db):
    variant, at = factories.tracked(), factories.location()
    with pytest.raises(DomainError) as found:
        factories.stock(variant.sku, at, 3)
    assert (found.value.code, found.value.detail) == ("OM126", {"sku": variant.sku})
    factories.lots(variant.id, at, A=3)


def test_what_is_expired_on_arrival_is_unavailable(at, db):
    variant = factories.tracked(has_expiry=True)
    factories.lots(variant.id, at, OLD=(3, "2001-01-01"), NEW=(2, "2100-01-01"))
    assert factories.lot_levels(variant.id) == {"OLD": (3, 0, 3), "NEW": (2, 0, 0)}
    assert db.value("select available from inventory.levels") == 2
