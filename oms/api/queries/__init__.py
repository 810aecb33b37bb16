"""What the API reads. Row-level security leaves what the token may see; every list asks for one row more than it shows."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row

from oms.db import row, rows, value

Start = tuple[Any, ...] | None


def orders(start: Start, limit: int, **filters: Any) -> list[Row[Any]]:
    updated_at, order_id = start or ("-infinity", 0)
    return rows(
        """
        select o.* from orders.orders as o
        where (o.updated_at, o.id) > (cast(:start_updated_at as timestamptz), cast(:start_id as bigint))
            and o.updated_at > coalesce(:updated_after, timestamptz '-infinity')
            and (cast(:created_after as timestamptz) is null or o.created_at > :created_after)
            and (cast(:status as text[]) = '{}' or o.state = any (:status))
            and (cast(:payment_status as text[]) = '{}' or o.payment_status = any (:payment_status))
            and (cast(:fulfillment_status as text[]) = '{}' or o.fulfillment_status = any (:fulfillment_status))
            and (cast(:channel as text) is null or o.channel = :channel)
            and (cast(:tag as text) is null or o.tags @> array[cast(:tag as text)])
            and (cast(:assignee as text) is null
                 or o.assignee_id = (select p.id from auth.people as p where p.email = lower(:assignee)))
            and (cast(:field as text) is null
                 or o.fields @> (select orders.field_match(split_part(:field, ':', 1), substr(:field, strpos(:field, ':') + 1))))
        order by o.updated_at, o.id limit :limit""",
        start_updated_at=updated_at,
        start_id=order_id,
        limit=limit + 1,
        **filters,
    )


def order(uid: str) -> Row[Any] | None:
    return row(
        """
        select o.*, p.code as pickup_location, e.email as assignee, c.email, c.name as customer_name, c.phone as customer_phone,
            to_jsonb(s) as ship_to, to_jsonb(b) as bill_to
        from orders.orders as o
        left join inventory.locations as p on p.id = o.pickup_location_id
        left join auth.people as e on e.id = o.assignee_id
        left join customers.customers as c on c.id = o.customer_id
        left join customers.addresses as s on s.id = o.ship_to_id
        left join customers.addresses as b on b.id = o.bill_to_id
        where o.uid = cast(:uid as uuid)""",
        uid=uid,
    )


def order_lines(order_id: int) -> list[Row[Any]]:
    return rows(
        """
        select l.*, d.canceled, d.waiting, d.assigned, d.shipped, d.delivered, d.promised_on, to_jsonb(p) as delivery_promise
        from orders.lines as l left join orders.progress(:order_id) as d on d.line_id = l.id
        left join orders.promised(:order_id) as p on p.line_id = l.id
        where l.order_id = :order_id order by l.position""",
        order_id=order_id,
    )


def open_units(order_id: int) -> list[dict[str, int]]:
    """All that has not left, as it is canceled."""
    return [
        {"line_id": line.id, "quantity": line.waiting + line.assigned}
        for line in order_lines(order_id)
        if line.waiting or line.assigned
    ]


def offers(order_id: int) -> list[Row[Any]]:
    """What could be sent instead of what waits of an order."""
    return rows(
        "select f.*, l.position from orders.offers(:order_id) as f join orders.lines as l on l.id = f.line_id",
        order_id=order_id,
    )


def charges(order_id: int) -> list[Row[Any]]:
    return rows("select c.* from orders.charges as c where c.order_id = :order_id order by c.id", order_id=order_id)


def payments(payable_id: int) -> list[Row[Any]]:
    return rows(
        "select e.* from payments.events as e where e.payable_id = :payable_id order by e.id", payable_id=payable_id
    )


def invoices(order_id: int) -> list[Row[Any]]:
    return rows("select i.* from invoices.invoices as i where i.order_id = :order_id order by i.id", order_id=order_id)


def api_channels() -> list[Row[Any]]:
    """The channels that orders may come from through the API."""
    return rows("select code, currency, source_location_ids from channels.channels where kind = 'api' and is_active")


def hold(key: str) -> Row[Any] | None:
    """What is or was held under a key, last."""
    return row(
        """
        select h.key, h.state, h.expires_at,
            (select coalesce(jsonb_agg(jsonb_build_object('sku', v.sku, 'location', w.code, 'quantity', l.quantity)
                order by v.sku, w.code), '[]')
             from inventory.hold_lines as l join catalog.variants as v on v.id = l.variant_id
             join inventory.locations as w on w.id = l.location_id where l.hold_id = h.id) as lines
        from inventory.holds as h where h.key = :key order by h.id desc limit 1""",
        key=key,
    )


_STOCK = """
    select l.*, v.sku, w.code as location
    from {levels} as l
    join catalog.variants as v on v.id = l.variant_id
    join inventory.locations as w on w.id = l.location_id
    where (l.variant_id, l.location_id) > (cast(:variant_id as bigint), cast(:location_id as int))
        and (cast(:sku as text) is null or v.sku = :sku)
        and (cast(:location as text) is null or w.code = :location)
    order by l.variant_id, l.location_id limit :limit"""
_STOCK_NOW = _STOCK.format(levels="inventory.stock")
_STOCK_THEN = _STOCK.format(
    levels="""(
        select h.*, h.on_hand - h.reserved - h.safety - h.unavailable as available, h.since as updated_at
        from inventory.levels as n
        cross join lateral (
            select k.* from inventory.level_history as k
            where k.variant_id = n.variant_id and k.location_id = n.location_id and k.since <= :as_of
            order by k.since desc, k.id desc limit 1
        ) as h)"""
)


def stock(
    start: Start, limit: int, sku: str | None = None, location: str | None = None, as_of: datetime | None = None
) -> list[Row[Any]]:
    """The levels as they are, or as they stood at a moment."""
    variant_id, location_id = start or (0, 0)
    return rows(
        _STOCK_THEN if as_of else _STOCK_NOW,
        variant_id=variant_id,
        location_id=location_id,
        sku=sku,
        location=location,
        limit=limit + 1,
        **({"as_of": as_of} if as_of else {}),
    )


def kits(start: Start, limit: int, sku: str | None = None) -> list[Row[Any]]:
    """Kits with how many are available, in all and at each location in scope."""
    (kit_id,) = start or (0,)
    return rows(
        """
        select v.id, v.sku, n.available, n.locations
        from catalog.variants as v
        cross join lateral (
            select max(k.available) filter (where k.location_id is null) as available,
                jsonb_agg(jsonb_build_object('location', w.code, 'available', k.available) order by w.code)
                    filter (where w.id is not null) as locations
            from inventory.kit_levels(v.id) as k left join inventory.locations as w on w.id = k.location_id
        ) as n
        where v.id > :kit_id and (cast(:sku as text) is null or v.sku = :sku)
            and v.id in (select k.kit_id from catalog.kit_components as k) and n.locations is not null
        order by v.id limit :limit""",
        kit_id=kit_id,
        sku=sku,
        limit=limit + 1,
    )


def lots(start: Start, limit: int, sku: str | None = None, code: str | None = None) -> list[Row[Any]]:
    (lot_id,) = start or (0,)
    return rows(
        """
        select t.*, v.sku,
            (select coalesce(jsonb_agg(jsonb_build_object('location', w.code, 'on_hand', x.on_hand, 'reserved', x.reserved,
                'unavailable', x.unavailable) order by w.code), '[]')
             from inventory.lot_levels as x join inventory.locations as w on w.id = x.location_id where x.lot_id = t.id) as levels,
            (select coalesce(jsonb_agg(jsonb_build_object('transfer', f.number, 'source', s.code, 'destination', d.code,
                'quantity', x.under_way) order by f.id), '[]')
             from inventory.transfer_lots as x join inventory.transfers as f on f.id = x.transfer_id
             join inventory.locations as s on s.id = f.source_id join inventory.locations as d on d.id = f.destination_id
             where x.lot_id = t.id and x.under_way > 0) as under_way
        from inventory.lots as t join catalog.variants as v on v.id = t.variant_id
        where t.id > :lot_id and (cast(:sku as text) is null or v.sku = :sku)
            and (cast(:code as text) is null or t.code = :code)
        order by t.id limit :limit""",
        lot_id=lot_id,
        sku=sku,
        code=code,
        limit=limit + 1,
    )


_TRANSFER = """
    select t.*, s.code as source, d.code as destination,
        (select coalesce(jsonb_agg(to_jsonb(l) || jsonb_build_object('sku', v.sku, 'under_way', l.under_way, 'lots', (
            select coalesce(jsonb_agg(to_jsonb(x) || jsonb_build_object('code', n.code, 'expires_on', n.expires_on,
                'under_way', x.under_way) order by n.code), '[]')
            from inventory.transfer_lots as x join inventory.lots as n on n.id = x.lot_id
            where x.transfer_id = l.transfer_id and x.variant_id = l.variant_id)) order by v.sku), '[]')
         from inventory.transfer_lines as l join catalog.variants as v on v.id = l.variant_id
         where l.transfer_id = t.id) as lines
    from inventory.transfers as t
    join inventory.locations as s on s.id = t.source_id
    join inventory.locations as d on d.id = t.destination_id
