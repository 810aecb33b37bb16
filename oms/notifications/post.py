"""The way out: one mail by SMTP. Sent twice it has the same Message-ID and date, so that it is one mail to its reader."""

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from typing import Any
from urllib.parse import unquote, urlsplit

from sqlalchemy import Row

SECONDS = 20  # until a server counts as not answering
PERMANENT = 500  # SMTP codes from here on mean: never


class RefusedError(Exception):
    """The server will never take this mail."""


def compose(message: Row[Any], shop: Row[Any], host: str, text: str, html: str) -> EmailMessage:
    """A stored message as a mail, its links and codes filled in."""
    mail = EmailMessage()
    try:
        mail["From"] = formataddr((shop.name, shop.email))
        mail["To"] = message.recipient
        mail["Subject"] = message.subject
    except ValueError as error:  # an address with a line break in it, or none at all
        raise RefusedError from error
    mail["Date"] = format_datetime(message.created_at)
    mail["Message-ID"] = f"<message-{message.id}-{int(message.created_at.timestamp())}@{host}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(text)
    mail.add_alternative(html, subtype="html")
    mail["Content-Language"] = message.language.replace("_", "-")  # last: new content takes such headers away
    return mail


def deliver(mail: EmailMessage, smtp_url: str) -> None:
    """Hand a mail to the server. Raises RefusedError; OSError or SMTPException where trying later may help."""
    server = urlsplit(smtp_url)
    context = ssl.create_default_context()
    with _connect(server.scheme, server.hostname or "localhost", server.port, context) as connection:
        connection.ehlo()
        if server.scheme == "smtp" and connection.has_extn("starttls"):
            connection.starttls(context=context)
        if server.username:
            connection.login(unquote(server.username), unquote(server.password or ""))
        try:
            connection.send_message(mail)
        except smtplib.SMTPRecipientsRefused as error:
            if all(code >= PERMANENT for code, _reason in error.recipients.values()):
                raise RefusedError from error
            raise
        except smtplib.SMTPDataError as error:
            if error.smtp_code >= PERMANENT:
                raise RefusedError from error
            raise


def _connect(scheme: str, host: str, port: int | None, context: ssl.SSLContext) -> smtplib.SMTP:
    if scheme == "smtps":
        return smtplib.SMTP_SSL(host, port or 465, timeout=SECONDS, context=context)
    return smtplib.SMTP(host, port or 587, timeout=SECONDS)
