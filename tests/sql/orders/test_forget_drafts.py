"""orders.forget_drafts: names and addresses of what was discarded are not kept."""

from typing import Any

from oms.db import call, rows
from tests.support.drafts import id_of, save
from tests.support.tasks import later


def test_it_forgets_what_was_discarded_a_day_ago(db: Any) -> None:
    for key in ("old", "new", "kept"):
        save(key)
    call("orders.discard_draft", p_draft_id=id_of("old"), p_version=1)
    later(hours=24)
    call("orders.discard_draft", p_draft_id=id_of("new"), p_version=1)
    assert call("orders.forget_drafts") == 0
    later(seconds=1)
    assert call("orders.forget_drafts") == 1
    assert [draft.key for draft in rows("select key from orders.drafts order by id")] == ["new", "kept"]
