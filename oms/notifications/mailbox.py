"""The mailbox: every mail there is, as its reader gets it."""

from typing import Any

from flask import url_for
from sqlalchemy import Row

from oms.db import rows
from oms.notifications import letters

PAGE = 50
_LONGEST = 100


def page(words: str, before: int | None) -> list[Row[Any]]:
    """Mails, newest first, from before this id on; one more than a page where there is another page."""
    text = words.strip()[:_LONGEST]
    escaped = text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return rows(
        """
        select m.id, m.kind, m.recipient, m.language, m.subject, m.state, m.created_at, m.sent_at, o.number as order_number
        from notifications.messages as m join orders.orders as o on o.id = m.order_id
        where m.id < coalesce(:before, 9223372036854775807)
            and (:text = '' or o.number = :text or o.external_name = :text
                 or m.recipient ilike :like or m.subject ilike :like)
        order by m.id desc limit :most
        """,
        text=text,
        like=f"%{escaped}%",
        before=before,
        most=PAGE + 1,
    )


def bodies(message: Row[Any], secret_key: str) -> tuple[str, str]:
    """A mail's text and HTML, with links and codes in their places. A customer's link leads by way of us, so that it stays secret."""
    if letters.is_to_the_team(message):
        link = url_for("orders.show", number=message.order_number, _external=True)
    else:
        link = url_for("tracking.customer_page", order_id=message.order_id, _external=True)
    code = letters.code_for(message, secret_key)
    return letters.filled_in(message.body_text, link, code), letters.filled_in(message.body_html, link, code)
