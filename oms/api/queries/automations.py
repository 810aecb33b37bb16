"""What the API reads of automations."""

from typing import Any

from sqlalchemy import Row

from oms.api.queries import Start
from oms.db import rows

_RUNS = """
    select u.id, u.rule_id, u.version as rule_version, u.outcome, u.error, u.ran_at, o.uid as order_uid
    from automations.runs as u join orders.orders as o on o.id = u.order_id"""


def runs_of_rule(rule_id: int, start: Start, limit: int) -> list[Row[Any]]:
    return _runs(" where u.rule_id = :of and u.id > :after order by u.id limit :limit", rule_id, start, limit)


def runs_of_order(order_id: int, start: Start, limit: int) -> list[Row[Any]]:
    return _runs(" where u.order_id = :of and u.id > :after order by u.id limit :limit", order_id, start, limit)


def _runs(where: str, of: int, start: Start, limit: int) -> list[Row[Any]]:
    return rows(_RUNS + where, of=of, after=(start or (0,))[0], limit=limit + 1)


def uids(order_ids: list[int]) -> list[Row[Any]]:
    """The orders of these ids, the latest first."""
    return rows(
        "select o.uid from orders.orders as o where o.id = any(:ids) order by o.placed_at desc, o.id desc limit 250",
        ids=order_ids,
    )
