"""The list of work."""

from tests.support import factories


def test_it_shows_what_is_to_be_picked(bob, bench):
    page = bob.get("/fulfillment").text
    assert bench.number in page
    assert "Dora Buys" in page


def test_it_shows_only_ones_own_locations(charlie, bench):
    page = charlie.get("/fulfillment").text
    assert bench.number not in page
    assert "Dora" not in page


def test_it_asks_who_is_there(client, bench):
    assert client.get("/fulfillment").status_code == 303


def test_it_is_for_people_who_may_see_it(log_in):
    assert log_in("service").get("/fulfillment").status_code == 200
    assert log_in("store").get("/fulfillment").status_code == 200


def test_it_has_a_tab_for_each_step(bob, bench):
    bench.packed()
    assert bench.number not in bob.get("/fulfillment").text
    assert bench.number in bob.get("/fulfillment?tab=to-ship").text
    assert bench.number not in bob.get("/fulfillment?tab=done").text


def test_it_survives_nonsense_in_the_address(bob, bench):
    for query in (
        "tab=nonsense",
        "location=x",
        f"location={10**20}",
        "page=-1",
        f"page={10**20}",
        "q=%27%25_",
        "late=2",
    ):
        assert bob.get(f"/fulfillment?{query}").status_code == 200
    assert bob.get("/fulfillment?q=%00").status_code == 400


def test_it_finds_by_number_name_and_sku(bob, bench):
    for words in (bench.number, "dora", "BERL", "mug"):
        assert bench.number in bob.get("/fulfillment", query_string={"q": words}).text
    assert bench.number not in bob.get("/fulfillment?q=nobody").text


def test_it_shows_late_ones_alone(bob, bench, owner):
    assert bench.number not in bob.get("/fulfillment?late=1").text
    owner("update fulfillment.orders set due_at = now() - interval '1 hour'")
    assert bench.number in bob.get("/fulfillment?late=1").text


def test_it_answers_htmx_with_the_list_alone(bob, bench):
    answer = bob.get("/fulfillment", htmx=True)
    assert answer.text.lstrip().startswith('<div class="stack" id="work_list"')
    assert bench.number in answer.text


def test_a_scanned_number_leads_to_the_work(bob, bench):
    assert bob.get(f"/fulfillment/found?code={bench.number}").location == bench.url


def test_a_scanned_product_leads_to_who_needs_it(bob, bench):
    assert bob.get("/fulfillment/found?code=MUG").location == "/fulfillment?q=MUG"


def test_a_scanned_number_of_elsewhere_leads_nowhere(charlie, bench):
    assert charlie.get(f"/fulfillment/found?code={bench.number}").location == f"/fulfillment?q={bench.number}"


def test_several_can_be_taken_on_at_once(bob, bench):
    other = factories.works(factories.place_order(at=bench.location_id).id)[0]
    answer = bob.post("/fulfillment/acceptances", data={"id": [bench.id, other.id]})
    assert answer.location == "/fulfillment?tab=picking"
    assert bench.db.rows("select distinct state, picker from fulfillment.orders") == [("accepted", "Bob")]


def test_taking_on_leaves_what_is_not_ones_own(charlie, bench):
    charlie.post("/fulfillment/acceptances", data={"id": [bench.id]})
    assert bench.work.state == "released"


def test_the_pick_list_is_one_walk(bob, bench):
    page = bob.get(f"/fulfillment/pick-list?id={bench.id}").text
    assert page.index("BOWL") < page.index("MUG")
    assert f'aria-label="{bench.number}"' in page


def test_the_pick_list_of_somebody_elses_work_is_not_there(charlie, bench):
    assert charlie.get(f"/fulfillment/pick-list?id={bench.id}").status_code == 404
    assert charlie.get("/fulfillment/pick-list").status_code == 404
