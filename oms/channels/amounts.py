"""Amounts as channels write them, in minor units; and sharing an amount out so that not a cent is lost."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from babel.numbers import get_currency_precision

_DIGITS_MAX = 15


def minor(amount: Any, currency: str) -> int | str:
    """1230 for 12.30 EUR. What is no exact amount comes back as it is: quarantine shows it beside its field."""
    try:
        exact = Decimal(str(amount)).scaleb(get_currency_precision(currency))
        is_amount = exact.is_finite() and exact.adjusted() < _DIGITS_MAX and exact == exact.to_integral_value()
    except ArithmeticError:
        is_amount = False
    return int(exact) if is_amount else str(amount)


def known(*amounts: int | str | None) -> int:
    """The sum of what could be read."""
    return sum(amount for amount in amounts if isinstance(amount, int))


def spread(amount: int, weights: Sequence[int]) -> list[int]:
    """Share an amount out by weight, exactly: as db.spread does, largest remainder first, ties to the first."""
    total = sum(weights)
    shares = [Fraction(amount * weight, total) if total else Fraction(amount, len(weights)) for weight in weights]
    whole = [share.__floor__() for share in shares]
    by_remainder = sorted(range(len(weights)), key=lambda index: (whole[index] - shares[index], index))
    for index in by_remainder[: amount - sum(whole)]:
        whole[index] += 1
    return whole
