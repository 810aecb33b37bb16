"""fulfillment.pick_code: one unit by its scanned code."""

import pytest

from oms.db import DomainError
from tests.support import factories


def scan(work, code):
    return work.db.call("fulfillment.pick_code", p_order_id=work.id, p_code=code)


@pytest.mark.parametrize("code", ["4006381333931", "04006381333931", "MUG", "mug"])
def test_it_knows_the_barcode_and_the_sku(work, code):
    assert scan(work, code) == work.line("MUG").id
    assert work.line("MUG").picked == 1


def test_it_knows_the_serial_number_that_is_to_be_taken(db):
    variant = factories.tracked("serial")
    factories.lots(variant.id, factories.location(), S1=1, S2=1)
    order_id = factories.works(factories.place_order(lines=[factories.line(variant.sku)]).id)[0].id
    with pytest.raises(DomainError):
        db.call("fulfillment.pick_code", p_order_id=order_id, p_code="S2")
    db.call("fulfillment.pick_code", p_order_id=order_id, p_code="s1")
    assert db.value("select picked from fulfillment.lines where order_id = :id", id=order_id) == 1


def test_it_refuses_what_is_not_of_this_order(db, work, refusal):
    db.call("fulfillment.accept", p_order_id=work.id)
    assert refusal(scan, work, "4006381333932") == "OM501"
    assert work.state == "accepted"


def test_it_refuses_one_too_many(work, refusal):
    scan(work, "MUG")
    scan(work, "MUG")
    assert refusal(scan, work, "MUG") == "OM502"
    assert work.line("MUG").picked == 2


def test_it_tells_somebody_from_elsewhere_nothing(work, refusal, stranger):
    with stranger:
        assert refusal(scan, work, "MUG") == "OM403"
        assert refusal(scan, work, "NO-SUCH-CODE") == "OM403"
    assert work.line("MUG").picked == 0
