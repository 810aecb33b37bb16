"""Who looks at channels: Mary manages them, Alice looks after orders, Bob packs and may not."""

from typing import Any

import pytest

from tests.support.pages import CheckedClient


@pytest.fixture
def mary(log_in: Any) -> CheckedClient:
    client: CheckedClient = log_in("manager", name="Mary Moss")
    return client


@pytest.fixture
def alice(log_in: Any) -> CheckedClient:
    client: CheckedClient = log_in("service", name="Alice Adams")
    return client


@pytest.fixture
def bob(log_in: Any) -> CheckedClient:
    client: CheckedClient = log_in("warehouse", name="Bob Brown")
    return client
