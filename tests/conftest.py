"""Fixtures live in tests/support, one module per kind."""

import hypothesis
import pytest
from hypothesis import HealthCheck

pytest_plugins = [
    "tests.support.database",
    "tests.support.redis",
    "tests.support.web",
    "tests.support.people",
    "tests.support.print",
    "tests.support.browser",
]

# The quick suite tries the same examples each time, and however long a busy machine takes over them.
_PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]}
hypothesis.settings.register_profile("quick", max_examples=40, derandomize=True, **_PATIENT)
hypothesis.settings.register_profile("thorough", max_examples=200, print_blob=True, **_PATIENT)


def pytest_configure(config: pytest.Config) -> None:
    hypothesis.settings.load_profile("quick" if "not slow" in config.option.markexpr else "thorough")
