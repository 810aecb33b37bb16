import pytest

from oms.db import Actor, DomainError
from tests.support import factories


def create(db, source, destination, *lines):
    given = {"p_lines": list(lines)} if lines else {}
    return db.call("inventory.create_transfer", p_source_id=source, p_destination_id=destination, **given)


def test_it_is_a_draft_that_moves_and_promises_nothing(transfer):
    assert transfer.now.state == "draft"
    assert transfer.now.number == f"T-{transfer.id}"
    told = transfer.db.rows("select subject_id, data from history.events where type = 'transfer.draft'")
    assert told == [(transfer.id, {"number": transfer.now.number})]
    assert transfer.source.figures == (10, 0)
    assert transfer.incoming == 0


def test_it_adds_up_the_same_sku(db, level):
    sku = factories.product().sku
    there = factories.location()
    transfer_id = create(db, level.location_id, there, {"sku": sku, "quantity": 2}, {"sku": sku, "quantity": 3})
    assert db.value("select quantity from inventory.transfer_lines where transfer_id = :id", id=transfer_id) == 5


def test_it_goes_from_one_place_to_another(db, level):
    with pytest.raises(DomainError) as refused:
        create(db, level.location_id, level.location_id)
    assert refused.value.code == "transfers_between_two_places"


def test_it_refuses_a_sku_that_nobody_knows(db, level):
    with pytest.raises(DomainError) as refused:
        create(db, level.location_id, factories.location(), {"sku": "NO-SUCH", "quantity": 1})
    assert (refused.value.code, refused.value.message) == ("OM140", "There is no SKU or barcode NO-SUCH.")


@pytest.mark.parametrize("quantity", [0, -1])
def test_it_refuses_nothing_and_less(db, level, quantity):
    line = {"sku": factories.product().sku, "quantity": quantity}
    with pytest.raises(DomainError) as refused:
        create(db, level.location_id, factories.location(), line)
    assert refused.value.code == "transfer_lines_quantity_positive"


def test_it_is_drafted_at_either_end_and_nowhere_else(db, level):
    there, elsewhere = factories.location(), factories.location()
    with db.acting_as(Actor("person", 7, "Charlie", (there,))):
        assert create(db, level.location_id, there)
    with db.acting_as(Actor("person", 7, "Charlie", (elsewhere,))), pytest.raises(DomainError) as refused:
        create(db, level.location_id, there)
    assert refused.value.code == "OM403"
