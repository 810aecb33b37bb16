"""channels.discard_quarantine: it is not wanted."""

from typing import Any

import pytest

from oms.db import DomainError, call
from tests.support.channels import quarantined, record


def test_it_puts_an_order_aside(db: Any) -> None:
    found = quarantined()
    call("channels.discard_quarantine", p_id=found.id, p_version=1)
    assert (record(found.id).state, record(found.id).version) == ("discarded", 2)


def test_it_refuses_what_has_changed_meanwhile(db: Any) -> None:
    found = quarantined()
    with pytest.raises(DomainError) as refused:
        call("channels.discard_quarantine", p_id=found.id, p_version=9)
    assert (refused.value.code, refused.value.detail) == ("OM409", {"expected": 9, "version": 1})
    assert record(found.id).state == "open"


def test_it_refuses_what_is_discarded_already(db: Any) -> None:
    found = quarantined()
    call("channels.discard_quarantine", p_id=found.id, p_version=1)
    with pytest.raises(DomainError) as refused:
        call("channels.discard_quarantine", p_id=found.id, p_version=2)
    assert refused.value.code == "OM906"
