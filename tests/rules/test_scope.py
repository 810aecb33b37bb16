"""Promise 8: whoever is confined to a location sees nothing of another, in any table, whatever the page asks."""

from typing import Any

from oms.db import Actor
from tests.support import factories

# What everybody who is logged in may know: what is sold, where the company is, how it is set up.
SHARED_SCHEMAS = {"catalog", "db", "tasks"}
SHARED_TABLES = {
    "inventory.locations",
    "inventory.location_staff",
    "orders.fields",
    "demand.backorder_terms",
    "inventory.pools",
    "inventory.closures",
    "inventory.supplier_costs",
    "routing.profiles",
    "routing.profile_versions",
    "routing.version_transitions",
    "routing.rates",
    "routing.rules",
    "routing.capacity_days",
    "routing.accuracies",
    "routing.country_centers",
    "channels.channels",
    "invoices.counters",
    "auth.people",
}


def _rows_seen(db: Any) -> dict[str, int]:
    tables = db.rows(
        "select schemaname || '.' || tablename as name, schemaname as schema from pg_tables"
        " where tableowner = 'oms_owner' and tablename !~ '_transitions$' and has_table_privilege(schemaname || '.' || tablename, 'select')"
    )
    return {
        table.name: db.value(f"select count(*) from {table.name}")
        for table in tables
        if table.schema not in SHARED_SCHEMAS and table.name not in SHARED_TABLES
    }


def test_staff_of_another_store_see_nothing_in_any_table(db: Any) -> None:
    berlin, leeds = factories.store(), factories.store()
    order = factories.place_pickup(berlin)
    (work,) = factories.works(order.id)
    factories.pick(work.id)
    db.call("pickup.save_shelf", p_location_id=berlin, p_code="A1")
    db.call("pickup.stage", p_order_id=work.id, p_shelf="A1", p_nonce=b"nonce", p_code_hash=b"hash")
    shipped = factories.place_order(at=berlin)
    factories.ship(factories.works(shipped.id)[0].id)
    db.call("invoices.issue", p_fulfillment_order_id=factories.works(shipped.id)[0].id)

    with db.acting_as(Actor("person", 1, "Bob", (berlin,))):
        own = _rows_seen(db)
    with db.acting_as(Actor("person", 2, "Charlie", (leeds,))):
        others = _rows_seen(db)
    with db.acting_as(Actor("person", 3, "Nobody", ())):
        nobody = _rows_seen(db)

    assert own["orders.orders"] == 2
    assert own["customers.addresses"] > 0
    assert own["demand.lines"] == 2
    assert own["pickup.pickups"] == 1
    assert own["invoices.invoices"] == 1
    # What happened at no location in particular can be read by all staff, on pages that are guarded by their own row.
    assert {name for name, count in others.items() if count} <= {"history.events"}
    with db.acting_as(Actor("person", 2, "Charlie", (leeds,))):
        assert db.value("select count(*) from history.events where location_id = :id", id=berlin) == 0
    assert {name for name, count in nobody.items() if count} == set()
