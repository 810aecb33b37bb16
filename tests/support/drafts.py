"""Draft orders for tests."""

from typing import Any

from sqlalchemy import Row

from oms.db import call, row, rows


def draft(key: str, **given: Any) -> dict[str, Any]:
    """A form to keep, of no more than a name where no `lines` are given."""
    lines = given.pop("lines", [])
    order = {
        "channel": "phone",
        "currency": "EUR",
        "customer": {"name": given.pop("name", "Dora Buys")},
        "delivery": given.pop("delivery", {"method": "ship"}),
        "ship_to": {"country_code": "DE"},
        "lines": lines,
    }
    total = sum(n.get("unit_price_minor", 0) * n["quantity"] for n in lines if isinstance(n["quantity"], int))
    return {"key": key, "form": given.pop("form", {"lines": lines}), "order": order, "total_minor": total}


def save(key: str, version: int = 0, **given: Any) -> int:
    """Keep a draft; its id."""
    return int(call("orders.save_draft", p_draft=draft(key, **given), p_version=version))


def id_of(key: str) -> int:
    """The id of a draft; 0 where there is none."""
    found = row("select id from orders.drafts where key = :key", key=key)
    return int(found.id) if found else 0


def draft_row(key: str) -> Row[Any]:
    """A draft as it is now, with how long and how many units are held for it."""
    found = row(
        "select d.*, h.expires_at, extract(epoch from h.expires_at - db.now())::int / 3600 as hours,"
        " (select sum(l.quantity) from inventory.hold_lines as l where l.hold_id = h.id) as held_units"
        " from orders.drafts as d left join inventory.holds as h on h.key = d.key and h.state = 'active' where d.key = :key",
        key=key,
    )
    assert found is not None
    return found


def kept(key: str) -> dict[str, int]:
    """What of a draft's lines is held, by SKU."""
    return {
        held.sku: held.quantity
        for held in rows(
            "select v.sku, n.quantity from orders.drafts as d cross join jsonb_to_recordset(d.held) as n (variant_id bigint, quantity int)"
            " join catalog.variants as v on v.id = n.variant_id where d.key = :key",
            key=key,
        )
    }
