"""inventory.claim_hold: the hold of a key, for whoever gives it for a promise."""


def test_it_finds_what_is_held(db, level):
    assert db.call("inventory.claim_hold", p_key="cart") is None
    hold_id = level.hold(4)
    assert db.call("inventory.claim_hold", p_key="cart") == hold_id


def test_it_finds_what_is_overdue_but_still_there(db, level):
    hold_id = level.hold(4, minutes=1)
    level.wait(2)
    assert db.call("inventory.claim_hold", p_key="cart") == hold_id


def test_it_finds_nothing_that_is_over(db, level):
    level.hold(4)
    db.call("inventory.release_hold", p_key="cart")
    assert db.call("inventory.claim_hold", p_key="cart") is None
