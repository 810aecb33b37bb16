import pytest

from oms.db import DomainError
from tests.support import factories


def test_it_corrects_by_what_was_found(count, assert_consistent):
    assert count.reviewed(8).step("post") == 1
    assert count.now.state == "posted"
    assert count.level.figures == (8, 0)
    movement = count.level.ledger[0]
    assert (movement.kind, movement.quantity, movement.reason, movement.cause, movement.cause_id) == (
        "adjusted",
        -2,
        "counted",
        "count",
        count.id,
    )
    assert_consistent()


def test_what_moved_since_stays_moved(db, count, assert_consistent):
    count.tally(8)
    order = factories.place_order(lines=[factories.line(count.sku, 3)], source_location_ids=[count.level.location_id])
    factories.ship(factories.works(order.id)[0].id)
    factories.stock(count.sku, count.level.location_id, 5)
    count.step("review")
    count.step("post")
    assert count.level.figures == (10 - 3 + 5 - 2, 0)
    assert_consistent()


def test_what_agrees_moves_nothing(count):
    assert count.reviewed(10).step("post") == 0
    assert len(count.level.ledger) == 1


def test_it_posts_once(count):
    count.reviewed(8).step("post")
    with pytest.raises(DomainError) as refused:
        count.step("post")
    assert refused.value.code == "OM143"
    assert count.level.figures == (8, 0)


@pytest.mark.parametrize(("promised", "aside"), [(9, 0), (6, 3)])
def test_it_never_takes_what_is_promised(db, count, promised, aside):
    db.call("inventory.reserve", p_claims=count.level.claims(promised))
    if aside:
        db.call("inventory.set_aside", **count.level.here, p_quantity=aside, p_reason="damaged")
    with pytest.raises(DomainError) as refused:
        count.reviewed(8).step("post")
    assert refused.value.code == "OM145"
    assert count.sku in refused.value.message
    assert refused.value.detail == {"sku": count.sku, "left": 8, "reserved": promised, "unavailable": aside}
    assert count.now.state == "review"
    assert count.level.figures == (10, promised)


@pytest.mark.parametrize("reason", ["counted", "found", "lost", "correction"])
def test_it_corrects_nothing_twice(db, count, reason):
    count.tally(8)
    db.call("inventory.adjust", **count.level.here, p_quantity=-2, p_reason=reason, p_expected=10)
    count.step("review")
    with pytest.raises(DomainError) as refused:
        count.step("post")
    assert refused.value.code == "OM146"


def test_what_was_corrected_before_it_was_counted_is_another_matter(db, count):
    db.call("inventory.adjust", **count.level.here, p_quantity=-1, p_reason="counted", p_expected=10)
    count.reviewed(8).step("post")
    assert count.level.figures == (8, 0)


def test_what_broke_after_it_was_counted_is_another_matter(db, count):
    count.tally(8)
    db.call("inventory.adjust", **count.level.here, p_quantity=-1, p_reason="damaged", p_expected=10)
    count.step("review")
    count.step("post")
    assert count.level.figures == (7, 0)


def test_two_counts_of_one_sku_correct_it_once(db, count):
    given = {"p_location_id": count.level.location_id, "p_scope": "full"}
    second = db.call("inventory.start_count", **given)
    db.call("inventory.tally", p_count_id=second, p_code=count.sku, p_quantity=8, p_sets=True)
    count.reviewed(8).step("post")
    db.call("inventory.review_count", p_count_id=second)
    with pytest.raises(DomainError) as refused:
        db.call("inventory.post_count", p_count_id=second)
    assert refused.value.code == "OM146"
    assert count.level.figures == (8, 0)


def test_large_differences_wait_for_approval(count):
    count.limit(units=1).reviewed(8)
    with pytest.raises(DomainError) as refused:
        count.step("post")
    assert (refused.value.code, refused.value.detail["units"]) == ("OM147", 2)
    count.step("approve")
    assert count.step("post") == 1


def test_it_posts_what_was_reviewed(count):
    count.tally(8)
    with pytest.raises(DomainError) as refused:
        count.step("post")
    assert refused.value.code == "counts_transition_lawful"


def test_it_refuses_a_version_that_somebody_has_changed(count):
    with pytest.raises(DomainError) as refused:
        count.reviewed(8).step("post", p_version=1)
    assert refused.value.code == "OM409"
    assert count.step("post", p_version=2) == 1


def test_it_looks_at_its_own_place(db):
    elsewhere, here = factories.location(), factories.location()
    sku = factories.stocked(elsewhere, 1)
    variant_id = factories.stock(sku, here, 10)
    count_id = db.call("inventory.start_count", p_location_id=here, p_scope="full")
    db.call("inventory.tally", p_count_id=count_id, p_code=sku, p_quantity=8, p_sets=True)
    db.call("inventory.review_count", p_count_id=count_id)
    db.call("inventory.post_count", p_count_id=count_id)
    levels = "select location_id, on_hand from inventory.levels where variant_id = :id order by 1"
    assert db.rows(levels, id=variant_id) == [(elsewhere, 1), (here, 8)]


def test_it_is_for_those_who_work_there(count):
    count.reviewed(8)
    with count.elsewhere(), pytest.raises(DomainError) as refused:
        count.step("post")
    assert refused.value.code == "OM403"
