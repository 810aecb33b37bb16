"""What invoices are read for: one document, and the owner's list."""

from datetime import date
from typing import Any

from sqlalchemy import Row

from oms.db import row, rows, value


def invoice(invoice_id: int) -> Row[Any] | None:
    """An invoice with all that is printed around its lines, or None where it isn't there for the reader."""
    return row(
        """
        select i.*, o.number as order_number, o.external_name as order_name, o.terms, o.placed_at, o.method,
               to_jsonb(b) as bill_to, to_jsonb(s) as ship_to, c.name as customer_name, l.name as location_name
        from invoices.invoices as i
        join orders.orders as o on o.id = i.order_id
        join fulfillment.orders as f on f.id = i.fulfillment_order_id
        join inventory.locations as l on l.id = f.location_id
        left join customers.addresses as b on b.id = i.bill_to_id
        left join customers.addresses as s on s.id = i.ship_to_id
        left join customers.customers as c on c.id = i.customer_id
        where i.id = :id
        """,
        id=invoice_id,
    )


def invoice_lines(invoice_id: int) -> list[Row[Any]]:
    """The lines in order, each with its tax rates."""
    return rows(
        """
        select l.*, coalesce((
            select array_agg(t.rate order by t.id) from invoices.taxes as t where t.line_id = l.id), '{}') as rates
        from invoices.lines as l
        where l.invoice_id = :id
        order by l.position
        """,
        id=invoice_id,
    )


def invoice_taxes(invoice_id: int) -> list[Row[Any]]:
    """The sums for each tax and rate; what bears no tax comes last, under no name."""
    return rows(
        """
        with base as (
            select l.id, l.amount_minor - case when i.is_tax_included then l.tax_minor else 0 end as net_minor
            from invoices.lines as l join invoices.invoices as i on i.id = l.invoice_id
            where l.invoice_id = :id
        )
        select t.name, t.rate, sum(t.base_minor)::bigint as base_minor, sum(t.amount_minor)::bigint as amount_minor
        from invoices.taxes as t
        where t.invoice_id = :id
        group by t.name, t.rate
        union all
        select '', 0, sum(b.net_minor)::bigint, 0
        from base as b
        where not exists (select from invoices.taxes as t where t.line_id = b.id)
        having sum(b.net_minor) > 0
        order by rate desc, name
        """,
        id=invoice_id,
    )


def document(invoice_id: int) -> Row[Any] | None:
    """The stored PDF with its hash, and the name to save it under."""
    return row(
        """
        select d.pdf, d.sha256, i.number || '.pdf' as name, i.issued_at
        from invoices.documents as d join invoices.invoices as i on i.id = d.invoice_id
        where d.invoice_id = :id
        """,
        id=invoice_id,
    )


def today() -> date:
    """The day at the company's seat, which dates its invoices."""
    found: date = value("select (db.now() at time zone s.time_zone)::date from db.shop as s")
    return found
