from typing import Any

from jobs.run import run_due
from oms.reports.invariants import invariants
from tests.support import factories
from tests.support.tasks import eventually

CHECKS = "select count(*) from reports.checks where broken = 0 and is_whole"
BROKEN = "select array_agg(name) from reports.checks where broken > 0"


def ask(db: Any, kind: str) -> None:
    db.call("tasks.enqueue", p_kind=kind)
    run_due()


def test_it_asks_every_question(db):
    ask(db, "reports.check")
    assert db.value(CHECKS) == len(invariants())
    assert db.value("select array_agg(distinct state) from tasks.tasks where kind like 'reports.%'") == ["done"]


def test_what_was_never_asked_is_asked_of_all_rows(db):
    ask(db, "reports.check_changes")
    assert db.value(CHECKS) == len(invariants())


def test_it_finds_what_is_broken_among_what_has_changed_or_else_in_all(committed_db, committed_owner):
    """An order of long ago is broken: by itself that is seen in all rows only, and from then on until it is mended."""
    db, owner = committed_db, committed_owner
    old, new = factories.place_order(), factories.place_order()
    placed = owner.execute("select max(transaction_id) from history.events").fetchone()
    owner.execute("alter table orders.orders drop constraint orders_total_adds_up")
    eventually(lambda: owner.execute("select pg_snapshot_xmin(pg_current_snapshot()) > %s::xid8", placed).fetchone()[0])
    ask(db, "reports.check")
    ask(db, "reports.check_changes")
    assert db.value("select count(*) from reports.checks where is_whole") < len(invariants())

    db.call("orders.add_note", p_order_id=new.id, p_text="It changes.")
    owner.execute("update orders.orders set tax_minor = tax_minor + 1")
    ask(db, "reports.check_changes")
    assert db.row("select broken, is_whole from reports.checks where name = 'orders_add_up'") == (1, False)

    owner.execute("update orders.orders set tax_minor = tax_minor - 1 where id = %s", [new.id])
    ask(db, "reports.check_changes")
    assert db.row("select broken, is_whole from reports.checks where name = 'orders_add_up'") == (1, True)

    owner.execute("update orders.orders set tax_minor = tax_minor - 1 where id = %s", [old.id])
    ask(db, "reports.check_changes")
    assert db.value(BROKEN) is None

    owner.execute("update orders.orders set tax_minor = tax_minor + 1 where id = %s", [old.id])
    ask(db, "reports.check_changes")
    assert db.value(BROKEN) is None
    ask(db, "reports.check")
    assert db.value(BROKEN) == ["orders_add_up"]


def test_what_an_open_transaction_changes_is_asked_after_its_end(committed_db, committed_owner):
    """Its id is older than the last answer; it is not forgotten."""
    db, owner = committed_db, committed_owner
    order = factories.place_order()
    owner.execute("alter table orders.orders drop constraint orders_total_adds_up")
    owner.execute("begin")
    owner.execute(
        "insert into history.events (occurred_at, subject, subject_id, type, actor)"
        " values (now(), 'order', %s, 'order.note', 'test')",
        [order.id],
    )
    ask(db, "reports.check")
    owner.execute("update orders.orders set tax_minor = tax_minor + 1")
    owner.execute("commit")
    ask(db, "reports.check_changes")
    assert db.value(BROKEN) == ["orders_add_up"]


def test_a_database_restored_elsewhere_is_asked_as_a_whole(committed_db, committed_owner):
    """There transactions are counted anew: the last answer seems to be from the future."""
    ask(committed_db, "reports.check")
    committed_owner.execute("update reports.checks set is_whole = false, horizon = '4611686018427387904'")
    ask(committed_db, "reports.check_changes")
    assert committed_db.value(CHECKS) == len(invariants())
