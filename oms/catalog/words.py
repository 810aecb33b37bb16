"""How products are spoken of."""

from flask_babel import lazy_gettext as _l

_TAX_CLASSES = {
    "standard": _l("Standard rate"),
    "reduced": _l("Reduced rate (food, books)"),
    "exempt": _l("No tax (gift cards)"),
}
SUBSTITUTE_PRICES = {
    "cheaper": _l("The lower of what was ordered and its own"),
    "ordered": _l("What was ordered"),
    "own": _l("Its own (more only with the customer's consent)"),
}


def tax_class(name: str) -> str:
    return str(_TAX_CLASSES.get(name, name))
