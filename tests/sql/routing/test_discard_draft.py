"""routing.discard_draft: gives up what was never used."""

from typing import Any

import pytest

from oms.db import DomainError, call
from tests.support.routing import default_id, version


def test_the_next_draft_begins_anew(db: Any) -> None:
    rules = {"criteria": ["cheapest"]}
    draft = call("routing.save_draft", p_profile_id=default_id(), p_rules=rules)
    call("routing.discard_draft", p_version_id=draft)
    assert call("routing.save_draft", p_profile_id=default_id(), p_rules=rules) != draft
    assert version(default_id(), "draft").version == 3


def test_it_refuses_what_decides(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        call("routing.discard_draft", p_version_id=version(default_id()).id)
    assert refused.value.code == "profile_versions_transition_lawful"
