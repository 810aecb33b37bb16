"""What a Procfile process does where it is not needed."""

import signal
import sys
from typing import NoReturn


def stand_by(why: str) -> NoReturn:
    """Wait to be stopped: a runner of Procfiles stops everything as soon as one process ends."""
    print(why, flush=True)
    signal.pause()
    sys.exit()
