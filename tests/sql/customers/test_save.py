import pytest


def customer(db, customer_id):
    return db.row("select email, name, phone, language from customers.customers where id = :id", id=customer_id)


def test_it_makes_a_customer(db):
    made = db.call("customers.save", p_customer={"email": " Dora@Example.com ", "name": "Dora", "language": "ar"})
    assert customer(db, made) == ("dora@example.com", "Dora", "", "ar")


def test_it_finds_the_customer_by_email(db):
    first = db.call("customers.save", p_customer={"email": "dora@example.com", "name": "Dora"})
    again = db.call("customers.save", p_customer={"email": "DORA@example.com", "name": "Somebody else"})
    assert again == first
    assert customer(db, first).name == "Dora"


def test_it_fills_what_was_empty(db):
    first = db.call("customers.save", p_customer={"email": "dora@example.com"})
    db.call("customers.save", p_customer={"email": "dora@example.com", "name": "Dora", "phone": "123"})
    assert customer(db, first) == ("dora@example.com", "Dora", "123", "en")


def test_it_takes_people_without_email_for_different_ones(db):
    assert db.call("customers.save", p_customer={"name": "Dora"}) != db.call(
        "customers.save", p_customer={"name": "Dora"}
    )


@pytest.mark.parametrize("given", [{}, {"email": ""}, {"email": "  ", "language": "de"}])
def test_it_makes_nobody_of_nothing(db, given):
    assert db.call("customers.save", p_customer=given) is None
    assert db.value("select count(*) from customers.customers") == 0
