"""routing.rules_fingerprint: another one whenever the rules change."""

from typing import Any

from oms.db import call
from tests.support.factories import location
from tests.support.routing import profile


def test_it_tells_one_state_from_another(db: Any) -> None:
    location()
    careful = profile()
    empty = call("routing.rules_fingerprint")
    assert call("routing.rules_fingerprint") == empty
    call("routing.save_rules", p_rules=[{"channel": "web", "profile_id": careful}])
    assert call("routing.rules_fingerprint") != empty
