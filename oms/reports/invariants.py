"""The promises as questions: each file of oms/db/consistency asks for what breaks one, and must find nothing."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Row

from oms import db
from oms.db import call, rows, transaction, value
from oms.reports.changes import touched

FOLDER = Path(db.__file__).with_name("consistency")
_MOST = 1000  # a broken promise is counted up to here
_EXAMPLES = 10
_KEY = "key: "
_FOR_ALL_ROWS = {"enable_nestloop": "off", "work_mem": "128MB"}
_TIMEOUT = {"statement_timeout": "100s"}  # less than a worker gives


@dataclass(frozen=True)
class Invariant:
    """One promise: its name is the file's, its first line the title, the other comments say it in a sentence.

    Where a row can only break by a change of its order, its demand or its SKU, the last comment names the column that
    tells which: `key: order_id`. Such a promise can be asked about what has changed alone; the others look at little.
    """

    name: str
    title: str
    description: str
    key: str | None
    query: str


@cache
def invariants() -> dict[str, Invariant]:
    """All promises by name."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.sql"))}


def texts() -> Iterator[str]:
    """What people read of them, for the catalogs of translations."""
    for invariant in invariants().values():
        yield from (invariant.title, invariant.description)


def check(invariant: Invariant) -> None:
    """Ask about all rows now, as whoever acts, and keep the answer. Never in a transaction that changes anything."""
    with transaction():
        _keep(invariant, _now(), None)


def check_changes(invariant: Invariant) -> None:
    """Ask about what has changed since it was found to hold; where it never was, or is broken, about all rows."""
    with transaction():
        now = _now()
        _keep(invariant, now, _known_to_hold_until(invariant, now) if invariant.key else None)


def ask(invariant: Invariant) -> list[Row[Any]]:
    """What breaks it, as far as we list it. Where it looks at all rows, tables are joined as a whole, not row by row."""
    with transaction():
        for name, setting in (_TIMEOUT | (_FOR_ALL_ROWS if invariant.key else {})).items():
            value("select set_config(:name, :setting, true)", name=name, setting=setting)
        return rows(f"select * from ({invariant.query}) as broken limit {_MOST}")  # noqa: S608 - a file of our own


def ask_about(invariant: Invariant, since: str) -> list[Row[Any]]:
    """What breaks it among all that this transaction and later ones have changed."""
    return rows(
        f"select * from ({invariant.query}) as broken where {invariant.key} = any(cast(:ids as bigint[])) limit {_MOST}",  # noqa: S608
        ids=touched(invariant.key or "", since),
    )


def _keep(invariant: Invariant, now: str, since: str | None) -> None:
    start = time.monotonic()
    broken = ask(invariant) if since is None else ask_about(invariant, since)
    call(
        "reports.record_check",
        p_name=invariant.name,
        p_is_whole=since is None,
        p_horizon=now,
        p_duration_ms=round((time.monotonic() - start) * 1000),
        p_broken=len(broken),
        p_examples=json.dumps([found._asdict() for found in broken[:_EXAMPLES]], default=str),
    )


def _now() -> str:
    """The oldest transaction that may still change something that is not seen yet."""
    return str(value("select pg_snapshot_xmin(pg_current_snapshot())"))


def _known_to_hold_until(invariant: Invariant, now: str) -> str | None:
    """None where it is not known; or, in a database that was restored elsewhere, of transactions that are still to come."""
    return value(
        "select horizon::text from reports.checks where name = :name and horizon <= cast(:now as xid8)",
        name=invariant.name,
        now=now,
    )


def _read(path: Path) -> Invariant:
    lines = path.read_text().splitlines()
    comments = [line.removeprefix("-- ") for line in lines if line.startswith("-- ")]
    key = comments.pop().removeprefix(_KEY) if comments[-1].startswith(_KEY) else None
    return Invariant(path.stem, comments[0], " ".join(comments[1:]), key, "\n".join(lines))
