"""What the API says of itself."""

import re

import pytest

from oms.api import problems
from oms.db.errors import REFUSALS


@pytest.fixture
def document(client):
    return client.get("/api/v1/openapi.json").json


def references(node):
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from references(each)


def operations(document):
    return [(path, method, each) for path, methods in document["paths"].items() for method, each in methods.items()]


def test_it_describes_every_route_with_a_token(app, document):
    routes = {
        (re.sub(r"<(?:int:)?(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in app.url_map.iter_rules()
        if app.view_functions[rule.endpoint].guard.kind == "token"
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert {(path, method) for path, method, _ in operations(document)} == routes


def test_it_is_openapi_3_1(document):
    assert document["openapi"] == "3.1.0"
    assert {"title", "version"} <= document["info"].keys()
    ids = [operation["operationId"] for _, _, operation in operations(document)]
    assert len(set(ids)) == len(ids)
    for path, _, operation in operations(document):
        named = {parameter["name"] for parameter in operation["parameters"] if parameter["in"] == "path"}
        assert named == set(re.findall(r"{(\w+)}", path))
        assert operation["security"] != []
        assert all("description" in answer for answer in operation["responses"].values())


def test_every_reference_leads_somewhere(document):
    known = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert set(references(document)) - known == set()


def test_every_example_is_taken(app):
    operations = [view.operation for view in app.view_functions.values() if hasattr(view, "operation")]
    bodies = {operation.body for operation in operations if operation.body}
    examples = {body: body.model_json_schema().get("example") for body in bodies}
    assert [body.model_validate(example) for body, example in examples.items() if example]


def test_it_names_only_scopes_that_exist(document):
    described = document["components"]["securitySchemes"]["token"]["description"]
    for _, _, operation in operations(document):
        assert f"`{operation['security'][0]['token'][0]}`" in described


def test_it_is_in_english_whoever_asks_first(app):
    answer = app.test_client().get("/api/v1/openapi.json", headers={"Accept-Language": "de"})
    assert "Read orders" in answer.text


def test_the_page_shows_every_operation_and_form(client, document):
    page = client.get("/api/v1/docs").text
    for _, _, operation in operations(document):
        assert f'id="{operation["operationId"]}"' in page
    for name in document["components"]["schemas"]:
        assert f'id="{name}"' in page


@pytest.mark.parametrize("code", [*problems.KINDS, "OM101"])
def test_it_explains_every_problem(client, code):
    page = client.get(f"/api/v1/problems/{code}")
    assert page.status_code == 200
    assert code in page.text


def test_a_problem_says_where_it_is_explained(api, client):
    refused = api.get("/orders?limit=0").json
    assert refused["instance"] == "/api/v1/orders"
    assert client.get(refused["type"]).status_code == 200


def test_it_declares_only_problems_that_exist(app):
    operations = [view.operation for view in app.view_functions.values() if hasattr(view, "operation")]
    declared = {code for operation in operations for code in operation.problems}
    assert declared - problems.KINDS.keys() - REFUSALS.keys() == set()


def test_it_explains_nothing_else(client):
    assert client.get("/api/v1/problems/nonsense").status_code == 404


def test_it_answers_as_json_where_there_is_no_route(client):
    missing = client.get("/api/v1/nothing")
    assert (missing.status_code, missing.mimetype) == (404, "application/problem+json")
    assert client.delete("/api/v1/orders").status_code == 405
