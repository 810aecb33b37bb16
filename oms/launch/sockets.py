"""The folders in which the embedded servers put their sockets; who can enter one can talk to its server."""

import os
from pathlib import Path

from oms import embedded
from oms.launch.refusal import Refusal


def socket_folder(data_dir: Path, server: str) -> Path:
    """Make the folder of one server's socket, closed to everyone else."""
    parent = embedded.socket_dir(data_dir)
    parent.mkdir(mode=0o711, parents=True, exist_ok=True)
    # In the shared temporary directory somebody else may have been first.
    if parent.is_symlink() or parent.stat().st_uid != os.geteuid():
        message = f"{parent} belongs to another user: remove it, or set OMS_DATA to a folder with a short path."
        raise Refusal(message)
    folder = parent / server
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
