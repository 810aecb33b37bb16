"""What the demo shop expects: a delivery on its way, one that is late, and a coat that can only be ordered in advance."""

from datetime import datetime, timedelta
from typing import Any

from oms.db import call, rows
from oms.demo.assortment import Item
from oms.demo.shop import Company
from oms.demo.timeline import Timeline, one
from oms.demo.trade import Trade

_COAT = Item(
    sku="HH-LODEN-M",
    title="Loden coat – M",
    category="Clothing",
    tax_class="standard",
    prices={"EUR": 28900, "GBP": 25400, "USD": 32400},
    is_shipped=True,
    stock=0,
)


class Promises:
    """Deliveries to Leipzig, and who is promised something out of them."""

    def __init__(self, company: Company, timeline: Timeline, trade: Trade) -> None:
        self._company = company
        self._timeline = timeline
        self._trade = trade

    def plan(self, end: datetime) -> None:
        leipzig, german = self._company.places["LEIPZIG"], self._company.channels["shop-de"]
        self._timeline.at(
            end - timedelta(days=12), leipzig.staff, self._restock, "PO-4417", "Webmanufaktur Zittau", 8, 0
        )
        self._timeline.at(end - timedelta(hours=44), leipzig.staff, self._restock, "PO-4431", "Flensburg Supply", 9, 3)
        self._timeline.at(end - timedelta(hours=43), leipzig.staff, self._announce_coat)
        for hours in (40, 29, 17, 2):
            self._timeline.at(end - timedelta(hours=hours), german, self._order_coat)
        self._timeline.at(end - timedelta(hours=4), leipzig.staff, self._slip)

    def _restock(self, reference: str, supplier: str, days: int, past: int) -> None:
        """What people wait for most, `past` the first few."""
        wanted = rows(
            "select v.sku, 6 + sum(l.backordered)::int as quantity from demand.lines as l"
            " join catalog.variants as v on v.id = l.variant_id where l.backordered > 0"
            " group by v.sku order by sum(l.backordered) desc, v.sku limit 3 offset :past",
            past=past,
        )
        self._expect(reference, supplier, days, [line._asdict() for line in wanted])

    def _announce_coat(self) -> None:
        """Forty of a new coat, sent from the day on that it comes out."""
        variant = {
            "sku": _COAT.sku,
            "title": "M",
            "prices": _COAT.prices,
            "barcodes": ["2904500999995"],
            "weight_grams": 1900,
        }
        product = {
            "handle": "loden-coat",
            "title": "Loden coat",
            "category": _COAT.category,
            "vendor": "Halm & Hafen",
            "description": "Fulled wool from the Tyrol. Comes out this winter; order it now.",
            "picture": "demo/jacket.svg",
            "variants": [variant],
        }
        call("catalog.save_product", p_product=product)
        coat = one("select id from catalog.variants where sku = :sku", sku=_COAT.sku)
        release_on = (self._timeline.now + timedelta(days=21)).date()
        terms = {"p_channel": "", "p_is_allowed": True, "p_most": 40, "p_release_on": release_on}
        call("demand.set_backorder_terms", p_variant_id=coat.id, **terms)
        self._expect("PO-4440", "Loden-Werke Tirol", 16, [{"sku": _COAT.sku, "quantity": 40}])

    def _expect(self, reference: str, supplier: str, days: int, lines: list[dict[str, Any]]) -> None:
        incoming = {
            "reference": reference,
            "supplier": supplier,
            "location_id": self._company.places["LEIPZIG"].id,
            "expected_on": (self._timeline.now + timedelta(days=days)).date().isoformat(),
            "lines": lines,
        }
        call("inventory.expect", p_incoming=incoming)
        skus = [line["sku"] for line in lines]
        variants = rows("select id from catalog.variants where sku = any(:skus)", skus=skus)
        for request_id in call("demand.waiting", p_variant_ids=[variant.id for variant in variants]):
            call("demand.peg", p_request_id=request_id)

    def _order_coat(self) -> None:
        buyer = self._trade.buyers.neighbor("Leipzig", "de")
        basket = self._trade.baskets.fill("shop-de", buyer, self._timeline.now, lines=[(_COAT, 1)])
        self._trade.place(basket, payments=[self._trade.baskets.payment("capture", basket)])

    def _slip(self) -> None:
        """It takes four days longer."""
        delivery = one("select id, expected_on from inventory.incoming where reference = 'PO-4431'")
        day = delivery.expected_on + timedelta(days=4)
        reason = "Held up at customs"
        call("inventory.reschedule_incoming", p_incoming_id=delivery.id, p_expected_on=day, p_reason=reason)
