"""Other software, as tests play it: a client with a bearer token. Every answer is checked against what its route declares."""

from io import BytesIO
from itertools import count
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from pydantic import TypeAdapter
from werkzeug.test import TestResponse

from oms.api.schemas import File, ProblemDetails
from oms.auth.permissions import SCOPES
from oms.auth.secrets import hash_of, new_api_token
from oms.db import call

EVERYTHING = tuple(SCOPES)
_keys = count(1)


class ApiClient:
    """Sends the token, JSON, and a new Idempotency-Key with each POST that names none."""

    def __init__(self, app: Flask, token: str | None) -> None:
        self._app = app
        self._client: FlaskClient = app.test_client()
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}

    def get(self, path: str, **headers: str) -> TestResponse:
        return self.send("GET", path, **headers)

    def post(self, path: str, body: Any = None, key: str | None = None, **headers: str) -> TestResponse:
        return self.send("POST", path, body, Idempotency_Key=key or f"key-{next(_keys)}", **headers)

    def upload(self, path: str, name: str, content: bytes, key: str | None = None, part: str = "file") -> TestResponse:
        """A file, in a part of a form."""
        data = {part: (BytesIO(content), name)}
        return self.send("POST", path, data=data, Idempotency_Key=key or f"key-{next(_keys)}")

    def put(self, path: str, body: Any = None, **headers: str) -> TestResponse:
        return self.send("PUT", path, body, **headers)

    def patch(self, path: str, body: Any = None, **headers: str) -> TestResponse:
        return self.send("PATCH", path, body, **headers)

    def delete(self, path: str, **headers: str) -> TestResponse:
        return self.send("DELETE", path, **headers)

    def send(self, method: str, path: str, body: Any = None, data: Any = None, **headers: str) -> TestResponse:
        """Header names are written with underscores; the path follows /api/v1."""
        named = {name.replace("_", "-"): text for name, text in headers.items()}
        sent = {"json": body} if body is not None else {"data": data}
        address = f"/api/v1{path}"
        response = self._client.open(address, method=method, headers=self._headers | named, csrf=False, **sent)
        self._check(method, address, response)
        return response

    def _check(self, method: str, address: str, response: TestResponse) -> None:
        assert response.headers["X-Request-Id"]
        if response.status_code == 304:
            return
        if response.status_code >= 400:
            assert response.mimetype == "application/problem+json", response.text
            assert response.status_code < 500, response.text
            if response.json["type"] != "about:blank":
                TypeAdapter(ProblemDetails).validate_json(response.data)
            return
        endpoint, _ = self._app.url_map.bind("localhost").match(address.partition("?")[0], method)
        form = self._app.view_functions[endpoint].operation.gives[response.status_code]
        if form is not File:
            form.model_validate_json(response.data)


def api_token(*scopes: str, locations: list[int] | None = None, **given: Any) -> str:
    """Make a token; what is shown once."""
    token, prefix = new_api_token()
    call(
        "auth.create_token",
        p_name="Shop",
        p_prefix=prefix,
        p_token_hash=hash_of(token),
        p_scopes=list(scopes or EVERYTHING),
        p_location_ids=locations,
        **given,
    )
    return token
