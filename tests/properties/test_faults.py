"""Whatever write fails, at any place of an order's whole life: the step is taken again, and it ends as if nothing had happened.

A trigger on every table raises at the n-th write since the life began, once; n goes from the first write to the last.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from jobs.run import run_due
from oms.db import call, row, rows, value
from tests.support import factories
from tests.support.channels import channel, incoming
from tests.support.tasks import later

_FAULTS = """
create sequence public.writes;
grant usage on sequence public.writes to public;
create function public.fail_at() returns trigger language plpgsql as $$
begin
    if nextval('public.writes') = nullif(current_setting('oms.fails_at', true), '')::bigint then
        raise exception using errcode = 'system_error', message = 'the disk is gone';
    end if;
    return null;
end $$;
do $$
declare v_table regclass;
begin
    for v_table in select c.oid from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
        where c.relkind = 'r' and pg_get_userbyid(n.nspowner) = 'oms_owner'
    loop
        execute format('create trigger zz_fails after insert or update or delete on %s execute function public.fail_at()', v_table);
    end loop;
end $$;
"""


@pytest.fixture
def faults(owner: Any) -> Callable[[int | None], None]:
    """Say at which write from now on the disk is gone, once."""
    owner(_FAULTS)

    def fail_at(number: int | None) -> None:
        owner("select setval('public.writes', 1, false)")
        owner("select set_config('oms.fails_at', :number, true)", number=str(number or ""))

    return fail_at


def live() -> None:
    """An order comes in through a channel, is short of a unit, goes out in two parcels, is partly refunded, invoiced and told of."""
    order = incoming("MUG", external_id="1", name="#1")
    order["lines"][0]["quantity"] = 3
    order["payments"] = [{**factories.payment(3000), "reference": "paid"}]
    again("channels.place", p_channel="shop", p_order=order)
    [placed] = rows("select * from orders.orders")
    work = factories.works(placed.id)[0]
    line_id = value("select id from fulfillment.lines where order_id = :id", id=work.id)
    again("fulfillment.accept", p_order_id=work.id)
    again("fulfillment.pick", p_line_id=line_id, p_quantity=2)
    again("fulfillment.short", p_line_id=line_id, p_quantity=1)
    again("orders.hold", p_order_id=placed.id, p_reason="manual")
    again("orders.unhold", p_order_id=placed.id, p_reason="manual")
    again("orders.reroute", p_order_id=placed.id)
    for work in factories.works(placed.id):
        send(work.id)
    refund = {**factories.payment(500, "refund"), "reference": "refunded"}
    again("orders.record_payment", p_order_id=placed.id, p_event=refund)
    for _ in range(4):
        work_off()
        later(minutes=2)


def send(work_id: int) -> None:
    """Pick what is left, pack, label, ship, deliver."""
    for line in rows(
        "select id, quantity - picked - short as left from fulfillment.lines where order_id = :id", id=work_id
    ):
        if line.left:
            again("fulfillment.pick", p_line_id=line.id, p_quantity=line.left)
    package_id = again("fulfillment.pack", p_order_id=work_id)
    label = {"p_carrier": "simulator", "p_service": "", "p_tracking_number": f"T-{package_id}", "p_tracking_url": ""}
    again("fulfillment.add_label", p_package_id=package_id, **label)
    again("fulfillment.ship", p_order_id=work_id)
    told = {"p_status": "delivered", "p_description": "", "p_place": "", "p_occurred_at": value("select db.now()")}
    again("fulfillment.record_tracking", p_package_id=package_id, **told)


def again(function: str, **given: Any) -> Any:
    """A step, and the same step once more where the disk was gone: never is anything half done."""
    try:
        return call(function, **given)
    except OperationalError:
        return call(function, **given)


def work_off() -> None:
    try:
        run_due()
    except OperationalError:  # the worker died; its lease lapses
        later(minutes=2)


def outcome() -> dict[str, Any]:
    """What is to be the same in the end."""
    return {
        "orders": [
            tuple(found) for found in rows("select state, payment_status, fulfillment_status from orders.orders")
        ],
        "levels": [
            tuple(found) for found in rows("select on_hand, reserved from inventory.levels order by location_id")
        ],
        "money": tuple(row("select captured_minor, refunded_minor from payments.payables") or ()),
        "invoices": [found.total_minor for found in rows("select total_minor from invoices.invoices order by 1")],
        "last invoice": value("select max(sequence) from invoices.invoices"),
        "events": {
            found.type: found.n for found in rows("select type, count(*) as n from history.events group by type")
        },
        "mails": {
            found.kind: found.n
            for found in rows("select kind, count(*) as n from notifications.messages group by kind")
        },
    }


@contextmanager
def undone(connection: Connection) -> Iterator[None]:
    """A life of its own, from the same beginning."""
    savepoint = connection.begin_nested()
    try:
        yield
    finally:
        savepoint.rollback()


@pytest.mark.parametrize(
    "share", [pytest.param(3, id="quick"), pytest.param(None, id="thorough", marks=pytest.mark.slow)]
)
def test_a_write_that_fails_changes_nothing_in_the_end(
    request: pytest.FixtureRequest,
    app: Flask,
    printed: list[str],
    faults: Callable[[int | None], None],
    owner: Any,
    assert_consistent: Callable[[], None],
    share: int | None,
) -> None:
    connection = request.getfixturevalue("_connection")
    channel()
    here, there = factories.location("HERE"), factories.location("THERE", latitude=48.1)
    factories.stocked(here, 5, "MUG")
    factories.stock("MUG", there, 5)
    with app.app_context():
        with undone(connection):
            faults(None)
            live()
            expected, writes = outcome(), owner("select last_value from public.writes")[0][0]
        numbers = [1 + n * writes // share for n in range(share)] if share else range(1, writes + 1)
        for number in numbers:
            with undone(connection):
                faults(number)
                live()
                assert outcome() == expected, f"write {number} failed"
                assert_consistent()
