"""A shop of any number of orders: the demo shop, many times over, so that all of it is as real as the demo and as consistent.

Every row of what grows is copied by one statement for each table, with its ids shifted: what refers to a copied row refers to its
own copy. Only locations, shelves and the like stay one, and what routing remembers: no question looks at all of it. Written
straight into the tables, without triggers and foreign keys and with the indexes built at the end; only for measuring.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import psycopg

_SCHEMAS = "{catalog,customers,demand,fulfillment,history,inventory,invoices,orders,payments,pickup}"
_ONE_FOR_ALL = {
    "catalog.tax_classes",
    "catalog.tax_rates",
    "inventory.closures",
    "inventory.location_staff",
    "inventory.locations",
}
_ONE_FOR_ALL |= {"inventory.supplier_costs", "orders.drafts", "orders.fields", "orders.views", "pickup.shelves"}
# What no foreign key tells: to which table a number leads.
_MEANT = {"variant_id": "catalog.variants", "incoming_line_id": "inventory.incoming_lines"}
_SUBJECTS = {"order": "orders.orders", "demand": "demand.requests", "variant": "catalog.variants"}
_CAUSES = {"request": "demand.requests", "allocation": "demand.allocations", "incoming": "inventory.incoming"}
_CAUSES |= {"transfer": "inventory.transfers", "count": "inventory.counts"}

_COLUMNS = """
select a.attname, format_type(a.atttypid, a.atttypmod), (
    select k.confrelid::regclass::text from pg_constraint as k
    where k.contype = 'f' and k.conrelid = a.attrelid and k.conkey = array[a.attnum])
from pg_attribute as a where a.attrelid = %s::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
order by a.attnum
"""
_UNIQUE = """
select array(select a.attname from pg_attribute as a where a.attrelid = i.indrelid and a.attnum = any (i.indkey))
from pg_index as i where i.indrelid = %s::regclass and i.indisunique
"""
_DROPPABLE = """
select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index as i
where i.indrelid = any (%s::regclass[]) and not i.indisunique
"""

# Whoever sells in this shop goes on counting after the last copy.
_GO_ON = """
select setval(pg_get_serial_sequence('{table}', a.attname), (select coalesce(max(id), 0) + 1 from {table}), false)
from pg_attribute as a where a.attrelid = '{table}'::regclass and a.attname = 'id' and a.attidentity <> ''
"""


@dataclass(frozen=True)
class Column:
    name: str
    kind: str
    refers_to: str | None


def multiply(connection: psycopg.Connection, times: int) -> None:
    """Make `times` shops of the one that is there. The connection is the superuser's."""
    connection.execute("set session_replication_role = replica")
    connection.execute("set synchronous_commit = off; set maintenance_work_mem = '512MB'")
    tables = list(_tables(connection))
    steps = {table: _step(connection, table) for table in tables}
    indexes = connection.execute(_DROPPABLE, [tables]).fetchall()
    for name, _definition in indexes:
        connection.execute(f"drop index {name}")
    for table in tables:
        connection.execute(_copy(connection, table, steps), [times - 1])
    for _name, definition in indexes:
        connection.execute(definition)
    for table, step in steps.items():
        if step:
            connection.execute(_GO_ON.format(table=table))
    connection.execute("vacuum analyze")


def _tables(connection: psycopg.Connection) -> Iterator[str]:
    found = connection.execute(
        "select c.oid::regclass::text from pg_class as c where c.relkind = 'r' and c.relnamespace::regnamespace::text = any (%s)"
        " and c.relname not like '%%transitions' order by 1",
        [_SCHEMAS],
    )
    return (table for (table,) in found if table not in _ONE_FOR_ALL)


def _step(connection: psycopg.Connection, table: str) -> int:
    """How far the ids of one copy are from those of the next."""
    if not any(column.name == "id" for column in _columns(connection, table)):
        return 0
    found = connection.execute(f"select coalesce(max(id), 0) from {table}").fetchone()  # noqa: S608 - of our catalog
    return found[0] if found else 0


def _columns(connection: psycopg.Connection, table: str) -> list[Column]:
    return [Column(*found) for found in connection.execute(_COLUMNS, [table])]


def _copy(connection: psycopg.Connection, table: str, steps: dict[str, int]) -> str:
    columns = _columns(connection, table)
    copied = {column.name: _shifted(column, table, steps) for column in columns}
    for (names,) in connection.execute(_UNIQUE, [table]):
        if all(copied[name] == _plain(name) for name in names):
            kinds = {column.name: column.kind for column in columns if column.name in names}
            name = next((name for name in names if kinds[name] != "integer"), names[0])
            copied[name] = _told_apart(name, kinds[name])
    written = ", ".join(f'"{name}"' for name in copied)
    return (
        f"insert into {table} ({written}) overriding system value"  # noqa: S608 - all of our catalog
        f" select {', '.join(copied.values())} from {table} as t, generate_series(1, %s::int) as k (n)"
    )


def _plain(name: str) -> str:
    return f't."{name}"'


def _shifted(column: Column, table: str, steps: dict[str, int]) -> str:
    """A column of the copy of number k.n."""
    name = column.name
    refers_to = table if name == "id" else column.refers_to or _MEANT.get(name)
    if refers_to in steps and column.kind == "text":
        return _told_apart(name, column.kind)
    if refers_to in steps:
        return f"{_plain(name)} + {steps[refers_to]} * k.n"
    if name == "subject_id":
        return _by_kind("subject", name, _SUBJECTS, steps)
    if name == "cause_id":
        return _by_kind("cause", name, _CAUSES, steps)
    if (table, name) == ("history.events", "data"):
        work = f"to_jsonb((t.data ->> 'fulfillment_order_id')::bigint + {steps['fulfillment.orders']} * k.n)"
        return f"case when t.data ? 'fulfillment_order_id' then jsonb_set(t.data, '{{fulfillment_order_id}}', {work}) else t.data end"
    return _plain(name)


def _by_kind(kind: str, name: str, meant: dict[str, str], steps: dict[str, int]) -> str:
    cases = " ".join(f"when '{word}' then {steps[table]}" for word, table in meant.items())
    return f"{_plain(name)} + k.n * case t.{kind} {cases} else 0 end"


def _told_apart(name: str, kind: str) -> str:
    """What has to be unique and is no id."""
    if kind == "uuid":
        return "gen_random_uuid()"
    if kind == "bytea":
        return f"{_plain(name)} || int4send(k.n)"
    return f"{_plain(name)} || '~' || k.n"
