"""OMS Post, the carrier for trying things out."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from oms.fulfillment.carriers import CarrierError, Parcel, Place, Shipment
from oms.fulfillment.carriers.simulator import OmsPost, numbers, rates
from oms.fulfillment.carriers.simulator.journey import journey

HERE = Place("Nordlicht", "Messe-Allee 1", "04356", "Leipzig", "DE")
POST = OmsPost(is_demo=False)


def parcel(country_code: str = "DE", grams: int = 1200, name: str = "Dora Buys") -> Parcel:
    there = Place(name, "Hauptstr. 1", "10115", "Berlin", country_code)
    return Parcel(7, "1042-1", grams, HERE, there, date(2026, 11, 21))  # a Saturday


def shipment(number: str, days: int = 2, *, is_abroad: bool = False) -> Shipment:
    at = datetime(2026, 11, 23, 16, tzinfo=UTC)
    return Shipment(number, at, at.date() + timedelta(days=days), "Leipzig", "Berlin", is_abroad)


def test_it_is_dearer_and_slower_abroad():
    home, union, world = (POST.services(parcel(code))[0] for code in ("DE", "FR", "US"))
    assert home.price_minor < union.price_minor < world.price_minor
    assert home.expected_on < union.expected_on < world.expected_on


def test_it_does_not_deliver_on_sundays():
    assert rates.arrival(date(2026, 11, 21), 1) == date(2026, 11, 23)


def test_it_takes_as_long_as_a_new_shop_promises(db):
    promised = [rate.transit_days for rate in db.rows("select transit_days from routing.rates order by id")]
    assert promised == [rates.ZONES[zone][0].days for zone in ("domestic", "union", "world")]


@given(st.integers(1, 10**6))
def test_it_does_not_come_again_on_a_sunday(package_id):
    number = numbers.number_of(package_id, "DE", is_demo=False)
    sent = Shipment(
        number, datetime(2026, 11, 26, 16, tzinfo=UTC), date(2026, 11, 28), "Leipzig", "Berlin", is_abroad=False
    )
    assert journey(sent)[-1].occurred_at.weekday() != 6


def test_it_does_not_carry_everything():
    assert POST.services(parcel(grams=40_000)) == []
    with pytest.raises(CarrierError):
        POST.buy_label(parcel(grams=40_000), "standard")


@pytest.mark.parametrize(
    "name",
    [
        "أمل الحسيني",
        "Żółć " * 40,
        *[pytest.param(name, marks=pytest.mark.slow) for name in ("Dora Buys", "田中 美咲", "<script>")],
    ],
)
def test_its_label_is_one_page_for_a_label_printer(on_paper, name):
    label = POST.buy_label(parcel(name=name), "express")
    (sheet,) = PdfReader(BytesIO(label.pdf)).pages
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (283, 425)  # 100 x 150 mm in points
    assert label.tracking_number[2:10] in sheet.extract_text().replace(" ", "")


def test_the_same_package_has_the_same_number(monkeypatch):
    monkeypatch.setattr("oms.fulfillment.carriers.simulator.label.print_pdf", lambda html: html.encode())
    first, second = POST.buy_label(parcel(), "standard"), POST.buy_label(parcel(), "standard")
    assert first == second


@given(st.sets(st.integers(1, 10**8 - 1), min_size=2, max_size=2))
def test_no_two_packages_have_the_same_number(package_ids):
    made = {numbers.number_of(package_id, "DE", is_demo=False) for package_id in package_ids}
    assert len(made) == 2
    assert all(number[10] == str(numbers.check_digit(number[2:10])) for number in made)


@pytest.mark.parametrize("digits", ["473124829", "123456785", "000000005"])
def test_its_check_digit_is_that_of_all_postal_services(digits):
    assert str(numbers.check_digit(digits[:8])) == digits[8]


@given(st.integers(1, 10**6), st.integers(1, 9), st.booleans())
def test_every_journey_ends_at_the_door_in_order(package_id, days, is_abroad):
    number = numbers.number_of(package_id, "DE", is_demo=False)
    facts = journey(shipment(number, days, is_abroad=is_abroad))
    assert facts[-1].status == "delivered"
    assert [fact.status for fact in facts].count("delivered") == 1
    assert facts == sorted(facts, key=lambda fact: fact.occurred_at)
    assert facts[-1].occurred_at - shipment(number).handed_over_at < timedelta(days=days + 2)


def test_it_tells_what_has_happened_so_far_and_the_same_each_time():
    sent = shipment(numbers.number_of(7, "DE", is_demo=False))
    assert POST.track(sent, sent.handed_over_at) == []
    after_a_day = POST.track(sent, sent.handed_over_at + timedelta(days=1))
    assert [fact.status for fact in after_a_day] == ["in_transit", "in_transit"]
    assert POST.track(sent, sent.handed_over_at + timedelta(days=9))[:2] == after_a_day


def test_a_day_of_the_demo_is_a_minute():
    sent = shipment(numbers.number_of(7, "DE", is_demo=True))
    assert POST.track(sent, sent.handed_over_at + timedelta(minutes=4))[-1].status == "delivered"


def test_it_knows_nothing_of_the_parcels_of_others():
    sent = shipment("00340434161094042557")
    assert POST.track(sent, sent.handed_over_at + timedelta(days=9)) == []
