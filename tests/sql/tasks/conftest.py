"""What tests of tasks share."""

import pytest


@pytest.fixture
def announced(_connection):
    """The tasks that were announced as due, in order."""
    heard = []

    def keep(notice):
        if notice.message_primary == "task due":
            heard.append(int(notice.message_detail))

    raw = _connection.connection.driver_connection
    raw.add_notice_handler(keep)
    yield heard
    raw.remove_notice_handler(keep)
