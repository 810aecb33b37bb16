"""fulfillment.retry_backorders: what waited goes on when stock is there."""

from tests.support import factories


def retry(db, order):
    return db.call("fulfillment.retry_backorders", p_request_id=order.request_id)


def test_it_makes_work_of_what_has_come_in(db):
    at = factories.location()
    sku = factories.stocked(at, quantity=1)
    order = factories.place_order(lines=[factories.line(sku, 3)])
    factories.stock(sku, at, 1)
    assert retry(db, order) is True
    assert [work.state for work in factories.works(order.id)] == ["released", "released"]
    assert db.value("select backordered from demand.lines") == 1


def test_it_says_when_there_is_still_nothing(db):
    order = factories.place_order(lines=[factories.line(factories.stocked(factories.location(), quantity=1), 3)])
    assert retry(db, order) is False
    assert db.value("select backordered from demand.lines") == 2
