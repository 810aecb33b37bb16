"""What the reports show."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows, value

_MOST = 100


def checks() -> dict[str, Row[Any]]:
    """How each promise was found last, by name."""
    return {found.name: found for found in rows("select * from reports.checks")}


def task_counts() -> Row[Any]:
    """How many tasks are in which state, and since when the oldest waits."""
    found = row(
        "select count(*) filter (where state = 'ready' and run_after <= db.now()) as due,"
        " count(*) filter (where state = 'ready' and run_after > db.now()) as later,"
        " count(*) filter (where state = 'running') as running,"
        " count(*) filter (where state = 'dead') as dead,"
        " count(*) filter (where state = 'done' and finished_at > db.now() - interval '1 day') as done,"
        " min(run_after) filter (where state = 'ready' and run_after <= db.now()) as oldest_at"
        " from tasks.tasks"
    )
    assert found is not None  # noqa: S101 - an aggregate has one row
    return found


def tasks_of(state: str) -> list[Row[Any]]:
    """The tasks of a state, those first that somebody should look at."""
    return rows(
        "select id, kind, args, attempts, max_attempts, run_after, lease_until, last_error, created_at, finished_at"
        " from tasks.tasks where state = :state"
        " order by case when state = 'dead' then -id end, run_after, id limit :most",
        state=state,
        most=_MOST,
    )


def schedules() -> list[Row[Any]]:
    """What is done again and again: when last, when next, and how it went."""
    return rows(
        "select s.name, s.kind, s.every, s.is_active, t.ticked_at, k.state, k.last_error,"
        " date_bin(s.every, db.now(), timestamptz 'epoch') + s.every as next_at"
        " from tasks.schedules as s"
        " left join lateral (select ticked_at from tasks.ticks where schedule = s.name order by ticked_at desc limit 1) as t on true"
        " left join tasks.tasks as k on k.dedupe_key = 'tick:' || s.name || ':' || t.ticked_at"
        " order by s.every, s.name"
    )


def quarantined() -> int:
    """Orders that wait for somebody to repair them."""
    return int(value("select count(*) from channels.quarantine where state = 'open'"))
