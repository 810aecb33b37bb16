"""What holds for the length of a request: who acts, and in which language, time zone and theme they read."""

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

from flask import Flask, g, request
from flask_babel import Babel, Locale, refresh
from flask_babel import get_locale as babel_locale
from flask_login import current_user
from sqlalchemy import Row

from oms import db
from oms.web.guards import current_guard

STAFF_LANGUAGES = ("en", "de", "fr", "es")
CUSTOMER_LANGUAGES = ("en", "de", "fr", "es", "it", "pt_BR", "nl", "pl", "ar", "ja")
TRANSLATIONS = str(Path(__file__).parents[1] / "translations")


def init_app(app: Flask) -> None:
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = f"{TRANSLATIONS};{TRANSLATIONS}"
    app.config["BABEL_DOMAIN"] = "staff;customer"
    Babel(app, locale_selector=_language, timezone_selector=_time_zone)
    app.teardown_request(_end_scope)
    app.jinja_env.globals.update(me=current_user, can=can, theme=_theme, locale=get_locale, shop=shop)


def begin_scope() -> None:
    """From here on the database shows only what the asker may see."""
    g.scope = ExitStack()
    g.scope.enter_context(db.acting_as(current_user.actor if _knows_the_asker() else None))


def can(permission: str) -> bool:
    """Whether the asker has the permission; for showing or hiding what they could not use."""
    return bool(current_user.is_authenticated and current_user.can(permission))


def speak(language: str, time_zone: str | None = None) -> None:
    """Answer this request in the reader's language and time zone, as known from elsewhere than their account.

    `?lang=` still wins, so that the language switcher of a customer's page works.
    """
    g.languages = CUSTOMER_LANGUAGES
    g.language, g.time_zone = language, time_zone
    refresh()


def now() -> datetime:
    """The database's clock, read once for the whole page."""
    if "now" not in g:
        g.now = db.now()
    return g.now


def shop() -> Row[Any]:
    """The company: its name, time zone, currency; read once for the whole page."""
    if "shop" not in g:
        g.shop = db.row("select * from db.shop")
    return g.shop


def get_locale() -> Locale:
    return babel_locale() or Locale("en")


def language_name(code: str) -> str:
    """What the people who speak it call it: "de" -> "Deutsch"."""
    name = Locale.parse(code).get_display_name() or code
    return name[:1].upper() + name[1:]


def language_links() -> list[tuple[str, str, str, bool]]:
    """This page in each language of customers: tag, own name, address, and whether it is this one."""
    return [
        (code.replace("_", "-"), language_name(code), f"?lang={code}", str(get_locale()) == code)
        for code in CUSTOMER_LANGUAGES
    ]


def match_language(wanted: str | None, among: tuple[str, ...]) -> str | None:
    """The language of ours for a tag such as `pt-br` or `de_AT`."""
    if not wanted:
        return None
    tag = wanted.replace("-", "_").lower()
    exact = {language.lower(): language for language in among}
    by_language = {language.lower().partition("_")[0]: language for language in among}
    return exact.get(tag) or by_language.get(tag.partition("_")[0])


def _language() -> str:
    among = g.get("languages", STAFF_LANGUAGES)
    stored = g.get("language") or (current_user.language if current_user.is_authenticated else None)
    accepted = (match_language(tag, among) for tag, _ in request.accept_languages)
    return (
        match_language(request.args.get("lang"), among)
        or match_language(stored, among)
        or next((language for language in accepted if language), "en")
    )


def _time_zone() -> str:
    own = current_user.time_zone if current_user.is_authenticated else None
    return g.get("time_zone") or own or shop().time_zone


def _theme() -> str | None:
    """`light` or `dark` where the person chose; None leaves it to their device."""
    chosen = current_user.theme if current_user.is_authenticated else "auto"
    return None if chosen == "auto" else chosen


def _knows_the_asker() -> bool:
    rule = current_guard()
    return rule is not None and rule.kind != "public" and bool(current_user.is_authenticated)


def _end_scope(_error: BaseException | None) -> None:
    scope = g.pop("scope", None)
    if scope is not None:
        scope.close()
