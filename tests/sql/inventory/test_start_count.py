import pytest

from oms.db import DomainError
from tests.support import factories
from tests.support.tasks import later


def skus_of(db, location_id, scope, **given):
    count_id = db.call("inventory.start_count", p_location_id=location_id, p_scope=scope, p_given=given)
    found = db.rows(
        "select v.sku from inventory.count_lines as l join catalog.variants as v on v.id = l.variant_id"
        " where l.count_id = :id order by v.sku",
        id=count_id,
    )
    return [line.sku for line in found]


@pytest.fixture
def place(db):
    """Five SKUs in bins A1, A2 ..., of which C has moved most and E is used up."""
    at = factories.location()
    for number, sku in enumerate("ABCDE", 1):
        here = {"p_variant_id": factories.stock(factories.product(sku).sku, at, 10), "p_location_id": at}
        db.call("inventory.set_terms", **here, p_safety=0, p_bin=f"A{number}")
        if sku == "C":
            db.call("inventory.adjust", **here, p_quantity=-1, p_reason="sample", p_expected=10)
        if sku == "E":
            db.call("inventory.adjust", **here, p_quantity=-10, p_reason="sample", p_expected=10)
    return at


@pytest.mark.parametrize(
    ("scope", "given", "found"),
    [
        ("full", {}, ["A", "B", "C", "D"]),
        ("skus", {"skus": ["b", "E"]}, ["B", "E"]),
        ("bins", {"from": "A2", "to": "A3"}, ["B", "C"]),
        ("busiest", {"most": 1}, ["C"]),
        ("oldest", {"most": 2}, ["A", "B"]),
    ],
)
def test_it_is_of_what_was_asked_for(db, place, scope, given, found):
    assert skus_of(db, place, scope, **given) == found


def test_what_moved_ninety_days_ago_counts_no_more(db, place):
    later(days=90)
    variant_id = db.value("select id from catalog.variants where sku = 'D'")
    db.call("inventory.adjust", p_variant_id=variant_id, p_location_id=place, p_quantity=-1, p_reason="sample")
    assert skus_of(db, place, "busiest", most=1) == ["D"]


def test_what_was_counted_is_not_the_oldest_any_more(db, place):
    count_id = db.call("inventory.start_count", p_location_id=place, p_scope="skus", p_given={"skus": ["A", "B"]})
    for sku in "AB":
        db.call("inventory.tally", p_count_id=count_id, p_code=sku, p_quantity=10, p_sets=True)
    for step in ("review", "post"):
        db.call(f"inventory.{step}_count", p_count_id=count_id)
    assert skus_of(db, place, "oldest", most=2) == ["C", "D"]


def test_it_moves_and_promises_nothing(count):
    assert count.now.state == "open"
    assert count.now.number == f"C-{count.id}"
    assert count.line.counted is None
    assert count.level.figures == (10, 0)
    told = count.db.row("select subject_id, data, location_id from history.events where type = 'count.open'")
    assert told == (count.id, {"number": count.now.number}, count.level.location_id)


def test_it_refuses_to_count_nothing(db):
    with pytest.raises(DomainError) as refused:
        skus_of(db, factories.location(), "full")
    assert refused.value.code == "OM149"


def test_it_knows_its_scopes(db, level):
    with pytest.raises(DomainError) as refused:
        skus_of(db, level.location_id, "some")
    assert refused.value.code == "counts_scope_known"


def test_it_is_for_those_who_work_there(db, count):
    with count.elsewhere(), pytest.raises(DomainError) as refused:
        skus_of(db, count.level.location_id, "full")
    assert refused.value.code == "OM403"
