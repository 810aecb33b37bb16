"""What the pages of fulfillment show. Row-level security leaves out what is not the reader's."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows

# Tab -> the states on it. The first is where people start.
TABS: dict[str, tuple[str, ...]] = {
    "to-pick": ("released",),
    "picking": ("accepted", "picking"),
    "to-pack": ("picked",),
    "to-ship": ("packed",),
    "waiting": ("planned",),
    "done": ("shipped", "delivered", "rejected", "canceled"),
}
PAGE_SIZE = 50

_WORKS = """
    select f.id, f.number, f.state, f.due_at, f.ended_at, f.picker, l.name as location, l.time_zone,
           f.ended_at is null and f.due_at < db.now() as is_late,
           r.service, coalesce(r.priority > 0, false) as is_first,
           coalesce(not r.is_released and f.state <> 'planned', false) as is_on_hold,
           a.name, a.city, a.country_code, t.lines, t.units, t.picked
    from fulfillment.orders as f
    join inventory.locations as l on l.id = f.location_id
    left join demand.requests as r on r.id = f.request_id
    left join customers.addresses as a on a.id = r.ship_to_id
    cross join lateral (
        select count(*) as lines, sum(i.quantity - i.short) as units, sum(i.picked) as picked
        from fulfillment.lines as i where i.order_id = f.id
    ) as t
    where f.method = 'ship' and f.state = any(:states)
        and (cast(:location_id as int) is null or f.location_id = :location_id)
        and (not :only_late or (f.ended_at is null and f.due_at < db.now()))
        and (:search = '' or starts_with(f.number, :search) or a.name ilike '%' || :search || '%' or a.city ilike '%' || :search || '%'
             or exists (select from fulfillment.packages as p where p.order_id = f.id and p.tracking_number = :search)
             or exists (select from fulfillment.lines as i join catalog.variants as v on v.id = i.variant_id
                        where i.order_id = f.id and v.sku = upper(:search)))
