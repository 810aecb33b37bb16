"""Tracking numbers of the form that postal services agreed on (UPU S10): two letters, eight digits, a check digit, a country.

The first letters tell how fast the parcel's time passes; see journey.py.
"""

REAL_TIME = "OP"
DEMO_TIME = "OD"
_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_SPREAD = 48_271  # has no factor in common with 10**8, so that every package has a number of its own


def number_of(package_id: int, country_code: str, *, is_demo: bool) -> str:
    """The tracking number of a package; always the same."""
    digits = f"{package_id * _SPREAD % 10**8:08d}"
    return f"{DEMO_TIME if is_demo else REAL_TIME}{digits}{check_digit(digits)}{country_code}"


def check_digit(digits: str) -> int:
    """Finds nearly every wrong or swapped digit."""
    rest = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11
    return {0: 5, 1: 0}.get(rest, 11 - rest)


def is_ours(number: str) -> bool:
    return number.startswith((REAL_TIME, DEMO_TIME))
