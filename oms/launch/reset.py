"""`make reset`: forget the embedded database and the demo, so that the next start is a first start."""

import shutil
import sys

from oms.launch.lock import RunLock
from oms.launch.postgres import cluster
from oms.settings import data_dir


def main() -> int:
    """Remove what a start makes again; refuse while one runs."""
    folder = data_dir()
    if not folder.exists():
        print(f"There is nothing in {folder}.")
        return 0
    address = RunLock(folder).take("")
    if address:
        print(f"OMS is running at {address}: stop it first.", file=sys.stderr)
        return 1
    if cluster(folder).exists():
        shutil.rmtree(cluster(folder))
    (folder / "demo.json").unlink(missing_ok=True)
    print(f"The next start makes a new database in {folder}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
