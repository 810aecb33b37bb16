"""What the phone-order form finds while somebody types."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows

HITS = 8
_SHOWN = """
    v.sku, concat_ws(' - ', p.title, nullif(v.title, '')) as title, p.picture, r.amount_minor as price_minor,
    coalesce((
        select jsonb_agg(jsonb_build_object('location', l.name, 'available', a.available) order by l.priority, l.id)
        from (
            select s.location_id, s.available from inventory.stock as s where s.variant_id = v.id
            union all select k.location_id, k.available from inventory.kit_levels(v.id) as k
        ) as a
        join inventory.locations as l on l.id = a.location_id and l.is_active
        where a.available <> 0
    ), '[]') as stock
    from catalog.variants as v
    join catalog.products as p on p.id = v.product_id
    left join catalog.prices as r on r.variant_id = v.id and r.currency = :currency
"""


def channels() -> list[Row[Any]]:
    """The channels that a phone order may belong to."""
    return rows("select * from channels.channels where kind = 'phone' and is_active order by id")


def products(text: str, currency: str) -> list[Row[Any]]:
    """What somebody may mean by a SKU, a barcode or words of a title; the exact ones first."""
    return rows(
        f"select {_SHOWN}"  # noqa: S608 - our own text
        " where v.is_active and (v.sku ilike :prefix or p.title ilike :part"
        " or exists (select from catalog.barcodes as b where b.variant_id = v.id and b.code = :text))"
        " order by lower(v.sku) = lower(:text) desc, v.sku ilike :prefix desc, p.title, v.id limit :hits",
        currency=currency,
        text=text,
        prefix=f"{_escaped(text)}%",
        part=f"%{_escaped(text)}%",
        hits=HITS,
    )


def exact_sku(text: str) -> str | None:
    """The SKU that was typed or scanned in full."""
    if not text:
        return None
    found = row(
        "select v.sku from catalog.variants as v where v.is_active and (lower(v.sku) = lower(:text)"
        " or exists (select from catalog.barcodes as b where b.variant_id = v.id and b.code = :text)) limit 1",
        text=text,
    )
    return found and found.sku


def by_sku(skus: list[str], currency: str) -> dict[str, Row[Any]]:
    """What is shown beside each line."""
    found = rows(f"select {_SHOWN} where v.sku = any(:skus)", currency=currency, skus=skus)
    return {product.sku: product for product in found}


def customers(text: str) -> list[Row[Any]]:
    """Who may be meant by a part of a name, an e-mail address or a phone number."""
    return rows(
        "select c.id, c.name, c.email, c.phone, (select a.city from customers.addresses as a"
        " where a.customer_id = c.id order by a.id desc limit 1) as city from customers.customers as c"
        " where c.name ilike :part or c.email ilike :part or (:digits <> '' and regexp_replace(c.phone, '\\D', '', 'g') like :digits_part)"
        " order by c.name ilike :prefix desc, c.name, c.id limit :hits",
        part=f"%{_escaped(text)}%",
        prefix=f"{_escaped(text)}%",
        digits=(digits := "".join(filter(str.isdigit, text))),
        digits_part=f"%{digits}%",
        hits=HITS,
    )


def customer(customer_id: int) -> Row[Any] | None:
    """A customer with the address that was used last."""
    return row(
        "select c.name, c.email, c.phone, c.language, a.company, a.line1, a.line2, a.city, a.region, a.postal_code, a.country_code"
        " from customers.customers as c left join lateral ("
        "   select * from customers.addresses as a where a.customer_id = c.id order by a.id desc limit 1) as a on true"
        " where c.id = :id",
        id=customer_id,
    )


def ordered(number: str) -> Row[Any] | None:
    """Who ordered what in an order, and where it went: what of it can still be sold, each SKU once."""
    return row(
        """
        select c.name, c.email, c.phone, o.language, o.method, p.code as location,
            a.company, a.line1, a.line2, a.city, a.region, a.postal_code, a.country_code,
            (select jsonb_agg(jsonb_build_object('sku', l.sku, 'quantity', l.quantity) order by l.position)
             from (select n.sku, sum(n.quantity) as quantity, min(n.position) as position
                   from orders.lines as n join catalog.variants as v on v.id = n.variant_id and v.is_active
                   where n.order_id = o.id group by n.sku) as l) as lines
        from orders.orders as o
        left join customers.customers as c on c.id = o.customer_id
        left join customers.addresses as a on a.id = o.ship_to_id
        left join inventory.locations as p on p.id = o.pickup_location_id
        where o.number = :number""",
        number=number,
    )


def pickup_locations() -> list[Row[Any]]:
    return rows("select code, name from inventory.locations where is_active and offers_pickup order by priority, id")


def _escaped(text: str) -> str:
    """For LIKE, where % and _ mean something."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
