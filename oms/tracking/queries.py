"""What a customer may see of their order: what happens to it, not who handles it; of themselves little more than a name."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows, value


def order(order_id: int) -> Row[Any]:
    """The order, by the number its customer knows; `may_cancel` says whether they still may."""
    return rows(
        """
        select o.*, coalesce(nullif(o.external_name, ''), o.number) as reference,
               split_part(coalesce(nullif(c.name, ''), a.name, ''), ' ', 1) as first_name, coalesce(a.city, '') as city,
               to_jsonb(l) as store, o.state = 'placed' and not r.is_released as may_cancel,
               (select max(p.day) from demand.lines as w cross join lateral (select demand.promised_on(w.id) as day) as p
                where w.request_id = o.request_id and w.unrouted + w.backordered > 0
                having bool_and(p.day is not null)) as promised_on,
               (select max(p.expected_on) from orders.promised(o.id) as p where p.state = 'open'
                having bool_and(p.expected_on is not null)) as expected_on
        from orders.orders as o
        join demand.requests as r on r.id = o.request_id
        left join customers.customers as c on c.id = o.customer_id
        left join customers.addresses as a on a.id = o.ship_to_id
        left join inventory.locations as l on l.id = o.pickup_location_id
        where o.id = :id
        """,
        id=order_id,
    )[0]


def number(order_id: int) -> str:
    """The order's number for staff."""
    return str(value("select number from orders.orders where id = :id", id=order_id))


def lines(order_id: int) -> list[Row[Any]]:
    """What was ordered, how much of it waits for stock or was canceled, and the day it is promised for."""
    return rows(
        """
        select l.title, (select i.title from orders.lines as i where i.id = l.instead_of_id) as instead_of,
               l.quantity, l.quantity * l.unit_price_minor - l.discount_minor as amount_minor,
               coalesce(d.canceled, 0) as canceled, coalesce(d.waiting, 0) as waiting,
               d.promised_on, case when p.state = 'open' then p.expected_on end as expected_on
        from orders.lines as l left join orders.progress(:id) as d on d.line_id = l.id
        left join orders.promised(:id) as p on p.line_id = l.id
        where l.order_id = :id
        order by l.position
        """,
        id=order_id,
    )


def questions(order_id: int) -> list[Row[Any]]:
    """What the customer is asked and can still say yes to: so many of something else instead of what waits."""
    return rows(
        """
        select q.id, q.title, f.title as instead_of, least(q.quantity, f.quantity) as quantity,
               q.difference_minor / q.quantity * least(q.quantity, f.quantity) as difference_minor
        from orders.questions as q
        join orders.offers(:id) as f on f.line_id = q.line_id and f.substitute_id = q.substitute_id
        where q.order_id = :id and q.state = 'asked' and f.quantity > 0 and f.unit_price_minor = q.unit_price_minor
        order by q.id
        """,
        id=order_id,
    )


def works(request_id: int) -> list[Row[Any]]:
    """The fulfillment orders that came to something, each with what it holds."""
    return rows(
        """
        select f.id, f.state, f.packed_at, f.ended_at, (
            select jsonb_agg(jsonb_build_object('title', i.title, 'quantity', i.quantity) order by i.position)
            from (select orders.item_title(w.demand_line_id) as title, w.demand_line_id as position,
                         sum(case when f.picked_at is null then w.quantity - w.short else w.picked end) as quantity
                  from fulfillment.lines as w where w.order_id = f.id group by w.demand_line_id) as i
            where i.quantity > 0) as items
        from fulfillment.orders as f
        where f.request_id = :id and f.state not in ('rejected', 'canceled')
        order by f.id
        """,
        id=request_id,
    )


def parcels(request_id: int) -> list[Row[Any]]:
    """What was handed to a carrier."""
    return rows(
        """
        select p.id, p.order_id as work_id, p.carrier, p.tracking_number, p.tracking_url, p.tracking_status, p.expected_on,
               p.handed_over_at, p.delivered_at
        from fulfillment.packages as p join fulfillment.orders as f on f.id = p.order_id
        where f.request_id = :id and p.state = 'handed_over'
        order by p.id
        """,
        id=request_id,
    )


def parcel_events(request_id: int) -> list[Row[Any]]:
    """Everything the carriers said of its parcels, newest first."""
    return rows(
        """
        select t.package_id, t.status, t.description, t.place, t.occurred_at
        from fulfillment.tracking_events as t
        join fulfillment.packages as p on p.id = t.package_id join fulfillment.orders as f on f.id = p.order_id
        where f.request_id = :id
        order by t.occurred_at desc, t.id desc
        """,
        id=request_id,
    )


def pickups(request_id: int) -> list[Row[Any]]:
    """What waits, or waited, on a shelf."""
    return rows(
        """
        select p.id, p.fulfillment_order_id as work_id, p.nonce, p.ready_at, p.expires_at, p.collected_at, p.returned_at
        from pickup.pickups as p join fulfillment.orders as f on f.id = p.fulfillment_order_id
        where f.request_id = :id
        order by p.id
        """,
        id=request_id,
    )


def invoices(order_id: int) -> list[Row[Any]]:
    return rows(
        "select id, number, issued_on, total_minor, currency from invoices.invoices where order_id = :id order by id",
        id=order_id,
    )


def invoice_of(order_id: int, invoice_id: int) -> Row[Any] | None:
    """An invoice, if it is of this order."""
    return row(
        "select id from invoices.invoices where id = :id and order_id = :order_id", id=invoice_id, order_id=order_id
    )
