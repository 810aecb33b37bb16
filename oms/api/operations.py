"""What a route takes and gives, declared once: it is checked, sent, and written into the OpenAPI document from here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Response, jsonify, request
from flask_login import current_user
from pydantic import ValidationError
from werkzeug.datastructures import FileStorage

from oms.api import idempotency, paging
from oms.api.problems import Problem, invalid, mistakes
from oms.api.schemas import Listed, Schema

View = Callable[..., Any]
CREATED = 201


@dataclass(frozen=True, kw_only=True)
class Operation:
    """Decorates a view, which gets `query` and `body` as forms and returns a form, or (status, form)."""

    summary: str
    gives: Mapping[int, type[Schema]]  # by status
    query: type[Schema] | None = None
    body: type[Schema] | None = None
    upload: bool = False  # takes a file, in a part of that name of a multipart form
    problems: tuple[str, ...] = ()  # the codes it may refuse with, besides those of every route
    once: bool = False  # asks for an Idempotency-Key; its answer is kept, so it must hold nothing about a person
    matched: bool = False  # asks for If-Match
    everywhere: bool = (
        False  # not for a token of some locations: it may touch stock anywhere, or is the same everywhere
    )

    def __call__(self, view: View) -> View:
        @wraps(view)
        def answer(**given: Any) -> Response:
            if self.everywhere and current_user.locations is not None:
                raise Problem("confined")
            if self.query is not None:
                given["query"] = _query(self.query)
            if self.body is not None:
                given["body"] = _body(self.body)
            if self.upload:
                given["file"] = _file()
            return _sent_once(lambda: view(**given)) if self.once else sent(view(**given))

        answer.operation = self  # type: ignore[attr-defined]
        return answer


def sent(answer: Response | Schema | tuple[int, Schema]) -> Response:
    """The answer with its ETag; nothing but 304 to a GET that has it already."""
    if isinstance(answer, Response):  # a file
        return answer
    status, form = answer if isinstance(answer, tuple) else (200, answer)
    response = Response(form.model_dump_json(), status, mimetype="application/json")
    response.add_etag()
    if isinstance(form, Listed):
        paging.add_link(response, form)
    if status == CREATED:
        response.location = request.base_url
    if request.method == "GET":
        response.make_conditional(request)
    return response


def _sent_once(effect: Callable[[], tuple[int, Schema]]) -> Response:
    def dumped() -> tuple[int, dict[str, Any]]:
        status, form = effect()
        return status, form.model_dump(mode="json")

    answer = idempotency.once(dumped)
    response = jsonify(answer.body)
    response.status_code = answer.status
    if answer.status == CREATED:
        response.location = answer.body["href"]
    if answer.is_repeated:
        response.headers["Idempotent-Replayed"] = "true"
    return response


def _query(form: type[Schema]) -> Schema:
    try:
        return form.model_validate(request.args.to_dict())
    except ValidationError as error:
        raise mistakes(error, in_query=True) from None


def _body(form: type[Schema]) -> Schema:
    if not request.is_json:
        raise Problem("not-json")
    try:
        return form.model_validate_json(request.get_data())
    except ValidationError as error:
        raise mistakes(error) from None


def _file() -> FileStorage:
    if request.mimetype != "multipart/form-data":
        raise Problem("not-multipart")
    if "file" not in request.files:
        raise invalid({"pointer": "/file", "code": "missing", "message": "Send the file in a part called file."})
    return request.files["file"]
