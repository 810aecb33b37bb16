"""The clock, a process of the Procfile: what schedules owe becomes tasks, and what is due is rung for again.

More than one may run: each tick happens once. Nothing is lost while none runs, only later.
"""

import logging
import signal
import threading

from redis import RedisError
from sqlalchemy.exc import OperationalError

from oms import db
from oms.db import call
from oms.settings import load_settings
from oms.tasks.bell import Bell

SECONDS = 1.0

log = logging.getLogger(__name__)


def run(bell: Bell | None, stop: threading.Event) -> None:
    """Tick until told to stop, through outages of either server."""
    is_well = True
    while not stop.wait(SECONDS):
        try:
            tick(bell)
        except (OperationalError, RedisError) as error:
            if is_well:
                log.warning("the clock stands still (%s)", type(error).__name__)
            is_well = False
        else:
            is_well = True


def tick(bell: Bell | None) -> None:
    """Once around. While rings wait to be heard there is no need for more: workers come to the end of them."""
    call("tasks.tick")
    if bell is not None and bell.is_silent():
        bell.ring(call("tasks.sweep"))


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    settings = load_settings()
    db.connect(settings.app_database_url, pool_size=1)
    stop = threading.Event()
    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, lambda *_: stop.set())
    with db.acting_as(db.SYSTEM):
        run(Bell(settings.redis_url) if settings.redis_url else None, stop)


if __name__ == "__main__":
    main()
