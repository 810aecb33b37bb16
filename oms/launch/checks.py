"""What must be true of this machine before anything is started; each check refuses in one sentence."""

import errno
import shutil
import socket
from pathlib import Path

from oms.launch.libraries import missing_libraries
from oms.launch.refusal import Refusal
from oms.settings import Settings

NEEDED_DISK_MB = 300


def check_machine(settings: Settings) -> None:
    """Refuse to start where the data, the documents or the web server would fail later."""
    check_data_dir(settings.data_dir)
    check_libraries()
    check_port(settings.host, settings.port)


def check_data_dir(folder: Path) -> None:
    """The data folder can be written, with room to spare."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".probe"
        probe.touch()
        probe.unlink()
        free = shutil.disk_usage(folder).free // 2**20
    except OSError as error:
        message = f"OMS cannot write its data to {folder} ({error.strerror}): set OMS_DATA to a folder of yours."
        raise Refusal(message) from error
    if free < NEEDED_DISK_MB:
        message = f"The disk of {folder} has {free} MB free and OMS needs {NEEDED_DISK_MB}: make room or set OMS_DATA."
        raise Refusal(message)


def check_libraries() -> None:
    """The system libraries that draw PDFs are installed."""
    missing = missing_libraries()
    if missing:
        message = f"System libraries for PDFs are missing ({', '.join(missing)}): make setup installs or names them."
        raise Refusal(message)


def check_port(host: str, port: int) -> None:
    """Nothing else listens where the web server will."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Refusal(_port_trouble(error, host, port)) from error


def _port_trouble(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program: choose another with make run PORT={port + 1}."
    if error.errno == errno.EACCES:
        return f"Port {port} is for the system's own services: choose one above 1023, as in make run PORT=8000."
    return f"The web server cannot listen on {host}, port {port} ({error.strerror}): check BIND and PORT."
