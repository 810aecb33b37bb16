"""The rules of the house, executable. `ask` reads the catalog of a freshly migrated database."""

import psycopg
import pytest


@pytest.fixture(scope="session")
def ask(server, database):
    """Run a query on the catalog, as the administrator; all rows."""
    with psycopg.connect(server.url(database), autocommit=True) as connection:
        yield lambda query, *params: connection.execute(query, params or None).fetchall()
