import pytest

GIVEN = {
    "sku": "MUG-GREEN",
    "title": "Green",
    "barcodes": "96385074\n4006381333931x",
    "price_EUR": "21.50",
    "price_USD": "",
    "weight_grams": "310",
    "tax_class": "standard",
    "requires_shipping": "y",
    "is_active": "y",
    "updated_at": "",
}


def variant(db, sku):
    return db.row(
        "select v.*, array(select code from catalog.barcodes where variant_id = v.id order by code) as barcodes,"
        " (select jsonb_object_agg(currency, amount_minor) from catalog.prices where variant_id = v.id) as prices"
        " from catalog.variants as v where sku = :sku",
        sku=sku,
    )


def address(db, sku):
    return f"/products/mug/variants/{variant(db, sku).id}"


def test_it_adds_a_sku(alice, db, mug):
    answer = alice.post("/products/mug/variants/new", data=GIVEN)
    assert (answer.status_code, answer.location) == (303, "/products/mug")
    made = variant(db, "MUG-GREEN")
    assert (made.title, made.weight_grams, made.is_active) == ("Green", 310, True)
    assert made.prices == {"EUR": 2150}
    assert made.barcodes == ["4006381333931x", "96385074"]


def test_it_takes_a_sku_with_any_letters(alice, db, mug):
    alice.post("/products/mug/variants/new", data=GIVEN | {"sku": "Becher 3/4 größe"})
    assert variant(db, "Becher 3/4 größe").title == "Green"


def test_it_shows_and_changes_one(alice, db, mug):
    page = alice.get(address(db, "MUG-BLUE")).text
    assert 'value="19.00"' in page
    assert "4006381333931" in page
    changed = GIVEN | {"sku": "SOMETHING-ELSE", "barcodes": "96385074", "updated_at": str(mug.updated_at)}
    del changed["is_active"]
    alice.post(address(db, "MUG-BLUE"), data=changed)
    made = variant(db, "MUG-BLUE")
    assert (made.title, made.is_active, made.prices, made.barcodes) == ("Green", False, {"EUR": 2150}, ["96385074"])
    assert variant(db, "SOMETHING-ELSE") is None


@pytest.mark.parametrize(
    "given",
    [
        {"sku": ""},
        {"sku": "x" * 65},
        {"sku": "MUG-RED"},
        {"price_EUR": "a lot"},
        {"price_EUR": "1.234"},
        {"price_EUR": "-1"},
        {"barcodes": "12"},
        {"barcodes": "4006381333931"},
        {"weight_grams": "-5"},
        {"tax_class": "luxury"},
    ],
)
def test_it_says_what_is_wrong_beside_its_field(alice, db, mug, given):
    answer = alice.post("/products/mug/variants/new", data=GIVEN | given)
    assert answer.status_code == 422
    assert 'class="mistake"' in answer.text
    assert variant(db, "MUG-GREEN") is None


def test_it_refuses_a_sku_of_another_product(alice, db, mug):
    db.call("catalog.save_product", p_product={"handle": "cup", "title": "Cup", "variants": [{"sku": "CUP"}]})
    answer = alice.post("/products/mug/variants/new", data=GIVEN | {"sku": "CUP"})
    assert answer.status_code == 422
    assert "belongs to another product" in answer.text


def test_it_knows_no_other(alice, db, mug):
    assert alice.get("/products/mug/variants/999999").status_code == 404


def test_it_is_for_those_who_may_change_products(log_in, client, db, mug):
    path = address(db, "MUG-BLUE")
    assert log_in("service").post(path, data=GIVEN).status_code == 403
    assert client.post(path, data=GIVEN).status_code == 303
    assert variant(db, "MUG-BLUE").title == "Blue"


def test_it_makes_a_kit(alice, mug, db):
    sent = {"sku": "TEA-SET", "components": "2 × MUG-BLUE\nMUG-RED", "tax_class": "standard", "requires_shipping": "y"}
    assert alice.post("/products/mug/variants/new", data=sent).status_code == 303
    page = alice.get("/products/mug").text
    assert "Kit:" in page
    made = db.row("select id from catalog.variants where sku = 'TEA-SET'")
    assert f'hx-get="/stock/{made.id}/kit"' in page
    assert "2 × MUG-BLUE" in alice.get(f"/products/mug/variants/{made.id}").text
    parts = db.rows("select quantity from catalog.kit_components where kit_id = :id order by quantity", id=made.id)
    assert [part.quantity for part in parts] == [1, 2]


def test_it_says_beside_the_field_why_that_is_no_kit(alice, mug):
    sent = {"sku": "TEA-SET", "components": "2 x NOTHING", "tax_class": "standard", "requires_shipping": "y"}
    refused = alice.post("/products/mug/variants/new", data=sent)
    assert refused.status_code == 422
    assert "There is no SKU NOTHING" in refused.text
    assert "2 x NOTHING" in refused.text


def test_it_names_substitutes(alice, mug, db):
    form = {"tax_class": "standard", "requires_shipping": "y", "is_active": "y", "substitute_price": "own"}
    blue = db.row("select id from catalog.variants where sku = 'MUG-BLUE'")
    saved = alice.post(f"/products/mug/variants/{blue.id}", data=form | {"substitutes": "MUG-RED"})
    assert saved.status_code == 303
    assert "Instead:" in alice.get("/products/mug").text
    red = db.row("select id from catalog.variants where sku = 'MUG-RED'")
    refused = alice.post(f"/products/mug/variants/{red.id}", data=form | {"substitutes": "MUG-BLUE"})
    assert refused.status_code == 422
    assert "MUG-RED → MUG-BLUE → MUG-RED" in refused.text
