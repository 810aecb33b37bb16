"""Jobs of notifications: each mail is written in its reader's language and sent once."""

import smtplib
from dataclasses import replace
from email.message import EmailMessage
from typing import Any

import pytest
from flask import current_app

from jobs.run import run_due
from oms.notifications import post
from oms.pickup import codes
from oms.tracking import links
from tests.support import factories
from tests.support.tasks import later


@pytest.fixture(autouse=True)
def _in_app(app: Any) -> Any:
    with app.app_context():
        yield


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[EmailMessage]:
    """Mails that a mail server took."""
    settings = current_app.config["SETTINGS"]
    monkeypatch.setitem(current_app.config, "SETTINGS", replace(settings, smtp_url="smtp://mail.example"))
    mails: list[EmailMessage] = []
    monkeypatch.setattr(post, "deliver", lambda mail, _url: mails.append(mail))
    return mails


def answer(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """The mail server answers with an error."""

    def deliver(_mail: EmailMessage, _url: str) -> None:
        raise error

    monkeypatch.setattr(post, "deliver", deliver)


def message(db: Any, kind: str = "order.placed") -> Any:
    return db.row("select * from notifications.messages where kind = :kind", kind=kind)


def staged(db: Any) -> Any:
    """A pickup that waits; its code."""
    store = factories.store(name="Mitte", hours={"mon": ["09:00", "18:00"]}, line1="Rosenthaler Str. 40")
    work = factories.works(factories.place_pickup(store).id)[0]
    db.call("pickup.save_shelf", p_location_id=store, p_code="SHELF-9")
    factories.pick(work.id)
    nonce = codes.new_nonce()
    code = codes.code_of(current_app.config["SECRET_KEY"], nonce)
    given = {"p_nonce": nonce, "p_code_hash": codes.hash_of(nonce, code)}
    db.call("pickup.stage", p_order_id=work.id, p_shelf="SHELF-9", **given)
    later(seconds=21)
    return code


def body(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_without_a_mail_server_it_arrives_in_the_mailbox(db: Any) -> None:
    factories.place_order(name="#77")
    run_due()
    found = message(db)
    assert (found.state, found.subject) == ("sent", "Thank you for your order #77")
    assert "<h1>Thank you for your order</h1>" in found.body_html
    assert found.body_text.startswith("Thank you for your order\n")


def test_it_is_sent_as_text_and_html_with_the_link(db: Any, sent: list[EmailMessage]) -> None:
    order = factories.place_order()
    run_due()
    (mail,) = sent
    token = links.token_for(order.id, current_app.config["SECRET_KEY"])
    assert mail["To"] == "dora@example.com"
    assert f"/t/{token}" in body(mail, "plain")
    assert f'/t/{token}"' in body(mail, "html")


def test_links_and_codes_are_not_stored(db: Any, sent: list[EmailMessage]) -> None:
    code = staged(db)
    run_due()
    stored = db.rows("select subject || body_text || body_html as words from notifications.messages")
    token = links.token_for(message(db).order_id, current_app.config["SECRET_KEY"])
    assert not [found for found in stored if code in found.words or token in found.words]
    assert code in body(sent[-1], "plain")


def test_who_collects_is_told_where_when_and_the_code_but_not_the_shelf(db: Any, sent: list[EmailMessage]) -> None:
    code = staged(db)
    run_due()
    html = body(sent[-1], "html")
    assert [word for word in (code, "Mitte", "Rosenthaler Str. 40", "9:00") if word not in html] == []
    assert "SHELF-9" not in html + body(sent[-1], "plain")


def test_who_was_called_too_early_is_not_told(db: Any) -> None:
    staged(db)
    db.call("pickup.unstage", p_pickup_id=db.value("select id from pickup.pickups"))
    run_due()
    assert (message(db, "pickup.ready").state, message(db, "pickup.ready").subject) == ("skipped", "")


def test_that_it_is_ready_is_told_when_it_can_no_longer_be_taken_back(db: Any) -> None:
    staged(db)
    later(seconds=-10)
    run_due()
    assert message(db, "pickup.ready").state == "queued"


def test_somebody_of_the_team_is_told_in_their_language_and_led_to_the_order(
    db: Any, hire: Any, sent: list[EmailMessage]
) -> None:
    bob = hire(email="bob@example.com", language="de")
    order = factories.place_order()
    data = {"text": "Look <at> it", "rule": "Big orders"}
    about = {"p_order_id": order.id, "p_person_id": bob, "p_kind": "automation.told", "p_data": data}
    db.call("notifications.tell", **about, p_key="told:1")
    run_due()
    (mail,) = (mail for mail in sent if mail["To"] == "bob@example.com")
    assert (mail["Subject"].endswith(f"{order.number}: Big orders"), mail["Content-Language"]) == (True, "de")
    base_url = current_app.config["SETTINGS"].base_url
    assert f"{base_url}/orders/{order.number}\n" in body(mail, "plain")
    assert "Look &lt;at&gt; it" in body(mail, "html")
    for text in (body(mail, "plain"), body(mail, "html")):
        assert "/t/" not in text


def test_an_invoice_comes_with_its_mail(db: Any, sent: list[EmailMessage]) -> None:
    factories.ship(factories.works(factories.place_order().id)[0].id)
    run_due()
    (mail,) = [mail for mail in sent if str(mail["Subject"]).startswith("Invoice")]
    (attachment,) = mail.iter_attachments()
    assert attachment.get_filename() == f"{db.value('select number from invoices.invoices')}.pdf"
    assert attachment.get_content() == b"%PDF 1"


def test_a_mail_server_that_does_not_answer_is_asked_later(db: Any, sent: Any, monkeypatch: Any) -> None:
    factories.place_order()
    answer(monkeypatch, ConnectionRefusedError())
    run_due()
    assert message(db).state == "queued"
    monkeypatch.setattr(post, "deliver", lambda mail, _url: sent.append(mail))
    later(hours=1)
    run_due()
    assert (message(db).state, len(sent)) == ("sent", 1)


def test_a_mail_that_is_tried_again_is_the_same_mail(db: Any, sent: Any, monkeypatch: Any) -> None:
    factories.place_order()
    tried: list[EmailMessage] = []

    def lose(mail: EmailMessage, _url: str) -> None:
        tried.append(mail)
        raise smtplib.SMTPServerDisconnected

    monkeypatch.setattr(post, "deliver", lose)
    for _ in range(2):
        run_due()
        later(hours=1)
    first, second = tried
    assert first.as_string().replace(first.get_boundary(), "") == second.as_string().replace(second.get_boundary(), "")


def test_an_address_that_is_refused_is_not_tried_again(db: Any, sent: Any, monkeypatch: Any) -> None:
    factories.place_order()
    answer(monkeypatch, post.RefusedError())
    run_due()
    assert message(db).state == "failed"


@pytest.mark.parametrize("address", ["dora@example.com\r\nBcc: everybody@example.com", "dora@example.com\nX: y"])
def test_an_address_cannot_add_headers(db: Any, sent: list[EmailMessage], address: str) -> None:
    factories.place_order(customer={"email": address, "name": "Dora"})
    run_due()
    assert sent == []
    assert message(db).state == "failed"


@pytest.mark.parametrize("language", ["de", "pt_BR", "ar", "ja", "tlh"])
def test_every_kind_can_be_written_in_every_language(db: Any, language: str) -> None:
    store = factories.store(hours={"mon": ["09:00", "18:00"]})
    order = factories.place_pickup(store, language=language)
    for kind in (
        "order.placed",
        "order.canceled",
        "order.lines_canceled",
        "order.edited",
        "order.customer_asked",
        "fulfillment.shipped",
        "tracking.out_for_delivery",
        "tracking.delivered",
        "invoice.issued",
    ):
        data = {"number": "INV-1", "kind": kind, "lines": [{"title": "Mug", "quantity": 2}]}
        db.call("history.record", p_subject="order", p_subject_id=order.id, p_type=kind, p_data=data)
    run_due()
    written = db.rows("select kind, language, subject, state from notifications.messages")
    assert len(written) >= 8
    assert {found.state for found in written} == {"sent"}
    assert {found.language for found in written} == {"en" if language == "tlh" else language}
