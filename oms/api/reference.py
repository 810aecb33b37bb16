"""The reference that the API serves of itself: the OpenAPI document, the same as a page, and what each problem means."""

import json

from flask import Blueprint, abort, current_app
from markupsafe import Markup, escape
from werkzeug import Response

from oms.api import openapi, problems
from oms.web import page, public

bp = Blueprint("reference", __name__)


@bp.get("/openapi.json")
@public("the form of the API is no secret")
def document() -> Response:
    return current_app.response_class(json.dumps(openapi.document(current_app)), mimetype="application/json")


@bp.get("/docs")
@public("the form of the API is no secret")
def docs() -> Response:
    return page("api/docs.html", document=openapi.document(current_app))


@bp.get("/problems/<code>")
@public("what a problem means is no secret")
def problem(code: str) -> Response:
    status, sentence = problems.explanation(code) or abort(404)
    return page("api/problem.html", code=code, problem_status=status, sentence=sentence)


@bp.app_template_filter()
def backticks(text: str) -> Markup:
    """What stands between backticks, as code."""
    parts = [escape(part) for part in text.split("`")]
    return Markup().join(Markup("<code>{}</code>").format(part) if n % 2 else part for n, part in enumerate(parts))
