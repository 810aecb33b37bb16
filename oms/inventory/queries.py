"""What the pages of stock read. Row-level security shows confined staff the levels of their own locations only."""

# ruff: noqa: S608 - what is put into these queries are the constants below

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Row

from oms.db import row, rows, value
from oms.web import search

PAGE = 50
_LEDGER = 25
_LATEST = 5
LOW = 3  # available units from which a SKU counts as running low
_MINE = "(db.sees_all() or o.id = any(db.locations()))"
_MATCHING = (
    " from catalog.variants as v join catalog.products as p on p.id = v.product_id"
    " where v.is_active and v.requires_shipping"
    " and (v.sku ilike :part or p.title ilike :part"
    "   or exists (select from catalog.barcodes as b where b.variant_id = v.id and b.code = :q))"
    " and (:category = '' or p.category = :category)"
    " and (:shows = 'all' and cast(:location as int) is null or exists ("
    "   select from inventory.stock as l where l.variant_id = v.id"
    "   and l.location_id = coalesce(:location, l.location_id)"
    "   and case :shows when 'out' then l.available <= 0"
    f"      when 'low' then l.available between 1 and {LOW} else true end))"
)


@dataclass(frozen=True)
class Filter:
    """What of the stock somebody wants to see; the address of the page says the same."""

    q: str = ""
    category: str = ""
    location: int | None = None
    shows: str = "all"

    @property
    def args(self) -> dict[str, Any]:
        """As it stands in an address."""
        given = {name: found for name, found in asdict(self).items() if found}
        return {name: found for name, found in given.items() if (name, found) != ("shows", "all")}


def locations() -> list[Row[Any]]:
    """Where the reader may see stock."""
    return rows(
        f"select o.id, o.code, o.name, o.kind from inventory.locations as o where o.is_active and {_MINE}"
        " order by o.priority, o.name"
    )


def categories() -> list[str]:
    """The categories of what can be in stock."""
    found = rows("select distinct category from catalog.products where category <> '' order by category")
    return [product.category for product in found]


def skus(chosen: Filter, after: str = "", before: str = "") -> list[Row[Any]]:
    """One page of SKUs with their levels by location, one more than fits; `after` and `before` are SKUs."""
    order = "desc" if before else "asc"
    found = rows(
        "select v.id, v.sku, v.title as variant, p.title, p.picture,"
        " (select coalesce(jsonb_object_agg(l.location_id, jsonb_build_object('on_hand', l.on_hand, 'reserved', l.reserved,"
        "   'safety', l.safety, 'unavailable', l.unavailable, 'bin', l.bin,"
        "   'available', l.available)), '{}')"
        "  from inventory.stock as l where l.variant_id = v.id) as levels,"
        " (select jsonb_object_agg(coalesce(k.location_id::text, 'all'), k.available)"
        "  from inventory.kit_levels(v.id) as k) as kit"
        f"{_MATCHING} and (:after = '' or v.sku > :after) and (:before = '' or v.sku < :before)"
        f" order by v.sku {order} limit {PAGE + 1}",
        after=after,
        before=before,
        **_sought(chosen),
    )
    return found[::-1] if before else found


def export(chosen: Filter) -> list[Row[Any]]:
    """Every level of the SKUs that somebody wants to see."""
    return rows(
        "select m.sku, m.title, m.variant, m.category, o.code, l.bin, l.on_hand, l.reserved, l.safety, l.unavailable,"
        " l.available as available"
        f" from (select v.id, v.sku, v.title as variant, p.title, p.category{_MATCHING}) as m"
        " join inventory.stock as l on l.variant_id = m.id join inventory.locations as o on o.id = l.location_id"
        " where o.id = coalesce(:location, o.id) order by m.sku, o.priority, o.code",
        **_sought(chosen),
    )


def variant_of_code(code: str) -> int | None:
    """The one SKU of this name or barcode."""
    return value(
        "select v.id from catalog.variants as v where upper(v.sku) = upper(:code)"
        " or exists (select from catalog.barcodes as b where b.variant_id = v.id and ltrim(b.code, '0') = ltrim(:code, '0'))"
        " order by v.sku = :code desc limit 1",
        code=code,
    )


def variant(variant_id: int) -> Row[Any] | None:
    """One SKU, with its barcodes."""
    return row(
        "select v.id, v.sku, v.title as variant, v.is_active, v.tracking, v.has_expiry, p.title, p.picture, p.handle, p.category,"
        " exists (select from inventory.pools as l where l.variant_id = v.id) as is_pooled,"
        " array(select b.code from catalog.barcodes as b where b.variant_id = v.id order by b.code) as barcodes"
        " from catalog.variants as v join catalog.products as p on p.id = v.product_id where v.id = :id",
        id=variant_id,
    )


