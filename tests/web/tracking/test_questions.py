"""The customer is asked whether something else may be sent, and answers."""

import re

import pytest

from tests.support import factories
from tests.support.substitutes import ask, waiting


@pytest.fixture
def order(db):
    return waiting()


@pytest.fixture
def address(order, link):
    return link(order)


def test_it_asks_with_the_price(client, order, address):
    assert "May we send something else?" not in client.get(address).text
    question_id = ask(order)
    page = client.get(address).text
    assert "Product BLUE" in page
    assert re.search(r"It costs .*4.00.* more", page)
    assert f"{address}/questions/{question_id}" in page


def test_yes_sends_it(client, order, address):
    answer = client.post(f"{address}/questions/{ask(order)}", data={"answer": "yes"})
    assert (answer.status_code, answer.headers["Location"]) == (303, address)
    page = client.get(address).text
    assert "instead of Product RED" in page
    assert "May we send something else?" not in page


@pytest.mark.parametrize("data", [{"answer": "no"}, {}])
def test_anything_else_is_no(client, order, address, db, data):
    client.post(f"{address}/questions/{ask(order)}", data=data)
    assert db.value("select state from orders.questions") == "declined"
    assert "May we send something else?" not in client.get(address).text


def test_it_is_answered_once(client, order, address):
    url = f"{address}/questions/{ask(order)}"
    client.post(url, data={"answer": "yes"})
    again = client.post(url, data={"answer": "no"})
    assert again.status_code == 409
    assert "You have answered already" in again.text
    assert "instead of Product RED" in again.text


def test_what_is_gone_is_asked_no_more(client, order, address):
    question_id = ask(order)
    factories.place_order(lines=[factories.line("BLUE", 5)])
    assert "May we send something else?" not in client.get(address).text
    assert client.post(f"{address}/questions/{question_id}", data={"answer": "yes"}).status_code == 409


def test_nobody_answers_for_another(client, order, link, db):
    question_id = ask(order)
    another = link(factories.place_order())
    assert client.post(f"{another}/questions/{question_id}", data={"answer": "yes"}).status_code == 409
    assert client.post(f"/t/{'A' * 27}/questions/{question_id}", data={"answer": "yes"}).status_code == 404
    assert db.value("select state from orders.questions") == "asked"


def test_no_other_site_can_answer(client, order, address, db):
    url = f"{address}/questions/{ask(order)}"
    assert client.post(url, data={"answer": "yes"}, csrf=False).status_code == 400
    assert db.value("select state from orders.questions") == "asked"