"""


def works(tab: str, *, location_id: int | None, only_late: bool, search: str, page: int) -> list[Row[Any]]:
    """A page of fulfillment orders to ship, most urgent first; what is done, latest first. One more than fits."""
    order = (
        " order by f.ended_at desc, f.id desc"
        if tab == "done"
        else " order by r.priority desc nulls last, f.due_at nulls last, f.id"
    )
    return rows(
        _WORKS + order + " limit :limit offset :offset",
        states=list(TABS[tab]),
        location_id=location_id,
        only_late=only_late,
        search=search,
        limit=PAGE_SIZE + 1,
        offset=PAGE_SIZE * (page - 1),
    )


def counts(location_id: int | None) -> dict[str, int]:
    """How many wait on each tab, without what is done."""
    found = rows(
        "select state, count(*) as works from fulfillment.orders"
        " where method = 'ship' and ended_at is null"
        " and (cast(:location_id as int) is null or location_id = :location_id) group by state",
        location_id=location_id,
    )
    by_state = {each.state: each.works for each in found}
    return {tab: sum(by_state.get(state, 0) for state in states) for tab, states in TABS.items() if tab != "done"}


def places() -> list[Row[Any]]:
    """The locations whose work the reader sees."""
    return rows(
        "select id, code, name, time_zone from inventory.locations"
        " where is_active and (db.sees_all() or id = any(db.locations())) order by name"
    )


def work(number: str) -> Row[Any] | None:
    """One fulfillment order with where it goes, and whether anything speaks against it."""
    return row(
        "select f.*, f.ended_at is null and f.due_at < db.now() and f.state <> 'ready_for_pickup' as is_late,"
        " l.name as location, l.time_zone, r.reference, r.service, r.language,"
        " coalesce(not r.is_released and f.state <> 'planned', false) as is_on_hold, c.name as customer"
        " from fulfillment.orders as f join inventory.locations as l on l.id = f.location_id"
        " left join demand.requests as r on r.id = f.request_id left join customers.customers as c on c.id = r.customer_id"
        " where f.number = :number",
        number=number,
    )


def works_by_id(ids: list[int]) -> list[Row[Any]]:
    """What is to be picked together, as it was chosen."""
    return rows(
        "select f.id, f.number, f.state, f.due_at, l.name as location, a.name, a.city, a.country_code"
        " from fulfillment.orders as f join inventory.locations as l on l.id = f.location_id"
        " left join demand.requests as r on r.id = f.request_id left join customers.addresses as a on a.id = r.ship_to_id"
        " where f.id = any(:ids) and f.ended_at is null"
        " order by r.priority desc nulls last, f.due_at nulls last, f.id",
        ids=ids,
    )


def lines(ids: list[int]) -> list[Row[Any]]:
    """The lines of fulfillment orders in the order of a walk through the shelves."""
    return rows(
        "select i.*, f.number, i.quantity - i.picked - i.short as open, v.sku, v.title as option, p.title, p.picture,"
        " v.weight_grams, coalesce(b.bin, '') as bin,"
        " array(select c.code from catalog.barcodes as c where c.variant_id = v.id order by c.code) as barcodes,"
        " (select coalesce(jsonb_agg(jsonb_build_object('code', t.code, 'quantity', x.quantity, 'is_serial', t.is_serial)"
        "   order by t.expires_on nulls last, t.id), '[]')"
        "  from demand.allocation_lots as x join inventory.lots as t on t.id = x.lot_id where x.allocation_id = i.allocation_id) as lots"
        " from fulfillment.lines as i join fulfillment.orders as f on f.id = i.order_id"
        " join catalog.variants as v on v.id = i.variant_id join catalog.products as p on p.id = v.product_id"
        " left join inventory.levels as b on b.variant_id = i.variant_id and b.location_id = f.location_id"
        " where i.order_id = any(:ids) order by nullif(b.bin, '') nulls last, v.sku, f.id, i.id",
        ids=ids,
    )


def line_of(order_id: int, line_id: int) -> Row[Any] | None:
    """A line, if it is one of this fulfillment order."""
    return row(
        "select i.id, v.sku from fulfillment.lines as i join catalog.variants as v on v.id = i.variant_id"
        " where i.order_id = :order_id and i.id = :line_id",
        order_id=order_id,
        line_id=line_id,
    )


def packages(order_id: int) -> list[Row[Any]]:
    """Its boxes without those that were unpacked again, and without the bytes of their labels."""
    return rows(
        "select id, state, weight_grams, carrier, service, tracking_number, tracking_url, tracking_status, expected_on,"
        " label is not null as has_label, handed_over_at, delivered_at"
        " from fulfillment.packages where order_id = :order_id and state <> 'voided' order by id",
        order_id=order_id,
    )


def tracking(order_id: int) -> list[Row[Any]]:
    """What the carrier said of its boxes, latest first."""
    return rows(
        "select t.* from fulfillment.tracking_events as t join fulfillment.packages as p on p.id = t.package_id"
        " where p.order_id = :order_id order by t.occurred_at desc, t.id desc",
        order_id=order_id,
    )


def label(package_id: int) -> Row[Any] | None:
    """The PDF that the carrier gave for a package."""
    return row(
        "select tracking_number, label from fulfillment.packages where id = :package_id and label is not null and state <> 'voided'",
        package_id=package_id,
    )


def parcel(package_id: int) -> Row[Any] | None:
    """A package with both of its addresses, as a carrier wants to know it."""
    return row(
        "select p.id, p.state, p.weight_grams, p.carrier, p.service, p.tracking_number, f.number,"
        " (db.now() at time zone l.time_zone)::date as today, s.name as shop, l.name as location, l.line1 as from_line1,"
        " l.postal_code as from_postal_code, l.city as from_city, l.country_code as from_country_code,"
        " a.name, a.company, a.line1, a.line2, a.postal_code, a.city, a.region, a.country_code, a.phone"
        " from fulfillment.packages as p join fulfillment.orders as f on f.id = p.order_id"
        " join inventory.locations as l on l.id = f.location_id join demand.requests as r on r.id = f.request_id"
        " join customers.addresses as a on a.id = r.ship_to_id cross join db.shop as s where p.id = :package_id",
        package_id=package_id,
    )


def found_by(code: str) -> str | None:
    """The number of the fulfillment order that a scanned code belongs to: its own number, or that of a parcel."""
    found = row(
        "select f.number from fulfillment.orders as f where f.number = :code"
        " union all select f.number from fulfillment.packages as p join fulfillment.orders as f on f.id = p.order_id"
        " where p.tracking_number = :code and p.state <> 'voided' limit 1",
        code=code,
    )
    return found.number if found else None


def underway() -> list[Row[Any]]:
    """Packages that a carrier has and has not delivered, two months at the longest."""
    return rows(
        "select p.id, p.carrier, p.tracking_number, p.handed_over_at, p.expected_on, l.city as from_city, a.city as to_city,"
        " l.country_code <> a.country_code as is_abroad,"
        " coalesce((select jsonb_agg(jsonb_build_object('status', t.status, 'occurred_at', t.occurred_at))"
        " from fulfillment.tracking_events as t where t.package_id = p.id), '[]') as told"
        " from fulfillment.packages as p join fulfillment.orders as f on f.id = p.order_id"
        " join inventory.locations as l on l.id = f.location_id join demand.requests as r on r.id = f.request_id"
        " join customers.addresses as a on a.id = r.ship_to_id"
        " where p.state = 'handed_over' and p.tracking_status not in ('delivered', 'lost')"
        " and p.handed_over_at > db.now() - interval '60 days' order by p.id"
    )


def address(order_id: int) -> Row[Any] | None:
    """Where a fulfillment order goes."""
    return row(
        "select a.* from customers.addresses as a join demand.requests as r on r.ship_to_id = a.id"
        " join fulfillment.orders as f on f.request_id = r.id where f.id = :order_id",
        order_id=order_id,
    )


def last_decision(request_id: int) -> int | None:
    """The latest routing decision of a request."""
    found = row("select max(id) as id from routing.decisions where request_id = :request_id", request_id=request_id)
    return found.id if found else None


def package_with(tracking_number: str) -> int | None:
    """The package that a carrier means; the latest, where it uses its numbers again."""
    found = row(
        "select max(id) as id from fulfillment.packages"
        " where tracking_number = :number and tracking_number <> '' and state in ('label_purchased', 'handed_over')",
        number=tracking_number,
    )
    return found.id if found else None


def siblings(order_id: int) -> list[Row[Any]]:
    """Other work on the same order, at the same location, that nobody has begun to pick."""
    return rows(
        "select o.id, o.number from fulfillment.orders as f join fulfillment.orders as o on o.request_id = f.request_id"
        " and o.location_id = f.location_id and o.method = f.method and o.id <> f.id"
        " where f.id = :id and o.state in ('planned', 'released', 'accepted') order by o.id",
        id=order_id,
    )


def places_with_stock(order_id: int) -> list[Row[Any]]:
    """The other locations that ship and have all of a fulfillment order available, where the reader may see it."""
    return rows(
        """
        select p.id, p.name from inventory.locations as p join fulfillment.orders as f on f.id = :id and p.id <> f.location_id
        where p.is_active and p.ships and f.method = 'ship' and (db.sees_all() or p.id = any(db.locations())) and not exists (
            select from (select i.variant_id, sum(i.quantity - i.short) as wanted from fulfillment.lines as i
                         where i.order_id = f.id group by i.variant_id) as w
            left join inventory.levels as l on l.variant_id = w.variant_id and l.location_id = p.id
            where coalesce(l.available, 0) < w.wanted)
        order by p.priority, p.id""",
        id=order_id,
    )
