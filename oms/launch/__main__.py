"""`make run`: start everything, say where the door is, stop in order on Ctrl-C."""

import http.client
import json
import os
import subprocess
import sys
import time
from typing import Any

from oms.launch.checks import check_data_dir, check_machine
from oms.launch.console import Console
from oms.launch.lock import RunLock
from oms.launch.postgres import clear_leftovers, cluster
from oms.launch.refusal import Refusal
from oms.launch.secret_files import make_secrets
from oms.launch.supervisor import ROOT, Supervisor
from oms.launch.welcome import welcome
from oms.settings import Settings, SettingsError, data_dir, load_settings

_WEB_SECONDS = 60
_LOOK_SECONDS = 0.1


def main() -> int:
    """Run until stopped; 0 for a clean end or when OMS runs already, 1 for a refusal."""
    try:
        folder = data_dir()
        check_data_dir(folder)
        make_secrets(folder)
        settings = load_settings()
        lock = RunLock(folder)
        address = lock.take(settings.base_url)
        if address:
            print(f"OMS is already running at {address}")
            return 0
        check_machine(settings)
        launch(settings)
    except (Refusal, SettingsError) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def launch(settings: Settings) -> None:
    """Servers first, then what works with them; whatever happens, everything is stopped in order."""
    began = time.monotonic()
    console = Console()
    environ = {**os.environ, "OMS_DATA": str(settings.data_dir)}
    supervisor = Supervisor(environ, console)
    supervisor.listen()
    try:
        supervisor.start(*_embedded(settings))
        outcome = _prepare(supervisor, environ)
        if outcome is not None:
            supervisor.start("web", "worker", "clock")
            if _answers(supervisor, settings):
                console.say(welcome(settings, outcome, time.monotonic() - began))
                while supervisor.goes_on(seconds=1):
                    pass
    finally:
        supervisor.stop()


def _embedded(settings: Settings) -> list[str]:
    """The servers that no URL names."""
    servers = []
    if not os.environ.get("DATABASE_URL"):
        clear_leftovers(cluster(settings.data_dir))
        servers.append("db")
    if "REDIS_URL" not in os.environ and settings.redis_url:
        servers.append("redis")
    return servers


def _prepare(supervisor: Supervisor, environ: dict[str, str]) -> dict[str, Any] | None:
    """Migrate and fill the database in a process of its own, which gives its memory back; None when told to stop."""
    words = [sys.executable, "-m", "oms.launch.prepare"]
    with subprocess.Popen(words, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True, process_group=0) as process:  # noqa: S603
        try:
            while supervisor.goes_on(_LOOK_SECONDS):
                if process.poll() is not None:
                    break
            else:
                return None
        finally:
            process.terminate()
        outcome, _ = process.communicate()
    if process.returncode != 0:
        sys.exit(1)  # it has said why
    return json.loads(outcome)


def _answers(supervisor: Supervisor, settings: Settings) -> bool:
    """Wait for the first answer of the web server; False when told to stop."""
    until = time.monotonic() + _WEB_SECONDS
    while supervisor.goes_on(_LOOK_SECONDS):
        connection = http.client.HTTPConnection(settings.host.replace("0.0.0.0", "127.0.0.1"), settings.port, timeout=5)  # noqa: S104
        try:
            connection.request("GET", "/healthz")
            connection.getresponse().read()
        except OSError:
            if time.monotonic() > until:
                raise Refusal(supervisor.last_words("web")) from None
        else:
            return True
        finally:
            connection.close()
    return False


if __name__ == "__main__":
    sys.exit(main())
