"""Jobs of routing."""

import time
from typing import Any

from jobs.run import finishing
from oms.db import call
from oms.routing import trials

AT_ONCE = 100  # decisions between two looks at whether it was canceled
SECONDS_MAX = 60  # of one task; the next one goes on from there


def simulate(args: dict[str, Any]) -> None:
    """Decide the past anew, some decisions at a time, each time with the progress in the same transaction."""
    until = time.monotonic() + SECONDS_MAX
    is_more = True
    try:
        while is_more and time.monotonic() < until:
            is_more = call("routing.continue_simulation", p_simulation_id=args["id"], p_most=AT_ONCE)
    except Exception:
        call("routing.end_simulation", p_simulation_id=args["id"], p_state="failed")
        raise
    with finishing():
        if is_more:
            call("tasks.enqueue", p_kind="routing.simulate", p_args=args)


def judge(_args: dict[str, Any]) -> None:
    """Let every shadow judge what was decided since it last did."""
    for shadow_id in trials.running_shadows():
        while call("routing.judge", p_shadow_id=shadow_id, p_most=AT_ONCE) == AT_ONCE:
            pass


def measure_accuracies(_args: dict[str, Any]) -> None:
    """Measure how often each location could not find what it was asked for; profiles may prefer the more accurate."""
    with finishing():
        call("routing.measure_accuracies")
