"""inventory.expire_holds: time is up."""


def test_it_ends_what_is_overdue_and_nothing_else(db, level, assert_consistent):
    level.hold(4, "short", minutes=5)
    level.hold(3, "long", minutes=50)
    assert db.call("inventory.expire_holds") == 0
    level.wait(5)
    assert db.call("inventory.expire_holds") == 1
    assert (level.state_of("short"), level.state_of("long"), level.kept) == ("expired", "active", (3, 3))
    assert_consistent()


def test_it_ends_a_hundred_at_a_time(db, level):
    db.call("inventory.receive", **level.here, p_quantity=100)
    for number in range(101):
        level.hold(1, str(number), minutes=200 - number)
    level.wait(200)
    assert db.call("inventory.expire_holds") == 100
    assert level.state_of("0") == "active"  # which was due last
    assert [db.call("inventory.expire_holds") for _ in range(2)] == [1, 0]
    assert level.kept == (0, 0)
