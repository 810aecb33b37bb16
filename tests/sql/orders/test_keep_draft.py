"""orders.keep_draft: whoever opens a draft has its stock for another day."""

from typing import Any

import pytest

from oms.db import DomainError, call
from tests.support.drafts import draft_row, id_of, kept, save
from tests.support.factories import line, location, place_order, stocked
from tests.support.tasks import later


def test_it_extends_what_is_held(db: Any) -> None:
    save("a", lines=[line(stocked(location(), 5), 2)])
    until = draft_row("a").expires_at
    later(hours=5)
    call("orders.keep_draft", p_draft_id=id_of("a"), p_version=1)
    draft = draft_row("a")
    assert (draft.version, draft.held_units, (draft.expires_at - until).total_seconds()) == (1, 2, 5 * 3600)


def test_it_holds_again_what_is_there_after_the_time_was_up(db: Any, assert_consistent: Any) -> None:
    sku = stocked(location(), 3)
    save("a", lines=[line(sku, 3)])
    later(hours=25)
    call("inventory.expire_holds")
    assert draft_row("a").held_units is None
    place_order(lines=[line(sku)])
    call("orders.keep_draft", p_draft_id=id_of("a"), p_version=1)
    assert (draft_row("a").held_units, kept("a")) == (2, {sku: 2})
    assert_consistent()


def test_it_refuses_what_is_over_or_was_saved_meanwhile(db: Any) -> None:
    save("a")
    with pytest.raises(DomainError) as refused:
        call("orders.keep_draft", p_draft_id=id_of("a"), p_version=2)
    assert refused.value.code == "OM351"
    with pytest.raises(DomainError) as refused:
        call("orders.keep_draft", p_draft_id=id_of("b"), p_version=1)
    assert refused.value.code == "OM350"
