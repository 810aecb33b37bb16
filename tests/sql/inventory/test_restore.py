def test_it_undoes_a_consumption(db, level):
    claims = level.claims(3)
    db.call("inventory.reserve", p_claims=claims)
    db.call("inventory.consume", p_claims=claims, p_kind="collected", p_cause="request", p_cause_id=7)
    db.call("inventory.restore", p_claims=claims, p_cause="request", p_cause_id=7)
    assert level.figures == (10, 3)
    assert [(movement.kind, movement.quantity) for movement in level.ledger] == [
        ("returned", 3),
        ("collected", -3),
        ("received", 10),
    ]
