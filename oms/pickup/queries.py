"""What the store's tablet shows. Row-level security leaves out what is not the reader's."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows

_WORKS = """
    select f.id, f.number, f.state, f.request_id, f.due_at, f.released_at, f.picker, f.location_id, l.name as location,
           l.time_zone, f.state in ('released', 'accepted', 'picking', 'picked') and f.due_at < db.now() as is_late,
           coalesce(not r.is_released and f.state <> 'planned', false) as is_on_hold,
           r.language, c.name as customer, c.phone, t.units, t.picked,
           p.id as pickup_id, p.ready_at, p.expires_at, p.collected_at, p.collected_by, p.proof, p.returned_at, p.put_back_at,
           p.failed_tries >= 5 as is_locked, 5 - p.failed_tries as tries_left, s.code as shelf,
           p.collected_at > db.now() - interval '30 seconds' as can_undo,
           p.expires_at <= db.now() + interval '1 day' as is_last_day
    from fulfillment.orders as f
    join inventory.locations as l on l.id = f.location_id
    left join demand.requests as r on r.id = f.request_id
    left join customers.customers as c on c.id = r.customer_id
    left join pickup.pickups as p on p.fulfillment_order_id = f.id
    left join pickup.shelves as s on s.id = p.shelf_id
    cross join lateral (
        select sum(i.quantity - i.short) as units, sum(i.picked) as picked from fulfillment.lines as i where i.order_id = f.id
    ) as t
    where f.method = 'pickup'
"""


def board(location_id: int | None) -> list[Row[Any]]:
    """Everything somebody has to do something about, most urgent first."""
    return rows(
        _WORKS
        + " and (f.ended_at is null and f.state <> 'planned' or p.returned_at is not null and p.put_back_at is null)"
        " and (cast(:location_id as int) is null or f.location_id = :location_id)"
        " order by coalesce(p.expires_at, f.due_at), f.id",
        location_id=location_id,
    )


def search(text: str, location_id: int | None) -> list[Row[Any]]:
    """Pickups by number, name, telephone or shelf; what waits first, then the latest."""
    return rows(
        _WORKS + " and (cast(:location_id as int) is null or f.location_id = :location_id)"
        " and (starts_with(f.number, :text) or c.name ilike '%' || :text || '%' or s.code = upper(:text)"
        "      or (length(:digits) >= 4 and ltrim(regexp_replace(c.phone, '\\D', '', 'g'), '0') like '%' || :digits || '%'))"
        " order by f.ended_at is not null, f.id desc limit 50",
        text=text,
        digits="".join(filter(str.isdigit, text)).lstrip("0"),
        location_id=location_id,
    )


def pickup(number: str) -> Row[Any] | None:
    return row(_WORKS + " and f.number = :number", number=number)


def waiting_with(code: str) -> str | None:
    """The number of the waiting pickup that a code belongs to. Only its hash is kept, so each one is tried."""
    found = row(
        "select f.number from pickup.pickups as p join fulfillment.orders as f on f.id = p.fulfillment_order_id"
        " where p.collected_at is null and p.returned_at is null and p.code_hash = sha256(p.nonce || convert_to(:code, 'UTF8'))",
        code=code,
    )
    return found.number if found else None


def nonce(pickup_id: int) -> bytes:
    found = row("select nonce from pickup.pickups where id = :pickup_id", pickup_id=pickup_id)
    return bytes(found.nonce) if found else b""


def places() -> list[Row[Any]]:
    """The reader's locations where something can be collected."""
    return rows(
        "select id, code, name from inventory.locations"
        " where is_active and offers_pickup and (db.sees_all() or id = any(db.locations())) order by name"
    )


def shelves(location_id: int) -> list[Row[Any]]:
    """The shelves in use, and how much stands on each."""
    return rows(
        "select s.id, s.code, count(p.id) as standing from pickup.shelves as s"
        " left join pickup.pickups as p on p.shelf_id = s.id and p.collected_at is null and p.put_back_at is null"
        " where s.location_id = :location_id and s.is_active group by s.id order by length(s.code), s.code",
        location_id=location_id,
    )


def shelf(shelf_id: int) -> Row[Any] | None:
    return row("select id, code, location_id from pickup.shelves where id = :shelf_id", shelf_id=shelf_id)
