"""A whole file of orders, one of them bad: the others are placed, though the process that does it is killed in between."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from typing import Any

import psycopg
import pytest
from flask import Flask

from jobs.run import run, run_due
from oms import db as oms_db
from oms.channels.shopify_csv import importing
from oms.db import call, row, rows, value
from oms.db import engine as oms_engine
from tests.support.channels import channel, sold
from tests.support.shopify import export, export_row
from tests.support.tasks import eventually

SKUS = 20


@pytest.mark.parametrize(
    ("many", "seconds"),
    [pytest.param(60, 0.5, id="quick"), pytest.param(10_000, 10, id="thorough", marks=pytest.mark.slow)],
)
def test_one_bad_order_among_many(
    committed_db: Any,
    committed_owner: psycopg.Connection[Any],
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    assert_consistent: Callable[[], None],
    many: int,
    seconds: float,
) -> None:
    app: Flask = request.getfixturevalue("_app")
    with app.app_context():
        import_(many, seconds, committed_owner, monkeypatch)

    imported = row("select * from channels.imports")
    assert (imported.state, imported.rows_read, imported.orders_read) == ("done", many, many)
    assert (imported.orders_new, imported.orders_known, imported.orders_quarantined) == (many - 1, 0, 1)
    assert (
        value("select count(*) from orders.orders") == value("select sum(reserved) from inventory.levels") == many - 1
    )
    [kept] = rows("select external_id, reasons from channels.quarantine where state = 'open'")
    assert (kept.external_id, kept.reasons[0]["code"]) == (str(many // 2), "unknown_sku")
    assert_consistent()


def import_(many: int, seconds: float, owner: psycopg.Connection[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Look through a file of so many orders and place them, by tasks that may take so long each."""
    channel()
    for n in range(SKUS):
        sold(f"MUG-{n}", quantity=many)
    orders = [export_row(Name=f"#{n}", Id=str(n), Lineitem_sku=f"MUG-{n % SKUS}") for n in range(many)]
    orders[many // 2]["Lineitem sku"] = "NO-SUCH-SKU"
    monkeypatch.setattr(importing, "SECONDS_MAX", seconds)
    call("channels.create_import", p_channel="shop", p_file_name="orders.csv", p_content=export(orders))
    run_due()
    call("channels.start_import", p_id=value("select id from channels.imports"))

    die_in_the_middle(lambda: value("select rows_read from channels.imports") > many // 10)
    owner.execute("update tasks.tasks set lease_until = now() where state = 'running'")
    while due := rows(
        "select id from tasks.tasks where kind = 'channels.run_import' and state in ('ready', 'running')"
    ):
        owner.execute("analyze")  # as autovacuum would, which tests switch off
        call("tasks.sweep")
        run(due[0].id)


def die_in_the_middle(is_time: Callable[[], object]) -> None:
    """A process of its own begins the import and is killed as soon as it is time."""
    [task] = rows("select id from tasks.tasks where kind = 'channels.run_import' and state = 'ready'")
    worker = multiprocessing.get_context("fork").Process(target=_work, args=[task.id])
    worker.start()
    eventually(is_time, seconds=120)
    os.kill(worker.pid or 0, signal.SIGKILL)
    worker.join()


def _work(task_id: int) -> None:
    url = oms_engine._engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    oms_db.dispose()
    oms_db.connect(url)
    importing.SECONDS_MAX = 600
    run(task_id)
