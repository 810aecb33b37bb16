"""The list of invoices: a search and a period, both in the address; a page of rows, and what they add up to."""

from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import Row

from oms.db import rows

PAGE = 50
MOST_IN_ONE_FILE = 1000
_LONGEST = 100

# Both by index where they say anything: the days by invoices_issued_idx, the words by orders_search_idx.
_FILTERED = """
    from invoices.invoices as i join orders.orders as o on o.id = i.order_id
    left join customers.addresses as b on b.id = i.bill_to_id
    left join customers.customers as c on c.id = i.customer_id
    where i.issued_on between coalesce(cast(:since as date), '-infinity') and coalesce(cast(:until as date), 'infinity')
        and (:q = '' or i.number ilike :like or o.search ilike :like or b.name ilike :like or b.company ilike :like)
"""


@dataclass(frozen=True)
class Filter:
    """What stands in the address. What is no day there is left out."""

    q: str = ""
    since: str = ""
    until: str = ""

    @classmethod
    def of(cls, args: Any) -> "Filter":
        return cls(args.get("q", "").strip()[:_LONGEST], _day(args.get("since", "")), _day(args.get("until", "")))

    @property
    def args(self) -> dict[str, Any]:
        """Back to the address."""
        return {name: value for name, value in asdict(self).items() if value}

    @property
    def params(self) -> dict[str, Any]:
        words = self.q.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
        return {"q": self.q, "like": f"%{words}%", "since": self.since or None, "until": self.until or None}

    def periods(self, today: date) -> list[dict[str, Any]]:
        """Periods to choose from, as tabs."""
        month = today.replace(day=1)
        last_month = (month - timedelta(1)).replace(day=1)
        choices = [
            (_("All"), "", ""),
            (_("This month"), month, ""),
            (_("Last month"), last_month, month - timedelta(1)),
            (_("This year"), today.replace(month=1, day=1), ""),
            (_("Last year"), date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
        ]
        filters = [(label, replace(self, since=str(since), until=str(until))) for label, since, until in choices]
        return [
            {"label": label, "href": url_for("invoices.index", **chosen.args), "current": chosen == self}
            for label, chosen in filters
        ]


def page(chosen: Filter, before: int | None) -> list[Row[Any]]:
    """Invoices, newest first, from before this id on; one more than a page where there is another page."""
    return rows(
        f"""
        select i.id, i.number, i.issued_on, i.currency, i.net_minor, i.tax_minor, i.total_minor, o.number as order_number,
               coalesce(nullif(b.company, ''), nullif(b.name, ''), nullif(c.name, ''), c.email, '') as customer,
               (select d.sha256 from invoices.documents as d where d.invoice_id = i.id) as sha256
        {_FILTERED} and i.id < coalesce(:before, 9223372036854775807)
        order by i.id desc limit :most
        """,  # noqa: S608 - nothing of the reader's in it
        before=before,
        most=PAGE + 1,
        **chosen.params,
    )


def sums(chosen: Filter) -> list[Row[Any]]:
    """What the chosen invoices add up to in each currency."""
    return rows(
        f"""
        select i.currency, count(*) as invoices, sum(i.net_minor)::bigint as net_minor,
               sum(i.tax_minor)::bigint as tax_minor, sum(i.total_minor)::bigint as total_minor
        {_FILTERED} group by i.currency order by invoices desc, i.currency
        """,
        **chosen.params,
    )


def chosen_ids(chosen: Filter) -> list[int]:
    """The chosen invoices, oldest first, as many as fit into one file."""
    found = rows(f"select i.id {_FILTERED} order by i.id limit :most", most=MOST_IN_ONE_FILE, **chosen.params)
    return [invoice.id for invoice in found]


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""
