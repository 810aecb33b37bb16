"""The few words that we add to an order and that its customer reads, on the invoice: in the customer's language."""

from babel import UnknownLocaleError
from flask_babel import force_locale, gettext

from oms.db.errors import N_

SHIPPING = N_("Shipping")
ADJUSTMENT = N_("Adjustment")


def in_language(language: str, message: str) -> str:
    """A message that is marked for translation, in this language; as it is where we don't speak it."""
    try:
        with force_locale(language):
            return gettext(message)
    except (UnknownLocaleError, ValueError):
        return message
