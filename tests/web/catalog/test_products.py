import pytest

NEW = {"title": "Größe 3 Hütte", "category": "Tents", "vendor": "", "description": "Dry.", "updated_at": ""}


def product(db, handle="mug"):
    return db.row("select title, category, description from catalog.products where handle = :handle", handle=handle)


def test_it_shows_one_with_its_skus(alice, mug):
    page = alice.get("/products/mug").text
    assert "For tea." in page
    assert "MUG-BLUE" in page
    assert "MUG-RED" in page
    assert 'class="barcode' in page
    assert "$21.00" in page


def test_it_adds_one_and_asks_for_its_first_sku(alice, db):
    answer = alice.post("/products/new", data=NEW)
    assert answer.location == "/products/grosse-3-hutte/variants/new"
    assert product(db, "grosse-3-hutte") == ("Größe 3 Hütte", "Tents", "Dry.")
    assert alice.get(answer.location).status_code == 200


def test_it_finds_a_handle_that_is_free(alice, db):
    alice.post("/products/new", data=NEW)
    assert alice.post("/products/new", data=NEW).location == "/products/grosse-3-hutte-2/variants/new"


def test_it_finds_a_handle_for_any_title(alice, db):
    assert alice.post("/products/new", data=NEW | {"title": "湯呑み"}).location == "/products/product/variants/new"


def test_it_changes_one(alice, db, mug):
    page = alice.get("/products/mug/details").text
    assert 'value="Big mug"' in page
    answer = alice.post("/products/mug/details", data=NEW | {"title": "Small mug", "updated_at": str(mug.updated_at)})
    assert answer.location == "/products/mug"
    assert product(db) == ("Small mug", "Tents", "Dry.")


def test_it_overwrites_nothing_that_somebody_else_saved(alice, db, mug):
    answer = alice.post("/products/mug/details", data=NEW | {"updated_at": "2020-01-01T00:00:00+00:00"})
    assert answer.status_code == 422
    assert "Somebody changed this meanwhile" in answer.text
    assert "Größe 3 Hütte" in answer.text
    assert product(db).title == "Big mug"


@pytest.mark.parametrize("given", [{"title": ""}, {"title": "x" * 201}, {"category": "x" * 101}])
def test_it_says_what_is_wrong_beside_its_field(alice, db, mug, given):
    for path in ("/products/new", "/products/mug/details"):
        answer = alice.post(path, data=NEW | given)
        assert answer.status_code == 422
        assert 'aria-invalid="true"' in answer.text
    assert db.value("select count(*) from catalog.products") == 1
    assert product(db).title == "Big mug"


def test_it_knows_no_other(alice):
    for path in ("/products/cup", "/products/cup/details", "/products/cup/variants/new"):
        assert alice.get(path).status_code == 404


def test_it_is_for_those_who_may_change_products(log_in, client, db, mug):
    for path in ("/products/new", "/products/mug/details", "/products/mug/variants/new"):
        assert log_in("service").get(path).status_code == 403
        assert log_in("service").post(path, data=NEW).status_code == 403
        assert client.post(path, data=NEW).status_code == 303
    assert product(db).title == "Big mug"


def test_it_shows_the_tax_rates(alice, log_in):
    page = alice.get("/settings/taxes").text
    assert "Germany" in page
    assert "19%" in page
    assert "UStG § 12" in page
    assert log_in("service").get("/settings/taxes").status_code == 403
