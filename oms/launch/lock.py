"""One OMS per data folder. The lock dies with its process, so a crash never blocks the next start."""

import fcntl
import os
from pathlib import Path


class RunLock:
    """Holds `lock` in the data folder; the file says where the one that holds it can be reached."""

    def __init__(self, data_dir: Path) -> None:
        self._descriptor = os.open(data_dir / "lock", os.O_RDWR | os.O_CREAT, 0o644)

    def take(self, url: str) -> str | None:
        """Take the lock and leave our address in it, or return the address of the one who has it."""
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return os.pread(self._descriptor, 1000, 0).decode() or "an address not yet known"
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, url.encode(), 0)
        return None
