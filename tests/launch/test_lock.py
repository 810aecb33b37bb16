import os
import subprocess
import sys

from oms.launch.lock import RunLock

HOLD = """
import sys, time
from pathlib import Path
from oms.launch.lock import RunLock
lock = RunLock(Path(sys.argv[1]))
assert lock.take("http://localhost:8000") is None
print("held", flush=True)
time.sleep(60)
"""


def hold(folder):
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    return process


def test_it_says_where_the_other_one_is(tmp_path):
    with hold(tmp_path) as other:
        assert RunLock(tmp_path).take("http://localhost:9000") == "http://localhost:8000"
        other.kill()


def test_it_is_free_again_after_a_kill(tmp_path):
    with hold(tmp_path) as other:
        other.kill()
    assert RunLock(tmp_path).take("http://localhost:9000") is None
    assert (tmp_path / "lock").read_text() == "http://localhost:9000"


def test_it_is_not_handed_to_children(tmp_path):
    lock = RunLock(tmp_path)
    assert lock.take("") is None
    assert not os.get_inheritable(lock._descriptor)
