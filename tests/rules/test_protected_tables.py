"""Even SQL injected into the web tier cannot oversell: the application role owns nothing and writes nothing protected."""

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

PROTECTED = [
    ("inventory.levels", "update inventory.levels set on_hand = 99"),
    ("inventory.movements", "insert into inventory.movements (quantity) values (1)"),
    ("demand.lines", "update demand.lines set allocated = 0"),
    ("demand.allocations", "delete from demand.allocations"),
    ("orders.orders", "update orders.orders set total_minor = 0"),
    ("orders.lines", "delete from orders.lines"),
    ("orders.changes", "update orders.changes set state = 'confirmed'"),
    ("orders.versions", "update orders.versions set snapshot = '{}'"),
    ("history.events", "delete from history.events"),
    ("fulfillment.orders", "update fulfillment.orders set state = 'shipped'"),
    ("fulfillment.packages", "update fulfillment.packages set tracking_number = ''"),
    ("payments.payables", "update payments.payables set captured_minor = due_minor"),
    ("payments.events", "truncate payments.events"),
    ("invoices.invoices", "update invoices.invoices set total_minor = 0"),
    ("invoices.counters", "update invoices.counters set last_number = 0"),
    ("invoices.documents", "delete from invoices.documents"),
    ("routing.decisions", "delete from routing.decisions"),
    ("auth.people", "update auth.people set role = 'owner'"),
    ("tasks.tasks", "delete from tasks.tasks"),
]


@pytest.mark.parametrize(("table", "attack"), PROTECTED)
def test_the_application_cannot_write(db: Any, table: str, attack: str) -> None:
    with (
        db.transaction() as connection,
        pytest.raises(ProgrammingError, match="permission denied"),
        connection.begin_nested(),
    ):
        connection.execute(text(attack))
    assert (
        db.value("select has_table_privilege('oms_app', :table, 'insert, update, delete, truncate')", table=table)
        is False
    )


@pytest.mark.parametrize(
    "attack",
    [
        "set role oms_owner",
        "set role oms_definer",
        "alter table inventory.levels disable row level security",
        "alter table inventory.levels drop constraint levels_reserved_within_on_hand",
        "drop function inventory.reserve",
        "create table public.mine (id int)",
        "create function public.mine() returns int language sql as 'select 1'",
        "select inventory._post(1, 1, 100, 'received')",
        "select demand._shrink(1, 1)",
    ],
)
def test_the_application_cannot_get_around_it(committed_db: Any, attack: str) -> None:
    with committed_db.transaction() as connection, pytest.raises(ProgrammingError):
        connection.execute(text(attack))


def test_nothing_is_seen_without_an_actor(db: Any) -> None:
    with db.acting_as(None), db.transaction() as connection:
        for table in (
            "inventory.levels",
            "inventory.movements",
            "orders.orders",
            "fulfillment.orders",
            "invoices.invoices",
        ):
            assert connection.execute(text(f"select count(*) from {table}")).scalar() == 0


def test_the_application_and_the_definer_own_nothing_but_functions(db: Any) -> None:
    owned = db.rows("select relname from pg_class where pg_get_userbyid(relowner) in ('oms_app', 'oms_definer')")
    assert owned == []
    assert (
        db.value("select rolcanlogin or rolsuper or rolbypassrls from pg_roles where rolname = 'oms_definer'") is False
    )
    assert db.value("select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = 'oms_app'") is False
