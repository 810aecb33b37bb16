"""create_app() and nothing else: settings, database, what all routes share, and the blueprints of the domains."""

from flask import Blueprint, Flask

from oms import auth, db, web
from oms.channels.routes import bp as channels
from oms.inventory import staffing
from oms.settings import Settings, load_settings
from oms.tasks import bell

MEGABYTE = 1024 * 1024

BLUEPRINTS: tuple[Blueprint, ...] = (channels,)


def create_app(settings: Settings | None = None) -> Flask:
    settings = settings or load_settings()
    db.connect(settings.app_database_url, settings.pool_size)
    bell.connect(settings.redis_url)
    app = Flask(__name__, static_folder=None)
    app.testing = settings.testing
    app.config.update(
        SETTINGS=settings,
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="__Host-oms" if settings.cookies_secure else "oms",
        SESSION_COOKIE_SECURE=settings.cookies_secure,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=16 * MEGABYTE,
        MAX_FORM_MEMORY_SIZE=2 * MEGABYTE,
        MAX_FORM_PARTS=2000,
    )
    web.init_app(app)
    auth.init_app(app, staffing)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    web.require_guards(app)
    return app
