"""What tests of the API share."""

import pytest

from oms.api import limits
from tests.support.api import ApiClient, api_token


@pytest.fixture
def connect(app, db):
    """A client with a new token: `connect("orders:read", locations=[london])`; of every scope where none is named."""

    def make(*scopes, **given):
        return ApiClient(app, api_token(*scopes, **given))

    return make


@pytest.fixture
def api(connect):
    """A client that may do everything everywhere."""
    return connect()


@pytest.fixture(autouse=True)
def _fresh_limits():
    limits._buckets.clear()