"""


def transfers(start: Start, limit: int, state: str | None) -> list[Row[Any]]:
    return rows(
        _TRANSFER
        + "where t.id > :after and (cast(:state as text) is null or t.state = :state) order by t.id limit :limit",
        after=(start or (0,))[0],
        state=state,
        limit=limit + 1,
    )


def transfer(number: str) -> Row[Any] | None:
    return row(_TRANSFER + "where t.number = :number", number=number)


_INCOMING = (
    "select i.*, o.code as location from inventory.incoming as i join inventory.locations as o on o.id = i.location_id"
)


def incoming(start: Start, limit: int, status: str, location: str | None) -> list[Row[Any]]:
    expected_on, incoming_id = start or ("-infinity", 0)
    after = """
        where (i.expected_on, i.id) > (cast(:expected_on as date), cast(:incoming_id as bigint))
            and (cast(:location as text) is null or o.code = :location)
            and (:status = 'open') = exists (
                select from inventory.incoming_lines as l where l.incoming_id = i.id and l.open > 0)
        order by i.expected_on, i.id limit :limit"""
    return rows(
        f"{_INCOMING}{after}",
        expected_on=expected_on,
        incoming_id=incoming_id,
        location=location,
        status=status,
        limit=limit + 1,
    )


def incoming_delivery(incoming_id: int) -> Row[Any] | None:
    return row(f"{_INCOMING} where i.id = :id", id=incoming_id)


def variant_id(sku: str) -> int | None:
    found: int | None = value("select id from catalog.variants where sku = :sku", sku=sku)
    return found


def deliverable_ids(skus: list[str]) -> dict[str, int]:
    """Which of these SKUs can be sent, and their ids."""
    found = rows(
        "select sku, id from catalog.variants where sku = any(:skus) and is_active and requires_shipping", skus=skus
    )
    return {variant.sku: variant.id for variant in found}


def lot_id(sku: str, code: str) -> int | None:
    found = lots(None, 1, sku, code)
    return int(found[0].id) if found else None


def location_id(code: str) -> int | None:
    found: int | None = value("select id from inventory.locations where code = :code", code=code)
    return found


def person_id(email: str) -> int | None:
    found: int | None = value("select id from auth.people where email = lower(:email)", email=email)
    return found


_PRODUCT = """
    select p.*,
        (select coalesce(jsonb_agg(to_jsonb(v) || jsonb_build_object(
            'barcodes', (select coalesce(jsonb_agg(b.code order by b.code), '[]')
                         from catalog.barcodes as b where b.variant_id = v.id),
            'prices', (select coalesce(jsonb_object_agg(m.currency, m.amount_minor), '{}')
                       from catalog.prices as m where m.variant_id = v.id),
            'components', (select coalesce(jsonb_agg(jsonb_build_object('sku', c.sku, 'quantity', k.quantity) order by c.sku), '[]')
                           from catalog.kit_components as k join catalog.variants as c on c.id = k.component_id
                           where k.kit_id = v.id),
            'substitutes', array(select c.sku from catalog.substitutes as s join catalog.variants as c on c.id = s.substitute_id
                                 where s.variant_id = v.id order by s.position)) order by v.id), '[]')
         from catalog.variants as v where v.product_id = p.id) as variants
    from catalog.products as p"""


def products(start: Start, limit: int, sku: str | None, updated_after: datetime | None) -> list[Row[Any]]:
    updated_at, product_id = start or ("-infinity", 0)
    after = """
        where (p.updated_at, p.id) > (cast(:start_updated_at as timestamptz), cast(:start_id as bigint))
            and p.updated_at > coalesce(:updated_after, timestamptz '-infinity')
            and (cast(:sku as text) is null
                 or p.id = (select v.product_id from catalog.variants as v where v.sku = :sku))
        order by p.updated_at, p.id limit :limit"""
    return rows(
        _PRODUCT + after,
        start_updated_at=updated_at,
        start_id=product_id,
        sku=sku,
        updated_after=updated_after,
        limit=limit + 1,
    )


def product(handle: str) -> Row[Any] | None:
    return row(_PRODUCT + " where p.handle = :handle", handle=handle)
