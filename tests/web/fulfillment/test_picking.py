"""The page of one fulfillment order, up to the full tote."""

import pytest

from tests.support import factories


def test_it_shows_what_to_take(bob, bench):
    page = bob.get(bench.url).text
    assert "Product MUG" in page
    assert "4006381333931" in page


def test_it_is_not_there_for_somebody_from_elsewhere(charlie, bench):
    assert charlie.get(bench.url).status_code == 404


@pytest.mark.parametrize(
    ("step", "data"),
    [
        ("acceptance", {}),
        ("acceptance/undo", {}),
        ("scans", {"code": "MUG"}),
        ("rejection", {"reason": "closed"}),
        ("package", {"weight_grams": 100}),
        ("label", {"service": "simulator/standard"}),
        ("tracking-number", {"carrier": "DHL", "tracking_number": "12345"}),
        ("shipment", {}),
        ("reopening", {"reason": "oops"}),
        ("delivery", {}),
    ],
)
def test_no_step_is_there_for_somebody_from_elsewhere(charlie, bench, step, data):
    assert charlie.post(f"{bench.url}/{step}", data=data).status_code == 404
    assert bench.work.state == "released"


@pytest.mark.parametrize("step", ["picks", "picks/undo", "shortage"])
def test_no_step_of_a_line_is_there_for_somebody_from_elsewhere(charlie, bench, step):
    assert charlie.post(bench.at("MUG", step)).status_code == 404
    assert (bench.line("MUG").picked, bench.line("MUG").short) == (0, 0)


def test_service_may_look_and_not_touch(log_in, bench):
    service = log_in("service")
    assert service.get(bench.url).status_code == 200
    assert service.post(f"{bench.url}/scans", data={"code": "MUG"}).status_code == 403
    assert bench.work.state == "released"


def test_nobody_picks_without_logging_in(client, bench):
    assert client.post(f"{bench.url}/scans", data={"code": "MUG"}).status_code == 303
    assert bench.work.state == "released"


def test_a_step_is_not_taken_by_looking(bob, bench):
    assert bob.get(f"{bench.url}/shipment").status_code == 405


def test_accepting_makes_it_mine(bob, bench):
    answer = bob.post(f"{bench.url}/acceptance")
    assert (answer.status_code, answer.location) == (303, bench.url)
    assert (bench.work.state, bench.work.picker) == ("accepted", "Bob")
    assert "Bob" in bob.get(bench.url).text


def test_accepting_twice_is_told(bob, bench):
    bob.post(f"{bench.url}/acceptance")
    answer = bob.post(f"{bench.url}/acceptance")
    assert answer.status_code == 409
    assert "done already" in answer.text


def test_giving_back_makes_it_nobodys(bob, bench):
    bob.post(f"{bench.url}/acceptance")
    bob.post(f"{bench.url}/acceptance/undo")
    assert (bench.work.state, bench.work.picker) == ("released", "")


@pytest.mark.parametrize(
    "code", ["4006381333931", "mug", "(01)04006381333931(10)B7", "https://id.example/01/04006381333931"]
)
def test_a_scan_counts(bob, bench, code):
    answer = bob.post(f"{bench.url}/scans", data={"code": code}, htmx=True)
    assert answer.status_code == 200
    assert 'data-tone="good"' in answer.text
    assert bench.line("MUG").picked == 1


def test_a_wrong_scan_is_told_in_red(bob, bench):
    answer = bob.post(f"{bench.url}/scans", data={"code": "WRONG-1"}, htmx=True)
    assert answer.status_code == 409
    assert answer.text.lstrip().startswith('<div class="stack" id="work">')
    assert 'data-tone="bad"' in answer.text
    assert "WRONG-1 isn&#39;t part of this order" in answer.text
    assert bench.work.state == "released"


def test_a_scan_works_without_a_script_too(bob, bench):
    answer = bob.post(f"{bench.url}/scans", data={"code": "MUG"})
    assert (answer.status_code, answer.location) == (303, bench.url)
    wrong = bob.post(f"{bench.url}/scans", data={"code": "WRONG-1"})
    assert wrong.status_code == 409
    assert "<!doctype html>" in wrong.text


