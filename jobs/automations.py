"""Work for automations: ask the shop's rules about what happened to an order."""

import logging
from typing import Any

from sqlalchemy.exc import DataError, InternalError, NotSupportedError, ProgrammingError

from jobs.run import describe
from oms.automations import queries
from oms.db import DomainError, call

# What is wrong with a rule, or with what it wants to do. That the database can't be reached is not: then the task is tried again.
_FAULTS = (DomainError, DataError, InternalError, NotSupportedError, ProgrammingError)

log = logging.getLogger(__name__)


def evaluate(args: dict[str, Any]) -> None:
    """Ask each rule that listens to an event, in a transaction of its own: one that fails stops no other, and is seen."""
    about = {"p_event_id": args["event_id"], "p_order_id": args["order_id"], "p_cause_id": args["cause_id"]}
    for rule_id in queries.listening_to(args["event_id"]):
        try:
            call("automations.run", p_rule_id=rule_id, **about)
        except _FAULTS as error:
            reason = error.code if isinstance(error, DomainError) else describe(error)
            log.warning("automation %s failed on event %s: %s", rule_id, args["event_id"], reason)
            call("automations.fail", p_rule_id=rule_id, p_error=reason, **about)
