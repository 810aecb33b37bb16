"""The mugs of London are counted: blind, by several people, and posted when somebody has looked."""

import pytest

from tests.support import factories


class Counting:
    """A full count in London, with the addresses of its page."""

    def __init__(self, shelf):
        self.db = shelf.db
        self.shelf = shelf
        self.id = self.db.call("inventory.start_count", p_location_id=shelf.london, p_scope="full")
        self.url = f"/counts/{self.id}"

    @property
    def now(self):
        return self.db.row("select * from inventory.counts where id = :id", id=self.id)

    @property
    def line(self):
        return self.db.row("select * from inventory.count_lines where count_id = :id", id=self.id)

    def tally(self, client, quantity, **given):
        return client.post(f"{self.url}/tallies", data={"code": "MUG", "quantity": quantity, **given}, htmx=True)

    def step(self, client, name, **given):
        return client.post(f"{self.url}/steps", data={"step": name, "version": self.now.version, **given}, htmx=True)

    def reviewed(self, client, counted):
        self.tally(client, counted, sets="1")
        self.step(client, "review")
        return self

    def approve(self, client):
        return client.post(f"{self.url}/approval", data={"version": self.now.version}, htmx=True)


@pytest.fixture
def counting(shelf):
    return Counting(shelf)


@pytest.mark.parametrize(
    "given",
    [
        {"scope": "full"},
        {"scope": "skus", "skus": "mug\n"},
        {"scope": "bins"},
        {"scope": "oldest", "most": "5"},
        {"scope": "busiest"},
    ],
)
def test_it_begins_with_what_was_asked_for(bob, shelf, db, given):
    answer = bob.post("/counts/new", data={"location": shelf.london, **given})
    made = db.row("select * from inventory.counts")
    assert (answer.location, made.scope, made.created_by) == (f"/counts/{made.id}", given["scope"], "Bob Brown")


@pytest.mark.parametrize(
    "given", [{}, {"scope": "eaten"}, {"scope": "skus", "skus": " "}, {"scope": "skus", "skus": "PLATE"}, {"most": "0"}]
)
def test_it_says_what_is_wrong(bob, shelf, given):
    answer = bob.post("/counts/new", data={"location": shelf.london, **given} if given else {})
    assert answer.status_code == 422


def test_nobody_is_told_how_many_there_should_be(bob, alice, counting, shelf):
    factories.stock("MUG", shelf.london, 8331)
    for client in (bob, alice):
        page = client.get(counting.url).text + client.get(f"{counting.url}/sheet").text
        assert "8341" not in page
        assert "8,341" not in page


def test_several_people_scan(bob, alice, counting):
    for client in (bob, alice, bob):
        answer = counting.tally(client, 1, code="4006381333931")
    assert "3 counted" in answer.text
    assert 'data-tone="good"' in answer.text
    assert counting.line.counted == 3


def test_a_number_is_typed(bob, counting):
    counting.tally(bob, 9, sets="1")
    assert counting.line.counted == 9


def test_what_cannot_be_is_refused_in_the_bar(bob, counting):
    for given, status in (({"code": "NO-SUCH"}, 422), ({"quantity": "x"}, 422), ({"quantity": "-5"}, 422)):
        answer = counting.tally(bob, **{"quantity": 1, **given})
        assert (answer.status_code, 'data-tone="bad"' in answer.text) == (status, True)


def test_it_is_reviewed_and_posted(bob, counting, shelf):
    page = counting.reviewed(bob, 9) and bob.get(counting.url).text
    assert "In the books then" in page
    assert "Post it" in page
    counting.step(bob, "post")
    assert counting.now.state == "posted"
    assert shelf.level()[:2] == (9, 3)
    assert f'href="{counting.url}"' in bob.get(shelf.url).text


def test_a_large_difference_waits_for_a_manager(bob, alice, counting, shelf, db):
    db.call("inventory.save_location", p_location={"code": "LONDON", "count_limit_units": 0})
    counting.reviewed(bob, 9)
    assert "Waiting for approval" in bob.get(counting.url).text
    assert counting.step(bob, "post").status_code == 409
    assert counting.approve(bob).status_code == 403
    assert "Approved by Alice Adams" in counting.approve(alice).text
    assert counting.step(bob, "post").status_code == 200
    assert shelf.level().on_hand == 9


def test_a_line_is_counted_again(bob, counting, shelf):
    counting.reviewed(bob, 5)
    again = {"id": shelf.variant.id, "version": counting.now.version}
    answer = bob.post(f"{counting.url}/recounts", data=again, htmx=True)
    assert "1 SKU is to be counted again." in answer.text
    assert (counting.now.state, counting.line.counted) == ("open", None)


def test_it_says_who_has_been_promised_what_is_not_there(bob, counting, shelf):
    counting.reviewed(bob, 2)
    page = bob.get(counting.url).text
    assert "Promised, and not there" in page
    assert f"{shelf.in_london}/reservations" in page
    answer = counting.step(bob, "post")
    assert answer.status_code == 409
    assert "3 are promised to orders" in answer.text
    assert shelf.level()[:2] == (10, 3)


def test_somebody_else_was_faster(bob, counting):
    counting.reviewed(bob, 9)
    assert counting.step(bob, "post", version="1").status_code == 409


def test_it_is_given_up(bob, counting, shelf):
    counting.tally(bob, 2)
    counting.step(bob, "cancel")
    assert (counting.now.state, shelf.level().on_hand) == ("canceled", 10)
    assert bob.get(counting.url).status_code == 200


def test_a_step_that_nobody_knows(bob, counting):
    assert counting.step(bob, "eat").status_code == 422


@pytest.mark.parametrize("tab", ["open", "review", "done", "nonsense"])
def test_lists_show_what_is_on_them(bob, counting, tab):
    assert (counting.url in bob.get(f"/counts?tab={tab}").text) == (tab in {"open", "nonsense"})


def test_who_may_only_look_sees_no_buttons(log_in, bob, counting):
    service = log_in("service")
    counting.tally(bob, 9, sets="1")
    assert f"{counting.url}/tallies" not in service.get(counting.url).text
    counting.step(bob, "review")
    assert "Post it" not in service.get(counting.url).text


def test_it_is_nobodys_elsewhere(charlie, counting):
    assert charlie.get(counting.url).status_code == 404
    assert charlie.get(f"{counting.url}/sheet").status_code == 404
    assert counting.url not in charlie.get("/counts").text
    assert counting.tally(charlie, 1).status_code == 404
    assert counting.step(charlie, "cancel").status_code == 404
