"""Children that end with their parent, even when it is killed and can stop nothing."""

import shutil


def dies_with_us(signal_name: str) -> list[str]:
    """The words to put before a command so that the kernel signals it when the thread that starts it ends.

    Linux can do this. Elsewhere a killed start leaves its children running; the next one stops the database, and
    says that the port is taken by the web server.
    """
    return ["setpriv", "--pdeathsig", signal_name, "--"] if shutil.which("setpriv") else []