def levels(variant_id: int, location_id: int | None = None) -> list[Row[Any]]:
    """A SKU at every location the reader may see, or at one of them; zero where there never was any."""
    return rows(
        "select o.id as location_id, o.code, o.name, o.kind, coalesce(l.on_hand, 0) as on_hand,"
        " coalesce(l.reserved, 0) as reserved, coalesce(l.held, 0) as held, coalesce(l.safety, 0) as safety,"
        " coalesce(l.unavailable, 0) as unavailable, coalesce(l.available, 0) as available,"
        " coalesce(l.pooled, 0) as pooled, coalesce(l.bin, '') as bin"
        " from inventory.locations as o"
        " left join inventory.stock as l on l.location_id = o.id and l.variant_id = :variant_id"
        f" where {_MINE} and (o.is_active or l.on_hand <> 0) and o.id = coalesce(:location_id, o.id)"
        " order by o.priority, o.name",
        variant_id=variant_id,
        location_id=location_id,
    )


def kit(variant_id: int) -> list[Row[Any]]:
    """How many of a kit are available where, and everywhere together, which comes last; nothing for what is no kit."""
    return rows(
        "select o.name, o.kind, k.available from inventory.kit_levels(:variant_id) as k"
        " left join inventory.locations as o on o.id = k.location_id order by o.priority nulls last, o.name",
        variant_id=variant_id,
    )


def parts(variant_id: int) -> list[Row[Any]]:
    """What a kit is made of, and how much of each is available to the reader."""
    return rows(
        "select v.id, v.sku, v.title as variant, p.title, k.quantity,"
        " (select coalesce(sum(greatest(l.available, 0)), 0) from inventory.stock as l where l.variant_id = v.id) as available"
        " from catalog.kit_components as k join catalog.variants as v on v.id = k.component_id"
        " join catalog.products as p on p.id = v.product_id where k.kit_id = :variant_id order by p.title, v.sku",
        variant_id=variant_id,
    )


def holds(variant_id: int) -> list[Row[Any]]:
    """What is held of a SKU for a while, the next to end first."""
    return rows(
        "select h.id, h.kind, h.owner, h.expires_at, l.quantity, o.name as location"
        " from inventory.holds as h join inventory.hold_lines as l on l.hold_id = h.id"
        " join inventory.locations as o on o.id = l.location_id"
        " where h.state = 'active' and l.variant_id = :variant_id order by h.expires_at, h.id limit 100",
        variant_id=variant_id,
    )


def hold_key(hold_id: int) -> str | None:
    """What the owner of a hold calls it."""
    found: str | None = value("select key from inventory.holds where id = :id", id=hold_id)
    return found


def movements(variant_id: int, location_id: int | None, before: int | None) -> tuple[list[Row[Any]], int | None]:
    """A page of a SKU's ledger, newest first, and where the next one begins."""
    found = rows(
        "select m.id, m.kind, m.quantity, m.on_hand_after, m.reason, m.note, m.cause, m.cause_id, m.actor_name, m.moved_at,"
        " o.name as location, o.time_zone from inventory.movements as m join inventory.locations as o on o.id = m.location_id"
        " where m.variant_id = :variant_id and m.location_id = coalesce(:location_id, m.location_id)"
        f" and m.id < coalesce(:before, m.id + 1) order by m.id desc limit {_LEDGER + 1}",
        variant_id=variant_id,
        location_id=location_id,
        before=before,
    )
    return found[:_LEDGER], found[_LEDGER - 1].id if len(found) > _LEDGER else None


def asides(variant_id: int, location_id: int) -> list[Row[Any]]:
    """What was set aside of a SKU at a location and put back, the latest first."""
    return rows(
        "select e.type, e.data, e.occurred_at, e.actor_name from history.events as e"
        " where e.subject = 'variant' and e.subject_id = :variant_id and e.location_id = :location_id"
        f" and e.type in ('stock.set_aside', 'stock.put_back') order by e.id desc limit {_LATEST}",
        variant_id=variant_id,
        location_id=location_id,
    )


def all_locations() -> list[Row[Any]]:
    """Every location, with who works there."""
    return rows(
        "select o.*, array(select p.name from inventory.location_staff as s join auth.people as p on p.id = s.person_id"
        "  where s.location_id = o.id and p.is_active order by p.name) as staff"
        " from inventory.locations as o order by not o.is_active, o.priority, o.name"
    )


def location(code: str) -> Row[Any] | None:
    """One location by its code."""
    return row("select * from inventory.locations where code = :code", code=code)


def closures(location_id: int) -> list[Row[Any]]:
    """The days to come, and the last ones, on which a location does not work."""
    return rows(
        "select c.day, c.reason from inventory.closures as c where c.location_id = :id and c.day > db.today() - 7 order by c.day",
        id=location_id,
    )


def supplier_costs(location_id: int) -> list[Row[Any]]:
    """What a supplier asks for a unit, by SKU."""
    return rows(
        "select v.sku, concat_ws(' ', p.title, nullif(v.title, '')) as title, c.cost_minor from inventory.supplier_costs as c"
        " join catalog.variants as v on v.id = c.variant_id join catalog.products as p on p.id = v.product_id"
        " where c.location_id = :id order by v.sku limit 1000",
        id=location_id,
    )


def _sought(chosen: Filter) -> dict[str, Any]:
    return asdict(chosen) | {"part": search.part(chosen.q)}
