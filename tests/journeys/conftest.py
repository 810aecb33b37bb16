"""Nordlicht sells mugs and bowls: from a warehouse in Leipzig and a store in Berlin, and without Redis.

Alice manages, Sam takes calls, Bob packs in Leipzig, Clara runs the store in Berlin, Dora buys. Mails leave for a mail
server that takes them all; what they say and link to is what Dora gets to see.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage
from typing import Any

import pytest
from flask import Flask

from jobs.run import run_due
from oms.db import call, row, rows, value
from oms.notifications import post
from tests.support import factories
from tests.support.api import ApiClient, api_token
from tests.support.channels import channel
from tests.support.people import Hire, LogIn
from tests.support.tasks import later
from tests.support.visitor import Visitor

MUG, BOWL = "4006381333931", "4006381333948"  # their barcodes


class Company:
    """Its places, its goods, and what has become of an order."""

    def __init__(self) -> None:
        hours = {day: ["09:00", "19:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat")}
        self.leipzig = factories.location("LEIPZIG", name="Leipzig", latitude=51.3, longitude=12.4, priority=1)
        self.berlin = factories.store("BERLIN", name="Berlin Mitte", hours=hours, pickup_days=5, priority=2)
        factories.product("MUG", barcodes=[MUG], weight_grams=350)
        factories.product("BOWL", barcodes=[BOWL], weight_grams=500)
        for sku in ("MUG", "BOWL"):
            factories.stock(sku, self.leipzig, 20)
            factories.stock(sku, self.berlin, 5)
        for kind, code in (("shopify", "shop"), ("api", "market"), ("phone", "phone"), ("csv", "files")):
            channel(code, kind)

    def order(self, number: str | None = None) -> Any:
        """An order by its number; the latest where none is named."""
        found = row(
            "select * from orders.orders where number = coalesce(:number, number) order by id desc", number=number
        )
        assert found is not None
        return found

    def works(self, order: Any) -> list[Any]:
        return factories.works(order.id)

    def stock(self, sku: str, location_id: int) -> tuple[int, int]:
        """On hand and reserved."""
        found = row(
            "select l.on_hand, l.reserved from inventory.levels as l join catalog.variants as v on v.id = l.variant_id"
            " where v.sku = :sku and l.location_id = :location_id",
            sku=sku,
            location_id=location_id,
        )
        return (found.on_hand, found.reserved) if found else (0, 0)

    def invoices(self, order: Any) -> list[Any]:
        return rows("select * from invoices.invoices where order_id = :id order by id", id=order.id)


class Employ:
    """People who work here, and their shifts: whoever was away for long has to log in again."""

    def __init__(self, hire: Hire, log_in: LogIn) -> None:
        self._hire, self._log_in = hire, log_in
        self._staff: list[tuple[Visitor, int]] = []

    def __call__(self, role: str, **who: Any) -> Visitor:
        person_id = self._hire(role, **who)
        self._staff.append((Visitor(self._log_in(person_id)), person_id))
        return self._staff[-1][0]

    def again(self) -> None:
        for visitor, person_id in self._staff:
            visitor.client = self._log_in(person_id)


@pytest.fixture
def company(db: Any) -> Company:
    """On a Friday morning."""
    value("select set_config('oms.now', '2026-01-02 10:05+01', true)")
    return Company()


@pytest.fixture
def mails(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[EmailMessage]:
    """What the mail server took."""
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], smtp_url="smtp://mail.example"))
    taken: list[EmailMessage] = []
    monkeypatch.setattr(post, "deliver", lambda mail, _url: taken.append(mail))
    return taken


@pytest.fixture
def employ(hire: Hire, log_in: LogIn) -> Employ:
    return Employ(hire, log_in)


@pytest.fixture
def work(app: Flask, employ: Employ, mails: list[EmailMessage]) -> Callable[..., None]:
    """Let some time pass (nothing where none is named), and the worker do what is due."""

    def run(**passed: float) -> None:
        if passed:
            later(**passed)
            employ.again()
        with app.app_context():
            call("tasks.tick")
            run_due()
        assert value("select count(*) from tasks.tasks where state = 'dead'") == 0

    return run


@pytest.fixture
def alice(employ: Employ, company: Company) -> Visitor:
    return employ("manager", name="Alice")


@pytest.fixture
def sam(employ: Employ, company: Company) -> Visitor:
    return employ("service", name="Sam")


@pytest.fixture
def bob(employ: Employ, company: Company) -> Visitor:
    return employ("warehouse", name="Bob", locations=[company.leipzig])


@pytest.fixture
def clara(employ: Employ, company: Company) -> Visitor:
    return employ("store", name="Clara", locations=[company.berlin])


class Customer(Visitor):
    """A browser that knows nobody, and a mailbox."""

    def __init__(self, client: Any, mails: list[EmailMessage]) -> None:
        super().__init__(client)
        self.mails = mails

    @property
    def subjects(self) -> list[str]:
        return [str(mail["Subject"]) for mail in self.mails]

    def mail(self, number: int = -1) -> EmailMessage:
        return self.mails[number]

    @property
    def links(self) -> dict[str, str]:
        """Addresses on the page by their ends."""
        hrefs = [link.attrib["href"] for link in self.page.iter("a")]
        return {re.sub(r"^/t/[^/]+", "", href): href for href in hrefs}

    def words(self, number: int = -1) -> str:
        """The text of a mail."""
        body = self.mails[number].get_body(("plain",))
        assert body is not None
        return str(body.get_content())

    def follow_mail(self, number: int = -1) -> "Customer":
        """Click the link in a mail."""
        link = re.search(r"http\S+(/t/\S+)", self.words(number))
        assert link is not None
        self.open(link[1])
        assert self.status == 200
        return self


@pytest.fixture
def dora(app: Flask, mails: list[EmailMessage]) -> Customer:
    return Customer(app.test_client(), mails)


@pytest.fixture
def shop_api(app: Flask, company: Company) -> ApiClient:
    """The marketplace's software."""
    return ApiClient(app, api_token())
