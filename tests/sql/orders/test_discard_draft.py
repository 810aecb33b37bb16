"""orders.discard_draft: what was held is available again."""

from typing import Any

import pytest

from oms.db import DomainError, call, value
from tests.support.drafts import draft_row, id_of, save
from tests.support.factories import line, location, stocked


def test_it_lets_go_of_what_was_held(db: Any, assert_consistent: Any) -> None:
    save("a", lines=[line(stocked(location(), 5), 2)])
    call("orders.discard_draft", p_draft_id=id_of("a"), p_version=1)
    draft = draft_row("a")
    assert (draft.discarded_by, draft.held_units) == ("OMS", None)
    assert value("select held from inventory.levels") == 0
    assert_consistent()


def test_it_refuses_what_was_saved_or_discarded_meanwhile(db: Any) -> None:
    save("a")
    for version, code in ((2, "OM351"), (1, None), (1, "OM350")):
        if code is None:
            call("orders.discard_draft", p_draft_id=id_of("a"), p_version=version)
            continue
        with pytest.raises(DomainError) as refused:
            call("orders.discard_draft", p_draft_id=id_of("a"), p_version=version)
        assert refused.value.code == code
