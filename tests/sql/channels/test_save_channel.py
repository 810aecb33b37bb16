"""channels.save_channel: made and changed by its code."""

from typing import Any

import pytest

from oms.db import DomainError, call, row
from tests.support.channels import SECRET, channel


def test_it_makes_a_channel_with_its_secret(db: Any) -> None:
    channel("shop-de", name="Shop")
    made = row("select * from channels.channels")
    assert (made.code, made.name, made.stock_policy, made.is_active) == ("shop-de", "Shop", "backorder", True)
    assert call("channels.webhook_secret", p_channel="shop-de", p_kind="shopify") == SECRET


def test_it_changes_what_is_named(db: Any) -> None:
    channel()
    call("channels.save_channel", p_channel={"code": "shop", "name": "New", "is_active": False})
    changed = row("select * from channels.channels")
    assert (changed.name, changed.is_active, changed.currency, changed.kind) == ("New", False, "EUR", "shopify")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"code": "Not Clean"}, "channels_code_clean"),
        ({"name": ""}, "channels_name_given"),
        ({"kind": "fax"}, "channels_kind_known"),
        ({"secret": "short"}, "secrets_long_enough"),
    ],
)
def test_it_refuses_what_makes_no_sense(db: Any, given: dict[str, Any], code: str) -> None:
    with pytest.raises(DomainError) as refused:
        channel(**{"code": "shop", **given})
    assert refused.value.code == code
