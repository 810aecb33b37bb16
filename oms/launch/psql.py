"""`make psql`: PostgreSQL's console on the database that the settings name, as its administrator."""

import os
import shutil
import sys

from oms import embedded
from oms.settings import SettingsError, load_settings


def main() -> None:
    """Become psql."""
    binaries = embedded.postgres_bin()
    # The system's has a line editor; the embedded one does without.
    psql = shutil.which("psql") or (str(binaries / "psql") if binaries else None)
    if psql is None:
        sys.exit("There is no psql on this machine: install PostgreSQL's client.")
    os.execv(psql, ["psql", load_settings().database_url, *sys.argv[1:]])  # noqa: S606 - a list of words, no shell


if __name__ == "__main__":
    try:
        main()
    except SettingsError as error:
        sys.exit(str(error))
