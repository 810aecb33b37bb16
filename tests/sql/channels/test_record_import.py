"""channels.record_import: counts add up."""

from typing import Any

from oms.db import call, row, rows
from tests.support.channels import channel


def test_it_adds_counts_and_problems(db: Any) -> None:
    import_id = call("channels.create_import", p_channel=channel(), p_file_name="orders.csv", p_content=b"Name")
    problem = {"row_number": 2, "name": "#1", "is_skipped": True, "reason": {"code": "no_name"}}
    call("channels.record_import", p_id=import_id, p_counts={"rows_read": 1, "rows_skipped": 1}, p_problems=[problem])
    call(
        "channels.record_import",
        p_id=import_id,
        p_counts={"rows_read": 2, "orders_read": 1, "orders_new": 1},
        p_problems=[problem],
    )
    now = row("select * from channels.imports")
    assert (now.rows_read, now.rows_skipped, now.orders_read, now.orders_new, now.orders_known) == (3, 1, 1, 1, 0)
    assert [found.reason for found in rows("select reason from channels.import_problems")] == [problem["reason"]] * 2
