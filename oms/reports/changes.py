"""What has changed since a transaction: the orders, wants and SKUs that a promise has to be asked about again.

Whatever changes one of them leaves a trace with the id of its transaction: an event of the order or of its demand, and every new
state of a stock level.
"""

from oms.db import rows

_TOUCHED = """
with events as materialized (
    select distinct subject, subject_id from history.events
    where transaction_id >= cast(:since as xid8) and subject in ('order', 'demand')
), touched as materialized (
    select o.id, o.request_id from orders.orders as o join events as e on e.subject = 'order' and e.subject_id = o.id
    union
    select o.id, e.subject_id from events as e left join orders.orders as o on o.request_id = e.subject_id where e.subject = 'demand'
)
"""
_BY_KEY = {
    "order_id": "select id from touched where id is not null",
    "request_id": "select request_id from touched where request_id is not null",
    "payable_id": "select o.payable_id from orders.orders as o join touched as t on t.id = o.id",
    "invoice_id": "select i.id from invoices.invoices as i join touched as t on t.id = i.order_id",
    "demand_line_id": "select l.id from demand.lines as l join touched as t on t.request_id = l.request_id",
    "variant_id": "select variant_id from inventory.level_history where transaction_id >= cast(:since as xid8)"
    " union select l.variant_id from demand.lines as l join touched as t on t.request_id = l.request_id",
}


def touched(key: str, since: str) -> list[int]:
    """The ids under which a promise tells rows apart, of all that this transaction and later ones have changed."""
    found = rows(f"{_TOUCHED} select distinct id from ({_BY_KEY[key]}) as changed (id)", since=since)  # noqa: S608 - ours
    return [changed.id for changed in found]
