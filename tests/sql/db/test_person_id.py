"""db.person_id: the person who acts, if it is one."""

from typing import Any

import pytest

from oms.db import Actor, acting_as, value


@pytest.mark.parametrize(
    ("actor", "known"), [(Actor("person", 7, "Alice"), 7), (Actor("token", 7, "Shop"), None), (Actor("job"), None)]
)
def test_it_is_a_person_or_nobody(db: Any, actor: Actor, known: int | None) -> None:
    with acting_as(actor):
        assert value("select db.person_id()") == known
