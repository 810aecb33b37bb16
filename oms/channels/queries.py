"""What the pages and jobs of channels read, one function for each question."""

from typing import Any

from sqlalchemy import Row

from oms.db import row


def channel(channel_id: int) -> Row[Any]:
    found = row("select * from channels.channels where id = :id", id=channel_id)
    if found is None:
        message = f"there is no channel {channel_id}"
        raise LookupError(message)
    return found


def waiting_delivery(delivery_id: int) -> Row[Any] | None:
    """A delivery that nobody has processed yet."""
    return row("select * from channels.inbox where id = :id and state = 'received'", id=delivery_id)
