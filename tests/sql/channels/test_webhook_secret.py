"""channels.webhook_secret: read one at a time, and in no other way."""

from typing import Any

import pytest
from sqlalchemy.exc import ProgrammingError

from oms.db import call, rows
from tests.support.channels import SECRET, channel


def test_it_is_for_an_active_channel_of_the_kind(db: Any) -> None:
    channel()
    channel("off", is_active=False)
    assert call("channels.webhook_secret", p_channel="shop", p_kind="shopify") == SECRET
    assert call("channels.webhook_secret", p_channel="shop", p_kind="woo") is None
    assert call("channels.webhook_secret", p_channel="off", p_kind="shopify") is None
    assert call("channels.webhook_secret", p_channel="none", p_kind="shopify") is None


def test_it_is_in_no_table_that_the_application_reads(db: Any) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        rows("select * from channels.secrets")
