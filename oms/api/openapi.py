"""The OpenAPI 3.1 document, built from what the routes declare; so it cannot say anything else than what they do."""

import re
from functools import cache
from typing import Any

from flask import Flask
from flask_babel import force_locale
from pydantic.json_schema import models_json_schema
from werkzeug.routing import Rule

from oms.api.operations import Operation
from oms.api.problems import explanation
from oms.api.schemas import File, ProblemDetails, Schema
from oms.auth.permissions import SCOPES

Json = dict[str, Any]

DESCRIPTION = """
Send the token of an integration as `Authorization: Bearer oms_...`; make one under Settings, API tokens. A token has scopes,
and may be confined to locations: then it sees and changes only what is there.

Money is a decimal number in a string with its currency. Times are RFC 3339. Lists are paged by a cursor. Errors are
`application/problem+json` (RFC 9457). Every answer carries `X-Request-Id`.

Every POST needs an `Idempotency-Key` of your making. Send it again with the same body, as often as you like within 30 days:
you get the first answer again, and nothing happens twice.
""".strip()
PATH_PARAMETERS = {
    "order_id": "The id of an order",
    "hold_id": "The id of a hold",
    "work_number": "The number of a fulfillment order",
    "handle": "The handle of a product",
    "number": "The number of a transfer",
    "incoming_id": "The id of a delivery",
    "change_id": "The id of a change",
    "attachment_id": "The id of a file",
    "count_number": "The number of a count",
    "rule_id": "The id of an automation",
    "reason": "The reason of a hold",
}
_BINARY = {"type": "string", "contentMediaType": "application/octet-stream"}
_REF = "#/components/schemas/{model}"


@cache
def document(app: Flask) -> Json:
    """In English, whoever asks first."""
    with force_locale("en"):
        return _document(app)


def _document(app: Flask) -> Json:
    found = sorted(
        ((rule, view.operation) for rule in app.url_map.iter_rules() if hasattr(view := _view(app, rule), "operation")),
        key=lambda each: each[0].rule,
    )
    paths: dict[str, Json] = {}
    for rule, declared in found:
        method = next(iter((rule.methods or set()) - {"HEAD", "OPTIONS"}))
        described = _operation(rule, declared, _view(app, rule).guard.need)
        paths.setdefault(_path(rule), {})[method.lower()] = described
    return {
        "openapi": "3.1.0",
        "info": {"title": "OMS", "version": "1", "description": DESCRIPTION},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": _schemas([declared for _, declared in found]), "securitySchemes": _security()},
    }


def _view(app: Flask, rule: Rule) -> Any:
    return app.view_functions[rule.endpoint]


def _path(rule: Rule) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)


def _operation(rule: Rule, declared: Operation, scope: str) -> Json:
    described: Json = {
        "operationId": "_".join(rule.endpoint.split(".")[1:]),
        "tags": [rule.endpoint.split(".")[1]],
        "summary": declared.summary,
        "description": (declared.query and declared.query.__doc__) or "",
        "security": [{"token": [scope]}],
        "parameters": _parameters(rule, declared),
        "responses": _answers(declared) | _problems(declared),
    }
    if declared.body is not None:
        described["requestBody"] = {"required": True, "content": {"application/json": {"schema": _ref(declared.body)}}}
    if declared.upload:
        parts = {"type": "object", "required": ["file"], "properties": {"file": _BINARY}}
        described["requestBody"] = {"required": True, "content": {"multipart/form-data": {"schema": parts}}}
    return described


def _parameters(rule: Rule, declared: Operation) -> list[Json]:
    parameters = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": PATH_PARAMETERS[name],
            "schema": {"type": "string"},
        }
        for name in sorted(rule.arguments)
    ]
    if declared.query is not None:
        parameters += _query_parameters(declared.query)
    if declared.once:
        parameters.append(_header("Idempotency-Key", "Makes repeating the request safe", required=True, maxLength=255))
    if declared.matched:
        parameters.append(_header("If-Match", "The ETag of the last GET; needed where it exists", required=False))
    return parameters


def _query_parameters(form: type[Schema]) -> list[Json]:
    """A parameter that is not given is absent, never null."""
    properties = form.model_json_schema()["properties"]
    for schema in properties.values():
        schema.update(*(each for each in schema.pop("anyOf", ()) if each != {"type": "null"}))
        schema.pop("default", None)
    return [
        {
            "name": name,
            "in": "query",
            "description": schema.pop("description", ""),
            "schema": schema,
            **({"style": "form", "explode": False} if schema.get("type") == "array" else {}),
        }
        for name, schema in properties.items()
    ]


def _header(name: str, description: str, *, required: bool, **schema: Any) -> Json:
    return {
        "name": name,
        "in": "header",
        "required": required,
        "description": description,
        "schema": {"type": "string", **schema},
    }


def _answers(declared: Operation) -> Json:
    return {
        str(status): {
            "description": (form.__doc__ or declared.summary).split("\n")[0],
            "content": {"*/*": {"schema": _BINARY}} if form is File else {"application/json": {"schema": _ref(form)}},
        }
        for status, form in declared.gives.items()
    }


def _problems(declared: Operation) -> Json:
    """What may go wrong, by status; the codes stand in the description."""
    codes = [*declared.problems, "too-many"]
    if declared.everywhere:
        codes.append("confined")
    if declared.query or declared.body:
        codes.append("invalid")
    if declared.body:
        codes.append("not-json")
    if declared.upload:
        codes += ["invalid", "not-multipart"]
    if declared.once:
        codes += ["key-missing", "key-unfit", "OM902", "OM903"]
    told: dict[int, list[str]] = {401: ["No token, or one that is not good."], 403: ["The token lacks the scope."]}
    for code in codes:
        status, sentence = explanation(code) or (500, "")
        told.setdefault(status, []).append(f"`{code}`: {sentence}")
    content = {"application/problem+json": {"schema": _ref(ProblemDetails)}}
    return {
        str(status): {"description": "\n".join(sentences), "content": content}
        for status, sentences in sorted(told.items())
    }


def _ref(form: type[Schema]) -> Json:
    return {"$ref": _REF.format(model=form.__name__)}


def _schemas(operations: list[Operation]) -> Json:
    bodies = {declared.body for declared in operations if declared.body}
    answers = {form for declared in operations for form in declared.gives.values()} - {File} | {ProblemDetails}
    named = sorted(bodies | answers, key=lambda form: form.__name__)
    _, definitions = models_json_schema([(form, "validation") for form in named], ref_template=_REF)
    schemas: Json = definitions["$defs"]
    return schemas


def _security() -> Json:
    scopes = "\n".join(f"- `{scope}`: {name}" for scope, name in SCOPES.items())
    return {"token": {"type": "http", "scheme": "bearer", "description": f"Scopes:\n{scopes}"}}
