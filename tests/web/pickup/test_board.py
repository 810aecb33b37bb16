"""The board, and finding one pickup among many."""

import pytest

from oms.pickup import codes


def test_it_rings_for_what_is_new(alice, counter):
    page = alice.get("/pickup").text
    assert 'data-alarm="1"' in page
    assert counter.number in page
    assert "Dora Buys" in page


def test_it_shows_only_ones_own_store(charlie, counter):
    page = charlie.get("/pickup").text
    assert counter.number not in page
    assert "Dora" not in page


def test_it_is_not_for_the_warehouse(log_in, counter):
    assert log_in("warehouse", locations=[counter.location_id]).get("/pickup").status_code == 403


def test_it_asks_who_is_there(client, counter):
    assert client.get("/pickup").status_code == 303


def test_a_manager_sees_every_store_or_one(log_in, counter, charlie):
    manager = log_in("manager")
    assert counter.number in manager.get("/pickup").text
    assert counter.number in manager.get(f"/pickup?location={counter.location_id}").text
    assert counter.number not in manager.get(f"/pickup?location={counter.location_id + 1}").text
    assert manager.get("/pickup?location=nonsense").status_code == 200


def test_it_answers_htmx_with_the_board_alone(alice, counter):
    assert alice.get("/pickup", htmx=True).text.lstrip().startswith('<div class="stack" id="board"')


def test_accepting_stops_the_ringing(alice, counter):
    answer = alice.post(f"{counter.url}/acceptance")
    assert answer.location == "/pickup"
    assert counter.state == "accepted"
    assert 'data-alarm="0"' in alice.get("/pickup").text


def test_accepting_twice_is_told(alice, counter):
    alice.post(f"{counter.url}/acceptance")
    answer = alice.post(f"{counter.url}/acceptance")
    assert answer.status_code == 409
    assert "done already" in answer.text


@pytest.mark.parametrize(
    ("step", "data"),
    [
        ("acceptance", {}),
        ("staging", {"shelf": "A1"}),
        ("staging/undo", {}),
        ("shelf", {"shelf": "B2"}),
        ("hand-over", {"code": "ABC234"}),
        ("hand-over/identity", {"collected_by": "Eve", "seen": "y"}),
        ("hand-over/undo", {}),
        ("extension", {"days": 3}),
        ("return", {}),
        ("carrying-back", {}),
    ],
)
def test_no_step_is_there_for_somebody_from_elsewhere(charlie, waiting, step, data):
    before = waiting.pickup
    assert charlie.post(f"{waiting.url}/{step}", data=data).status_code == 404
    assert waiting.pickup == before
    assert waiting.state == "ready_for_pickup"


def test_service_may_look_and_not_touch(log_in, waiting):
    service = log_in("service")
    assert service.get(waiting.url).status_code == 200
    assert service.post(f"{waiting.url}/hand-over", data={"code": waiting.code}).status_code == 403
    assert waiting.state == "ready_for_pickup"


@pytest.mark.parametrize("form", ["{}", " {} ", "C-{}"])
def test_a_code_leads_to_its_hand_over(alice, waiting, form):
    answer = alice.post("/pickup/found", data={"code": form.format(waiting.code.lower())})
    assert answer.status_code == 200
    assert f'value="{waiting.code}"' in answer.text
    assert waiting.state == "ready_for_pickup"


def test_a_code_of_another_store_leads_nowhere(charlie, waiting):
    answer = charlie.post("/pickup/found", data={"code": waiting.code})
    assert answer.location == f"/pickup/search?q={waiting.code}"
    page = charlie.get(answer.location).text
    assert "Wrong code" in page
    assert waiting.number not in page


def test_a_number_leads_to_its_page(alice, counter):
    assert alice.post("/pickup/found", data={"code": counter.number}).location == counter.url


def test_a_shelf_leads_to_what_stands_on_it(alice, waiting):
    answer = alice.post("/pickup/found", data={"code": "SHELF-A1"})
    assert answer.location == "/pickup/search?q=A1"
    assert waiting.number in alice.get(answer.location).text


@pytest.mark.parametrize("words", ["dora", "%(number)s", "0170 123", ""])
def test_it_finds_by_name_number_and_telephone(alice, waiting, owner, words):
    words %= {"number": waiting.number[:3]}
    owner("update customers.customers set phone = '+49 170 1234567'")
    alice.get("/pickup")  # where the toast of staging names it too
    page = alice.get("/pickup/search", query_string={"q": words}).text
    assert (waiting.number in page) is bool(words)


def test_what_is_over_is_found_with_nothing_left_to_tap(alice, waiting):
    def card():
        page = alice.get("/pickup/search", query_string={"q": waiting.number}).text
        return page.split("<article")[1].split("</article>")[0]

    assert "Hand over" in card()
    alice.post(f"{waiting.url}/hand-over", data={"code": waiting.code})
    assert "Handed over" in card()
    assert "<button" not in card()
    assert "pickup-shelf" not in card()


def test_it_survives_nonsense(alice, counter):
    for words in ("%", "'", "_" * 200, "日本"):
        assert alice.get("/pickup/search", query_string={"q": words}).status_code == 200
    assert alice.post("/pickup/found", data={}).status_code == 303


def test_codes_have_characters_that_cannot_be_confused():
    assert len(codes.ALPHABET) == len(set(codes.ALPHABET)) == 32
    assert not set("0O1I") & set(codes.ALPHABET)


@pytest.mark.parametrize("typed", ["abc-234", " ABC 234 ", "C-ABC234", "abc234"])
def test_a_code_is_known_however_it_is_typed(typed):
    assert codes.normalize(typed) == "ABC234"


@pytest.mark.parametrize("typed", ["", "ABC23", "ABC2345", "ABC230", "ÄBC234", "C-"])
def test_what_cannot_be_a_code_is_none(typed):
    assert codes.normalize(typed) is None


def test_a_code_follows_from_its_nonce_and_the_secret_alone():
    nonce = codes.new_nonce()
    code = codes.code_of("a secret", nonce)
    assert code == codes.code_of("a secret", nonce)
    assert codes.normalize(codes.qr_text(code)) == code
    assert code != codes.code_of("another secret", nonce)
    assert codes.hash_of(nonce, code) != codes.hash_of(codes.new_nonce(), code)
