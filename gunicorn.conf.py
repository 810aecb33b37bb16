"""How gunicorn serves OMS: threads in one process, because waiting for PostgreSQL is most of the work.

WEB_CONCURRENCY adds processes; they then share the application's memory.
"""

import os

from oms.settings import load_settings

_settings = load_settings()

bind = f"{_settings.host}:{_settings.port}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "1"))
threads = 48  # live updates hold one each
preload_app = workers > 1
timeout = 60
graceful_timeout = 5
keepalive = 5
loglevel = "warning"
control_socket_disable = True
