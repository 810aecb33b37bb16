"""What the list of orders reads: a page of rows, how many there are, and what is new. Never more than a few queries.

Pages are walked by position (placed_at, id), not by number: as quick at the end as at the beginning, and nothing is
shown twice when new orders arrive in between.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Row

from oms.db import row, rows, value
from oms.orders.filters import COUNTED, IS_LATE, VIEWS, Chosen, Filter

PAGE = 50
MOST_COUNTED = 10_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_AT_A_TIME = 1000

# The rows of one page: first the orders, a few at a time, then what is shown of each.
_SHOWN = """
with page as (
    select o.* from orders.orders as o where {where} and {beyond} order by o.placed_at {order}, o.id {order} limit :most
)
select o.id, o.number, o.external_name, o.channel, o.placed_at, o.due_at, o.state, o.total_minor, o.currency, o.tags, o.fields,
    p.name as assignee,
    o.payment_status, o.fulfillment_status, o.method, o.delivery_title, o.language, o.is_on_hold, o.is_backordered,
    {is_late} as is_late,
    coalesce(nullif(c.name, ''), nullif(a.name, ''), c.email, '') as customer, coalesce(c.email, '') as email,
    coalesce(nullif(c.phone, ''), a.phone, '') as phone, coalesce(a.city, '') as city,
    coalesce(a.country_code, '') as country_code, l.units, l.items,
    array(select p.name from inventory.locations as p where p.id = any(o.location_ids) order by p.name) as places
