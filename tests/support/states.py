"""The state diagrams of docs/states.md, drawn from the tables of transitions: `make freeze` writes them."""

from typing import Any

import psycopg

from tests.support.source import ROOT

STATES = ROOT / "docs/states.md"
_HEAD = """# How things change state

Each diagram shows a table of transitions as it is in the database. A row of the table above it keeps where it is and where it came
from, with a foreign key to its transitions: a step that is not drawn here cannot be committed, whoever writes it. `make freeze` draws
them anew.
"""


def diagrams(url: str) -> str:
    """The whole page, for a migrated database."""
    with psycopg.connect(url) as connection:
        found = connection.execute(
            "select k.conrelid::regclass::text, k.confrelid::regclass::text, k.conname::text from pg_constraint as k"
            " where k.contype = 'f' and k.confrelid::regclass::text like '%\\_transitions' order by 1"
        ).fetchall()
        return "\n".join([_HEAD, *(_diagram(connection, *each) for each in found)])


def _diagram(connection: psycopg.Connection[Any], table: str, transitions: str, constraint: str) -> str:
    steps = connection.execute(f"select from_state, to_state from {transitions} order by ctid").fetchall()
    begun = {from_state for from_state, _ in steps}
    ends = [state for state in dict.fromkeys(to_state for _, to_state in steps) if state not in begun]
    arrows = [("[*]" if from_state == "new" else from_state, to_state) for from_state, to_state in steps]
    arrows += [(state, "[*]") for state in ends]
    drawn = "\n".join(f"    {from_state} --> {to_state}" for from_state, to_state in arrows)
    return f"## {table}\n\n`{transitions}`, kept by `{constraint}`\n\n```mermaid\nstateDiagram-v2\n{drawn}\n```\n"
