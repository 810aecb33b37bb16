"""What mails are written from, and what the mailbox shows."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows, value


def message(message_id: int) -> Row[Any] | None:
    return row(
        "select m.*, o.number as order_number from notifications.messages as m"
        " join orders.orders as o on o.id = m.order_id where m.id = :id",
        id=message_id,
    )


def shop() -> Row[Any]:
    """The company that writes."""
    return rows("select * from db.shop")[0]


def order(order_id: int) -> Row[Any]:
    """The order a mail is about. Its customer knows it by the number the shop gave it."""
    return rows(
        """
        select o.*, coalesce(nullif(o.external_name, ''), o.number) as reference,
               l.name as store_name, to_jsonb(l) as store,
               (select max(p.expected_on) from orders.promised(o.id) as p where p.state = 'open'
                having bool_and(p.expected_on is not null)) as expected_on
        from orders.orders as o
        left join inventory.locations as l on l.id = o.pickup_location_id
        where o.id = :id
        """,
        id=order_id,
    )[0]


def order_items(order_id: int) -> list[Row[Any]]:
    """Everything that was ordered."""
    return rows("select title, quantity from orders.lines where order_id = :id order by position", id=order_id)


def kept_items(order_id: int) -> list[Row[Any]]:
    """What the customer still gets, or has got."""
    return rows(
        "select l.title, l.quantity - coalesce(p.canceled, 0) as quantity"
        " from orders.lines as l left join orders.progress(:id) as p on p.line_id = l.id"
        " where l.order_id = :id and l.quantity > coalesce(p.canceled, 0) order by l.position",
        id=order_id,
    )


def work_items(fulfillment_order_id: int) -> list[Row[Any]]:
    """What is in a parcel or waits on a shelf, in the order's own words."""
    return rows(
        """
        select orders.item_title(f.demand_line_id) as title, sum(f.picked) as quantity
        from fulfillment.lines as f
        where f.order_id = :id and f.picked > 0
        group by f.demand_line_id
        order by f.demand_line_id
        """,
        id=fulfillment_order_id,
    )


def package(package_id: int) -> Row[Any] | None:
    return row("select * from fulfillment.packages where id = :id", id=package_id)


def waits(pickup_id: int) -> bool:
    """Whether a pickup is on its shelf."""
    return bool(
        value(
            "select true from pickup.pickups where id = :id and collected_at is null and returned_at is null",
            id=pickup_id,
        )
    )


def pickup(pickup_id: int) -> Row[Any] | None:
    return row("select * from pickup.pickups where id = :id", id=pickup_id)
