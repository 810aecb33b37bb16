"""routing.start_shadow: rules that judge what others decide."""

from typing import Any

import pytest

from oms.db import DomainError
from tests.support import trials


@pytest.fixture(autouse=True)
def places(db: Any) -> None:
    trials.places()


def test_it_judges_by_the_rules_as_they_are_now(db: Any, owner: Any) -> None:
    version = trials.version(trials.NEAREST)
    made = db.call("routing.start_shadow", p_version_id=version)
    owner('update routing.profile_versions set rules = \'{"criteria": ["priority"]}\' where id = :id', id=version)
    assert db.value("select rules from routing.shadows where id = :id", id=made) == trials.NEAREST


def test_it_starts_once(db: Any) -> None:
    version = trials.version(trials.NEAREST)
    made = db.call("routing.start_shadow", p_version_id=version)
    with pytest.raises(DomainError) as refused:
        db.call("routing.start_shadow", p_version_id=version)
    assert refused.value.code == "OM232"
    db.call("routing.end_shadow", p_shadow_id=made)
    assert db.call("routing.start_shadow", p_version_id=version) > made


def test_it_refuses_rules_that_leave_every_order_without_a_location(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        db.call("routing.start_shadow", p_version_id=trials.version({**trials.NEAREST, "kinds": ["3pl"]}))
    assert refused.value.code == "OM221"


def test_it_refuses_rules_that_are_nowhere(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        db.call("routing.start_shadow", p_version_id=404)
    assert refused.value.code == "OM404"
