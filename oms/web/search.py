"""What people type into a search box."""

_LONGEST = 200


def typed(text: str) -> str:
    """Without what no keyboard has: PostgreSQL keeps no NUL."""
    return text.replace("\0", "").strip()[:_LONGEST]


def part(text: str) -> str:
    """A LIKE pattern for whatever has this in it; % and _ mean no more than themselves."""
    plain = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{plain}%"
