"""channels.set_secret: from now on another one."""

from typing import Any

import pytest

from oms.db import DomainError, call
from tests.support.channels import channel


def test_it_replaces_the_one_before(db: Any) -> None:
    channel()
    call("channels.set_secret", p_channel="shop", p_secret="another secret, as long as that")
    assert call("channels.webhook_secret", p_channel="shop", p_kind="shopify") == "another secret, as long as that"


def test_it_refuses_a_channel_that_is_not_there(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        call("channels.set_secret", p_channel="none", p_secret="another secret, as long as that")
    assert refused.value.code == "OM404"
