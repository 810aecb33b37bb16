"""pickup.hand_over: to the right person, once."""

import pytest


def test_it_gives_it_to_who_has_the_code(db, waiting):
    assert waiting.hand_over() is True
    assert waiting.state == "collected"
    assert (waiting.row.proof, waiting.row.collected_by) == ("code", "Dora Buys")
    assert waiting.level == (8, 0)
    assert db.rows("select shipped, delivered from demand.lines") == [(2, 2)]
    assert waiting.events()[-2:] == ["fulfillment.collected", "pickup.collected"]


def test_it_gives_it_to_who_shows_an_identity_document(waiting):
    assert waiting.hand_over("WRONG2", proof="id") is True
    assert waiting.row.proof == "id"


def test_it_counts_wrong_codes(waiting):
    assert waiting.hand_over("WRONG2") is False
    assert (waiting.row.failed_tries, waiting.state) == (1, "ready_for_pickup")
    assert waiting.events()[-1] == "pickup.wrong_code"
    assert waiting.level == (10, 2)


def test_it_forgets_them_with_the_right_one(waiting):
    waiting.hand_over("WRONG2")
    assert waiting.hand_over() is True
    assert waiting.row.failed_tries == 0


def test_it_locks_after_five_wrong_codes(waiting, refusal):
    for _ in range(5):
        assert waiting.hand_over("WRONG2") is False
    assert refusal(waiting.hand_over) == "OM602"
    assert waiting.state == "ready_for_pickup"
    assert waiting.row.failed_tries == 5
    assert waiting.hand_over(proof="id") is True


def test_it_refuses_no_code(waiting):
    sent = {"p_pickup_id": waiting.id, "p_proof": "code", "p_code_hash": None, "p_collected_by": ""}
    assert waiting.db.call("pickup.hand_over", **sent) is False


@pytest.mark.parametrize("proof", ["face", None])
def test_it_refuses_a_proof_nobody_knows(waiting, refusal, proof):
    assert refusal(waiting.hand_over, proof=proof) in {"pickups_proof_known", "pickups_collected_with_proof"}
    assert waiting.level == (10, 2)


def test_it_refuses_the_second_time(waiting, refusal):
    waiting.hand_over()
    assert refusal(waiting.hand_over) == "OM604"
    assert refusal(waiting.hand_over, "WRONG2") == "OM604"
    assert (waiting.level, waiting.row.failed_tries) == ((8, 0), 0)


def test_it_refuses_what_is_back_in_stock(waiting, refusal):
    waiting.db.call("pickup.return_to_stock", p_pickup_id=waiting.id)
    assert refusal(waiting.hand_over) == "OM604"
    assert waiting.level == (10, 0)


def test_it_refuses_what_is_on_hold(db, waiting, refusal):
    db.call("orders.hold", p_order_id=waiting.order.id, p_reason="fraud")
    assert refusal(waiting.hand_over) == "OM520"
    assert waiting.level == (10, 2)


def test_it_refuses_somebody_from_elsewhere(waiting, refusal, stranger):
    with stranger:
        assert refusal(waiting.hand_over) == "OM403"
        assert refusal(waiting.hand_over, "WRONG2") == "OM403"
    assert (waiting.state, waiting.row.failed_tries) == ("ready_for_pickup", 0)
