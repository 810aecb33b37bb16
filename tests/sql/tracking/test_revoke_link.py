"""tracking.revoke_link: a link in the wrong hands leads nowhere from now on."""

import pytest

from oms.db import DomainError


def test_it_says_so_in_the_log(linked):
    linked.ensure()
    linked.revoke()
    types = linked.db.rows("select type from history.events where subject = 'order' order by id desc limit 1")
    assert [event.type for event in types] == ["tracking.link_revoked"]


def test_it_refuses_where_there_is_no_link(linked):
    with pytest.raises(DomainError) as refused:
        linked.revoke()
    assert refused.value.code == "OM404"
