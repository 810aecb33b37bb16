"""Orders, as they are given and as they are told."""

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, ConfigDict, Field

from oms.api.schemas import Listed, Money, PageQuery, Schema, Sku, Text, Word
from oms.api.schemas.addresses import Address
from oms.api.schemas.fields import Among, HoldId, Moment, OrderId, Version
from oms.api.schemas.fulfillment import FulfillmentOrder

State = Literal["placed", "closed", "canceled"]
PaymentStatus = Literal[
    "none", "authorized", "partially_paid", "paid", "overpaid", "partially_refunded", "refunded", "voided"
]
FulfillmentStatus = Literal["unfulfilled", "in_progress", "partially_fulfilled", "fulfilled", "delivered", "canceled"]


TagWord = Annotated[str, Field(min_length=1, max_length=40)]
# Fields of the shop: values by key, of the kind that the shop says.
Fields = dict[str, Annotated[str, Field(max_length=500)] | bool | int | float | None]


class OrderQuery(PageQuery):
    """Oldest change first. To follow changes, ask with updated_after a minute before your last answer."""

    status: Annotated[list[State], Among, Field(default_factory=list)]
    payment_status: Annotated[list[PaymentStatus], Among, Field(default_factory=list)]
    fulfillment_status: Annotated[list[FulfillmentStatus], Among, Field(default_factory=list)]
    channel: Word | None = None
    tag: Word | None = None
    assignee: Annotated[Word | None, Field(description="The e-mail of who looks after it.")] = None
    field: Annotated[
        str | None,
        Field(
            pattern=r"^[a-z][a-z0-9_]*:.+$",
            description="A field of the shop and its value.",
            examples=["gift_wrap:true"],
        ),
    ] = None
    created_after: Moment = None
    updated_after: Moment = None


EXAMPLE: dict[str, Any] = {
    "external_id": "A-1001",
    "name": "#1001",
    "customer": {"email": "dora@example.com", "name": "Dora Meier"},
    "ship_to": {
        "name": "Dora Meier",
        "line1": "Hauptstr. 1",
        "postal_code": "10115",
        "city": "Berlin",
        "country_code": "DE",
    },
    "lines": [{"sku": "SHIRT-BLUE-M", "quantity": 2, "unit_price": {"amount": "24.90", "currency": "EUR"}}],
    "payments": [
        {"kind": "capture", "amount": {"amount": "49.80", "currency": "EUR"}, "gateway": "shop", "reference": "p1"}
    ],
    "total": {"amount": "49.80", "currency": "EUR"},
}


class Customer(Schema):
    email: Annotated[Word, Field(examples=["dora@example.com"])] = ""
    name: Word = ""
    phone: Word = ""


class Tax(Schema):
    name: Annotated[Word, Field(min_length=1, examples=["VAT 19%"])]
    rate: Annotated[str, Field(pattern=r"^[0-9](\.[0-9]{1,5})?$", description="0.19 is 19%", examples=["0.19"])]
    amount: Money


class NewLine(Schema):
    sku: Sku
    quantity: Annotated[int, Field(ge=1, le=99999)]
    title: Annotated[Word, Field(description="As the catalog has it where absent.")] = ""
    unit_price: Annotated[Money | None, Field(description="As the catalog has it where absent.")] = None
    discount: Annotated[Money | None, Field(description="On the whole line.")] = None
    taxes: Annotated[list[Tax] | None, Field(max_length=10, description="Computed where absent.")] = None
    external_id: Annotated[Word, Field(description="Your id of the line.")] = ""


class NewCharge(Schema):
    kind: Literal["shipping", "fee"]
    title: Annotated[Word, Field(min_length=1)]
    amount: Money
    taxes: Annotated[list[Tax] | None, Field(max_length=10, description="Computed where absent.")] = None


class NewPayment(Schema):
    """What you know of a payment. An order is released to be worked on when it is authorized or paid."""

    kind: Literal["authorize", "capture", "refund", "void"]
    amount: Money
    gateway: Annotated[Word, Field(min_length=1, examples=["stripe"])]
    reference: Annotated[
        Word, Field(min_length=1, description="The gateway's own id: the same one again is one payment.")
    ]
    occurred_at: AwareDatetime | None = None


