import pytest

from tests.support import factories

LEEDS = {
    "name": "Leeds Arcade",
    "kind": "store",
    "country_code": "GB",
    "time_zone": "Europe/London",
    "priority": "50",
    "pickup_days": "5",
    "offers_pickup": "y",
    "is_active": "y",
    "mon-opens": "09:00",
    "mon-closes": "18:00",
}


def place(db, code):
    return db.row("select * from inventory.locations where code = :code", code=code)


def test_it_lists_them(alice):
    page = alice.get("/settings/locations").text
    assert "LONDON" in page
    assert "Leeds" in page


def test_it_tells_a_new_shop_what_to_do(log_in):
    assert "No locations yet" in log_in("owner").get("/settings/locations").text


def test_it_adds_one(alice, db):
    answer = alice.post(
        "/settings/locations/new", data=LEEDS | {"code": "ARCADE", "latitude": "53.8", "longitude": "-1.54"}
    )
    assert (answer.status_code, answer.location) == (303, "/settings/locations")
    made = place(db, "ARCADE")
    assert (made.name, made.ships, made.offers_pickup, made.pickup_days) == ("Leeds Arcade", False, True, 5)
    assert made.hours == {"mon": ["09:00", "18:00"]}
    assert float(made.latitude) == 53.8


def test_it_shows_and_changes_one(alice, db):
    alice.post("/settings/locations/LEEDS", data=LEEDS)
    page = alice.get("/settings/locations/LEEDS").text
    assert 'value="Leeds Arcade"' in page
    assert 'value="09:00"' in page
    alice.post("/settings/locations/LEEDS", data={name: given for name, given in LEEDS.items() if name != "is_active"})
    assert place(db, "LEEDS").is_active is False


@pytest.mark.parametrize(
    "given",
    [
        {"name": ""},
        {"kind": "garage"},
        {"time_zone": "Mars/Olympus"},
        {"pickup_days": "0"},
        {"priority": "high"},
        {"latitude": "91"},
        {"mon-closes": "08:00"},
        {"mon-closes": ""},
        {"code": "leeds 1"},
        {"code": "LONDON"},
    ],
)
def test_it_says_what_is_wrong_beside_its_field(alice, db, given):
    answer = alice.post("/settings/locations/new", data=LEEDS | {"code": "ARCADE"} | given)
    assert answer.status_code == 422
    assert 'class="mistake"' in answer.text
    assert place(db, "ARCADE") is None
    assert place(db, "LONDON").name == "London"


def test_it_knows_no_other(alice):
    assert alice.get("/settings/locations/YORK").status_code == 404


@pytest.mark.parametrize("path", ["", "/new", "/LONDON"])
def test_it_is_for_those_who_manage(bob, client, path):
    assert bob.get(f"/settings/locations{path}").status_code == 403
    assert client.get(f"/settings/locations{path}").status_code == 303


def test_it_says_how_accurate_its_shelves_are(log_in, db):
    here = factories.location("HERE")
    owner = log_in("owner")
    assert "units it was asked for" not in owner.get("/settings/locations/HERE").text
    factories.ship(factories.works(factories.place_order(at=here).id)[0].id)
    db.call("routing.measure_accuracies")
    assert "it found 1 of 1 units it was asked for, 100%." in owner.get("/settings/locations/HERE").text
