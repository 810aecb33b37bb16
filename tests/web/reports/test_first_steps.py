import pytest

from tests.support import factories

STEPS = ("Say who you are", "Add a location", "Add a product", "Receive stock", "Connect a channel")


def test_it_leads_the_owner_of_a_new_shop_there(log_in):
    owner = log_in("owner")
    assert owner.get("/").location == "/first-steps"
    page = owner.get("/first-steps").text
    assert all(step in page for step in STEPS)
    assert page.count(">Begin<") == 1


def test_it_ticks_off_what_is_done(log_in):
    owner = log_in("owner")
    factories.stocked(factories.location())
    page = owner.get("/first-steps").text
    assert page.count('aria-label="done"') == 3
    assert 'href="/settings/locations/new"' not in page


def test_it_leads_to_orders_as_soon_as_there_are_some(log_in):
    factories.place_order()
    assert log_in("owner").get("/").location == "/orders"


def test_it_leads_to_orders_when_everything_is_ready(log_in, db):
    factories.stocked(factories.location())
    db.call("db.save_shop", p_shop={**db.row("select * from db.shop")._asdict(), "name": "Mine", "city": "Leeds"})
    channel = {
        "code": "web",
        "name": "Web",
        "kind": "api",
        "currency": "EUR",
        "language": "en",
        "is_tax_included": True,
    }
    db.call("channels.save_channel", p_channel=channel)
    owner = log_in("owner")
    assert owner.get("/").location == "/orders"
    assert "Everything is ready" in owner.get("/first-steps").text


@pytest.mark.parametrize("role", ["service", "warehouse", "store"])
def test_it_is_for_those_who_set_the_shop_up(log_in, client, role):
    assert log_in(role).get("/first-steps").status_code == 403
    assert log_in(role).get("/").location != "/first-steps"
    assert client.get("/first-steps").status_code == 303
