"""How staff come to a customer's page, and make its link worthless."""

from tests.support import factories


def test_staff_are_led_to_the_page(log_in, link):
    order = factories.place_order()
    answer = log_in("service").post(f"/orders/{order.id}/customer-link")
    assert (answer.status_code, answer.headers["Location"]) == (303, link(order))


def test_store_staff_are_not_led_to_orders_of_others(log_in):
    here, elsewhere = factories.location(), factories.location()
    order = factories.place_order(at=here)
    assert log_in("store", locations=[elsewhere]).post(f"/orders/{order.id}/customer-link").status_code == 404


def test_it_asks_to_log_in(client):
    assert client.get(f"/orders/{factories.place_order().id}/customer-page").status_code == 303


def test_a_revoked_link_leads_nowhere_and_the_next_is_another(log_in, client, link):
    order = factories.place_order()
    before = link(order)
    assert log_in("service").post(f"/orders/{order.id}/customer-link/revocation").status_code == 303
    assert client.get(before).status_code == 404
    assert link(order) != before


def test_not_everybody_may_revoke(log_in):
    order = factories.place_order()
    assert log_in("store").post(f"/orders/{order.id}/customer-link/revocation").status_code == 403
