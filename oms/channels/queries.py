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