class Delivery(Schema):
    method: Literal["ship", "pickup"] = "ship"
    location: Annotated[Word, Field(description="Where it is picked up: the code of a location.")] = ""
    title: Annotated[Word, Field(description="What the customer chose.", examples=["Express"])] = ""


Consent = Literal["allowed", "ask", "refused"]


class NewOrder(Schema):
    """What is absent is completed from the channel and the catalog: currency, language, titles, prices, taxes."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    channel: Annotated[
        Word, Field(description="The code of a channel of kind API. May be absent where there is one.")
    ] = ""
    external_id: Annotated[Word, Field(description="Your id of the order: the same one again is the same order.")] = ""
    name: Annotated[Word, Field(description="What the customer calls it.", examples=["#1001"])] = ""
    placed_at: AwareDatetime | None = None
    currency: Annotated[str | None, Field(pattern=r"^[A-Z]{3}$")] = None
    tax_included: bool | None = None
    language: Annotated[str | None, Field(pattern=r"^[a-z]{2}([-_][A-Za-z]{2})?$")] = None
    terms: Annotated[
        Literal["prepaid", "on_pickup", "invoice"],
        Field(description="prepaid is released when authorized or paid, the others at once."),
    ] = "prepaid"
    substitution: Annotated[
        Consent | None,
        Field(
            description="Whether something else may be sent for what has run out. Where absent: as the channel says."
        ),
    ] = None
    customer: Customer = Customer()
    ship_to: Address | None = None
    bill_to: Annotated[Address | None, Field(description="As ship_to where absent.")] = None
    delivery: Delivery = Delivery()
    lines: Annotated[list[NewLine], Field(min_length=1, max_length=500)]
    charges: Annotated[list[NewCharge], Field(default_factory=list, max_length=20)]
    discount: Annotated[Money | None, Field(description="On the whole order, spread over its lines.")] = None
    payments: Annotated[list[NewPayment], Field(default_factory=list, max_length=20)]
    total: Annotated[Money | None, Field(description="Your total. If ours differs, the order goes to quarantine.")] = (
        None
    )
    hold: Annotated[HoldId | None, Field(description="What you hold for this order: it gets that stock.")] = None
    note: Text = ""
    tags: Annotated[list[Annotated[Word, Field(min_length=1)]], Field(default_factory=list, max_length=50)]
    fields: Annotated[Fields, Field(default_factory=dict, description="Fields of the shop, by key.")]


class Substitution(Schema):
    """As many units as are available of one of the substitutes of a SKU, instead of those that wait of a line."""

    position: Annotated[
        int, Field(ge=1, le=2**31 - 1, description="The line that waits, by its position in the order.")
    ]
    sku: Sku
    has_agreed: Annotated[bool, Field(description="The customer said yes to it, and to its price.")] = False
    version: Version = None


class SubstituteQuestion(Schema):
    """A substitute that the customer is asked about by mail; their answer is done by itself."""

    position: Annotated[
        int, Field(ge=1, le=2**31 - 1, description="The line that waits, by its position in the order.")
    ]
    sku: Sku
    version: Version = None


class Offer(Schema):
    """A substitute for what waits of a line; difference is what the goods would cost more, before discounts."""

    position: int
    sku: str
    title: str
    available: int
    quantity: Annotated[int, Field(description="So many would be sent.")]
    unit_price: Money
    difference: Money
    needs_consent: bool


class OfferList(Schema):
    data: list[Offer]


class OrderChange(Schema):
    """What is absent stays. A field is cleared by null, and so is the assignee."""

    add_tags: Annotated[list[TagWord], Field(default_factory=list, max_length=50)]
    remove_tags: Annotated[list[TagWord], Field(default_factory=list, max_length=50)]
    fields: Annotated[Fields, Field(default_factory=dict, examples=[{"gift_wrap": True}])]
    assignee: Annotated[Word | None, Field(description="The e-mail of who looks after it; null: nobody.")] = None


class Details(Schema):
    id: OrderId
    number: str
    tags: list[str]
    fields: Fields
    assignee: str | None
    version: int


class Receipt(Schema):
    """The order that was made, or that was there already."""

    outcome: Literal["placed", "known"]
    id: OrderId
    number: str
    href: str


class Reason(Schema):
    code: Annotated[str, Field(examples=["unknown_sku"])]
    pointer: Annotated[str, Field(description="Where in your order (RFC 6901).", examples=["/lines/0/sku"])]
    message: str


class Quarantined(Schema):
    """The order was kept but could not be placed. A person repairs it; or send it again, corrected."""

    outcome: Literal["quarantined"]
    quarantine_id: int
    reasons: list[Reason]


class Sums(Schema):
    """What an order comes to: owed = total - waived, and no longer owed is what was canceled."""

    total: Money
    waived: Money
    owed: Money
    captured: Money
    refunded: Money
    outstanding: Annotated[Money, Field(description="Still to be paid.")]
    refund_due: Annotated[Money, Field(description="Paid, and no longer owed.")]


class OrderSummary(Schema):
    id: OrderId
    number: Annotated[str, Field(examples=["1042"])]
    channel: str
    external_id: str | None
    name: str
    state: State
    payment_status: PaymentStatus
    fulfillment_status: FulfillmentStatus
    is_on_hold: bool
    is_backordered: bool
    method: Literal["ship", "pickup"]
    total: Money
    placed_at: AwareDatetime
    due_at: AwareDatetime | None
    updated_at: AwareDatetime
    version: int


class Quantities(Schema):
    """How far the delivery of a line has come; waiting, assigned and shipped add up to what was not canceled."""

    canceled: int
    waiting: Annotated[int, Field(description="No location has it yet.")]
    assigned: Annotated[int, Field(description="Reserved at a location.")]
    shipped: int
    delivered: int


class DeliveryPromise(Schema):
    """The day a line was first promised for, which is what counts, and how that stands."""

    promised_on: Annotated[date, Field(description="The day all of the line arrives or, for a pickup, is ready.")]
    expected_on: Annotated[date | None, Field(description="As it stands now; null: some of it waits for stock.")]
    status: Literal["open", "kept", "missed", "withdrawn"]
    cause: Annotated[
        Literal["processing", "transit", "stock", "customer"] | None, Field(description="Why it was missed.")
    ]

    @classmethod
    def of(cls, promise: dict[str, Any]) -> Self:
        days = {name: promise[name] and date.fromisoformat(promise[name]) for name in ("promised_on", "expected_on")}
        return cls(**days, status=promise["state"], cause=promise["cause"])


class OrderLine(Schema):
    position: int
    sku: str
    title: str
    external_id: str
    quantity: int
    unit_price: Money
    discount: Money
    tax: Money
    quantities: Annotated[Quantities | None, Field(description="null: nothing to deliver.")]
    promised_on: Annotated[
        date | None,
        Field(description="The day all that waits is promised for; null: nothing waits, or no day is known."),
    ]
    delivery_promise: Annotated[
        DeliveryPromise | None, Field(description="null: not all of it has its place yet, or nothing to deliver.")
    ]


class Charge(Schema):
    kind: Literal["shipping", "fee", "adjustment"]
    title: str
    amount: Money
    tax: Money


class Payment(Schema):
    kind: str
    outcome: str
    amount: Money
    gateway: str
    reference: str
    occurred_at: AwareDatetime


class Invoice(Schema):
    number: str
    issued_on: date
    total: Money


class Order(OrderSummary):
    language: str
    terms: Literal["prepaid", "on_pickup", "invoice"]
    substitution: Consent
    tax_included: bool
    discount: Money
    tax: Money
    customer: Customer
    ship_to: Address | None
    bill_to: Address | None
    delivery: Delivery
    note: str
    tags: list[str]
    fields: Fields
    assignee: Annotated[str | None, Field(description="The e-mail of who looks after it.")]
    lines: list[OrderLine]
    charges: list[Charge]
    fulfillment_orders: list[FulfillmentOrder]
    payments: list[Payment]
    invoices: list[Invoice]


class OrderList(Listed):
    data: list[OrderSummary]
