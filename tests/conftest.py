"""Fixtures live in tests/support, one module per kind."""

pytest_plugins = [
    "tests.support.database",
    "tests.support.redis",
    "tests.support.web",
    "tests.support.people",
    "tests.support.print",
    "tests.support.browser",
]
