"""The one place for configuration: environment variables in, one typed object out."""

import hashlib
import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from oms import embedded

APP_ROLE = "oms_app"


class SettingsError(Exception):
    """A setting is missing or wrong; the message is one sentence for the person who starts OMS."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What OMS was told. `load_settings` documents the variable behind each field."""

    database_url: str
    app_database_url: str
    redis_url: str | None
    secret_key: str
    data_dir: Path
    host: str
    port: int
    base_url: str
    demo: bool
    proxies: int
    smtp_url: str | None
    easypost_secret: str | None
    cookies_secure: bool
    pool_size: int
    testing: bool


def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the environment.

    DATABASE_URL      administrator's connection, used to migrate; the embedded PostgreSQL where unset
    DATABASE_APP_URL  the application's connection; where unset, DATABASE_URL as role oms_app with a derived password
    REDIS_URL         the embedded Redis where unset; set but empty means: without Redis
    SECRET_KEY        signs sessions and links; where unset, the file secret_key in OMS_DATA, which `make run` makes
    OMS_DATA          folder of the embedded servers' data (var)
    BIND, PORT        where the web server listens (127.0.0.1, 8000)
    BASE_URL          the address people use, for links in mails (http://localhost:PORT)
    PROXIES           reverse proxies in front whose X-Forwarded-* headers are believed (0)
    DEMO              0 starts empty instead of loading the demo shop (1)
    SMTP_URL          smtp://user:password@host:587; where unset, mail stays in the mailbox page
    EASYPOST_SECRET   signs what EasyPost tells of parcels, at /fulfillment/trackers/easypost; unset: nobody tells
    POOL_SIZE         database connections of one process (8)
    """
    folder = data_dir(environ)
    secret_key = _secret_key(environ, folder)
    database_url = environ.get("DATABASE_URL") or embedded.database_url(folder)
    host = environ.get("BIND") or "127.0.0.1"
    port = _number(environ, "PORT", default=8000, highest=65535)
    base_url = (environ.get("BASE_URL") or default_base_url(host, port)).rstrip("/")
    redis_url = environ["REDIS_URL"] if "REDIS_URL" in environ else embedded.redis_url(folder)
    return Settings(
        database_url=database_url,
        app_database_url=environ.get("DATABASE_APP_URL") or app_database_url(database_url, secret_key),
        redis_url=redis_url or None,
        secret_key=secret_key,
        data_dir=folder,
        host=host,
        port=port,
        base_url=base_url,
        demo=_flag(environ, "DEMO", default=True),
        proxies=_number(environ, "PROXIES", default=0, lowest=0, highest=9),
        smtp_url=environ.get("SMTP_URL") or None,
        easypost_secret=environ.get("EASYPOST_SECRET") or None,
        cookies_secure=base_url.startswith("https://"),
        pool_size=_number(environ, "POOL_SIZE", default=8, highest=64),
        testing=_flag(environ, "TESTING", default=False),
    )


def data_dir(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the embedded servers' data and our secrets are kept."""
    return Path(environ.get("OMS_DATA") or "var").resolve()


def default_base_url(host: str, port: int) -> str:
    """Where a browser on this machine finds the server."""
    return f"http://{'localhost' if host in {'127.0.0.1', '0.0.0.0', '::'} else host}:{port}"  # noqa: S104


def app_database_url(database_url: str, secret_key: str) -> str:
    """The same server and database, as the application role."""
    parts = urlsplit(database_url)
    server = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{APP_ROLE}:{quote(app_password(secret_key))}@{server}"))


def app_password(secret_key: str) -> str:
    """The application role's password; migrating sets it, so no one has to choose or store one."""
    return hmac.new(secret_key.encode(), APP_ROLE.encode(), hashlib.sha256).hexdigest()


def _secret_key(environ: Mapping[str, str], folder: Path) -> str:
    key = environ.get("SECRET_KEY", "")
    file = folder / "secret_key"
    if not key and file.exists():
        key = file.read_text().strip()
    if len(key) < 32:  # noqa: PLR2004 - 128 bits in hexadecimal
        message = "SECRET_KEY must be set to at least 32 characters, or OMS be started by make run, which makes one."
        raise SettingsError(message)
    return key


def _number(environ: Mapping[str, str], name: str, *, default: int, highest: int, lowest: int = 1) -> int:
    text = environ.get(name) or str(default)
    if not text.isascii() or not text.isdigit() or not lowest <= int(text) <= highest:
        message = f"{name} must be a whole number from {lowest} to {highest}, not {text!r}."
        raise SettingsError(message)
    return int(text)


def _flag(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    text = environ.get(name) or str(int(default))
    if text not in {"0", "1"}:
        message = f"{name} must be 0 or 1, not {text!r}."
        raise SettingsError(message)
    return text == "1"
