"""The phone-order form kept for later, and opened again."""

from typing import Any

from sqlalchemy import Row

from oms.channels.phone.form import PhoneOrderForm
from oms.channels.phone.orders import checked
from oms.db import DomainError, call


def save(form: PhoneOrderForm) -> int | None:
    """Keep what is in the form, whole or not; the draft's id. None, with the reason in the form, where that is refused."""
    answer = checked(form)
    draft = {
        "key": form.once.data,
        "form": form.typed,
        "order": answer["order"],
        "total_minor": (answer["totals"] or {}).get("total_minor"),
    }
    try:
        return int(call("orders.save_draft", p_draft=draft, p_version=form.draft.data or 0))
    except DomainError as error:
        form.refuse(error)
        return None


def opened(channels: list[Any], draft: Row[Any]) -> PhoneOrderForm:
    """A draft in its form, as it was left."""
    form = PhoneOrderForm(channels, data={**draft.form, "once": draft.key, "draft": draft.version})
    form.show_unread()
    return form
