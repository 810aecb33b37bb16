"""channels.reopen_quarantine: it is wanted after all."""

from typing import Any

import pytest

from oms.db import DomainError, call
from tests.support.channels import incoming, quarantined, record, sold


def test_it_takes_a_discarded_order_up_again(db: Any) -> None:
    found = quarantined()
    call("channels.discard_quarantine", p_id=found.id, p_version=1)
    call("channels.reopen_quarantine", p_id=found.id, p_version=2)
    assert record(found.id).state == "open"


def test_it_refuses_what_has_become_an_order(db: Any) -> None:
    found = quarantined()
    payload = {**found.payload, "lines": incoming(sold())["lines"]}
    call("channels.retry_quarantine", p_id=found.id, p_payload=payload, p_version=1)
    with pytest.raises(DomainError) as refused:
        call("channels.reopen_quarantine", p_id=found.id, p_version=record(found.id).version)
    assert refused.value.code == "OM906"
