from typing import Any

import pytest

from oms.reports.words import SCHEDULES


@pytest.fixture
def owner_page(log_in: Any) -> Any:
    return log_in("owner")


@pytest.fixture
def dead(db: Any) -> int:
    """A task that has failed for good."""
    task_id = db.call("tasks.enqueue", p_kind="invoices.render", p_args={"invoice_id": 7}, p_max_attempts=1)
    db.call("tasks.claim", p_task_id=task_id)
    db.call("tasks.fail", p_task_id=task_id, p_attempt=1, p_error="<b>No</b> such font")
    return int(task_id)


def test_it_shows_what_failed_and_why(owner_page, dead):
    page = owner_page.get("/reports/work").text
    assert "invoices.render" in page
    assert "&lt;b&gt;No&lt;/b&gt; such font" in page
    assert "invoice_id" in page


def test_it_tries_again(owner_page, dead, db):
    assert owner_page.post(f"/reports/work/{dead}/attempts").location == "/reports/work"
    assert db.row("select state, attempts from tasks.tasks where id = :id", id=dead) == ("ready", 0)
    assert owner_page.post(f"/reports/work/{dead}/attempts").status_code == 404


@pytest.mark.parametrize("state", ["ready", "running", "dead", "done"])
def test_it_shows_each_state(owner_page, db, state):
    db.call("tasks.enqueue", p_kind="invoices.render")
    page = owner_page.get(f"/reports/work?state={state}").text
    assert ("invoices.render" in page) == (state == "ready")


def test_it_shows_what_is_done_again_and_again(owner_page, db):
    db.call("tasks.tick")
    page = owner_page.get("/reports/work").text
    assert "Check the promises" in page
    assert "1 minute" in page
    assert "1 day" in page


def test_it_has_words_for_all_of_it(db):
    assert {schedule.name for schedule in db.rows("select name from tasks.schedules")} == set(SCHEDULES)


def test_it_answers_htmx_with_the_work_alone(owner_page):
    assert owner_page.get("/reports/work", htmx=True).text.startswith('<div class="stack" id="work"')


def test_it_knows_no_other_state(owner_page):
    assert owner_page.get("/reports/work?state=lazy").status_code == 404


@pytest.mark.parametrize("role", ["service", "warehouse", "store"])
def test_it_is_for_those_who_see_the_whole(log_in, client, db, dead, role):
    assert log_in(role).get("/reports/work").status_code == 403
    assert log_in(role).post(f"/reports/work/{dead}/attempts").status_code == 403
    assert client.post(f"/reports/work/{dead}/attempts").status_code == 303
    assert db.value("select state from tasks.tasks where id = :id", id=dead) == "dead"
