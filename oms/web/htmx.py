"""htmx-flask taught htmx 4: what the browser asked for, and the headers that answer it.

htmx-flask knows versions 1 and 2. Version 4 sends `HX-Source` instead of `HX-Trigger`, a target as `tag#id`, and
says whether it wants the whole page or a part of it.
"""

import json
from typing import Any

from flask import Flask, request
from htmx_flask.requests import HtmxAwareRequest, HtmxHeaders
from werkzeug import Response


class HtmxRequest(HtmxHeaders):
    """`request.htmx`; true where htmx asks."""

    @property
    def source(self) -> str | None:
        """The element that asks, as `tag#id`."""
        return self._headers.get("HX-Source")

    @property
    def wants_part(self) -> bool:
        """Only a region of the page is going to be replaced. Asking for the whole page, and history, do not count."""
        return bool(self) and self._headers.get("HX-Request-Type") == "partial" and not self.history_restore_request


class Request(HtmxAwareRequest):
    """Flask's request with `htmx` for version 4."""

    htmx: HtmxRequest

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.htmx = HtmxRequest(self.headers)


def init_app(app: Flask) -> None:
    app.request_class = Request


def asked() -> HtmxRequest:
    """`request.htmx` with its type."""
    return request.htmx  # type: ignore[attr-defined]


def tell(response: Response, **headers: str | dict[str, Any]) -> Response:
    """Add htmx response headers: `tell(response, trigger={"toast": ...}, reswap="none", push_url="/orders")`."""
    for name, told in headers.items():
        text = told if isinstance(told, str) else json.dumps(told)
        response.headers[f"HX-{name.replace('_', '-').title()}"] = text
    return response
