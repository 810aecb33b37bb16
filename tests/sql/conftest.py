"""What tests of SQL functions share."""

from collections.abc import Callable
from typing import Any

import pytest

from oms.db import DomainError


@pytest.fixture
def refusal() -> Callable[..., str]:
    """The code of the refusal of a call that must be refused."""

    def code(function: Callable[..., Any], *args: Any, **given: Any) -> str:
        with pytest.raises(DomainError) as refused:
            function(*args, **given)
        return refused.value.code

    return code
