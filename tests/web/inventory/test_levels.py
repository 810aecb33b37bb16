import pytest

CHANGES = [
    ("receipts", {"quantity": "5"}, (15, 3)),
    ("adjustments", {"how": "change", "quantity": "-2", "reason": "damaged", "expected": "10"}, (8, 3)),
    ("adjustments", {"how": "count", "quantity": "12", "reason": "counted", "expected": "10"}, (12, 3)),
    ("reversals?quantity=4&on_hand=10", {}, (6, 3)),
]
FORMS = ["receipts/new", "adjustments/new", "terms"]


@pytest.mark.parametrize(("what", "given", "left"), CHANGES)
def test_it_changes_the_stock_and_comes_back(bob, shelf, what, given, left):
    answer = bob.post(f"{shelf.in_london}/{what}", data=given)
    assert (answer.status_code, answer.location) == (303, shelf.url)
    assert shelf.level()[:2] == left


@pytest.mark.parametrize(("what", "given", "left"), CHANGES)
def test_it_comes_back_by_htmx_too(bob, shelf, what, given, left):
    answer = bob.post(f"{shelf.in_london}/{what}", data=given, htmx=True)
    assert answer.headers["HX-Redirect"] == shelf.url
    assert shelf.level()[:2] == left


@pytest.mark.parametrize(("what", "given", "_left"), CHANGES)
def test_it_is_for_those_who_work_there(charlie, shelf, what, given, _left):
    assert charlie.post(f"{shelf.in_london}/{what}", data=given).status_code == 404
    assert shelf.level()[:2] == (10, 3)


@pytest.mark.parametrize(("what", "given", "_left"), CHANGES)
def test_it_is_not_for_those_who_may_only_look(log_in, shelf, what, given, _left):
    assert log_in("service").post(f"{shelf.in_london}/{what}", data=given).status_code == 403
    assert shelf.level()[:2] == (10, 3)


@pytest.mark.parametrize(("what", "given", "_left"), CHANGES)
def test_it_asks_who_you_are(client, shelf, what, given, _left):
    assert client.post(f"{shelf.in_london}/{what}", data=given).status_code == 303
    assert shelf.level()[:2] == (10, 3)


@pytest.mark.parametrize("what", FORMS)
def test_it_asks_on_a_page_and_in_a_dialog(bob, shelf, what):
    assert "Bob Brown" in bob.get(f"{shelf.in_london}/{what}").text
    assert (
        bob.get(f"{shelf.in_london}/{what}", htmx=True).text.lstrip().startswith('<dialog class="dialog" id="question"')
    )


@pytest.mark.parametrize("what", FORMS)
def test_it_asks_nobody_elsewhere(charlie, log_in, shelf, what):
    assert charlie.get(f"{shelf.in_london}/{what}").status_code == 404
    assert log_in("service").get(f"{shelf.in_london}/{what}").status_code == 403


@pytest.mark.parametrize(
    ("what", "given"),
    [
        ("receipts", {"quantity": ""}),
        ("receipts", {"quantity": "0"}),
        ("receipts", {"quantity": "1.5"}),
        ("receipts", {"quantity": "99999999999"}),
        ("adjustments", {"how": "change", "quantity": "0", "reason": "counted", "expected": "10"}),
        ("adjustments", {"how": "change", "quantity": "-1", "reason": "because", "expected": "10"}),
        ("terms", {"safety": "-1", "bin": ""}),
        ("terms", {"safety": "", "bin": ""}),
    ],
)
def test_it_says_what_is_wrong_beside_its_field(bob, shelf, what, given):
    answer = bob.post(f"{shelf.in_london}/{what}", data=given)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert shelf.level() == (10, 3, 0, 0, "")


@pytest.mark.parametrize("number", ["2147483648", "9999999999", "9223372036854775808"])
def test_a_number_that_no_function_takes_is_not_understood(bob, shelf, number):
    counted = {"how": "count", "quantity": "9", "reason": "counted", "expected": number}
    assert bob.post(f"{shelf.in_london}/adjustments", data=counted).status_code == 400
    assert shelf.level().on_hand == 10


def test_it_refuses_a_count_of_stock_that_has_changed_since(bob, shelf):
    counted = {"how": "count", "quantity": "9", "reason": "counted", "expected": "11"}
    answer = bob.post(f"{shelf.in_london}/adjustments", data=counted)
    assert answer.status_code == 409
    assert "you saw 11, now there are 10" in answer.text
    assert 'name="expected" type="hidden" value="10"' in answer.text
    assert shelf.level().on_hand == 10


def test_it_never_takes_what_is_promised(bob, shelf):
    counted = {"how": "count", "quantity": "2", "reason": "counted", "expected": "10"}
    answer = bob.post(f"{shelf.in_london}/adjustments", data=counted)
    assert answer.status_code == 422
    assert "promised to an order" in answer.text
    assert shelf.level()[:2] == (10, 3)


def test_it_sets_the_terms(bob, shelf):
    answer = bob.post(f"{shelf.in_london}/terms", data={"safety": "2", "bin": " A-01 "})
    assert answer.location == shelf.url
    assert shelf.level() == (10, 3, 2, 0, "A-01")


def test_it_offers_to_undo(bob, shelf):
    bob.post(f"{shelf.in_london}/receipts", data={"quantity": "5"})
    assert f"{shelf.in_london}/reversals?quantity=5&amp;on_hand=15" in bob.get(shelf.url).text


def test_it_undoes_nothing_that_has_moved_since(bob, shelf):
    assert bob.post(f"{shelf.in_london}/reversals?quantity=5&on_hand=15").status_code == 409
    assert shelf.level()[:2] == (10, 3)


def test_it_receives_where_there_never_was_any(alice, shelf, db):
    elsewhere = db.call(
        "inventory.save_location",
        p_location={
            "code": "YORK",
            "name": "York",
            "kind": "store",
            "time_zone": "Europe/London",
            "country_code": "GB",
        },
    )
    alice.post(f"{shelf.url}/{elsewhere}/receipts", data={"quantity": "5"})
    assert shelf.level(elsewhere).on_hand == 5


def test_it_knows_no_other_place(alice, shelf):
    assert alice.post(f"{shelf.url}/99999/receipts", data={"quantity": "5"}).status_code == 404
    assert alice.post(f"/stock/99999/{shelf.london}/receipts", data={"quantity": "5"}).status_code == 404


def test_it_receives_once_what_is_sent_twice(bob, shelf):
    page = bob.get(f"{shelf.in_london}/receipts/new").text
    key = page.split('name="once"')[1].split('value="')[1].split('"')[0]
    for _ in range(2):
        bob.post(f"{shelf.in_london}/receipts", data={"quantity": "5", "once": key})
    assert shelf.level().on_hand == 15
