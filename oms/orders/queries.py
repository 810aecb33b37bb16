"""What the page of one order reads. Row-level security leaves of each part what the reader may see."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows, value
from oms.orders.filters import IS_LATE


def order(number: str) -> Row[Any] | None:
    """An order with its customer, addresses and money."""
    sql = """
        select o.*, {is_late} as is_late, e.name as assignee, p.name as pickup_place, p.time_zone as pickup_zone, r.is_released,
            c.name as customer_name, c.email, coalesce(nullif(c.phone, ''), s.phone, '') as phone,
            (select count(*) from orders.orders as n where n.customer_id = o.customer_id) as customer_orders,
            to_jsonb(s) as ship_to, to_jsonb(b) as bill_to,
            m.due_minor - m.waived_minor as owed_minor, m.waived_minor, m.authorized_minor - m.voided_minor as authorized_minor,
            m.captured_minor, m.refunded_minor,
            greatest(m.due_minor - m.waived_minor - m.captured_minor, 0) as outstanding_minor,
            greatest(m.captured_minor - m.refunded_minor - m.due_minor + m.waived_minor, 0) as refund_due_minor
        from orders.orders as o
        join payments.payables as m on m.id = o.payable_id
        join demand.requests as r on r.id = o.request_id
        left join customers.customers as c on c.id = o.customer_id
        left join customers.addresses as s on s.id = o.ship_to_id
        left join customers.addresses as b on b.id = o.bill_to_id
        left join inventory.locations as p on p.id = o.pickup_location_id
        left join auth.people as e on e.id = o.assignee_id
        where o.number = :number"""
    return row(sql.replace("{is_late}", IS_LATE), number=number)


def lines(order_id: int) -> list[Row[Any]]:
    """What was ordered, with how far it has come (see orders.progress); null: nothing to deliver."""
    return rows(
        """
        select l.id, l.position, l.sku, l.title, l.quantity, l.unit_price_minor, l.discount_minor,
            l.quantity * l.unit_price_minor - l.discount_minor as amount_minor, l.variant_id,
            null as kit, (select i.title from orders.lines as i where i.id = l.instead_of_id) as instead_of,
            d.canceled, d.waiting, d.assigned, d.shipped, d.delivered,
            coalesce(d.waiting + d.assigned, 0) as open
        from orders.lines as l left join orders.progress(:order_id) as d on d.line_id = l.id
        where l.order_id = :order_id order by l.position""",
        order_id=order_id,
    )


def components(order_id: int) -> list[Row[Any]]:
    """What is taken from stock for each line: itself, or the parts of a kit, which have the `kit` they belong to."""
    return rows(
        """
        select c.line_id, d.id as demand_line_id, l.unit_price_minor, d.variant_id,
            case when v.id = l.variant_id then l.sku else v.sku end as sku,
            case when v.id = l.variant_id then l.title else concat_ws(' ', p.title, nullif(v.title, '')) end as title,
            case when v.id <> l.variant_id then l.title end as kit,
            (select i.title from orders.lines as i where i.id = l.instead_of_id) as instead_of,
            d.canceled, d.unrouted + d.backordered as waiting, d.allocated + d.released as assigned, d.shipped,
            demand.promised_on(d.id) as promised_on
        from orders.components as c join orders.lines as l on l.id = c.line_id
        join demand.lines as d on d.id = c.demand_line_id
        join catalog.variants as v on v.id = d.variant_id join catalog.products as p on p.id = v.product_id
        where l.order_id = :order_id order by l.position, d.id""",
        order_id=order_id,
    )


def promised(order_id: int) -> list[Row[Any]]:
    """The day each line was promised for, see orders.promised."""
    return rows("select * from orders.promised(:order_id)", order_id=order_id)


def offers(order_id: int) -> list[Row[Any]]:
    """What could be sent instead of what waits for stock, the best first for each line, and what the customer says to it."""
    return rows(
        "select f.*, q.state as question from orders.offers(:order_id) as f left join lateral ("
        "   select a.state from orders.questions as a where a.line_id = f.line_id and a.substitute_id = f.substitute_id"
        "   order by a.id desc limit 1) as q on true",
        order_id=order_id,
    )


def works(request_id: int) -> list[Row[Any]]:
    """The work for each location, with its lines and packages; what was given up comes last."""
    return rows(
        """
        select f.id, f.number, f.state, f.method, f.due_at, f.ended_at, f.picker, p.name as place, p.kind,
            f.due_at < db.now() and f.ended_at is null and f.state <> 'ready_for_pickup' as is_late,
            f.state in ('rejected', 'canceled') as is_given_up, s.code as shelf, u.expires_at, p.time_zone,
            (select jsonb_agg(jsonb_build_object('demand_line_id', l.demand_line_id, 'quantity', l.quantity,
                'picked', l.picked, 'short', l.short) order by l.id) from fulfillment.lines as l where l.order_id = f.id) as lines,
            (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'carrier', k.carrier, 'number', k.tracking_number,
                'url', k.tracking_url, 'status', k.tracking_status) order by k.id), '[]')
             from fulfillment.packages as k where k.order_id = f.id and k.tracking_number <> '' and k.state <> 'voided') as packages
        from fulfillment.orders as f
        join inventory.locations as p on p.id = f.location_id
        left join pickup.pickups as u on u.fulfillment_order_id = f.id and f.state = 'ready_for_pickup'
        left join pickup.shelves as s on s.id = u.shelf_id
        where f.request_id = :request_id
        order by is_given_up, f.id""",
        request_id=request_id,
    )


def charges(order_id: int) -> list[Row[Any]]:
    return rows(
        "select c.title, c.kind, c.amount_minor from orders.charges as c where c.order_id = :order_id order by c.id",
        order_id=order_id,
    )


def taxes(order_id: int) -> list[Row[Any]]:
    """The taxes, one line for each name and rate."""
    return rows(
        "select t.name, t.rate, sum(t.amount_minor)::bigint as amount_minor from orders.taxes as t"
        " where t.order_id = :order_id group by t.name, t.rate order by t.rate desc, t.name",
        order_id=order_id,
    )


def payments(payable_id: int) -> list[Row[Any]]:
    """What was said of payment, the latest first."""
    return rows(
        "select e.kind, e.outcome, e.amount_minor, e.gateway, e.gateway_reference, e.note, e.occurred_at"
        " from payments.events as e where e.payable_id = :payable_id order by e.occurred_at desc, e.id desc",
        payable_id=payable_id,
    )


def holds(order_id: int) -> list[Row[Any]]:
    """What keeps the order back, the oldest first."""
    return rows(
        "select h.reason, h.note, h.placed_by, h.placed_at from orders.holds as h"
        " where h.order_id = :order_id and h.released_at is null order by h.id",
        order_id=order_id,
    )


def events(order_id: int, request_id: int, *, after: int = 0) -> list[Row[Any]]:
    """What happened, the latest first: to the order, and to what it wants."""
    return rows(
        """
        select e.id, e.type, e.data, e.occurred_at, e.actor, e.actor_name, p.name as place,
            array(select l.name from inventory.locations as l
                  where l.code in (select jsonb_array_elements_text(e.data -> 'locations'))
                      and (db.sees_all() or l.id = any(db.locations())) order by l.name) as places
        from history.events as e left join inventory.locations as p on p.id = e.location_id
        where (e.subject, e.subject_id) in (('order', :order_id), ('demand', :request_id)) and e.id > :after
        order by e.id desc limit 300""",
        order_id=order_id,
        request_id=request_id,
        after=after,
    )


def last_event_id(order_id: int, request_id: int) -> int:
    """Where the timeline ends now."""
    return int(
        value(
            "select coalesce(max(e.id), 0) from history.events as e"
            " where (e.subject, e.subject_id) in (('order', :order_id), ('demand', :request_id))",
            order_id=order_id,
            request_id=request_id,
        )
    )


def taken(order_id: int) -> Row[Any] | None:
    """When and in which transaction an order was placed."""
    return row(
        "select e.occurred_at, cast(e.transaction_id as text) as transaction_id from history.events as e"
        " where e.subject = 'order' and e.subject_id = :order_id and e.type = 'order.placed' order by e.id limit 1",
        order_id=order_id,
    )


def attachments(order_id: int) -> list[Row[Any]]:
    """The files of an order without what is in them, the oldest first."""
    return rows(
        "select a.id, a.name, a.content_type, length(a.content) as size, a.added_by, a.added_at from orders.attachments as a"
        " where a.order_id = :order_id and a.removed_at is null order by a.id",
        order_id=order_id,
    )


def attachment(order_id: int, attachment_id: int) -> Row[Any] | None:
    """A file of an order with what is in it."""
    return row(
        "select a.id, a.name, a.content_type, a.content from orders.attachments as a"
        " where a.id = :id and a.order_id = :order_id and a.removed_at is null",
        id=attachment_id,
        order_id=order_id,
    )


def change(order_id: int, change_id: int) -> Row[Any] | None:
    """A change of this order that somebody worked out."""
    return row("select * from orders.changes where id = :id and order_id = :order_id", id=change_id, order_id=order_id)


def draft_change(order_id: int) -> Row[Any] | None:
    """The change that waits for a decision, if one does."""
    return row(
        "select id, expires_at, created_by from orders.changes where order_id = :id and state = 'draft'", id=order_id
    )


def version_count(order_id: int) -> int:
    """How often an order was changed, and one; 0 before its first change."""
    return int(value("select count(*) from orders.versions where order_id = :id", id=order_id))


def versions(order_id: int) -> list[Row[Any]]:
    """Every version of an order, the latest first; none before its first change."""
    return rows(
        "select v.number, v.what, v.snapshot, v.actor_name, v.kept_at, c.reason from orders.versions as v"
        " left join orders.changes as c on c.id = v.change_id where v.order_id = :id order by v.number desc",
        id=order_id,
    )


def pickup_places() -> list[Row[Any]]:
    return rows("select id, name from inventory.locations where is_active and offers_pickup order by priority, id")
