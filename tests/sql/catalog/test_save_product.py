import pytest

from oms.db import DomainError

MUG = {
    "sku": "MUG-BLUE",
    "title": "Blue",
    "options": {"Color": "Blue"},
    "weight_grams": 300,
    "barcodes": ["4006381333931"],
    "prices": {"EUR": 1900, "USD": 2100},
}


def save(db, *variants, **given):
    return db.call(
        "catalog.save_product", p_product={"handle": "mug", "title": "Mug", "variants": list(variants), **given}
    )


def variant(db, sku="MUG-BLUE"):
    return db.row(
        "select v.*, array(select code from catalog.barcodes where variant_id = v.id order by code) as barcodes,"
        " (select jsonb_object_agg(currency, amount_minor) from catalog.prices where variant_id = v.id) as prices"
        " from catalog.variants as v where sku = :sku",
        sku=sku,
    )


def test_it_creates_a_product_with_its_variants(db):
    product_id = save(db, MUG, category="Tableware")
    made = variant(db)
    assert made.product_id == product_id
    assert (made.title, made.weight_grams, made.is_active) == ("Blue", 300, True)
    assert made.barcodes == ["4006381333931"]
    assert made.prices == {"EUR": 1900, "USD": 2100}
    assert db.value("select category from catalog.products where id = :id", id=product_id) == "Tableware"


def test_it_changes_what_is_named_and_keeps_the_rest(db):
    first = save(db, MUG, category="Tableware")
    again = save(db, {"sku": "MUG-BLUE", "prices": {"EUR": 2000}, "barcodes": ["96385074"]}, title="Big mug")
    made = variant(db)
    assert again == first
    assert (made.title, made.weight_grams) == ("Blue", 300)
    assert made.prices == {"EUR": 2000, "USD": 2100}
    assert made.barcodes == ["4006381333931", "96385074"]
    assert db.row("select title, category from catalog.products") == ("Big mug", "Tableware")


def test_it_takes_prices_and_barcodes_away(db):
    save(db, MUG)
    save(db, {"sku": "MUG-BLUE", "prices": {"USD": None}, "without_barcodes": ["4006381333931"]})
    assert variant(db).prices == {"EUR": 1900}
    assert variant(db).barcodes == []


def test_it_takes_a_variant_off_sale(db):
    save(db, MUG)
    save(db, {"sku": "MUG-BLUE", "is_active": False})
    assert variant(db).is_active is False
    save(db, {"sku": "NEW", "is_active": False})
    assert variant(db, "NEW").is_active is False


def test_it_says_so_in_the_history(db):
    product_id = save(db, MUG)
    assert (
        db.value("select count(*) from history.events where subject = 'product' and subject_id = :id", id=product_id)
        == 1
    )


def test_it_refuses_a_sku_of_another_product(db):
    save(db, MUG)
    with pytest.raises(DomainError) as refused:
        save(db, MUG, handle="cup")
    assert refused.value.code == "OM102"
    assert refused.value.detail == {"sku": "MUG-BLUE"}


def test_it_refuses_a_barcode_of_another_sku(db):
    save(db, MUG)
    with pytest.raises(DomainError) as refused:
        save(db, {"sku": "MUG-RED", "barcodes": ["4006381333931"]})
    assert refused.value.code == "barcodes_pkey"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"sku": " X"}, "variants_sku_clean"),
        ({"sku": "X", "weight_grams": -1}, "variants_weight_not_negative"),
        ({"sku": "X", "prices": {"EUR": -1}}, "prices_not_negative"),
        ({"sku": "X", "barcodes": ["a b"]}, "barcodes_code_clean"),
    ],
)
def test_it_refuses_what_cannot_be(db, given, code):
    with pytest.raises(DomainError) as refused:
        save(db, given)
    assert refused.value.code == code
    assert db.value("select count(*) from catalog.products") == 0


def test_it_refuses_a_product_without_title(db):
    with pytest.raises(DomainError) as refused:
        save(db, title="")
    assert refused.value.code == "products_title_given"


def test_it_refuses_to_overwrite_what_somebody_else_saved(db):
    save(db, MUG)
    seen = db.value("select updated_at from catalog.products")
    db.value("select set_config('oms.now', '2027-01-01', true)")
    save(db, MUG, title="Theirs")
    with pytest.raises(DomainError) as refused:
        db.call("catalog.save_product", p_product={"handle": "mug", "title": "Mine"}, p_updated_at=seen)
    assert refused.value.code == "OM409"
    assert db.value("select title from catalog.products") == "Theirs"
