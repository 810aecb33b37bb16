"""Keys for other software."""

import pytest

from oms.db import DomainError


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"p_name": " "}, "api_tokens_name_given"),
        ({"p_prefix": "oms_1"}, "api_tokens_prefix_unique"),
        ({"p_token_hash": b"1" * 32}, "api_tokens_hash_unique"),
    ],
)
def test_it_refuses(db, wrong, code):
    told = {"p_name": "Shop", "p_scopes": ["orders:read"]}
    db.call("auth.create_token", p_prefix="oms_1", p_token_hash=b"1" * 32, **told)
    with pytest.raises(DomainError) as refused:
        db.call("auth.create_token", **(told | {"p_prefix": "oms_2", "p_token_hash": b"2" * 32} | wrong))
    assert refused.value.code == code
