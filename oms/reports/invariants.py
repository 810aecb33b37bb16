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

FOLDER = Path(db.__file__).with_name("consistency")
_MOST = 1000  # a broken promise is counted up to here
_EXAMPLES = 10
_FOR_ALL_ROWS = {"enable_nestloop": "off", "work_mem": "128MB", "statement_timeout": "60s"}


@dataclass(frozen=True)
class Invariant:
    """One promise: its name is the file's, its first line the title, the other comments say it in a sentence."""

    name: str
    title: str
    description: str
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
    """Ask now, as whoever acts, and keep the answer. Never in a transaction that changes anything."""
    with transaction():
        start = time.monotonic()
        broken = ask(invariant)
        call(
            "reports.record_check",
            p_name=invariant.name,
            p_duration_ms=round((time.monotonic() - start) * 1000),
            p_broken=len(broken),
            p_examples=json.dumps([found._asdict() for found in broken[:_EXAMPLES]], default=str),
        )


def ask(invariant: Invariant) -> list[Row[Any]]:
    """What breaks it, as far as we list it. It looks at everything: tables are joined as a whole, not row by row."""
    with transaction():
        for name, setting in _FOR_ALL_ROWS.items():
            value("select set_config(:name, :setting, true)", name=name, setting=setting)
        return rows(f"select * from ({invariant.query}) as broken limit {_MOST}")  # noqa: S608 - a file of our own


def _read(path: Path) -> Invariant:
    lines = path.read_text().splitlines()
    comments = [line.removeprefix("-- ") for line in lines if line.startswith("-- ")]
    return Invariant(path.stem, comments[0], " ".join(comments[1:]), "\n".join(lines))
