"""routing.end_shadow: from then on it judges nothing."""

from typing import Any

from tests.support import trials
from tests.support.factories import place_order


def test_what_it_found_stays_and_nothing_is_added(db: Any) -> None:
    trials.places()
    trials.on(1)
    made = db.call("routing.start_shadow", p_version_id=trials.version(trials.NEAREST))
    place_order()
    db.call("routing.judge", p_shadow_id=made, p_most=10)
    db.call("routing.end_shadow", p_shadow_id=made)
    place_order()
    assert not db.call("routing.judge", p_shadow_id=made, p_most=10)
    ended = db.row("select s.ended_by, s.ended_at = db.now() as is_now from routing.shadows as s")
    assert (ended.ended_by, ended.is_now) == ("OMS", True)
    assert db.value("select count(*) from routing.shadow_decisions") == 1
