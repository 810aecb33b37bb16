"""At the counter: to the right person, once, and paid."""

import pytest


def wrong(code: str) -> str:
    return ("A" if code[0] != "A" else "B") + code[1:]


def test_the_page_says_what_to_check(alice, waiting):
    page = alice.get(waiting.url).text
    assert "Dora Buys" in page
    assert "A1" in page
    assert "To pay" not in page


def test_it_goes_to_who_has_the_code(alice, waiting):
    answer = alice.post(f"{waiting.url}/hand-over", data={"code": f" {waiting.code.lower()} "})
    assert (answer.status_code, answer.location) == (303, "/pickup")
    assert waiting.state == "collected"
    assert f'action="{waiting.url}/hand-over/undo"' in alice.get("/pickup").text


def test_a_wrong_code_counts(alice, waiting):
    answer = alice.post(f"{waiting.url}/hand-over", data={"code": wrong(waiting.code)})
    assert answer.status_code == 422
    assert "Wrong code. 4 tries left." in answer.text
    assert (waiting.state, waiting.pickup.failed_tries) == ("ready_for_pickup", 1)


def test_no_code_does_not_count(alice, waiting):
    assert alice.post(f"{waiting.url}/hand-over", data={"code": ""}).status_code == 422
    assert waiting.pickup.failed_tries == 0


def test_five_wrong_codes_lock_it_until_somebody_who_may_unlocks_it(alice, log_in, waiting):
    for _ in range(5):
        answer = alice.post(f"{waiting.url}/hand-over", data={"code": wrong(waiting.code)})
    assert "It is locked" in answer.text
    answer = alice.post(f"{waiting.url}/hand-over", data={"code": waiting.code})
    assert answer.status_code == 409
    assert waiting.state == "ready_for_pickup"

    assert alice.post(f"{waiting.url}/unlocking").status_code == 403
    assert waiting.pickup.failed_tries == 5
    log_in("manager").post(f"{waiting.url}/unlocking")
    assert alice.post(f"{waiting.url}/hand-over", data={"code": waiting.code}).status_code == 303
    assert waiting.state == "collected"


def test_a_photo_id_does_too(alice, waiting):
    answer = alice.post(f"{waiting.url}/hand-over/identity", data={"collected_by": "Dora Buys", "seen": "y"})
    assert answer.status_code == 303
    assert (waiting.pickup.proof, waiting.pickup.collected_by) == ("id", "Dora Buys")


@pytest.mark.parametrize("data", [{}, {"collected_by": "Dora"}, {"seen": "y"}, {"collected_by": " ", "seen": "y"}])
def test_a_photo_id_was_looked_at(alice, waiting, data):
    assert alice.post(f"{waiting.url}/hand-over/identity", data=data).status_code == 422
    assert waiting.state == "ready_for_pickup"


def test_the_second_tap_is_told(alice, waiting):
    code = waiting.code
    alice.post(f"{waiting.url}/hand-over", data={"code": code})
    answer = alice.post(f"{waiting.url}/hand-over", data={"code": code})
    assert answer.status_code == 409
    assert "waiting any more" in answer.text
    assert waiting.db.value("select on_hand from inventory.levels") == 8


def test_the_wrong_one_can_be_undone(alice, waiting):
    alice.post(f"{waiting.url}/hand-over", data={"code": waiting.code})
    answer = alice.post(f"{waiting.url}/hand-over/undo")
    assert answer.location == waiting.url
    assert waiting.state == "ready_for_pickup"


def test_it_is_too_late_to_undo_after_half_a_minute(alice, waiting, owner):
    alice.post(f"{waiting.url}/hand-over", data={"code": waiting.code})
    owner("update pickup.pickups set collected_at = collected_at - interval '31 seconds'")
    answer = alice.post(f"{waiting.url}/hand-over/undo")
    assert answer.status_code == 409
    assert waiting.state == "collected"


def test_a_step_before_it_stands_on_a_shelf_is_not_there(alice, counter):
    assert alice.post(f"{counter.url}/hand-over", data={"code": "ABC234"}).status_code == 404


def payments(counter):
    sql = "select kind, amount_minor, gateway from payments.events where payable_id = :id"
    return [tuple(event) for event in counter.db.rows(sql, id=counter.order.payable_id)]


@pytest.fixture
def owing(alice, counter):
    """Dora pays when she comes."""
    counter.place(terms="on_pickup", payments=[])
    counter.stage(alice)
    return counter


def test_what_is_owed_is_shown_and_taken(alice, owing):
    assert "€20.00" in alice.get(owing.url).text
    answer = alice.post(f"{owing.url}/hand-over", data={"code": owing.code, "means": "cash"})
    assert answer.status_code == 303
    assert payments(owing) == [("capture", 2000, "counter_cash")]
    assert owing.db.value("select payment_status from orders.orders where id = :id", id=owing.order.id) == "paid"


@pytest.mark.parametrize("means", ["", "shells"])
def test_nothing_goes_out_unpaid(alice, owing, means):
    answer = alice.post(f"{owing.url}/hand-over", data={"code": owing.code, "means": means})
    assert answer.status_code == 422
    assert "Take the money first" in answer.text
    assert owing.state == "ready_for_pickup"
    assert payments(owing) == []


def test_a_wrong_code_takes_no_money(alice, owing):
    alice.post(f"{owing.url}/hand-over", data={"code": wrong(owing.code), "means": "card"})
    assert payments(owing) == []


def test_it_is_paid_once_though_it_is_handed_over_twice(alice, owing):
    alice.post(f"{owing.url}/hand-over", data={"code": owing.code, "means": "card"})
    alice.post(f"{owing.url}/hand-over/undo")
    assert "To pay" not in alice.get(owing.url).text
    alice.post(f"{owing.url}/hand-over", data={"code": owing.code})
    assert owing.state == "collected"
    assert len(payments(owing)) == 1


def test_what_a_card_was_authorized_for_is_not_asked_again(alice, counter, log_in):
    counter.place(payments=[])
    counter.db.call(
        "orders.record_payment",
        p_order_id=counter.order.id,
        p_event={"kind": "authorize", "amount_minor": 2000, "gateway": "shop", "reference": "a-1"},
    )
    counter.stage(alice)
    assert "To pay" not in alice.get(counter.url).text
