"""Fixtures: `signed_in`, a tab in which somebody is logged in, on the live server."""

import pytest

from oms.auth.secrets import hash_of, new_token


@pytest.fixture
def signed_in(page, live_server, committed_db):
    """Log the tab in as a new person with this role, and open an address."""

    def open_as(role, address):
        person_id = committed_db.call(
            "auth.create_person", p_email=f"{role}@example.com", p_name="Alice Adams", p_role=role
        )
        token = new_token()
        committed_db.call(
            "auth.start_session", p_person_id=person_id, p_token_hash=hash_of(token), p_address="", p_user_agent=""
        )
        page.context.add_cookies([{"name": "sid", "value": token, "url": live_server}])
        page.goto(live_server + address)
        return page

    return open_as
