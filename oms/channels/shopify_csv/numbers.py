"""Numbers as spreadsheets write them in one country or another."""

import re
from datetime import datetime

from babel.numbers import get_currency_precision

_DECORATION = re.compile(r"[^\d.,+-]")
_GROUP = 3


def decimal_text(text: str, currency: str) -> str:
    """1234.50 for both 1.234,50 € and 1,234.50. The last mark is the decimal one, unless it only groups thousands."""
    bare = _DECORATION.sub("", text)
    mark = max(",.", key=bare.rfind)
    whole, _found, decimals = bare.rpartition(mark)
    if not whole or not bare.strip(",.+-"):
        return bare or text
    is_only_mark = not {",", "."} - {mark} <= set(whole)
    looks_like_thousands = len(decimals) == _GROUP and get_currency_precision(currency) != _GROUP
    digits = whole.replace(",", "").replace(".", "")
    return (
        digits + decimals if bare.count(mark) > 1 or (looks_like_thousands and is_only_mark) else f"{digits}.{decimals}"
    )


def moment_text(text: str) -> str:
    """A moment such as 2025-10-02 17:09:34 -0300 as PostgreSQL reads it for sure; what is no such moment stays as it is."""
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M:%S %z").isoformat()
    except ValueError:
        return text
