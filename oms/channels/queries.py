"""What the pages and jobs of channels read, one function for each question."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows, value


def channel(channel_id: int) -> Row[Any]:
    found = row("select * from channels.channels where id = :id", id=channel_id)
    if found is None:
        message = f"there is no channel {channel_id}"
        raise LookupError(message)
    return found


def waiting_delivery(delivery_id: int) -> Row[Any] | None:
    """A delivery that nobody has processed yet."""
    return row("select * from channels.inbox where id = :id and state = 'received'", id=delivery_id)


def import_(import_id: int) -> Row[Any]:
    found = row("select * from channels.imports where id = :id", id=import_id)
    if found is None:
        message = f"there is no import {import_id}"
        raise LookupError(message)
    return found


def is_known(channel_code: str, external_id: str) -> bool:
    """Whether an order with this id on the channel is ours."""
    return bool(
        value(
            "select exists (select from orders.orders where channel = :channel and external_id = :id)",
            channel=channel_code,
            id=external_id,
        )
    )


def external_id_of(channel_code: str, name: str) -> str | None:
    """The id on its channel of an order with this name there."""
    return value(
        "select external_id from orders.orders where channel = :channel and external_name = :name order by id limit 1",
        channel=channel_code,
        name=name,
    )


def pickup_places() -> set[str]:
    """What stores that offer pickup are called, in small letters."""
    found = rows(
        "select lower(name) as name, lower(code) as code from inventory.locations where is_active and offers_pickup"
    )
    return {called for place in found for called in place}


def channels() -> list[Row[Any]]:
    """Every channel with how it is going."""
    return rows(
        "select c.*, (select count(*) from channels.quarantine as q where q.channel_id = c.id and q.state = 'open') as waiting,"
        " (select count(*) from orders.orders as o where o.channel = c.code and o.placed_at > db.now() - interval '30 days') as orders,"
        " (select max(o.placed_at) from orders.orders as o where o.channel = c.code) as last_order_at,"
        " (select i.state from channels.inbox as i where i.channel_id = c.id order by i.id desc limit 1) = 'failed' as is_failing"
        " from channels.channels as c order by c.is_active desc, c.name"
    )


def channel_by_code(code: str) -> Row[Any] | None:
    return row("select * from channels.channels where code = :code", code=code)


def waiting() -> int:
    """How many orders wait in quarantine."""
    return int(value("select count(*) from channels.quarantine where state = 'open'"))


def deliveries(channel_id: int) -> list[Row[Any]]:
    """The last deliveries of a channel's webhooks."""
    return rows(
        "select i.id, i.topic, i.state, i.refusal, i.received_at, i.quarantine_id, o.number"
        " from channels.inbox as i left join orders.orders as o on o.id = i.order_id"
        " where i.channel_id = :id order by i.id desc limit 25",
        id=channel_id,
    )


def last_orders(channel_code: str) -> list[Row[Any]]:
    return rows(
        "select number, external_name, total_minor, currency, placed_at, payment_status from orders.orders"
        " where channel = :code order by placed_at desc, id desc limit 10",
        code=channel_code,
    )


def source_choices() -> list[tuple[int, str]]:
    """Locations that an order may ship from."""
    found = rows("select id, name from inventory.locations where is_active and ships order by priority, id")
    return [(location.id, location.name) for location in found]


def location_names(location_ids: list[int]) -> list[str]:
    found = rows("select name from inventory.locations where id = any(:ids) order by priority, id", ids=location_ids)
    return [location.name for location in found]


def channels_for_files() -> list[Row[Any]]:
    """Channels that a file of orders may belong to; Shopify's too, so that a webhook's order is known in a file."""
    return rows(
        "select code, name from channels.channels where kind in ('csv', 'shopify') and is_active order by kind, name"
    )


def imports() -> list[Row[Any]]:
    return rows(
        "select i.id, i.file_name, i.state, i.is_dry_run, i.rows_read, i.orders_read, i.orders_new, i.orders_known,"
        " i.orders_quarantined, i.rows_skipped, i.created_by, i.created_at, c.name as channel"
        " from channels.imports as i join channels.channels as c on c.id = i.channel_id order by i.id desc limit 50"
    )


def import_shown(import_id: int) -> Row[Any] | None:
    """An import without its content."""
    return row(
        "select i.id, i.file_name, i.state, i.is_dry_run, i.rows_total, i.rows_read, i.orders_read, i.orders_new, i.orders_known,"
        " i.orders_quarantined, i.rows_skipped, i.error, i.created_by, i.created_at, i.finished_at, octet_length(i.content) as size,"
        " c.name as channel from channels.imports as i join channels.channels as c on c.id = i.channel_id where i.id = :id",
        id=import_id,
    )


def import_problems(import_id: int, limit: int | None = None) -> list[Row[Any]]:
    """What was wrong, in the order of the file."""
    return rows(
        "select row_number, name, is_skipped, reason from channels.import_problems"
        " where import_id = :id order by id limit :limit",
        id=import_id,
        limit=limit,
    )
