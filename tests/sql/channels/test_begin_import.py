"""channels.begin_import: from the first row, with nothing counted yet."""

from typing import Any

from oms.db import call, row, value
from tests.support.channels import channel


def test_it_forgets_what_was_counted_before(db: Any) -> None:
    import_id = call("channels.create_import", p_channel=channel(), p_file_name="orders.csv", p_content=b"Name")
    problem = {"row_number": 2, "name": "#1", "is_skipped": False, "reason": {"code": "no_lines"}}
    call("channels.record_import", p_id=import_id, p_counts={"rows_read": 1}, p_problems=[problem])
    call("channels.begin_import", p_id=import_id, p_rows_total=12)
    now = row("select * from channels.imports")
    assert (now.state, now.rows_total, now.rows_read) == ("running", 12, 0)
    assert value("select count(*) from channels.import_problems") == 0
