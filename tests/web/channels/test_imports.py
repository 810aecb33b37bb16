"""Files on screen: uploaded, looked through, placed; what was wrong to download."""

import csv
import io
from typing import Any

import pytest

from jobs.run import run_due
from oms.channels.routes.imports import FILE_BYTES_MAX
from oms.db import row, value
from tests.support.channels import channel, sold
from tests.support.shopify import export, export_row


@pytest.fixture(autouse=True)
def _shop(db: Any) -> None:
    channel(name="Web shop")
    sold("MUG")


def upload(client: Any, content: bytes, **form: str) -> Any:
    file = (io.BytesIO(content), form.pop("name", "orders_export_1.csv"))
    return client.post("/imports", data={"channel": "shop", "file": file, **form})


def test_it_takes_a_file_and_looks_through_it(alice: Any) -> None:
    answer = upload(alice, export([export_row(Id="1"), export_row(Name="#2", Id="2", Lineitem_sku="NO")]))
    imported = row("select * from channels.imports")
    assert (answer.status_code, answer.location) == (303, f"/imports/{imported.id}")
    assert (imported.created_by, imported.file_name) == ("Alice Adams", "orders_export_1.csv")

    running = alice.get(answer.location)
    assert 'hx-trigger="every 1s"' in running.text
    assert alice.get(answer.location, htmx=True).text.lstrip().startswith("<div") or "progress" in running.text
    run_due()
    done = alice.get(answer.location)
    assert "every 1s" not in done.text
    for told in ("Nothing has been placed yet", "Place 1 order", "There is no SKU", "Looked through"):
        assert told in done.text
    assert "orders_export_1.csv" in alice.get("/imports").text


def test_it_places_when_told_to(alice: Any) -> None:
    location = upload(alice, export([export_row(Id="1")])).location
    assert alice.post(f"{location}/placement").status_code == 409
    run_due()
    assert alice.post(f"{location}/placement").status_code == 303
    assert alice.post(f"{location}/placement").status_code == 303
    run_due()
    assert value("select count(*) from orders.orders") == 1
    assert "Done" in alice.get(location).text


def test_it_hands_out_what_was_wrong_without_formulas(alice: Any) -> None:
    location = upload(
        alice, export([export_row(Name="=cmd|' /C calc'!A0", Id="1", Lineitem_sku="NO", Total="")])
    ).location
    run_due()
    answer = alice.get(f"{location}/problems.csv")
    heading, problem = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")))
    assert answer.mimetype == "text/csv"
    assert heading == ["row", "order", "outcome", "problem", "where"]
    assert problem == [
        "2",
        "'=cmd|' /C calc'!A0",
        "quarantined",
        "There is no SKU “NO” in the catalog.",
        "/lines/0/sku",
    ]


def test_it_says_when_a_file_is_no_export(alice: Any) -> None:
    location = upload(alice, b"a,b\n1,2\n").location
    run_due()
    assert "These columns are missing: Name, Lineitem quantity" in alice.get(location).text


@pytest.mark.parametrize(("form", "said"), [({"channel": "none"}, "Not a valid choice"), ({}, "Choose a file.")])
def test_it_says_what_is_missing(alice: Any, form: dict[str, str], said: str) -> None:
    answer = upload(alice, b"x", **form) if form else alice.post("/imports", data={"channel": "shop"})
    assert answer.status_code == 422
    assert said in answer.text
    assert value("select count(*) from channels.imports") == 0


def test_it_refuses_what_is_larger_than_any_export(alice: Any) -> None:
    announced = {"CONTENT_LENGTH": str(FILE_BYTES_MAX + 1)}
    answer = alice.post("/imports", content_type="multipart/form-data; boundary=x", environ_overrides=announced)
    assert answer.status_code == 413
    assert value("select count(*) from channels.imports") == 0


def test_it_takes_more_than_other_forms_may_send(alice: Any) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
    body = (
        part % (b"channel", b"", b"shop")
        + part % (b"file", b'; filename="a.csv"', b"#1\n" * (6 * 1024 * 1024))
        + b"--x--\r\n"
    )
    answer = alice.post("/imports", data=body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 303


def test_it_is_not_for_everybody(bob: Any, client: Any, alice: Any) -> None:
    location = upload(alice, export([export_row()])).location
    for path in (location, f"{location}/problems.csv"):
        assert bob.get(path).status_code == 403
        assert client.get(path).status_code == 303
    assert upload(bob, b"x").status_code == 403
    assert bob.post(f"{location}/placement").status_code == 403


def test_it_knows_no_import_that_is_not_there(alice: Any) -> None:
    assert alice.get("/imports/99").status_code == 404
    assert alice.get("/imports/99/problems.csv").status_code == 404
    assert alice.post("/imports/99/placement").status_code == 404
