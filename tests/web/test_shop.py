"""The company's details."""

SHOP = {
    "name": "Nordlicht",
    "legal_name": "Nordlicht GmbH",
    "email": "hello@example.com",
    "line1": "Straße 1",
    "city": "Berlin",
    "country_code": "DE",
    "language": "de",
    "time_zone": "Asia/Tokyo",
}


def test_it_saves_what_is_told_and_keeps_the_currency(log_in, db):
    client = log_in("manager")
    assert client.post("/settings/shop", data=SHOP).status_code == 303
    assert tuple(db.row("select name, legal_name, currency from db.shop")) == ("Nordlicht", "Nordlicht GmbH", "EUR")
    assert "Nordlicht" in client.get("/settings/shop").text


def test_its_time_zone_is_everybodys_who_has_no_other(log_in):
    client = log_in("manager")
    client.post("/settings/shop", data=SHOP)
    from flask_babel import get_timezone

    with client:
        client.get("/settings")
        assert str(get_timezone()) == "Asia/Tokyo"


def test_it_needs_a_name(log_in):
    answer = log_in("manager").post("/settings/shop", data={**SHOP, "name": ""})
    assert answer.status_code == 422
    assert "Please fill this in." in answer.text


def test_only_who_may_change_settings(log_in):
    assert log_in("service").get("/settings/shop").status_code == 403
    assert log_in("store").post("/settings/shop", data=SHOP).status_code == 403
