"""What the task and the pages of automations read."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows


def listening_to(event_id: int) -> list[int]:
    """The active rules that listen to an event, in their order."""
    found = rows(
        "select r.id from automations.rules as r join history.events as e on e.type = r.event"
        " where e.id = :event_id and r.is_active order by r.position, r.id",
        event_id=event_id,
    )
    return [rule.id for rule in found]


def rules() -> list[Row[Any]]:
    """Every rule, with how often it did something and failed in the last week."""
    return rows(
        """
        select r.*, n.done, n.failed
        from automations.rules as r cross join lateral (
            select count(*) filter (where u.outcome = 'done') as done, count(*) filter (where u.outcome = 'failed') as failed
            from automations.runs as u where u.rule_id = r.id and u.ran_at > db.now() - interval '7 days'
        ) as n
        order by not r.is_active, r.position, r.id"""
    )


def rule(rule_id: int) -> Row[Any] | None:
    return row("select r.* from automations.rules as r where r.id = :id", id=rule_id)


def versions(rule_id: int) -> list[Row[Any]]:
    """What a rule was before, the latest first."""
    return rows(
        "select v.* from automations.versions as v where v.rule_id = :id order by v.version desc limit 20", id=rule_id
    )


def runs(rule_id: int) -> list[Row[Any]]:
    """What came of a rule lately, but for where it did not match."""
    return rows(
        "select u.outcome, u.error, u.ran_at, u.version, o.number from automations.runs as u"
        " join orders.orders as o on o.id = u.order_id"
        " where u.rule_id = :id and u.outcome <> 'unmatched' order by u.id desc limit 50",
        id=rule_id,
    )


def orders(ids: list[int], most: int) -> list[Row[Any]]:
    """Some of the orders of a dry run, the latest first."""
    return rows(
        "select o.number, o.external_name, o.total_minor, o.currency, o.placed_at, o.channel from orders.orders as o"
        " where o.id = any(:ids) order by o.placed_at desc, o.id desc limit :most",
        ids=ids,
        most=most,
    )
