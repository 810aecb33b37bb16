"""What the pages of quarantine read."""

from typing import Any

from sqlalchemy import Row

from oms.db import DomainError, call, row, rows, value

PAGE = 50


def records(state: str, channel: str | None, before: int | None) -> list[Row[Any]]:
    """Records of a state, newest first; one more than a page, to know whether there are older ones."""
    return rows(
        "select q.id, q.external_id, q.payload ->> 'name' as name, q.payload #>> '{customer,name}' as customer, q.reasons,"
        " q.updated_at, q.created_at, q.repaired_by, c.name as channel, o.number"
        " from channels.quarantine as q join channels.channels as c on c.id = q.channel_id"
        " left join orders.orders as o on o.id = q.order_id"
        " where q.state = :state and (:channel ::text is null or c.code = :channel) and (:before ::bigint is null or q.id < :before)"
        " order by q.id desc limit :limit",
        state=state,
        channel=channel,
        before=before,
        limit=PAGE + 1,
    )


def counts() -> dict[str, int]:
    """How many records there are in each state."""
    found = rows("select state, count(*) as total from channels.quarantine group by state")
    return {one.state: one.total for one in found}


def open_records() -> list[Row[Any]]:
    """All that waits, the oldest first."""
    return rows("select id, payload, version from channels.quarantine where state = 'open' order by id")


def record(record_id: int) -> Row[Any] | None:
    return row(
        "select q.*, c.code as channel_code, c.name as channel_name, c.currency as channel_currency, c.kind as channel_kind,"
        " o.number from channels.quarantine as q join channels.channels as c on c.id = q.channel_id"
        " left join orders.orders as o on o.id = q.order_id where q.id = :id",
        id=record_id,
    )


def neighbors(record_id: int, state: str) -> tuple[int | None, int | None]:
    """The records before and after in the list of this state."""
    newer = value(
        "select min(id) from channels.quarantine where state = :state and id > :id", state=state, id=record_id
    )
    older = value(
        "select max(id) from channels.quarantine where state = :state and id < :id", state=state, id=record_id
    )
    return newer, older


def arrived(record_id: int) -> Row[Any] | None:
    """The delivery that a record comes from, as it arrived."""
    return row(
        "select received_at, topic, body from channels.inbox where quarantine_id = :id and body <> '' order by id desc limit 1",
        id=record_id,
    )


def checked(channel_code: str, order: dict[str, Any], reasons: list[dict[str, Any]]) -> dict[str, Any]:
    """What is wrong with an order now, for the catalog may have changed; what was, where its channel is switched off."""
    try:
        answer: dict[str, Any] = call("channels.check", p_channel=channel_code, p_order=order)
    except DomainError:
        return {"outcome": "invalid", "reasons": reasons, "order": order, "totals": None}
    return answer


def skus(text: str) -> list[Row[Any]]:
    """SKUs that somebody may mean by the beginning of one or a word of its title."""
    return rows(
        "select v.sku, concat_ws(' - ', p.title, nullif(v.title, '')) as title from catalog.variants as v"
        " join catalog.products as p on p.id = v.product_id"
        " where v.is_active and (starts_with(lower(v.sku), lower(:text)) or strpos(lower(p.title), lower(:text)) > 0)"
        " order by starts_with(lower(v.sku), lower(:text)) desc, p.title, v.id limit 12",
        text=text,
    )
