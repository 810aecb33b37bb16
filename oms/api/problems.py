"""What goes wrong, as problem+json (RFC 9457). Each kind has a code and an address where it is explained."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, request, url_for
from pydantic import ValidationError
from werkzeug import Response
from werkzeug.exceptions import HTTPException

from oms.db import DomainError
from oms.db.errors import REFUSALS
from oms.web import problem

# The kinds that are the API's own; those of the house are in oms/db/errors.py.
KINDS: dict[str, tuple[int, str]] = {
    "invalid": (422, "The request has mistakes, named one by one under errors."),
    "not-json": (415, "The body must be JSON, with the content type application/json."),
    "not-multipart": (415, "The file must come as multipart/form-data, in a part called file."),
    "key-missing": (400, "This request needs an Idempotency-Key, so that repeating it is safe."),
    "key-unfit": (400, "An Idempotency-Key has 1 to 255 characters."),
    "match-missing": (428, "Say with If-Match which version you saw: the ETag of the last GET."),
    "match-failed": (412, "It has changed since you saw it. Get it again."),
    "confined": (403, "This token is confined to some locations; this needs one for all of them."),
    "too-many": (429, "Too many requests. Retry-After says how many seconds to wait."),
}


@dataclass
class Problem(Exception):  # noqa: N818 - the standard's word
    """One of our own kinds. `errors` name places: {pointer or parameter, code, message}."""

    code: str
    errors: Sequence[Mapping[str, Any]] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


def init_blueprint(bp: Blueprint) -> None:
    bp.register_error_handler(Problem, _on_problem)
    bp.register_error_handler(DomainError, _on_refusal)
    bp.register_error_handler(HTTPException, _on_http_error)


def invalid(*errors: Mapping[str, Any]) -> Problem:
    return Problem("invalid", errors)


def mistakes(error: ValidationError, *, in_query: bool = False) -> Problem:
    """What Pydantic found; what was given is not repeated: it may be about a person."""
    return invalid(
        *(_mistake(each, in_query=in_query) for each in error.errors(include_url=False, include_input=False))
    )


def explanation(code: str) -> tuple[int, str] | None:
    """The status and the sentence of a code of ours, or of the house."""
    if code in KINDS:
        return KINDS[code]
    refusal = REFUSALS.get(code)
    return (refusal.status, refusal.message) if refusal else None


def _mistake(found: Mapping[str, Any], *, in_query: bool) -> dict[str, Any]:
    steps = [str(step).replace("~", "~0").replace("/", "~1") for step in found["loc"]]
    at_parameter = {"parameter": steps[0]} if steps else {}  # some mistakes are of several together
    place = at_parameter if in_query else {"pointer": "".join(f"/{step}" for step in steps)}
    return {**place, "code": found["type"], "message": found["msg"]}


def _on_problem(error: Problem) -> Response:
    status, title = KINDS[error.code]
    members = {"errors": list(error.errors)} if error.errors else {}
    response = _respond(status, title, error.code, **members)
    response.headers.update(error.headers)
    return response


def _on_refusal(error: DomainError) -> Response:
    members: dict[str, Any] = {"context": error.detail} if error.detail else {}
    if error.field:
        members["errors"] = [{"pointer": f"/{error.field}", "code": error.code, "message": error.message}]
    return _respond(error.status, error.message, error.code, **members)


def _on_http_error(error: HTTPException) -> Response:
    response = problem(error.code or 500, error.name, instance=request.path)
    if error.code == 401:  # noqa: PLR2004
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _respond(status: int, title: str, code: str, **members: Any) -> Response:
    address = url_for("api.reference.problem", code=code, _external=True)
    return problem(status, title, type=address, instance=request.path, code=code, **members)
