"""The doorbell: Redis says which task, and nothing that matters is lost with it."""

import pytest
import redis as redis_client

from oms.tasks.bell import Bell
from tests.support.tasks import task


def test_it_rings_after_the_commit_and_not_before(committed_db, bell):
    with committed_db.transaction():
        first, second = task(), task()
        assert bell.is_silent()
    assert [bell.wait(), bell.wait()] == [first, second]
    assert bell.is_silent()


def test_it_does_not_ring_for_what_was_undone(committed_db, bell):
    def undone():
        with committed_db.transaction():
            task()
            committed_db.call("tasks.retry", p_task_id=0)

    with pytest.raises(committed_db.DomainError):
        undone()
    task_id = task()
    assert bell.wait() == task_id
    assert bell.is_silent()


def test_it_leaves_nothing_in_redis(bell, redis):
    bell.ring([1, 1, 2])
    assert [bell.wait(), bell.wait()] == [1, 2]
    assert [key for key in redis.scan_iter("rq:*") if key != b"rq:queues"] == []


def test_it_hears_the_same_ring_only_once(bell):
    bell.ring([1])
    bell.ring([1, 2])
    assert [bell.wait(), bell.wait()] == [1, 2]
    assert bell.is_silent()


def test_it_keeps_no_code_in_redis_only_a_name(bell, redis):
    bell.ring([7])
    ring = redis.hgetall("rq:job:task-7")
    assert b"pickle" not in b"".join(ring.values())
    assert ring[b"description"] == b"task 7"


def test_ringing_never_fails(tmp_path):
    bell = Bell(f"unix://{tmp_path}/no.sock")
    bell.ring([1])
    bell.ring([2])  # and does not even try so soon
    with pytest.raises(redis_client.RedisError):
        bell.is_silent()
    with pytest.raises(redis_client.RedisError):
        bell.wait()