@pytest.mark.parametrize("code", ["", " ", "x" * 300])
def test_a_scan_that_cannot_be_read_is_told(bob, bench, code):
    assert bob.post(f"{bench.url}/scans", data={"code": code}, htmx=True).status_code in {409, 422}
    assert bench.work.state == "released"


def test_scanning_the_number_of_other_work_leads_there(bob, bench):
    other = factories.works(factories.place_order(at=bench.location_id).id)[0]
    answer = bob.post(f"{bench.url}/scans", data={"code": other.number}, htmx=True)
    assert answer.headers["HX-Redirect"] == f"/fulfillment/{other.number}"


def test_a_tap_counts_and_can_be_undone(bob, bench):
    answer = bob.post(bench.at("MUG", "picks"), data={"quantity": 2}, htmx=True)
    undo = f"{bench.at('MUG', 'picks/undo')}?quantity=2"
    assert f'action="{undo}"' in answer.text
    assert bench.line("MUG").picked == 2
    bob.post(undo, htmx=True)
    assert bench.line("MUG").picked == 0


def test_a_tap_too_many_is_told(bob, bench):
    bob.post(bench.at("BOWL", "picks"), htmx=True)
    answer = bob.post(bench.at("BOWL", "picks"), htmx=True)
    assert answer.status_code == 409
    assert bench.line("BOWL").picked == 1


@pytest.mark.parametrize("quantity", ["0", "-1", "x", "1.5", "99999999999"])
def test_nonsense_is_no_quantity(bob, bench, quantity):
    assert bob.post(bench.at("MUG", "picks"), data={"quantity": quantity}).status_code == 422
    assert bench.line("MUG").picked == 0


def test_a_line_belongs_to_its_own_page(bob, bench):
    other = factories.works(factories.place_order(at=bench.location_id).id)[0]
    foreign = bench.db.value("select id from fulfillment.lines where order_id = :id", id=other.id)
    assert bob.post(f"{bench.url}/lines/{foreign}/picks").status_code == 404
    assert bench.db.value("select picked from fulfillment.lines where id = :id", id=foreign) == 0


def test_the_last_scan_leads_to_packing(bob, bench):
    for code in ("MUG", "MUG", "BOWL"):
        answer = bob.post(f"{bench.url}/scans", data={"code": code}, htmx=True)
    assert "weigh it" in answer.text
    assert bench.work.state == "picked"


def test_what_is_not_here_comes_from_elsewhere(bob, bench):
    factories.stock("MUG", factories.location("LEIPZIG"), 5)
    answer = bob.post(bench.at("MUG", "shortage"), data={"quantity": 1}, htmx=True)
    assert "MUG is not here. 1 unit now comes from Leipzig." in answer.text
    assert bench.line("MUG").short == 1


def test_what_nobody_has_waits(bob, bench):
    answer = bob.post(bench.at("MUG", "shortage"), data={"quantity": 2}, htmx=True)
    assert "Nobody else has 2 units; they wait for stock." in answer.text


def test_sending_it_away_needs_a_reason(bob, bench):
    answer = bob.post(f"{bench.url}/rejection", htmx=True)
    assert answer.status_code == 422
    assert "Choose a reason." in answer.text
    assert bench.work.state == "released"


def test_sending_it_away_takes_it_off_the_list(bob, bench):
    answer = bob.post(f"{bench.url}/rejection", data={"reason": "closed"})
    assert answer.location == "/fulfillment"
    assert bench.work.state == "rejected"
    assert "Nobody else has 3 units" in bob.get("/fulfillment").text
    assert bob.get(bench.url).status_code == 200


def test_it_says_why_there_is_nothing_to_do_yet(bob, bench):
    work = factories.works(factories.place_order(at=bench.location_id, payments=[]).id)[0]
    assert "Not yet" in bob.get(f"/fulfillment/{work.number}").text


def test_it_says_that_the_order_is_on_hold(bob, bench):
    bob.post(f"{bench.url}/acceptance")
    bench.db.call("orders.hold", p_order_id=bench.order.id, p_reason="fraud")
    assert "On hold" in bob.get(bench.url).text
