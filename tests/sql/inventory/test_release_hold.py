"""inventory.release_hold: what is held is available again."""


def test_it_gives_back_what_was_held(db, level, assert_consistent):
    level.hold(4)
    assert db.call("inventory.release_hold", p_key="cart") is True
    assert (level.kept, level.state_of()) == ((0, 0), "released")
    assert_consistent()


def test_it_gives_back_once(db, level):
    level.hold(4)
    db.call("inventory.release_hold", p_key="cart")
    assert db.call("inventory.release_hold", p_key="cart") is False
    assert db.call("inventory.release_hold", p_key="unknown") is False
    assert level.kept == (0, 0)


def test_it_leaves_the_promises_to_others(db, level):
    db.call("inventory.reserve", p_claims=level.claims(3))
    level.hold(4)
    db.call("inventory.release_hold", p_key="cart")
    assert level.kept == (3, 0)


def test_it_tells_the_history(db, level):
    level.hold(4)
    db.call("inventory.release_hold", p_key="cart")
    event = level.last_event()
    assert (event.type, event.data["state"], event.data["quantity"]) == ("stock.hold_ended", "released", 4)
