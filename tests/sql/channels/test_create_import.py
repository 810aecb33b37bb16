"""channels.create_import: a file is kept, and looked through first."""

from typing import Any

from oms.db import Actor, acting_as, call, row
from tests.support.channels import channel


def test_it_begins_with_a_dry_run(db: Any) -> None:
    with acting_as(Actor("person", 7, "Alice")):
        import_id = call("channels.create_import", p_channel=channel(), p_file_name="orders.csv", p_content=b"\x00\xff")
    made = row("select * from channels.imports")
    assert (made.id, made.state, made.is_dry_run, made.created_by) == (import_id, "uploaded", True, "Alice")
    assert bytes(made.content) == b"\x00\xff"
    assert tuple(row("select kind, args from tasks.tasks")) == ("channels.run_import", {"id": import_id})
