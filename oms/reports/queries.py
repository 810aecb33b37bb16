"""What the reports show."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows, value

_MOST = 100


def checks() -> dict[str, Row[Any]]:
    """How each promise was found last, by name."""
    return {found.name: found for found in rows("select * from reports.checks")}


def is_asking() -> bool:
    """Whether promises are being asked about all rows now."""
    return bool(
        value(
            "select exists (select from tasks.tasks"
            " where kind in ('reports.check', 'reports.check_one') and state in ('ready', 'running'))"
        )
    )


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
        " left join lateral (select state, last_error from tasks.tasks where kind = s.kind order by id desc limit 1) as k on true"
        " order by s.every, s.name"
    )


def quarantined() -> int:
    """Orders that wait for somebody to repair them."""
    return int(value("select count(*) from channels.quarantine where state = 'open'"))


_SCORED = "p.state in ('kept', 'missed') and p.resolved_at > db.now() - make_interval(days => :days)"


def promises_scored(days: int) -> Row[Any]:
    """How many promises of deliveries came out how in the last days, and how many are open past their day."""
    sql = """
        select count(*) filter (where {scored} and p.state = 'kept') as kept,
            count(*) filter (where {scored} and p.state = 'missed') as missed,
            count(*) filter (where p.state = 'open' and p.promised_on < db.today()) as overdue
        from routing.promises as p where p.state = 'open' or {scored}"""
    return rows(sql.replace("{scored}", _SCORED), days=days)[0]


def promises_by_place(days: int) -> list[Row[Any]]:
    """Kept and missed by location and carrier, those that miss most first."""
    sql = """
        select o.name as location, coalesce(p.parts ->> 'carrier', '') as carrier,
            count(*) filter (where p.state = 'kept') as kept, count(*) filter (where p.state = 'missed') as missed
        from routing.promises as p join inventory.locations as o on o.id = p.location_id
        where {scored} group by 1, 2 order by missed desc, kept desc, 1, 2 limit 100"""
    return rows(sql.replace("{scored}", _SCORED), days=days)


def promises_by_cause(days: int) -> list[Row[Any]]:
    """Why promises were missed, the most frequent cause first."""
    sql = """
        select p.cause, count(*) as missed from routing.promises as p
        where {scored} and p.state = 'missed' group by p.cause order by missed desc, p.cause"""
    return rows(sql.replace("{scored}", _SCORED), days=days)


def accuracies() -> list[Row[Any]]:
    """How much of what each location was asked for in 90 days it found, the least accurate first."""
    return rows(
        "select o.name as location, a.asked, a.asked - a.short as found from routing.accuracies as a"
        " join inventory.locations as o on o.id = a.location_id order by (a.asked - a.short)::numeric / a.asked, o.name"
    )
