"""Work for notifications: find the words of a mail, and send it."""

import smtplib
from email.message import EmailMessage
from typing import Any
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import Row

from jobs.run import NotNow, finishing
from oms.db import call
from oms.invoices import pdf
from oms.notifications import letters, post, queries
from oms.settings import Settings
from oms.tracking import links


def send(args: dict[str, Any]) -> None:
    """Write a queued message and send it. Without a mail server the mailbox page is where it arrives."""
    settings: Settings = current_app.config["SETTINGS"]
    message = _written(args["message_id"])
    if message is None or message.state != "queued":
        return
    state = "sent" if letters.is_still_so(message) else "skipped"
    if state == "sent" and settings.smtp_url:
        try:
            post.deliver(_mail(message, settings), settings.smtp_url)
        except post.RefusedError:
            state = "failed"
        except (OSError, smtplib.SMTPException) as error:
            raise NotNow(f"The mail server does not answer ({type(error).__name__}).") from error
    with finishing():
        call("notifications.mark", p_message_id=message.id, p_state=state)


def _written(message_id: int) -> Row[Any] | None:
    """The message with its words, which are found the first time."""
    message = queries.message(message_id)
    if message is None or message.subject or not letters.is_still_so(message):
        return message
    letter = letters.write(message)
    call(
        "notifications.write",
        p_message_id=message_id,
        p_language=letter.language,
        p_subject=letter.subject,
        p_body_text=letter.text,
        p_body_html=letter.html,
    )
    return queries.message(message_id)


def _mail(message: Row[Any], settings: Settings) -> EmailMessage:
    code = letters.code_for(message, settings.secret_key)
    bodies = (
        letters.filled_in(body, _link(message, settings), code) for body in (message.body_text, message.body_html)
    )
    mail = post.compose(message, queries.shop(), urlsplit(settings.base_url).hostname or "localhost", *bodies)
    document = pdf.document_of(message.data["invoice_id"]) if "invoice_id" in message.data else None
    if document is not None:
        mail.add_attachment(bytes(document.pdf), maintype="application", subtype="pdf", filename=document.name)
    return mail


def _link(message: Row[Any], settings: Settings) -> str:
    if letters.is_to_the_team(message):
        return f"{settings.base_url}/orders/{message.order_number}"
    return f"{settings.base_url}/t/{links.token_for(message.order_id, settings.secret_key)}"
