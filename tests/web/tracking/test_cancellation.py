"""The customer cancels, after being asked once more, until somebody works on it."""

from tests.support import factories


def test_it_asks_once_more(client, link):
    address = link(factories.place_order(payments=[]))
    assert f"{address}/cancellation" in client.get(address).text
    assert "Cancel the order?" in client.get(f"{address}/cancellation").text


def test_it_cancels(client, link):
    order = factories.place_order(payments=[])
    answer = client.post(f"{link(order)}/cancellation")
    assert (answer.status_code, answer.headers["Location"]) == (303, link(order))
    assert factories.order_row(order.id).state == "canceled"


def test_it_is_not_offered_when_somebody_may_work_on_it(client, link):
    address = link(factories.place_order())
    assert "/cancellation" not in client.get(address).text
    assert client.get(f"{address}/cancellation").headers["Location"] == address


def test_it_is_refused_when_somebody_may_work_on_it(client, link):
    order = factories.place_order()
    answer = client.post(f"{link(order)}/cancellation")
    assert answer.status_code == 409
    assert "already being prepared" in answer.text
    assert factories.order_row(order.id).state == "placed"


def test_it_cancels_nothing_without_the_link(client, db):
    factories.place_order(payments=[])
    assert client.post(f"/t/{'A' * 27}/cancellation").status_code == 404
    assert db.value("select count(*) from orders.orders where state = 'canceled'") == 0


def test_no_other_site_can_cancel(client, link):
    order = factories.place_order(payments=[])
    answer = client.post(f"{link(order)}/cancellation", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert factories.order_row(order.id).state == "placed"
