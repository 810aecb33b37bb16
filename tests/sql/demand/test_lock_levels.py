"""What a request has or was promised is locked before any of it is given back; what others have is left alone."""

import psycopg

from oms.db import engine as oms_engine
from tests.support import factories
from tests.support.incoming import expect


def test_it_locks_what_the_request_has_and_what_it_was_promised(committed_db, server):
    at = factories.location("HERE")
    for sku in ("MUG", "CUP", "POT"):
        factories.stock(factories.product(sku).sku, at, 2)
    expect(at, 3, CUP=5)
    placed = factories.place_order(lines=[factories.line("MUG", 1), factories.line("CUP", 5)])
    with committed_db.transaction(), psycopg.connect(server.url(oms_engine._engine.url.database)) as watcher:
        committed_db.call("demand.lock_levels", p_request_id=placed.request_id)
        free = watcher.execute(
            "select v.sku from inventory.levels as l join catalog.variants as v on v.id = l.variant_id"
            " for update of l skip locked"
        ).fetchall()
        watcher.rollback()
    assert free == [("POT",)]
