"""Files on an order: known by what is in them, never shown in our name."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from oms.db import row, value
from oms.orders import files
from tests.support.factories import line, place_order

PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"


@pytest.fixture
def placed(house: Any) -> Any:
    return place_order(lines=[line(house.sku)])


def attach(client: Any, order: Any, name: str, content: bytes) -> Any:
    return client.post(f"/orders/{order.number}/attachments", data={"file": (BytesIO(content), name)})


def picture(form: str, **saved: Any) -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 4), "red").save(out, form, **saved)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kept_as", "content_type"),
    [
        ("form.pdf", PDF, "form.pdf", "application/pdf"),
        ("form.exe", PDF, "form.pdf", "application/pdf"),
        ("photo.jpeg", picture("PNG"), "photo.png", "image/png"),
        ("x/list.CSV", "a;b\nü;2".encode(), "list.csv", "text/csv"),
        ("page.html", b"<script>alert(1)</script>", "page.txt", "text/plain"),
        ("../../", b"x", "file.txt", "text/plain"),
    ],
)
def test_it_is_what_is_in_it(
    alice: Any, placed: Any, name: str, content: bytes, kept_as: str, content_type: str
) -> None:
    assert attach(alice, placed, name, content).status_code == 303
    assert tuple(row("select name, content_type from orders.attachments") or ()) == (kept_as, content_type)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00 program",
        b"%PDF-1.7\x00 without an end",
        b"\x89PNG\r\n\x1a\n broken",
        b"\xff\xd8\xff broken",
        "Größe".encode("latin-1"),
    ],
    ids=["nothing", "program", "pdf", "png", "jpeg", "latin"],
)
def test_what_is_none_of_them_is_refused_beside_the_field(alice: Any, placed: Any, content: bytes) -> None:
    answer = attach(alice, placed, "form.pdf", content)
    assert answer.status_code == 422
    assert 'aria-describedby="file-mistake"' in answer.text
    assert value("select count(*) from orders.attachments") == 0


def test_it_has_a_limit(alice: Any, placed: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(files, "SIZE_MAX", 4)
    assert "at most 10 MB" in attach(alice, placed, "a.txt", b"hello").text


def test_a_picture_loses_where_it_was_taken(alice: Any, placed: Any) -> None:
    hidden = Image.Exif()
    hidden[0x010F] = "Canary Cameras"
    hidden[0x0112] = 6  # lies on its side
    content = picture("JPEG", exif=hidden, comment=b"Canary")
    attach(alice, placed, "photo.jpg", content)
    kept = bytes(value("select content from orders.attachments"))
    assert b"Canary" not in kept
    assert Image.open(BytesIO(kept)).size == (4, 8)


def test_it_is_downloaded_and_nothing_else(alice: Any, bob: Any, charlie: Any, placed: Any) -> None:
    attach(alice, placed, "Maß.txt", b"<b>hello</b>")
    path = f"/orders/{placed.number}/attachments/{value('select id from orders.attachments')}"
    for client in (alice, bob):
        answer = client.get(path)
        assert answer.data == b"<b>hello</b>"
        assert answer.headers["Content-Disposition"].startswith("attachment; filename")
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Type"].startswith("text/plain")
    assert charlie.get(path).status_code == 404
    other = place_order()
    assert alice.get(path.replace(placed.number, other.number)).status_code == 404


def test_it_is_removed_from_the_page(alice: Any, bob: Any, placed: Any) -> None:
    attach(alice, placed, "form.pdf", PDF)
    path = f"/orders/{placed.number}/attachments/{value('select id from orders.attachments')}"
    assert "form.pdf" in alice.get(f"/orders/{placed.number}").text
    assert bob.post(f"{path}/removal").status_code == 403
    alice.post(f"{path}/removal")
    assert alice.get(path).status_code == 404
    assert "File removed: form.pdf" in alice.get(f"/orders/{placed.number}").text
    assert value("select count(*) from orders.attachments") == 1


def test_it_is_not_for_those_at_the_locations(bob: Any, placed: Any) -> None:
    assert attach(bob, placed, "form.pdf", PDF).status_code == 403
