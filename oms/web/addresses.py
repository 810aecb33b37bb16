"""Addresses are as they are written; numbers in them are ids, so none is larger than PostgreSQL can count."""

from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter, Map


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = Id
    app.url_map.merge_slashes = False


class Id(IntegerConverter):
    """What is larger leads nowhere, like any other id that does not exist."""

    def __init__(self, url_map: Map, **given: Any) -> None:
        """`given` as in the address, such as <int(fixed_digits=4):year>."""
        super().__init__(url_map, **{"max": 2**63 - 1, **given})
