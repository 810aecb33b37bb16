"""What we believed when an order was taken."""

from tests.support import factories


def later(db):
    db.value("select set_config('oms.now', cast(db.now() + interval '1 hour' as text), true)")


def test_it_shows_what_stood_before_the_order(log_in, db):
    london, leeds = factories.location("LONDON"), factories.location("LEEDS")
    sku = factories.stocked(london, 25)
    factories.stock(sku, leeds, 13)
    factories.place_order(lines=[factories.line(sku, 5)], source_location_ids=[london])
    later(db)
    order = factories.place_order(lines=[factories.line(sku, 2)], source_location_ids=[london])
    client = log_in("manager")
    assert f"/orders/{order.number}/stock" in client.get(f"/orders/{order.number}").text
    page = client.get(f"/orders/{order.number}/stock").text
    assert sku in page
    assert ">20<" in page
    assert ">18<" not in page
    assert ">13<" in page


def test_the_confined_see_their_own_location(log_in, db):
    london, leeds = factories.location("LONDON"), factories.location("LEEDS")
    sku = factories.stocked(london)
    factories.stock(sku, leeds)
    later(db)
    order = factories.place_order(lines=[factories.line(sku)], source_location_ids=[london])
    page = log_in("warehouse", locations=[london]).get(f"/orders/{order.number}/stock").text
    assert "London" in page
    assert "Leeds" not in page


def test_it_knows_no_other_order(log_in):
    assert log_in("manager").get("/orders/nope/stock").status_code == 404
