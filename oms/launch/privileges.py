"""PostgreSQL refuses to run as root; where we are root (containers, mostly) its programs run as user nobody."""

import os
import pwd
import shutil
from pathlib import Path

from oms.launch.refusal import Refusal

_USER = "nobody"
_OTHERS_MAY_ENTER = 0o001


def unprivileged(*places: Path) -> list[str]:
    """The words to put before a command that must not run as root and works in these places.

    Where a place lies in a folder closed to others, such as /root, the command keeps the one power of root it then
    needs, to pass through (CAP_DAC_OVERRIDE), and no other.
    """
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        message = "PostgreSQL cannot run as root here: start OMS as an ordinary user, or set DATABASE_URL."
        raise Refusal(message)
    group = str(pwd.getpwnam(_USER).pw_gid)
    words = ["setpriv", "--reuid", _USER, "--regid", group, "--clear-groups"]
    words += ["--pdeathsig", "INT"]  # the kernel forgets an earlier one when the user changes
    if not all(_open(place) for place in places):
        words += ["--inh-caps", "+dac_override", "--ambient-caps", "+dac_override", "--securebits", "+no_setuid_fixup"]
    return words


def give(path: Path) -> None:
    """Make what root has just made the unprivileged user's."""
    if os.geteuid() == 0:
        user = pwd.getpwnam(_USER)
        os.chown(path, user.pw_uid, user.pw_gid)


def _open(place: Path) -> bool:
    return all(folder.stat().st_mode & _OTHERS_MAY_ENTER for folder in place.resolve().parents)
