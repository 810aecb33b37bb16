"""What everything that sells through the API asks first: for which channel."""

from typing import Any

from sqlalchemy import Row

from oms.api import queries
from oms.api.problems import invalid


def channel(code: str) -> Row[Any]:
    """The channel that is named, or the only one."""
    channels = {found.code: found for found in queries.api_channels()}
    if not code and len(channels) == 1:
        (code,) = channels
    if code in channels:
        return channels[code]
    message = "There is no such channel of kind API." if code else "Name one of the channels of kind API."
    raise invalid({"pointer": "/channel", "code": "unknown_channel", "message": message})
