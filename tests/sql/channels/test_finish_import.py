"""channels.finish_import: done, or not readable at all."""

from typing import Any

import pytest

from oms.db import call, row
from tests.support.channels import channel


@pytest.mark.parametrize(("error", "state"), [("", "done"), ("Name", "failed")])
def test_it_comes_to_its_end(db: Any, error: str, state: str) -> None:
    import_id = call("channels.create_import", p_channel=channel(), p_file_name="orders.csv", p_content=b"Name")
    call("channels.finish_import", p_id=import_id, p_error=error)
    now = row("select * from channels.imports")
    assert (now.state, now.error) == (state, error)
    assert now.finished_at is not None
