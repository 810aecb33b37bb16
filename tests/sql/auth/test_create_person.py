"""Taking somebody on."""

import pytest

from oms.db import DomainError


def test_it_keeps_the_email_in_lower_case_and_has_no_password(db, owner):
    person_id = db.call("auth.create_person", p_email=" Bob@Example.com", p_name=" Bob ", p_role="store")
    kept = owner("select email, name, password_hash, is_active from auth.people where id = :id", id=person_id)[0]
    assert tuple(kept) == ("bob@example.com", "Bob", None, True)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"p_email": "ALICE@example.com"}, "people_email_unique"),
        ({"p_email": "nothing"}, "people_email_lower_case"),
        ({"p_name": " "}, "people_name_given"),
        ({"p_role": "king"}, "people_role_known"),
    ],
)
def test_it_refuses(db, alice, wrong, code):
    with pytest.raises(DomainError) as refused:
        db.call("auth.create_person", **({"p_email": "bob@example.com", "p_name": "Bob", "p_role": "store"} | wrong))
    assert refused.value.code == code
