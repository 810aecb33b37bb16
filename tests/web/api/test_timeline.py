"""What happened to an order, notes, files and who looks after it, through the API."""

from typing import Any

import pytest

from tests.support import factories

PDF = b"%PDF-1.7\n%%EOF"
UNKNOWN = f"/orders/ord_{'0' * 32}"


@pytest.fixture
def path(db: Any) -> str:
    placed = factories.place_order()
    return f"/orders/ord_{placed.uid.hex}"


def test_it_tells_what_happened_in_words(api: Any, path: str) -> None:
    api.post(f"{path}/holds", {"reason": "address", "note": "No number"})
    page = api.get(f"{path}/timeline?limit=1").json
    assert page["data"][0]["type"] == "order.placed"
    rest = api.get(f"{path}/timeline?cursor={page['next_cursor']}").json["data"]
    held = next(event for event in rest if event["type"] == "order.held")
    assert (held["text"], held["note"], held["by"]) == ("Put on hold: Address to be checked", "No number", "Shop")


def test_it_takes_notes(api: Any, path: str) -> None:
    assert api.post(f"{path}/notes", {"text": "Leave it at the door."}).status_code == 200
    (note,) = api.get(f"{path}/timeline?type=order.note").json["data"]
    assert (note["note"], note["by"]) == ("Leave it at the door.", "Shop")
    assert api.post(f"{path}/notes", {"text": ""}).json["errors"][0]["pointer"] == "/text"
    assert api.post(f"{path}/notes", {"text": "  "}).json["code"] == "OM305"


def test_a_file_is_attached_listed_downloaded_and_removed(api: Any, path: str) -> None:
    made = api.upload(f"{path}/attachments", "label.pdf", PDF, key="once")
    assert (made.status_code, made.json["content_type"], made.location) == (201, "application/pdf", made.json["href"])
    again = api.upload(f"{path}/attachments", "label.pdf", PDF, key="once")
    assert (again.json, again.headers["Idempotent-Replayed"]) == (made.json, "true")
    assert api.upload(f"{path}/attachments", "label.pdf", PDF + b"%%EOF", key="once").json["code"] == "OM903"
    (file,) = api.get(f"{path}/attachments").json["data"]
    assert (file["name"], file["size"], file["added_by"]) == ("label.pdf", len(PDF), "Shop")
    there = f"{path}/attachments/{file['id']}"
    content = api.get(there)
    assert (content.data, content.mimetype) == (PDF, "application/pdf")
    assert content.headers["Content-Disposition"] == "attachment; filename=label.pdf"
    assert "sandbox" in content.headers["Content-Security-Policy"]
    assert api.delete(there).status_code == 200
    assert (api.get(there).status_code, api.delete(there).status_code) == (404, 404)


@pytest.mark.parametrize("content", [b"", b"MZ\x00", b"\x89PNG\r\n\x1a\nbroken"])
def test_it_takes_no_file_that_the_screens_refuse(api: Any, db: Any, path: str, content: bytes) -> None:
    refused = api.upload(f"{path}/attachments", "label.pdf", content)
    assert (refused.status_code, refused.json["errors"][0]["pointer"]) == (422, "/file")
    assert db.value("select count(*) from orders.attachments") == 0


def test_a_file_comes_in_a_part_of_its_name(api: Any, path: str) -> None:
    assert api.post(f"{path}/attachments", {"file": "x"}).json["code"] == "not-multipart"
    refused = api.upload(f"{path}/attachments", "label.pdf", PDF, part="picture")
    assert (refused.status_code, refused.json["errors"][0]["code"]) == (422, "missing")
    assert api.upload(f"{path}/attachments", "label.pdf", PDF).status_code == 201
    refused = api.upload(f"{path}/attachments", "label.pdf", PDF)
    assert (refused.status_code, refused.json["code"]) == (409, "attachments_once_per_order")


def test_somebody_looks_after_it(api: Any, db: Any, path: str, hire: Any) -> None:
    hire("service", name="Sam", email="sam@example.com")
    assert api.patch(path, {"assignee": "Sam@example.com"}).json["assignee"] == "sam@example.com"
    assert api.patch(path, {"add_tags": ["vip"]}).json["assignee"] == "sam@example.com"
    refused = api.patch(path, {"assignee": "nobody@example.com"})
    assert (refused.status_code, refused.json["errors"][0]["pointer"]) == (422, "/assignee")
    hire("warehouse", name="Will", email="will@example.com", locations=[factories.location()])
    refused = api.patch(path, {"assignee": "will@example.com", "add_tags": ["rush"]})
    assert (refused.json["code"], refused.json["errors"][0]["pointer"]) == ("OM342", "/assignee")
    told = api.patch(path, {"assignee": None}).json
    assert (told["assignee"], told["tags"]) == (None, ["vip"])


def test_it_tells_the_fields_of_the_shop(api: Any, db: Any) -> None:
    factories.field("wrap", "boolean")
    (field,) = api.get("/order-fields").json["data"]
    assert (field["key"], field["kind"], field["is_required"]) == ("wrap", "boolean", False)


def test_it_is_only_for_those_who_see_the_order(api: Any, connect: Any, path: str) -> None:
    file_id = api.upload(f"{path}/attachments", "label.pdf", PDF).json["id"]
    elsewhere = connect(locations=[factories.location()])
    for client, order in ((elsewhere, path), (api, UNKNOWN)):
        assert client.get(f"{order}/timeline").status_code == 404
        assert client.get(f"{order}/attachments").status_code == 404
        assert client.get(f"{order}/attachments/{file_id}").status_code == 404
        assert client.delete(f"{order}/attachments/{file_id}").status_code == 404
        assert client.post(f"{order}/notes", {"text": "Hello"}).status_code == 404
        assert client.upload(f"{order}/attachments", "a.pdf", PDF).status_code == 404
