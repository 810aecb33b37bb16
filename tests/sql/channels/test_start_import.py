"""channels.start_import: what was looked through is placed."""

from typing import Any

import pytest

from oms.db import Actor, DomainError, acting_as, call, row, value
from tests.support.channels import channel


def uploaded() -> int:
    return int(call("channels.create_import", p_channel=channel(), p_file_name="orders.csv", p_content=b"Name"))


def test_it_is_asked_for_once(db: Any) -> None:
    import_id = uploaded()
    call("channels.begin_import", p_id=import_id, p_rows_total=0)
    call("channels.finish_import", p_id=import_id)
    assert call("channels.start_import", p_id=import_id) is True
    assert call("channels.start_import", p_id=import_id) is False
    now = row("select * from channels.imports")
    assert (now.state, now.is_dry_run) == ("uploaded", False)
    assert value("select count(*) from tasks.tasks") == 2


def test_it_waits_for_the_dry_run(db: Any) -> None:
    import_id = uploaded()
    with pytest.raises(DomainError) as refused:
        call("channels.start_import", p_id=import_id)
    assert refused.value.code == "OM907"


def test_it_is_not_for_people_of_one_location(db: Any) -> None:
    import_id = uploaded()
    with acting_as(Actor("person", 8, "Bob", (1,))), pytest.raises(DomainError) as refused:
        call("channels.start_import", p_id=import_id)
    assert refused.value.code == "OM404"
