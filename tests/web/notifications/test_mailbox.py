"""The mailbox: what customers were told, as they got it."""

from typing import Any

import pytest

from jobs.run import run_due
from tests.support import factories


@pytest.fixture
def mail(app: Any, db: Any) -> Any:
    """A mail that was written for a customer with a dangerous name for a product."""
    sku = factories.stocked(factories.location())
    factories.place_order(lines=[factories.line(sku, title="<script>alert(1)</script>")])
    with app.app_context():
        run_due()
    return db.row("select * from notifications.messages")


def test_it_lists_mails(log_in, mail):
    text = log_in("service").get("/mailbox").text
    assert mail.subject in text
    assert "dora@example.com" in text


def test_it_finds_mails(log_in, mail):
    client = log_in("service")
    assert mail.subject in client.get("/mailbox?q=dora").text
    assert "No mail found" in client.get("/mailbox?q=charlie").text
    assert client.get("/mailbox?q=dora", htmx=True).text.strip().startswith('<div id="message_list">')


def test_it_shows_a_mail_in_a_frame(log_in, mail):
    answer = log_in("service").get(f"/mailbox/{mail.id}")
    assert f'src="/mailbox/{mail.id}/html"' in answer.text
    assert 'sandbox="allow-popups allow-popups-to-escape-sandbox"' in answer.text
    assert "frame-src 'self'" in answer.headers["Content-Security-Policy"]


def test_nothing_runs_in_the_frame(app, log_in, mail):
    client = log_in("service")
    answer = super(type(client), client).open(f"/mailbox/{mail.id}/html")  # a mail has styles of its own
    assert "<script>" not in answer.text
    assert "&lt;script&gt;" in answer.text
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline';")
    assert "sandbox allow-popups" in policy


def test_its_links_lead_to_the_customers_page(log_in, mail):
    client = log_in("service")
    html = super(type(client), client).open(f"/mailbox/{mail.id}/html").text
    assert f"/orders/{mail.order_id}/customer-page" in html
    assert client.get(f"/orders/{mail.order_id}/customer-page").headers["Location"].startswith("/t/")


def test_it_is_not_there_for_another_number(log_in):
    client = log_in("service")
    assert client.get("/mailbox/0").status_code == 404
    assert client.get("/mailbox/0/html").status_code == 404


@pytest.mark.parametrize("path", ["/mailbox", "/mailbox/1", "/mailbox/1/html"])
def test_it_is_not_for_stores(log_in, path):
    assert log_in("store").get(path).status_code == 403
