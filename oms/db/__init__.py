"""The one door to PostgreSQL: transactions in an actor's scope, calls of SQL functions, and errors people can read.

`transaction()` begins work as the application role; `call()` runs one SQL function that carries one whole decision;
`rows()`, `row()` and `value()` read. Everything is filtered by row-level security for the current actor, and
without an actor nothing is seen.
"""

from oms.db.actor import SYSTEM, Actor, acting_as, current_actor, first_look
from oms.db.engine import call, connect, dispose, listen, now, row, rows, transaction, value
from oms.db.refusal import DomainError

__all__ = [
    "SYSTEM",
    "Actor",
    "DomainError",
    "acting_as",
    "call",
    "connect",
    "current_actor",
    "dispose",
    "first_look",
    "listen",
    "now",
    "row",
    "rows",
    "transaction",
    "value",
]
