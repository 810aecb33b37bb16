import pytest


def test_it_shows_products_with_their_prices(alice, mug):
    page = alice.get("/products").text
    assert "Big mug" in page
    assert "2 SKUs" in page
    assert "from" in page
    assert "€19.00" in page


@pytest.mark.parametrize("query", ["q=big", "q=mug-red", "q=4006381333931", "category=Tableware"])
def test_it_finds(alice, mug, query):
    assert "Big mug" in alice.get(f"/products?{query}").text


@pytest.mark.parametrize("query", ["q=plate", "q=%25", "category=Shoes", "page=2"])
def test_it_leaves_out(alice, mug, query):
    assert "Big mug" not in alice.get(f"/products?{query}").text


@pytest.mark.parametrize("query", ["page=0", "page=x", "page=-3", "page=99999999999", "q=%00"])
def test_it_takes_any_address(alice, mug, query):
    assert alice.get(f"/products?{query}").status_code == 200


def test_it_turns_pages(alice, db):
    for number in range(50):
        db.call("catalog.save_product", p_product={"handle": f"p{number}", "title": f"Product {number:02}"})
    first = alice.get("/products").text
    assert "page=2" in first
    assert "Product 49" not in first
    assert "Product 49" in alice.get("/products?page=2").text


def test_it_answers_htmx_with_the_results_alone(alice, mug):
    assert alice.get("/products?q=big", htmx=True).text.startswith('<div class="stack" id="results">')


def test_it_tells_a_new_shop_what_to_do(alice):
    page = alice.get("/products").text
    assert "No products yet" in page
    assert 'href="/products/new"' in page


def test_it_lets_those_only_look_who_may_only_look(log_in, mug):
    assert "/products/new" not in log_in("service").get("/products").text


def test_it_asks_who_you_are(client):
    assert client.get("/products").status_code == 303
