"""A store in Berlin with one of everything, whose strings must not turn up elsewhere; and a request for every route.

Each request is one that works: it reads something that is there, or changes something. So a refusal is the guard's.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from oms.auth.secrets import hash_of
from oms.channels.shopify import webhooks
from oms.db import Actor, acting_as, call, row, value
from oms.fulfillment.carriers import easypost
from oms.invoices import pdf
from oms.pickup import codes
from oms.tracking import links
from tests.security.access import Route
from tests.support import drafts, factories, routing, trials
from tests.support.channels import SECRET, channel, incoming
from tests.support.incoming import expect, in_days, line_of
from tests.support.people import PASSWORD, Hire
from tests.support.server import SECRET_KEY
from tests.support.tasks import task

CUSTOMER = {"name": "Quillon Featherstone", "email": "quillon@canary.example", "phone": "+49 30 5550199"}
ADDRESS = {
    "name": "Quillon Featherstone",
    "company": "Parakeet Ltd",
    "line1": "Cockatoo Lane 7",
    "postal_code": "10115",
    "city": "Berlin",
    "country_code": "DE",
    "phone": "+49 30 5550199",
}
TRACKING_NUMBER = "MACAW77"
SHELF = "BUDGIE-1"
NOTE = "Lorikeet likes it gift-wrapped"
ORDER_NAME = "#Toucan-1"
HOLD = "hold_" + "7" * 32
ON_HAND = 7777
_RULE = {"name": "Big", "event": "order.placed", "actions": [{"do": "prioritize"}], "is_active": True}
# What belongs to Berlin and its customer: no byte of it may reach anybody who works elsewhere.
CANARIES = (
    "Featherstone",
    "canary.example",
    "5550199",
    "Parakeet",
    "Cockatoo",
    TRACKING_NUMBER,
    SHELF,
    "Lorikeet",
    "Toucan",
    f"{ON_HAND:,}",
    str(ON_HAND),
)


def canaries_in(text: str) -> list[str]:
    """Those in a text; of figures those that stand by themselves, as random ids have any four digits sooner or later."""
    return [
        canary
        for canary in CANARIES
        if (re.search(rf"(?<![\w-]){canary}(?![\w-])", text) if canary[0].isdigit() else canary in text)
    ]


@dataclass
class Request:
    """What a client sends for a route."""

    route: Route
    endpoint: str
    address: str
    sent: dict[str, Any] = field(default_factory=dict)  # as werkzeug's test client takes it; files as (name, content)

    @property
    def opened(self) -> dict[str, Any]:
        """What is sent, with files opened: each can be sent once."""
        data = self.sent.get("data")
        if not isinstance(data, dict):
            return self.sent
        files = {name: (BytesIO(given[1]), given[0]) for name, given in data.items() if isinstance(given, tuple)}
        return {**self.sent, "data": {**data, **files}}

    @property
    def method(self) -> str:
        return self.route[0]

    @property
    def names_something(self) -> bool:
        """Whether the address is that of one thing."""
        return "<" in self.route[1]

    def secrets_in(self, text: str) -> list[str]:
        """The canaries in an answer that were not in the question."""
        asked = f"{self.address} {self.sent}"
        return [canary for canary in canaries_in(text) if canary not in asked]

    def __str__(self) -> str:
        return f"{self.method} {self.address}"


class World:
    """Berlin, and somebody else's store in Leeds."""

    def __init__(self, app: Flask, hire: Hire) -> None:
        self.app = app
        self.colleague = hire("service", name="Colleague", email="colleague@example.com", password=PASSWORD)
        self.berlin = factories.store("BERLIN")
        self.leeds = factories.store("LEEDS")
        self.variant = factories.product("MUG", barcodes=["4006381333931"])
        factories.stock("MUG", self.berlin, ON_HAND)
        factories.stock("MUG", self.leeds, 5)
        factories.stocked(self.leeds, 5, "BOWL")
        for code in (SHELF, "BUDGIE-2", "BUDGIE-3"):
            call("pickup.save_shelf", p_location_id=self.berlin, p_code=code)
        call("pickup.save_shelf", p_location_id=self.leeds, p_code="L1")
        bars = factories.tracked()
        factories.lots(bars.id, self.berlin, CAGE=4)
        self.lot_id, self.lot_sku = value("select id from inventory.lots"), bars.sku
        self.place(lines=[factories.line(bars.sku)])
        self.works = self._shipments() | self._pickups()
        self.order = self.place(external_name=ORDER_NAME, note=NOTE)
        factories.field("gift")
        file = {"p_name": "lorikeet.txt", "p_content_type": "text/plain", "p_content": NOTE.encode()}
        self.attachment_id = call("orders.attach", p_order_id=self.order.id, **file)
        self.rule_id = call("automations.save_rule", p_rule=_RULE)
        self.profile_id = routing.profile("Stores first")
        self.version_id = call("routing.save_draft", p_profile_id=self.profile_id, p_rules={"criteria": ["cheapest"]})
        self.closed_on = in_days(2).isoformat()
        call("inventory.close_on", p_location_id=self.berlin, p_day=self.closed_on)
        self.shadow_id = call("routing.start_shadow", p_version_id=self.version_id)
        self.simulation_id = trials.simulated(self.version_id).id
        call("orders.add_note", p_order_id=self.order.id, p_text=NOTE)
        self.incoming_id = expect(self.berlin, 7, MUG=24)
        self.edited = self._edit()
        self.parted = self._part()
        self.waiting = self._wait()
        self.canceled = self.place()
        call("orders.cancel", p_order_id=self.canceled.id, p_reason="mistake")
        self._invoice()
        self._channels()
        self._people()
        claims = [{"variant_id": self.variant.id, "location_id": self.berlin, "quantity": 1}]
        given = {"p_kind": "checkout", "p_owner": CUSTOMER["name"], "p_minutes": 60, "p_key": HOLD}
        self.hold_id = call("inventory.hold", p_claims=claims, **given)
        given = {"name": CUSTOMER["name"], "lines": [factories.line("MUG")]}
        self.draft_id = drafts.save("draft", **given)
        with acting_as(Actor("person", self.colleague, "Colleague")):
            given = {"p_name": "Late", "p_is_shared": True, "p_filters": {"view": "late"}}
            self.view_id = call("orders.save_view", **given)
        self.transfers = self._transfers()
        self.counts = self._counts()
        factories.stock("MUG", self.berlin, ON_HAND - self.level.on_hand)
        here = {"p_variant_id": self.variant.id, "p_location_id": self.berlin}
        call("inventory.set_aside", **here, p_quantity=1, p_reason="damaged")

    def place(self, **given: Any) -> Any:
        """Quillon orders two mugs, shipped from Berlin."""
        made = {"customer": CUSTOMER, "ship_to": ADDRESS, "lines": [factories.line("MUG", 2)], "name": ORDER_NAME}
        return factories.place_order(**{**made, **given})

    def collect(self) -> Any:
        """Quillon orders two mugs to collect in Berlin; the work."""
        delivery = {"method": "pickup", "location_id": self.berlin}
        return factories.works(self.place(delivery=delivery).id)[0]

    def _edit(self) -> dict[str, Any]:
        """A change of an order of its own, which waits for a decision."""
        order = self.place()
        given = {"add": [{"sku": "MUG", "quantity": 1}]}
        change_id = call("orders.propose_change", p_order_id=order.id, p_given=given)
        return {"number": order.number, "order_id": _api_id(order), "change_id": change_id}

    def _wait(self) -> Any:
        """An order that Berlin ships as far as it can: the rest of it waits, and there is something else to send."""
        factories.stocked(self.berlin, 5, "DISH")
        factories.product("SAUCER", substitutes=["DISH"])
        return self.place(lines=[factories.line("MUG"), factories.line("SAUCER")])

    def _substituted(self) -> dict[str, int]:
        """The line that waits, and what could be sent instead."""
        found = row("select line_id, substitute_id from orders.offers(:order_id)", order_id=self.waiting.id)
        assert found is not None
        return {"line": found.line_id, "substitute": found.substitute_id}

    def _asked(self) -> dict[str, Any]:
        """The customer's link, and what they are asked behind it."""
        found = row("select line_id, substitute_id from orders.offers(:order_id)", order_id=self.waiting.id)
        assert found is not None
        asked = {"p_line_id": found.line_id, "p_substitute_id": found.substitute_id}
        question_id = call("orders.ask_customer", p_order_id=self.waiting.id, **asked)
        token = links.token_for(self.waiting.id, self.app.config["SECRET_KEY"])
        return {"token": token, "question_id": question_id}

    def _part(self) -> tuple[str, str]:
        """The numbers of two pieces of work that were one."""
        (work,) = factories.works(self.place().id)
        units = [{"line_id": self.line_of(work), "quantity": 1}]
        return work.number, call("fulfillment.split", p_order_id=work.id, p_lines=units)

    def _shipments(self) -> dict[str, Any]:
        """Work in every state."""
        works = {
            state: factories.works(self.place().id)[0]
            for state in ("released", "accepted", "picking", "picked", "packed", "labeled", "shipped")
        }
        call("fulfillment.accept", p_order_id=works["accepted"].id)
        call("fulfillment.pick", p_line_id=self.line_of(works["picking"]), p_quantity=1)
        factories.pick(works["picked"].id)
        for state in ("packed", "labeled"):
            factories.pick(works[state].id)
            call("fulfillment.pack", p_order_id=works[state].id)
        self.label_id = value("select id from fulfillment.packages where order_id = :id", id=works["labeled"].id)
        call(
            "fulfillment.add_label",
            p_package_id=self.label_id,
            p_carrier="simulator",
            p_service="standard",
            p_tracking_number=TRACKING_NUMBER,
            p_tracking_url="",
            p_label=b"%PDF Cockatoo Lane 7",
        )
        factories.ship(works["shipped"].id, f"{TRACKING_NUMBER}-2")
        return works

    def _pickups(self) -> dict[str, Any]:
        works = {state: self.collect() for state in ("new", "filled", "waiting", "handed_over", "returned", "locked")}
        for state in ("filled", "waiting", "handed_over", "returned", "locked"):
            factories.pick(works[state].id)
        pickup_ids = {state: self._stage(works[state]) for state in ("waiting", "handed_over", "returned", "locked")}
        call(
            "pickup.hand_over",
            p_pickup_id=pickup_ids["handed_over"],
            p_proof="id",
            p_code_hash=None,
            p_collected_by="Quillon Featherstone",
        )
        call("pickup.return_to_stock", p_pickup_id=pickup_ids["returned"])
        wrong = {"p_proof": "code", "p_code_hash": b"wrong", "p_collected_by": ""}
        for _ in range(5):
            call("pickup.hand_over", p_pickup_id=pickup_ids["locked"], **wrong)
        nonce = value("select nonce from pickup.pickups where id = :id", id=pickup_ids["waiting"])
        self.code = codes.code_of(SECRET_KEY, bytes(nonce))
        return works

    def _stage(self, work: Any) -> int:
        nonce = codes.new_nonce()
        code_hash = codes.hash_of(nonce, codes.code_of(SECRET_KEY, nonce))
        staged = {"p_shelf": SHELF, "p_nonce": nonce, "p_code_hash": code_hash}
        return int(call("pickup.stage", p_order_id=work.id, **staged))

    def _invoice(self) -> None:
        """What was shipped is invoiced and printed, and its customer has mail and a link."""
        shipped = self.works["shipped"]
        self.invoice_id = call("invoices.issue", p_fulfillment_order_id=shipped.id)
        with self.app.app_context():
            pdf.document_of(self.invoice_id)
        order_id = value("select id from orders.orders where request_id = :id", id=shipped.request_id)
        self.shipped_order = factories.order_row(order_id)
        self.shipped_token = links.token_for(order_id, self.app.config["SECRET_KEY"])
        self.unpaid = self.place(payments=[], note=NOTE)
        self.held = self.place(note=NOTE)
        call("orders.hold", p_order_id=self.held.id, p_reason="fraud")
        self.token = links.token_for(self.unpaid.id, self.app.config["SECRET_KEY"])
        self.message_id = value("select id from notifications.messages where order_id = :id limit 1", id=order_id)
        letter = {"p_language": "en", "p_subject": NOTE, "p_body_text": NOTE, "p_body_html": f"<p>{NOTE}</p>"}
        call("notifications.write", p_message_id=self.message_id, **letter)

    def _channels(self) -> None:
        channel("web", "shopify")
        channel("market", "api")
        channel("phone", "phone")
        channel("files", "csv")
        broken = incoming("NO-SUCH-SKU", customer=CUSTOMER, ship_to=ADDRESS, name=ORDER_NAME)
        self.quarantined = call("channels.place", p_channel="web", p_order=broken)["quarantine_id"]
        other = {**broken, "external_id": "other"}
        self.discarded = call("channels.place", p_channel="web", p_order=other)["quarantine_id"]
        call("channels.discard_quarantine", p_id=self.discarded, p_version=1)
        call(
            "channels.receive",
            p_channel="web",
            p_delivery_id="1",
            p_topic="orders/create",
            p_body=f'{{"note": "{NOTE}"}}',
        )
        self.delivery_id = value("select max(id) from channels.inbox")
        call("channels.finish_delivery", p_id=self.delivery_id, p_state="failed", p_refusal="OM404")
        file = {"p_file_name": "toucan.csv", "p_content": b"Name\n"}
        self.import_id = call("channels.create_import", p_channel="files", **file)
        call("channels.begin_import", p_id=self.import_id, p_rows_total=0)
        call("channels.finish_import", p_id=self.import_id, p_error="")

    def _people(self) -> None:
        self.setup_token = "setup-token"
        call("auth.create_setup_link", p_token_hash=hash_of(self.setup_token), p_person_id=self.colleague)
        scopes = {"p_prefix": "oms_spare", "p_token_hash": b"spare", "p_scopes": ["orders:read"]}
        self.api_token_id = call("auth.create_token", p_name="Spare", **scopes)
        self.dead_task = task("tests.nothing", p_max_attempts=1)
        attempt = call("tasks.claim", p_task_id=self.dead_task).attempts
        call("tasks.fail", p_task_id=self.dead_task, p_attempt=attempt, p_error="nothing")

    def _transfers(self) -> dict[str, int]:
        """Between Berlin and the warehouse in Hamburg."""
        self.hamburg = factories.location("HAMBURG")
        factories.stock("MUG", self.hamburg, 20)
        out = {"p_source_id": self.berlin, "p_destination_id": self.hamburg}
        back = {"p_source_id": self.hamburg, "p_destination_id": self.berlin}
        ways = {"draft": out, "ready": out, "coming": back}
        lines = [{"sku": "MUG", "quantity": 3}]
        made = {
            state: int(call("inventory.create_transfer", **ends, p_lines=lines, p_note=NOTE))
            for state, ends in ways.items()
        }
        for state in ("ready", "coming"):
            call("inventory.ready_transfer", p_transfer_id=made[state])
        call("inventory.send_transfer", p_transfer_id=made["coming"])
        receipt = {"p_code": "MUG", "p_quantity": 1}
        self.transfer_receipt_id = call("inventory.receive_transfer", p_transfer_id=made["coming"], **receipt)
        return made

    def _counts(self) -> dict[str, int]:
        """In Berlin: one being counted, one to be looked at, one that may be posted."""
        counts = {
            state: int(call("inventory.start_count", p_location_id=self.berlin, p_scope="full", p_note=NOTE))
            for state in ("open", "review", "approved")
        }
        for state, count_id in counts.items():
            quantity = ON_HAND if state == "approved" else 1
            call("inventory.tally", p_count_id=count_id, p_code="MUG", p_quantity=quantity)
        for state in ("review", "approved"):
            call("inventory.review_count", p_count_id=counts[state])
        call("inventory.approve_count", p_count_id=counts["approved"])
        return counts

    def line_of(self, work: Any) -> int:
        return int(value("select id from fulfillment.lines where order_id = :id", id=work.id))

    @property
    def level(self) -> Any:
        return row(
            "select * from inventory.levels where variant_id = :variant_id and location_id = :location_id",
            variant_id=self.variant.id,
            location_id=self.berlin,
        )

    def requests(self, *kinds: str) -> Iterator[Request]:
        """One for each route and method; of those guarded for a `person`, a `token`, or `public`, where kinds are named."""
        places, special, sent = self._places(), self._special(), self._sent()
        for rule in self.app.url_map.iter_rules():
            guard = self.app.view_functions[rule.endpoint].guard
            if kinds and guard.kind not in kinds:
                continue
            address = self._address(rule, places, special.get(rule.endpoint, {}))
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield Request((method, rule.rule), rule.endpoint, address, sent.get((method, rule.endpoint), {}))

    def searches(self) -> Iterator[Request]:
        """Lists, asked for what is in Berlin."""
        place, words = f"location={self.berlin}", "q=Featherstone"
        for address in (
            f"/orders?{words}",
            f"/orders?{words}&go=1",
            f"/orders?{place}",
            f"/orders/export.csv?{words}",
            f"/orders/export.csv?scope=chosen&id={self.order.id}",
            f"/orders/arrivals?after=0&{place}",
            f"/fulfillment?{words}",
            f"/fulfillment?{place}&tab=done",
            f"/fulfillment?q={TRACKING_NUMBER}-2&tab=done",
            f"/fulfillment/found?code={TRACKING_NUMBER}",
            f"/pickup?{place}",
            f"/pickup/search?{words}&{place}",
            "/pickup/search?q=5550199",
            f"/pickup/search?q={SHELF}",
            f"/pickup/shelves?{place}",
            f"/pickup/shelves/signs?{place}",
            f"/stock?{place}",
            f"/stock/export?{place}",
            f"/stock/{self.variant.id}?{place}",
            f"/stock/{self.variant.id}/movements?{place}",
            f"/stock/{self.variant.id}/past",
        ):
            yield Request(("GET", address.partition("?")[0]), "", address)

    def _address(self, rule: Rule, places: dict[str, Any], special: dict[str, Any]) -> str:
        """Fails for a route with an argument that nobody has thought of."""
        domain = rule.endpoint.partition(".")[0]
        arguments = {
            name: special.get(name, places.get(f"{domain}.{name}", places.get(name))) for name in rule.arguments
        }
        missing = [name for name, found in arguments.items() if found is None]
        assert not missing, f"tests/security/world.py knows nothing to put into {rule.rule}"
        with self.app.test_request_context():
            built = rule.build(arguments)
        assert built is not None
        return str(built[1])

    def _places(self) -> dict[str, Any]:
        """What stands in addresses: by its name, or by its name in a domain."""
        return {
            "orders.number": self.order.number,
            "orders.what": "holds",
            "orders.key": "gift",
            "attachment_id": self.attachment_id,
            "rule_id": self.rule_id,
            "profile_id": self.profile_id,
            "version_id": self.version_id,
            "fulfillment.code": "BERLIN",
            "rate_id": value("select min(id) from routing.rates"),
            "day": self.closed_on,
            "decision_id": value("select id from routing.decisions where request_id = :id", id=self.order.request_id),
            "shadow_id": self.shadow_id,
            "simulation_id": self.simulation_id,
            "draft_id": self.draft_id,
            "view_id": self.view_id,
            "order_id": self.order.id,
            "api.hold_id": HOLD,
            "hold_id": self.hold_id,
            "api.order_id": _api_id(self.order),
            "api.reason": "fraud",
            "count_number": f"C-{self.counts['open']}",
            "work_number": self.works["released"].number,
            "fulfillment.number": self.works["picking"].number,
            "line_id": self.line_of(self.works["picking"]),
            "package_id": self.label_id,
            "pickup.number": self.works["waiting"].number,
            "shelf_id": value("select id from pickup.shelves where code = 'BUDGIE-3'"),
            "handle": "mug",
            "variant_id": self.variant.id,
            "incoming_id": self.incoming_id,
            "lot_id": self.lot_id,
            "location_id": self.berlin,
            "inventory.code": "BERLIN",
            "transfer_id": self.transfers["draft"],
            "count_id": self.counts["open"],
            "receipt_id": self.transfer_receipt_id,
            "api.number": f"T-{self.transfers['coming']}",
            "channels.code": "web",
            "channel": "web",
            "delivery_id": self.delivery_id,
            "import_id": self.import_id,
            "record_id": self.quarantined,
            "invoice_id": self.invoice_id,
            "message_id": self.message_id,
            "key": "00ff",
            "person_id": self.colleague,
            "token_id": self.api_token_id,
            "auth.token": self.setup_token,
            "tracking.token": self.token,
            "reports.name": "orders_add_up",
            "task_id": self.dead_task,
            "api.code": "OM101",
            "version": "-",
            "static.name": "icons.svg",
        }

    def _special(self) -> dict[str, dict[str, Any]]:
        """Addresses of routes that need their object in a state of its own."""
        substituted = {"number": self.waiting.number, **self._substituted()}
        number = {name: {"number": work.number} for name, work in self.works.items()}
        return {
            "fulfillment.acceptance_create": number["released"],
            "fulfillment.acceptance_delete": number["accepted"],
            "fulfillment.package_create": number["picked"],
            "fulfillment.label_create": number["packed"],
            "fulfillment.tracking_number_create": number["packed"],
            "fulfillment.shipment_create": number["labeled"],
            "fulfillment.delivery_create": number["shipped"],
            "fulfillment.reopening_create": number["packed"],
            "fulfillment.rejection_create": number["released"],
            "fulfillment.split_create": number["released"],
            "fulfillment.move_create": number["released"],
            "fulfillment.merger_create": {"number": self.parted[0]},
            "pickup.acceptance_create": number["new"],
            "pickup.staging_create": number["filled"],
            "pickup.hand_over_delete": number["handed_over"],
            "pickup.carrying_back_create": number["returned"],
            "pickup.unlocking_create": number["locked"],
            "orders.payment_new": {"number": self.unpaid.number},
            "orders.payment_create": {"number": self.unpaid.number},
            "orders.release_create": {"number": self.held.number},
            "orders.reopening_new": {"number": self.canceled.number},
            "orders.reopening_create": {"number": self.canceled.number},
            "inventory.transfer_receipt_create": {"transfer_id": self.transfers["coming"]},
            "inventory.transfer_receipt_undo": {"transfer_id": self.transfers["coming"]},
            "inventory.transfer_close": {"transfer_id": self.transfers["coming"]},
            "inventory.count_approve": {"count_id": self.counts["review"]},
            "inventory.count_recount": {"count_id": self.counts["review"]},
            "api.transfers.send": {"number": f"T-{self.transfers['ready']}"},
            **dict.fromkeys(("orders.edit_show", "orders.edit_confirm", "orders.edit_discard"), self.edited),
            **dict.fromkeys(
                ("orders.substitution_new", "orders.substitution_create", "orders.substitution_ask"), substituted
            ),
            "api.substitutions.index": {"order_id": _api_id(self.waiting)},
            "api.substitutions.create": {"order_id": _api_id(self.waiting)},
            "api.substitutions.ask": {"order_id": _api_id(self.waiting)},
            "api.counts.recount": {"count_number": f"C-{self.counts['review']}"},
            "api.counts.approve": {"count_number": f"C-{self.counts['review']}"},
            "api.counts.post": {"count_number": f"C-{self.counts['approved']}"},
            "api.transfers.step": {"number": f"T-{self.transfers['draft']}"},
            "api.fulfillment.give_back": {"work_number": self.works["accepted"].number},
            "api.rearranging.merge": {"work_number": self.parted[0]},
            "api.order_steps.unhold": {"order_id": _api_id(self.held)},
            "api.order_steps.reopen": {"order_id": _api_id(self.canceled)},
            **dict.fromkeys(("api.changes.show", "api.changes.confirm", "api.changes.discard"), self.edited),
            "tracking.invoice": {"token": self.shipped_token},
            "tracking.answer": self._asked(),
            "tracking.customer_link_revoke": {"order_id": self.unpaid.id},
            "tracking.customer_page": {"order_id": self.unpaid.id},
            "channels.quarantine_reopen": {"record_id": self.discarded},
            "static": {"name": "icons.svg"},
        }

    def _sent(self) -> dict[tuple[str, str], dict[str, Any]]:
        """What is sent along: forms, files, JSON and queries."""
        name = {"name": "Parrot", "currency": "EUR", "language": "en", "stock_policy": "refuse", "is_active": "y"}
        product = {"title": "Plate", "category": "Dishes"}
        place = {
            "name": "Elsewhere",
            "kind": "store",
            "country_code": "DE",
            "time_zone": "Europe/Berlin",
            "priority": "1",
            "pickup_days": "3",
        }
        person = {"name": "Newcomer", "email": "new@example.com", "role": "service", "language": "en", "time_zone": ""}
        shop = {
            "name": "Shop",
            "email": "shop@example.com",
            "legal_name": "Shop Ltd",
            "line1": "Street 1",
            "city": "Berlin",
            "country_code": "DE",
            "language": "en",
            "time_zone": "Europe/Berlin",
        }
        phone_order = {
            "channel": "phone",
            "language": "en",
            "name": "Quillon Featherstone",
            "method": "ship",
            "terms": "invoice",
            "line1": "Street 1",
            "postal_code": "10115",
            "city": "Berlin",
            "country_code": "DE",
            "lines-0-sku": "MUG",
            "lines-0-quantity": "1",
            "lines-0-price": "10",
            "once": "once",
            "place": "1",
        }
        automation = {"name": "Big", "event": "order.held", "actions-0-do": "prioritize", "press": "save"}
        seen = {"version": str(self.order.version), "seen": "0"}
        payment = {"kind": "capture", "amount": "10", "gateway": "cash", "once": "1", "seen": "0"}
        count = {"how": "change", "quantity": "1", "reason": "counted", "expected": str(self.level.on_hand)}
        delivery = b'{"id": 1}'
        signature = webhooks.signature(SECRET, delivery)
        forms = {
            "auth.login": {"email": "colleague@example.com", "password": PASSWORD},
            "auth.setup": {"password": PASSWORD},
            "auth.profile": {"language": "de", "theme": "dark", "time_zone": ""},
            "auth.password": {"current": PASSWORD, "password": "four loud herons"},
            "auth.theme": {"theme": "dark"},
            "auth.person": person,
            "auth.person_create": person,
            "auth.tokens": {"name": "New", "scopes": "orders:read", "days": "30"},
            "web.settings_shop": shop,
            "catalog.product_create": product,
            "catalog.product_update": product,
            "catalog.variant_create": {"sku": "MUG-2", "tax_class": "standard", "price_EUR": "5"},
            "catalog.variant_update": {"title": "Blue", "tax_class": "standard", "price_EUR": "5"},
            "inventory.location": place,
            "inventory.location_create": place | {"code": "NEW"},
            "inventory.adjustment_create": count,
            "inventory.receipt_create": {"quantity": "1"},
            "inventory.pool_update": {"on": "1"},
            "inventory.terms_update": {"safety": "1", "bin": "A1"},
            "inventory.tracking_update": {"tracking": "none"},
            "orders.lot_recall": {"reason": "Sharp edges"},
            "inventory.aside_create": {"how": "set_aside", "quantity": "1", "reason": "damaged"},
            "inventory.count_create": {"location": str(self.berlin), "scope": "full"},
            "inventory.count_tally": {"code": "MUG", "quantity": "1"},
            "inventory.count_recount": {"version": "2"},
            "inventory.count_step": {"step": "review", "version": "1"},
            "inventory.count_approve": {"version": "2"},
            "inventory.transfer_create": {"source": str(self.berlin), "destination": str(self.hamburg)},
            "inventory.transfer_line_update": {"code": "MUG", "quantity": "2"},
            "inventory.transfer_step": {"step": "ready", "version": "2"},
            "inventory.transfer_receipt_create": {"code": "MUG", "quantity": "1"},
            "inventory.transfer_close": {"reason": "Lost"},
            "inventory.incoming_create": {
                "reference": "PO-NEW",
                "location_id": str(self.berlin),
                "expected_on": in_days(7).isoformat(),
                "lines": "MUG 5",
            },
            "inventory.incoming_receipt_create": {f"line_{line_of(self.incoming_id).id}": "1"},
            "inventory.incoming_schedule_update": {"expected_on": in_days(9).isoformat(), "reason": "late"},
            "inventory.incoming_closure_create": {"closure-reason": "lost"},
            "demand.terms_update": {"channel": "", "policy": "allowed"},
            "orders.view_update": {"name": "Too late", "is_shared": "y"},
            "orders.draft_hold": {"version": "1"},
            "orders.draft_discard": {"version": "1"},
            "orders.note_create": {"text": "Called back."},
            "orders.hold_create": {"reason": "manual"},
            "orders.routing_with_create": {"profile": str(self.profile_id)},
            "orders.many_create": {"reason": "manual", "ids": str(self.order.id)},
            "automations.rule_create": automation | {"name": "Bigger"},
            "automations.rule_update": automation | {"version": "1"},
            "routing.profile_create": {"name": "Warehouses first", "copy_of": str(self.profile_id)},
            "routing.profile_name": {"name": "Stores, then others"},
            "routing.draft": {"seen": "1", "criteria": "nearest", "kinds": "store"},
            "routing.activation_create": {"seen": "1"},
            "inventory.supplier_costs": {"sku": "MUG", "cost_minor": "3.80"},
            "inventory.closure_create": {"day": in_days(3).isoformat(), "reason": "Stocktaking"},
            "routing.rate_create": {"carrier": "Swift", "zone": "Alps", "base_minor": "7.00", "transit_days": "3"},
            "routing.rate": {"carrier": "Swift", "zone": "Alps", "base_minor": "7.00", "transit_days": "3"},
            "routing.simulation_create": {"version": str(self.version_id), "judged": "0", "days": "30"},
            "routing.shadow_create": {"version": str(routing.version(self.profile_id).id), "judged": "0", "days": "30"},
            "routing.rules_edit": {
                "seen": call("routing.rules_fingerprint"),
                "rules-0-channel": "web",
                "rules-0-profile_id": str(self.profile_id),
            },
            "orders.attachment_create": {"file": ("note.txt", b"Hello")},
            "orders.tags_update": {"add": "gift"},
            "orders.assignment_update": {"person": str(self.colleague)},
            "orders.fields_update": {"gift": "yes"},
            "orders.field_create": {"key": "size", "label": "Size", "kind": "text"},
            "orders.field_update": {"label": "Gift message"},
            "orders.holds_create": {"reason": "manual", "ids": str(self.order.id)},
            "orders.releases_create": {"ids": str(self.held.id)},
            "orders.edit_create": seen | {"method": "ship", "line1": "Street 1", "added-0-sku": "MUG"},
            "orders.reopening_create": {"reason": "By mistake"},
            "tracking.answer": {"answer": "yes"},
            "orders.substitution_create": {"version": str(self.waiting.version), "seen": "0", "has_agreed": "y"},
            "fulfillment.split_create": {
                "lines-0-line_id": str(self.line_of(self.works["released"])),
                "lines-0-quantity": "1",
            },
            "fulfillment.merger_create": {"other": self.parted[1]},
            "fulfillment.move_create": {"location": str(self.leeds)},
            "orders.cancellation_create": seen | {"reason": "customer"},
            "orders.payment_create": payment | {"version": str(self.unpaid.version)},
            "fulfillment.acceptances_create": {"id": str(self.works["released"].id)},
            "fulfillment.scan_create": {"code": "4006381333931"},
            "fulfillment.pick_create": {"quantity": "1"},
            "fulfillment.pick_delete": {"quantity": "1"},
            "fulfillment.shortage_create": {"quantity": "1"},
            "fulfillment.package_create": {"weight_grams": "100"},
            "fulfillment.label_create": {"service": "simulator/standard"},
            "fulfillment.tracking_number_create": {"carrier": "DHL", "tracking_number": "12345"},
            "fulfillment.reopening_create": {"reason": "wrong box"},
            "fulfillment.rejection_create": {"reason": "closed"},
            "pickup.find": {"code": self.code},
            "pickup.staging_create": {"shelf": SHELF},
            "pickup.shelf_update": {"shelf": "BUDGIE-2"},
            "pickup.shelf_create": {"shelf": "NEW-1"},
            "pickup.hand_over_create": {"code": self.code},
            "pickup.identity_create": {"collected_by": "Quillon", "seen": "y"},
            "pickup.extension_create": {"days": "2"},
            "channels.channel_create": name | {"kind": "shopify", "code": "second"},
            "channels.channel_edit": name,
            "channels.import_create": {"channel": "files", "file": ("orders.csv", b"Name\n#1\n")},
            "channels.quarantine_repair": {"version": "1", "/lines/0/sku": "MUG"},
            "channels.quarantine_discard": {"version": "1"},
            "channels.quarantine_reopen": {"version": "2"},
            "channels.phone_order_create": phone_order,
            "channels.phone_order_summary": phone_order,
        }
        return {
            **{("POST", endpoint): {"data": form} for endpoint, form in forms.items()},
            ("POST", "inventory.aside_undo"): {"query_string": {"how": "put_back", "quantity": 1, "reason": "damaged"}},
            ("POST", "inventory.reversal_create"): {"query_string": {"quantity": 1, "on_hand": self.level.on_hand}},
            ("GET", "fulfillment.pick_list"): {"query_string": {"id": self.works["released"].id}},
            ("GET", "fulfillment.find"): {"query_string": {"code": self.works["released"].number}},
            ("GET", "pickup.search"): {"query_string": {"q": "Featherstone"}},
            ("GET", "orders.many_new"): {"query_string": {"id": self.order.id}},
            ("POST", "orders.view_create"): {
                "query_string": {"view": "late", "payment": "paid"},
                "data": {"name": "New"},
            },
            ("GET", "orders.export_show"): {"query_string": {"scope": "chosen", "id": self.order.id}},
            ("GET", "channels.phone_order_products"): {"query_string": {"q": "MUG", "currency": "EUR"}},
            ("GET", "channels.phone_order_customers"): {"query_string": {"customer_q": "Featherstone"}},
            ("GET", "channels.quarantine_skus"): {"query_string": {"q": "MUG"}},
            ("POST", "channels.shopify_webhook"): {
                "data": delivery,
                "headers": {"X-Shopify-Hmac-Sha256": signature, "X-Shopify-Topic": "orders/create"},
            },
            ("POST", "fulfillment.tracker_create"): {
                "data": (tracker := _tracker()),
                "headers": {easypost.SIGNATURE: easypost.signature(SECRET, tracker)},
            },
            **{
                ("POST", endpoint): {"json": body, "headers": {"Idempotency-Key": endpoint}}
                for endpoint, body in self._posted().items()
            },
            ("PATCH", "api.holds.extend"): {"json": {"minutes": 90}},
            ("PATCH", "api.orders.change"): {"json": {"add_tags": ["gift"]}},
            ("GET", "api.pickup_availability.show"): {
                "query_string": {"sku": "MUG", "latitude": 52.5, "longitude": 13.4}
            },
            ("PUT", "api.stock.set_terms"): {"json": {"sku": "MUG", "location": "BERLIN", "safety": 1, "bin": "A1"}},
            ("PUT", "api.pools.save"): {"json": {"sku": "MUG", "pooled": True}},
            ("PUT", "api.automations.save"): {"json": {**_RULE, "version": 1}},
            ("PATCH", "api.automations.switch"): {"json": {"is_active": False, "version": 1}},
            ("POST", "api.attachments.create"): {
                "data": {"file": ("note.txt", b"Hello")},
                "headers": {"Idempotency-Key": "attachment"},
            },
            ("GET", "api.lots.orders"): {"query_string": {"sku": self.lot_sku, "code": "CAGE"}},
            ("GET", "api.promises.show"): {"query_string": {"sku": "MUG"}},
            ("GET", "api.promises.index"): {"query_string": {"sku": "MUG"}},
            ("PUT", "api.promises.save"): {"json": {"sku": "MUG", "allowed": True}},
            ("PUT", "api.products.save"): {
                "json": {"title": "Mug", "variants": [{"sku": "MUG"}]},
                "headers": {"If-Match": "*"},
            },
        }

    def _posted(self) -> dict[str, Any]:
        """What other software posts, each with a key of its own."""
        line = {"sku": "MUG", "quantity": 1}
        at = {"sku": "MUG", "location": "BERLIN", "quantity": 1}
        return {
            "api.orders.create": {"lines": [line], "ship_to": ADDRESS, "channel": "market"},
            "api.holds.create": {"lines": [line]},
            "api.cancellations.create": {"reason": "customer"},
            "api.cancellations.preview": {},
            "api.substitutions.create": {"position": 2, "sku": "DISH", "has_agreed": True},
            "api.substitutions.ask": {"position": 2, "sku": "DISH"},
            "api.changes.create": {"add": [line]},
            "api.changes.confirm": {},
            "api.order_steps.hold": {"reason": "manual"},
            "api.order_steps.reroute": None,
            "api.order_steps.route_with": {"profile": "Stores first"},
            "api.order_steps.reopen": {"reason": "By mistake"},
            "api.timeline.note": {"text": "Called back."},
            "api.automations.create": _RULE | {"name": "Bigger"},
            "api.automations.dry_run": {"event": "order.placed"},
            "api.counts.create": {"location": "BERLIN"},
            "api.counts.tally": {"lines": [{"code": "MUG", "quantity": 1}]},
            "api.counts.review": {},
            "api.counts.recount": {"skus": ["MUG"]},
            "api.counts.approve": {},
            "api.counts.post": {},
            "api.fulfillment.accept": None,
            "api.fulfillment.reject": {"reason": "closed"},
            "api.fulfillment.short": {"line_id": self.line_of(self.works["released"]), "quantity": 1},
            "api.fulfillment.ship": {"carrier": "DHL", "tracking_number": "12345"},
            "api.rearranging.split": {"lines": [{"id": self.line_of(self.works["released"]), "quantity": 1}]},
            "api.rearranging.merge": {"number": self.parted[1]},
            "api.rearranging.move": {"location": "LEEDS"},
            "api.stock.adjust": {**at, "reason": "counted", "expected_on_hand": self.level.on_hand},
            "api.stock.receive": at,
            "api.stock.set_aside": {**at, "reason": "damaged"},
            "api.stock.put_back": at,
            "api.lots.recall": {"sku": self.lot_sku, "code": "CAGE", "reason": "Sharp edges"},
            "api.lots.track": {"sku": "MUG", "tracking": "none"},
            "api.transfers.create": {"source": "BERLIN", "destination": "HAMBURG", "lines": [line]},
            "api.transfers.send": None,
            "api.transfers.receive": {"sku": "MUG"},
            "api.transfers.step": {"step": "ready"},
            "api.transfers.close": {"reason": "Lost"},
            "api.incoming.create": {
                "reference": "PO-NEW",
                "location": "BERLIN",
                "expected_on": in_days(7).isoformat(),
                "lines": [line],
            },
            "api.incoming.receive": {"lines": [{"id": line_of(self.incoming_id).id, "quantity": 1}]},
            "api.incoming.reschedule": {"expected_on": in_days(9).isoformat(), "reason": "late"},
            "api.incoming.close": {"reason": "lost"},
        }


def _api_id(order: Any) -> str:
    """What the API calls an order."""
    return f"ord_{order.uid.hex}"


def _tracker() -> bytes:
    """EasyPost says that the parcel has arrived."""
    told = {"status": "delivered", "datetime": "2026-01-01T12:00:00Z"}
    return json.dumps({"result": {"tracking_code": f"{TRACKING_NUMBER}-2", "tracking_details": [told]}}).encode()