from page as o
left join customers.customers as c on c.id = o.customer_id
left join customers.addresses as a on a.id = o.ship_to_id
left join auth.people as p on p.id = o.assignee_id
cross join lateral (
    select coalesce(sum(l.quantity), 0) as units, coalesce(jsonb_agg(jsonb_build_object(
        'quantity', l.quantity, 'title', l.title, 'sku', l.sku) order by l.position), '[]') as items
    from orders.lines as l where l.order_id = o.id
) as l
order by o.placed_at desc, o.id desc
""".replace("{is_late}", IS_LATE)


@dataclass(frozen=True)
class Place:
    """A position in the list, as it stands in the address: microseconds and id."""

    placed_at: datetime
    id: int

    @classmethod
    def of(cls, order: Row[Any]) -> "Place":
        return cls(order.placed_at, order.id)

    @classmethod
    def parse(cls, text: str) -> "Place | None":
        micros, _dash, number = text.partition("-")
        if not (micros.isdecimal() and number.isdecimal() and len(micros) <= 17 and len(number) <= 17):  # noqa: PLR2004
            return None
        return cls(_EPOCH + timedelta(microseconds=int(micros)), int(number))

    def __str__(self) -> str:
        return f"{(self.placed_at - _EPOCH) // timedelta(microseconds=1)}-{self.id}"


@dataclass(frozen=True)
class Page:
    """Some orders, and whether there are newer and older ones."""

    orders: list[Row[Any]]
    has_newer: bool = False
    has_older: bool = False

    @property
    def newer(self) -> Place | None:
        return Place.of(self.orders[0]) if self.has_newer and self.orders else None

    @property
    def older(self) -> Place | None:
        return Place.of(self.orders[-1]) if self.has_older and self.orders else None


def page_of(chosen: Filter, *, older: Place | None = None, newer: Place | None = None) -> Page:
    """The newest orders; or those older than one place, or newer than another."""
    if newer is None:
        found = _shown(chosen, "older", older, PAGE + 1)
        return Page(found[:PAGE], older is not None, len(found) > PAGE)
    found = _shown(chosen, "newer", newer, PAGE + 1)
    if len(found) <= PAGE:  # that is the first page, and it may have room for more
        return page_of(chosen)
    return Page(found[1:], has_newer=True, has_older=True)


def count(chosen: Filter) -> int:
    """How many there are; one more than MOST_COUNTED stands for all that is beyond."""
    sql, params = _ask("select count(*) from (select from orders.orders as o where {where} limit :most) as o", chosen)
    return int(value(sql, most=MOST_COUNTED + 1, **params))


def counts() -> dict[str, int]:
    """How many orders each view of open orders has."""
    columns = ", ".join(f"count(*) filter (where {VIEWS[name].where}) as {name}" for name in COUNTED)
    sql = "select {columns} from orders.orders as o where o.state = 'placed'"
    found = row(sql.replace("{columns}", columns))
    return {name: getattr(found, name) for name in COUNTED}


def newest_id() -> int:
    """The order that came in last, whatever its own date says."""
    return int(value("select coalesce(max(o.id), 0) from orders.orders as o"))


def arrived_since(chosen: Filter, order_id: int) -> int:
    """How many have come in after this one."""
    sql, params = _ask("select count(*) from orders.orders as o where o.id > :after and {where}", chosen)
    return int(value(sql, after=order_id, **params))


def channels() -> list[str]:
    """The channels that orders have come from, read off the index one by one."""
    found = rows(
        "with recursive known as ("
        " (select channel from orders.orders order by channel limit 1)"
        " union all select ("
        "   select o.channel from orders.orders as o where o.channel > k.channel order by o.channel limit 1)"
        " from known as k where k.channel is not null"
        ") select channel from known where channel is not null"
    )
    return [known.channel for known in found]


def hit(text: str) -> str | None:
    """The number of the one order that a typed or scanned text names in full."""
    found = rows(
        "select o.number from orders.orders as o where o.id = any(array(select orders.search(:text, 20)))"
        " and lower(:text) in (o.number, lower(o.external_name), lower(ltrim(o.external_name, '#')), lower(o.external_id))",
        text=text.removeprefix("O-").strip(),
    )
    return str(found[0].number) if len(found) == 1 else None


def neighbors(chosen: Filter, place: Place) -> tuple[str | None, str | None]:
    """The numbers of the orders next to a place in a list: the newer one and the older one."""
    sql, params = _ask(
        "select (select o.number from orders.orders as o where {where} and (o.placed_at, o.id) > (:at, :id)"
        "  order by o.placed_at, o.id limit 1) as newer,"
        " (select o.number from orders.orders as o where {where} and (o.placed_at, o.id) < (:at, :id)"
        "  order by o.placed_at desc, o.id desc limit 1) as older",
        chosen,
    )
    found = row(sql, at=place.placed_at, id=place.id, **params)
    return (found.newer, found.older) if found else (None, None)


def briefly(chosen: Filter | Chosen, most: int) -> list[Row[Any]]:
    """What a question about many orders says of each, newest first."""
    sql, params = _ask(
        "select o.id, o.number, o.external_name, o.state, o.is_on_hold, o.payment_status, o.fulfillment_status,"
        " array(select h.reason from orders.holds as h where h.order_id = o.id and h.released_at is null) as holds"
        " from orders.orders as o where {where} order by o.placed_at desc, o.id desc limit :most",
        chosen,
    )
    return rows(sql, most=most, **params)


def every(chosen: Filter | Chosen) -> Iterator[Row[Any]]:
    """Every row of a list, newest first; read a thousand at a time."""
    place: Place | None = None
    while True:
        found = _shown(chosen, "older", place, _AT_A_TIME)
        yield from found
        if len(found) < _AT_A_TIME:
            return
        place = Place.of(found[-1])


_BEYOND = {"older": ("(o.placed_at, o.id) < (:at, :id)", "desc"), "newer": ("(o.placed_at, o.id) > (:at, :id)", "asc")}


def _shown(chosen: Filter | Chosen, direction: str, place: Place | None, most: int) -> list[Row[Any]]:
    beyond, order = _BEYOND[direction]
    sql, params = _ask(_SHOWN.replace("{beyond}", beyond if place else "true").replace("{order}", order), chosen)
    return rows(sql, most=most, **params, **({"at": place.placed_at, "id": place.id} if place else {}))


def _ask(sql: str, chosen: Filter | Chosen) -> tuple[str, dict[str, Any]]:
    """Put a list's condition into a query. It is made of our own words only; what people typed travels as parameters."""
    where, params = chosen.where()
    return sql.replace("{where}", where), params
