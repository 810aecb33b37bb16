"""`python -m oms.demo`: load the demo shop into an empty database and print the ways in."""

import json
import sys

from oms import db, demo
from oms.settings import load_settings


def main() -> None:
    settings = load_settings()
    db.connect(settings.app_database_url, pool_size=1)
    with db.acting_as(db.SYSTEM):
        if not demo.is_wanted():
            sys.exit("Somebody uses this database already; the demo shop is for an empty one.")
        json.dump(demo.load(settings), sys.stdout, indent=2)


if __name__ == "__main__":
    main()
