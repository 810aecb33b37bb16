"""The embedded PostgreSQL: a cluster of our own in the data folder, reached through one closed socket, no TCP.

As a Procfile process (`python -m oms.launch.postgres`) it becomes the server itself, in the foreground.
"""

import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import psutil

from oms import embedded
from oms.launch.checks import check_data_dir
from oms.launch.privileges import give, unprivileged
from oms.launch.programs import run_program
from oms.launch.refusal import Refusal
from oms.launch.sockets import socket_folder
from oms.launch.stand_by import stand_by
from oms.settings import load_settings

_STOP_SECONDS = 60
# Sorting and case are PostgreSQL's own; the system's locale only tells pg_trgm which characters are letters.
_LOCALE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
# Small and quiet: one shop on one machine. Durability stays at PostgreSQL's defaults: an acknowledged order is on disk.
_OPTIONS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "max_wal_size": "512MB",
    "io_method": "sync",
    "jit": "off",
    "log_error_verbosity": "terse",  # without the row that was refused, which may be about a person
    "log_timezone": "UTC",
    "timezone": "UTC",
    "track_functions": "all",
}


def cluster(data_dir: Path) -> Path:
    """Where the embedded PostgreSQL keeps its files."""
    return data_dir / "postgres"


def create(folder: Path, password: str, *, sync: bool = True) -> None:
    """Make an empty cluster, whole or not at all: it gets its name when it is complete."""
    draft = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    give(draft)
    with tempfile.NamedTemporaryFile("w") as password_file:
        password_file.write(password)
        password_file.flush()
        give(Path(password_file.name))
        words = [*_program("initdb", draft), "-D", str(draft), "-U", embedded.SUPERUSER]
        words += ["--auth=scram-sha-256", f"--pwfile={password_file.name}", "--data-checksums", "--encoding=UTF8"]
        words += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", f"--locale={_LOCALE}", "--no-instructions"]
        run_program(words if sync else [*words, "--no-sync"])
    draft.rename(folder)


def command(folder: Path, sockets: Path, options: dict[str, str] | None = None) -> list[str]:
    """The words that start the server on a cluster, in the foreground."""
    check_version(folder)
    words = [*_program("postgres", folder), "-D", str(folder)]
    for name, setting in {**_OPTIONS, "unix_socket_directories": str(sockets), **(options or {})}.items():
        words += ["-c", f"{name}={setting}"]
    return words


def check_version(folder: Path) -> None:
    """PostgreSQL's files are only readable by the same major version."""
    found = (folder / "PG_VERSION").read_text().strip()
    binary = embedded.postgres_bin()
    if binary and f"postgres (PostgreSQL) {found}." not in run_program([str(binary / "postgres"), "--version"]):
        message = (
            f"{folder} was written by PostgreSQL {found}: move its data with pg_upgrade, as docs/operations.md says."
        )
        raise Refusal(message)


def clear_leftovers(folder: Path) -> None:
    """Stop what a killed start left running on this cluster, and forget the server that a power cut ended.

    Only for the one who holds the run lock: then whatever still works in this folder has lost its master.
    """
    left = [process for process in psutil.process_iter(["cwd"]) if process.info["cwd"] == str(folder)]
    pid_file = folder / "postmaster.pid"
    if left and pid_file.exists():
        master = int(pid_file.read_text().split(maxsplit=1)[0])
        for process in left:
            if process.pid == master:
                process.send_signal(signal.SIGINT)
    _, alive = psutil.wait_procs(left, timeout=_STOP_SECONDS)
    if alive:
        message = f"An old PostgreSQL on {folder} does not stop (process {alive[0].pid}): end it and start again."
        raise Refusal(message)
    # Its number may meanwhile be another program's, which PostgreSQL would take for a running server.
    pid_file.unlink(missing_ok=True)


def main() -> None:
    """Become the server, making its cluster first; with a DATABASE_URL there is nothing to be."""
    if os.environ.get("DATABASE_URL"):
        stand_by("DATABASE_URL is set: no embedded PostgreSQL.")
    data_dir = load_settings().data_dir
    check_data_dir(data_dir)
    folder = cluster(data_dir)
    if not folder.exists():
        create(folder, (data_dir / "postgres_password").read_text().strip())
    sockets = socket_folder(data_dir, "postgres")
    give(sockets)
    words = command(folder, sockets)
    os.execvp(words[0], words)  # noqa: S606 - a list of words, no shell


def _program(name: str, folder: Path) -> list[str]:
    binaries = embedded.postgres_bin()
    if binaries is None:
        message = (
            "There is no embedded PostgreSQL for this kind of machine: set DATABASE_URL to a PostgreSQL 18 server."
        )
        raise Refusal(message)
    if folder.exists() and os.geteuid() != 0 and folder.stat().st_uid != os.geteuid():
        message = f"{folder} belongs to another user: start OMS as that user, or set OMS_DATA to a folder of yours."
        raise Refusal(message)
    return [*unprivileged(binaries / name, folder), str(binaries / name)]


if __name__ == "__main__":
    try:
        main()
    except Refusal as refusal:
        sys.exit(str(refusal))
