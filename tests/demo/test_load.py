"""The demo shop, loaded once: it is consistent, and a visitor finds in it what was promised."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from oms import db as oms_db
from oms import demo
from oms.db import engine as oms_engine
from oms.settings import Settings
from tests.support.server import Server

pytestmark = pytest.mark.xdist_group("demo")  # it takes half a minute: once is enough

ORDERS = "select count(*) from orders.orders where "


@pytest.fixture(scope="module")
def shop(server: Server, settings: Settings) -> Iterator[dict[str, Any]]:
    """What the load returned; afterwards everything is asked as the system."""
    name = f"demo_{os.getpid()}"
    server.clone(name)
    before, oms_engine._engine = oms_engine._engine, None
    oms_db.connect(server.app_url(name), pool_size=2)
    with oms_db.acting_as(oms_db.SYSTEM):
        assert demo.is_wanted()
        yield demo.load(settings)
    oms_engine._engine.dispose()
    oms_engine._engine = before
    server.drop(name)


def test_it_is_wanted_once(shop):
    assert not demo.is_wanted()


def test_it_keeps_every_promise(shop, assert_consistent):
    assert_consistent()


def test_it_has_a_login_for_every_role(shop):
    assert set(shop["logins"]) == {"owner", "manager", "service", "warehouse", "store", "store-lisbon"}
    passwords = {login["password"] for login in shop["logins"].values()}
    assert len(passwords) == 6
    assert all(password.startswith("demo-") and len(password) >= 10 for password in passwords)
    assert oms_db.value("select count(*) from auth.people where is_active") == 6


def test_it_says_how_software_gets_in(shop):
    assert shop["api_token"].startswith("oms_")
    assert shop["channels"]["shop-de"]["webhook_url"].endswith("/webhooks/shopify/shop-de")
    assert len(shop["channels"]["shop-de"]["secret"]) >= 24


def test_it_is_believable(shop):
    counted = oms_db.row(
        "select (select count(*) from catalog.variants) as skus, (select count(*) from catalog.barcodes) as barcodes,"
        " (select count(distinct category) from catalog.products) as categories,"
        " (select count(*) from orders.orders) as orders, (select count(distinct channel) from orders.orders) as channels,"
        " (select count(distinct language) from orders.orders) as languages,"
        " (select count(distinct currency) from orders.orders) as currencies,"
        " (select count(distinct time_zone) from inventory.locations) as zones"
    )
    assert 380 <= counted.skus <= 450
    assert counted.barcodes == counted.skus
    assert counted.categories >= 9
    assert 500 <= counted.orders <= 900
    assert (counted.channels, counted.currencies, counted.zones) == (5, 3, 3)
    assert counted.languages >= 10
    days = oms_db.value("select (max(placed_at) - min(placed_at)) from orders.orders").days
    assert 85 <= days <= 91


def test_it_sells_kits(shop):
    sold = oms_db.value(
        "select count(*) from orders.lines as l where l.variant_id in (select kit_id from catalog.kit_components)"
    )
    assert sold >= 10
    assert oms_db.value("select count(*) from catalog.variants as v, inventory.kit_levels(v.id) as k") == 3 * 6


@pytest.mark.parametrize(
    "found",
    [
        "payment_status = 'none' and state = 'placed'",
        "payment_status = 'authorized'",
        "payment_status = 'partially_paid'",
        "payment_status = 'partially_refunded'",
        "payment_status = 'refunded'",
        "is_on_hold",
        "is_backordered",
        "fulfillment_status = 'in_progress'",
        "fulfillment_status = 'partially_fulfilled'",
        "fulfillment_status = 'fulfilled'",
        "fulfillment_status = 'delivered'",
        "state = 'canceled'",
        "state = 'closed'",
        "language = 'ar'",
        "language = 'ja'",
        "terms = 'on_pickup'",
        "terms = 'invoice'",
    ],
)
def test_it_has_orders_in_every_state(shop, found):
    assert oms_db.value(ORDERS + found) > 0


@pytest.mark.parametrize(
    "state", ["released", "accepted", "picking", "picked", "packed", "shipped", "delivered", "rejected"]
)
def test_it_has_work_at_every_step(shop, state):
    assert oms_db.value("select count(*) from fulfillment.orders where state = :state", state=state) > 0


@pytest.mark.parametrize(
    "found",
    [
        # a pickup waits, reminded or not
        "select count(*) from pickup.pickups where collected_at is null and returned_at is null",
        # one was never collected
        "select count(*) from fulfillment.orders where method = 'pickup' and state = 'returned_to_stock'",
        # one should have been accepted hours ago
        "select count(*) from fulfillment.orders where method = 'pickup' and state = 'released' and due_at < db.now()",
        # something was not found, and sent from elsewhere
        "select count(*) from history.events where type = 'fulfillment.short'",
        # somebody thinks an order over, and its stock is held
        "select count(*) from orders.drafts as d join inventory.holds as h on h.key = d.key and h.state = 'active'",
        # something else could be sent, and the customer has been asked
        "select count(*) from orders.questions where state = 'asked'",
        # an order waits to be repaired, with several reasons
        "select count(*) from channels.quarantine where state = 'open' and jsonb_array_length(reasons) >= 3",
    ],
)
def test_it_has_what_went_wrong(shop, found):
    assert oms_db.value(found) > 0


def test_it_can_decide_everything_again(shop):
    decided, same = oms_db.row(
        "select count(*), count(*) filter (where (routing.replay(d.id) ->> 'same')::boolean) from routing.decisions as d"
    )
    assert same == decided > 500


def test_it_scores_what_it_promised(shop):
    found = oms_db.rows("select state, count(*) as many from routing.promises group by state")
    states = {each.state: each.many for each in found}
    assert 0.88 <= states["kept"] / (states["kept"] + states["missed"]) <= 0.95  # as a shop that does well
    causes = {each.cause for each in oms_db.rows("select distinct cause from routing.promises where state = 'missed'")}
    assert causes >= {"processing", "transit", "customer"}


def test_its_supplier_ships_what_nobody_else_has(shop):
    sent = oms_db.rows(
        "select distinct l.kind from fulfillment.orders as f join inventory.locations as l on l.id = f.location_id"
        " join fulfillment.lines as n on n.order_id = f.id join catalog.variants as v on v.id = n.variant_id"
        " where v.sku like 'HH-DOCK-%' and f.state in ('shipped', 'delivered')"
    )
    assert [place.kind for place in sent] == ["supplier"]
    assert oms_db.value("select count(*) from inventory.supplier_costs") == 5


def test_it_expects_deliveries_and_promises_them(shop):
    late = oms_db.value("select count(*) from inventory.incoming where expected_on < db.today()")
    assert (late, oms_db.value("select count(*) from inventory.incoming")) == (1, 3)
    coats = "select sum(quantity) from demand.pegs where state = 'pegged' and promised_on = (select release_on from demand.backorder_terms)"
    assert oms_db.value(coats) == 4
    assert oms_db.value("select count(*) from history.events where type = 'promise.moved'") > 0


def test_it_leaves_work_only_for_what_is_recent(shop):
    assert 0 < oms_db.value("select count(*) from tasks.tasks where state = 'ready'") < 400
    assert oms_db.value("select min(created_at) > db.now() - interval '50 hours' from tasks.tasks")


def test_it_invoices_everything_that_left(shop):
    assert (
        oms_db.value(
            "select count(*) from fulfillment.orders as f where state in ('shipped', 'delivered', 'collected')"
            " and ended_at < db.now() - interval '1 minute'"
            " and not exists (select from invoices.invoices as i where i.fulfillment_order_id = f.id)"
        )
        == 0
    )


def test_it_dates_everything_in_the_past(shop):
    assert oms_db.value("select count(*) from history.events where occurred_at > now()") == 0
    assert oms_db.value("select count(*) from inventory.movements where moved_at > now()") == 0


def test_its_automations_have_work_of_the_last_days(shop):
    assert oms_db.value("select count(*) from automations.rules where is_active") == 2
    assert oms_db.value("select count(*) from tasks.tasks where kind = 'automations.evaluate'") > 0
    assert oms_db.value(ORDERS + "fields ->> 'coupon' = 'WELCOME10'") > 20
