"""What channels are called, for orders, which stand below and may not ask for it themselves (oms/orders/words/states.py)."""

from oms.db import rows


def names() -> dict[str, str]:
    """Each channel's code, and its name."""
    return {channel.code: channel.name for channel in rows("select code, name from channels.channels")}
