"""Whether anybody works here yet."""


def test_it_knows(db):
    assert db.call("auth.has_people") is False
    db.call("auth.create_person", p_email="alice@example.com", p_name="Alice", p_role="owner")
    assert db.call("auth.has_people") is True
