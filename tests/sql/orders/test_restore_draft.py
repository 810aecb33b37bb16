"""orders.restore_draft: discarded by mistake, it is there again, and so is its stock."""

from typing import Any

import pytest

from oms.db import DomainError, call
from tests.support.drafts import draft_row, id_of, save
from tests.support.factories import line, location, stocked


def test_it_takes_a_discard_back(db: Any, assert_consistent: Any) -> None:
    save("a", lines=[line(stocked(location(), 5), 2)])
    call("orders.discard_draft", p_draft_id=id_of("a"), p_version=1)
    for _ in range(2):
        call("orders.restore_draft", p_draft_id=id_of("a"))
    draft = draft_row("a")
    assert (draft.discarded_at, draft.version, draft.held_units) == (None, 1, 2)
    assert_consistent()


def test_it_refuses_what_is_no_longer_there(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        call("orders.restore_draft", p_draft_id=id_of("a"))
    assert refused.value.code == "OM350"
