"""create_app() and nothing else: settings, database, what all routes share, and the blueprints of the domains."""

from flask import Blueprint, Flask

from oms import auth, db, web
from oms.api import bp as api
from oms.automations.routes import bp as automations
from oms.catalog.routes import bp as catalog
from oms.channels import naming
from oms.channels.routes import bp as channels
from oms.demand import naming as demand_naming
from oms.demand.routes import bp as demand
from oms.fulfillment import carriers
from oms.fulfillment.carriers.simulator import OmsPost
from oms.fulfillment.routes import bp as fulfillment
from oms.inventory import staffing
from oms.inventory.routes import bp as inventory
from oms.invoices.routes import bp as invoices
from oms.notifications.routes import bp as notifications
from oms.orders import counter, goods
from oms.orders.routes import bp as orders
from oms.pickup.routes import bp as pickup
from oms.reports import first_steps
from oms.reports.routes import bp as reports
from oms.routing import places
from oms.routing.routes import bp as routing
from oms.settings import Settings, load_settings
from oms.tasks import bell
from oms.tracking.routes import bp as tracking

MEGABYTE = 1024 * 1024

BLUEPRINTS: tuple[Blueprint, ...] = (
    catalog,
    inventory,
    demand,
    routing,
    orders,
    fulfillment,
    pickup,
    invoices,
    channels,
    notifications,
    automations,
    reports,
    tracking,
    api,
)


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
    carriers.init_app(app, OmsPost(is_demo=settings.demo))
    app.extensions["till"] = counter
    app.extensions["channel_names"] = naming.names
    app.extensions["is_set_up"] = first_steps.is_over
    app.extensions["goods"] = goods
    app.extensions["place_warnings"] = places.warnings
    app.extensions["place_accuracy"] = places.accuracy
    app.extensions["stock_causes"] = demand_naming.references
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    web.require_guards(app)
    return app
