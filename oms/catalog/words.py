"""How products are spoken of."""

from flask_babel import lazy_gettext as _l

_TAX_CLASSES = {
    "standard": _l("Standard rate"),
    "reduced": _l("Reduced rate (food, books)"),
    "exempt": _l("No tax (gift cards)"),
}


def tax_class(name: str) -> str:
    return str(_TAX_CLASSES.get(name, name))
