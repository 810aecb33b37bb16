"""Who may use which route, written down a second time: once more than the code, and by somebody who thinks of the people.

A route that is not here fails the tests, and so does one that lets in somebody else than its heading says.
"""

from tests.security.scoped import SCOPED

Route = tuple[str, str]  # method, address

PEOPLE = ("owner", "manager", "service", "warehouse", "store")

_TABLE = """
anybody
    GET /login
    POST /login
    GET /setup/<token>
    POST /setup/<token>
    GET /t/<token>
    GET /t/<token>/cancellation
    POST /t/<token>/cancellation
    POST /t/<token>/questions/<int:question_id>
    GET /t/<token>/invoices/<int:invoice_id>.pdf
    POST /webhooks/shopify/<channel>
    POST /fulfillment/trackers/easypost
    GET /api/v1/docs
    GET /api/v1/openapi.json
    GET /api/v1/problems/<code>
    GET /healthz
    GET /favicon.ico
    GET /static/<version>/<path:name>

owner manager service warehouse store
    GET /
    POST /logout
    GET /account
    POST /account
    POST /account/password
    POST /account/theme
    POST /account/sessions/<key>/end
    POST /account/sessions/end-others
    GET /live
    GET /orders
    GET /stock/lots
    GET /stock/lots/<int:lot_id>
    GET /stock/lots/<int:lot_id>/contacts.csv
    GET /orders/arrivals
    GET /orders/export.csv
    GET /orders/<number>
    GET /orders/<number>/attachments/<int:attachment_id>
    GET /orders/<number>/changes
    GET /orders/<number>/versions
    GET /orders/<number>/routing/<int:decision_id>
    GET /orders/<int:order_id>/customer-page
    POST /orders/<int:order_id>/customer-link
    GET /fulfillment
    GET /fulfillment/<number>
    GET /fulfillment/<number>/packing-slip
    GET /fulfillment/<number>/rearrangement
    GET /fulfillment/found
    GET /fulfillment/packages/<int:package_id>/label.pdf
    GET /fulfillment/pick-list
    GET /products
    GET /products/<handle>
    GET /orders/<number>/stock
    GET /stock
    GET /stock/<int:variant_id>
    GET /stock/<int:variant_id>/kit
    GET /stock/<int:variant_id>/<int:location_id>/reservations
    GET /stock/<int:variant_id>/movements
    GET /stock/<int:variant_id>/past
    GET /stock/<int:variant_id>/outlook
    GET /stock/<int:variant_id>/waiting
    GET /stock/export
    GET /counts
    GET /counts/<int:count_id>
    GET /counts/<int:count_id>/sheet
    GET /transfers
    GET /transfers/<int:transfer_id>
    GET /transfers/<int:transfer_id>/note
    GET /stock/incoming
    GET /stock/incoming/<int:incoming_id>
    GET /stock/incoming/<int:incoming_id>/promises

owner manager warehouse store
    POST /fulfillment/<number>/acceptance
    POST /fulfillment/<number>/acceptance/undo
    POST /fulfillment/<number>/delivery
    POST /fulfillment/<number>/label
    POST /fulfillment/<number>/lines/<int:line_id>/picks
    POST /fulfillment/<number>/lines/<int:line_id>/picks/undo
    POST /fulfillment/<number>/lines/<int:line_id>/shortage
    POST /fulfillment/<number>/package
    POST /fulfillment/<number>/rejection
    POST /fulfillment/<number>/reopening
    POST /fulfillment/<number>/scans
    POST /fulfillment/<number>/split
    POST /fulfillment/<number>/merger
    POST /fulfillment/<number>/shipment
    POST /fulfillment/<number>/tracking-number
    POST /fulfillment/acceptances
    GET /stock/<int:variant_id>/<int:location_id>/adjustments/new
    POST /stock/<int:variant_id>/<int:location_id>/adjustments
    GET /stock/<int:variant_id>/<int:location_id>/asides/new
    POST /stock/<int:variant_id>/<int:location_id>/asides
    POST /stock/<int:variant_id>/<int:location_id>/asides/undo
    GET /stock/<int:variant_id>/<int:location_id>/receipts/new
    POST /stock/<int:variant_id>/<int:location_id>/receipts
    POST /stock/<int:variant_id>/<int:location_id>/reversals
    GET /stock/<int:variant_id>/<int:location_id>/terms
    POST /stock/<int:variant_id>/<int:location_id>/terms
    GET /counts/new
    POST /counts/new
    POST /counts/<int:count_id>/recounts
    POST /counts/<int:count_id>/steps
    POST /counts/<int:count_id>/tallies
    GET /transfers/new
    POST /transfers/new
    POST /transfers/<int:transfer_id>/closing
    POST /transfers/<int:transfer_id>/lines
    POST /transfers/<int:transfer_id>/receipts
    POST /transfers/<int:transfer_id>/receipts/<int:receipt_id>/undo
    POST /transfers/<int:transfer_id>/steps
    GET /stock/incoming/new
    POST /stock/incoming/new
    POST /stock/incoming/<int:incoming_id>/receipts
    POST /stock/incoming/<int:incoming_id>/schedule
    POST /stock/incoming/<int:incoming_id>/closure

owner manager service store
    GET /pickup
    GET /pickup/<number>
    GET /pickup/<number>/ticket
    POST /pickup/found
    GET /pickup/search
    GET /pickup/shelves
    GET /pickup/shelves/signs

owner manager store
    POST /pickup/<number>/acceptance
    POST /pickup/<number>/carrying-back
    POST /pickup/<number>/extension
    POST /pickup/<number>/hand-over
    POST /pickup/<number>/hand-over/identity
    POST /pickup/<number>/hand-over/undo
    POST /pickup/<number>/return
    POST /pickup/<number>/shelf
    POST /pickup/<number>/staging
    POST /pickup/<number>/staging/undo
    POST /pickup/shelves
    POST /pickup/shelves/<int:shelf_id>/closing

owner manager service
    GET /channels
    GET /channels/<code>
    POST /channels/<code>/deliveries/<int:delivery_id>/attempts
    POST /channels/<code>/test-events
    GET /imports
    POST /imports
    GET /imports/<int:import_id>
    POST /imports/<int:import_id>/placement
    GET /imports/<int:import_id>/problems.csv
    GET /quarantine
    POST /quarantine/attempts
    GET /quarantine/<int:record_id>
    POST /quarantine/<int:record_id>
    POST /quarantine/<int:record_id>/disposal
    POST /quarantine/<int:record_id>/reopening
    GET /quarantine/skus
    GET /invoices
    GET /invoices.zip
    GET /invoices/<int:invoice_id>.pdf
    GET /mailbox
    GET /mailbox/<int:message_id>
    GET /mailbox/<int:message_id>/html
    GET /orders/new
    POST /orders/new
    GET /orders/new/customers
    GET /orders/new/products
    POST /orders/new/summary
    GET /orders/views/new
    POST /orders/views/new
    GET /orders/views/<int:view_id>
    POST /orders/views/<int:view_id>
    POST /orders/views/<int:view_id>/deletion
    GET /orders/drafts
    POST /orders/drafts/<int:draft_id>/hold
    POST /orders/drafts/<int:draft_id>/disposal
    POST /orders/drafts/<int:draft_id>/restoration
    GET /orders/<any(holds,releases,tags,assignments):what>/new
    POST /orders/<any(holds,releases,tags,assignments):what>
    POST /orders/<number>/attachments
    POST /orders/<number>/attachments/<int:attachment_id>/removal
    POST /orders/<number>/tags
    POST /orders/<number>/assignment
    GET /orders/<number>/fields
    POST /orders/<number>/fields
    POST /orders/<int:order_id>/customer-link/revocation
    GET /orders/<number>/cancellation/new
    POST /orders/<number>/cancellation
    POST /orders/<number>/cancellation/preview
    GET /orders/<number>/edits/new
    POST /orders/<number>/edits
    GET /orders/<number>/edits/<int:change_id>
    POST /orders/<number>/edits/<int:change_id>/confirmation
    POST /orders/<number>/edits/<int:change_id>/disposal
    GET /orders/<number>/reopening/new
    POST /orders/<number>/reopening
    POST /fulfillment/<number>/move
    GET /orders/<number>/lines/<int:line>/substitutions/<int:substitute>/new
    POST /orders/<number>/lines/<int:line>/substitutions/<int:substitute>
    POST /orders/<number>/lines/<int:line>/substitutions/<int:substitute>/question
    GET /orders/<number>/holds/new
    POST /orders/<number>/holds
    POST /orders/<number>/notes
    GET /orders/<number>/payments/new
    POST /orders/<number>/payments
    POST /orders/<number>/releases
    POST /stock/<int:variant_id>/holds/<int:hold_id>/release
    POST /orders/<number>/routing
    GET /orders/<number>/routing/profile
    POST /orders/<number>/routing/profile

owner manager
    POST /counts/<int:count_id>/approval
    GET /channels/new
    POST /channels/new
    GET /channels/<code>/settings
    POST /channels/<code>/settings
    POST /channels/<code>/secret
    POST /pickup/<number>/unlocking
    GET /products/<handle>/details
    POST /products/<handle>/details
    GET /products/<handle>/variants/<int:variant_id>
    POST /products/<handle>/variants/<int:variant_id>
    GET /products/<handle>/variants/new
    POST /products/<handle>/variants/new
    GET /stock/lots/<int:lot_id>/recall/new
    POST /stock/lots/<int:lot_id>/recall
    POST /stock/lots/<int:lot_id>/replacement
    GET /stock/<int:variant_id>/tracking
    POST /stock/<int:variant_id>/tracking
    GET /products/new
    GET /stock/<int:variant_id>/backorder-terms
    POST /stock/<int:variant_id>/backorder-terms
    POST /products/new
    POST /stock/<int:variant_id>/pool
    GET /first-steps
    GET /reports
    GET /reports/deliveries
    POST /reports/changes/checks
    POST /reports/checks
    POST /reports/checks/<name>
    GET /reports/work
    POST /reports/work/<int:task_id>/attempts
    GET /settings
    GET /settings/automations
    GET /settings/automations/<int:rule_id>
    POST /settings/automations/<int:rule_id>
    POST /settings/automations/<int:rule_id>/switch
    GET /settings/automations/new
    POST /settings/automations/new
    GET /settings/fields
    GET /settings/fields/<key>
    POST /settings/fields/<key>
    GET /settings/fields/new
    POST /settings/fields/new
    GET /settings/locations
    GET /settings/locations/<code>
    POST /settings/locations/<code>
    POST /settings/locations/<code>/closures
    GET /settings/locations/<code>/costs
    POST /settings/locations/<code>/costs
    POST /settings/locations/<code>/closures/<day>/end
    POST /fulfillment/locations/<code>/elsewhere
    GET /settings/locations/new
    POST /settings/locations/new
    GET /settings/roles
    GET /settings/routing
    GET /settings/routing/profiles/<int:profile_id>
    POST /settings/routing/profiles/<int:profile_id>/archive
    POST /settings/routing/profiles/<int:profile_id>/default
    GET /settings/routing/profiles/<int:profile_id>/draft
    POST /settings/routing/profiles/<int:profile_id>/draft
    GET /settings/routing/profiles/<int:profile_id>/name
    POST /settings/routing/profiles/<int:profile_id>/name
    GET /settings/routing/profiles/new
    POST /settings/routing/profiles/new
    GET /settings/routing/rates
    GET /settings/routing/rates/<int:rate_id>
    POST /settings/routing/rates/<int:rate_id>
    POST /settings/routing/rates/<int:rate_id>/removal
    GET /settings/routing/rates/new
    POST /settings/routing/rates/new
    GET /settings/routing/rules
    GET /settings/routing/rules/edit
    POST /settings/routing/rules/edit
    POST /settings/routing/shadows
    GET /settings/routing/shadows/<int:shadow_id>
    POST /settings/routing/shadows/<int:shadow_id>/end
    GET /settings/routing/versions/<int:version_id>/activation
    POST /settings/routing/versions/<int:version_id>/activation
    POST /settings/routing/versions/<int:version_id>/discard
    GET /settings/routing/what-if
    POST /settings/routing/what-if
    GET /settings/routing/what-if/<int:simulation_id>
    POST /settings/routing/what-if/<int:simulation_id>/end
    GET /settings/shop
    POST /settings/shop
    GET /settings/taxes
    GET /settings/tokens
    POST /settings/tokens
    POST /settings/tokens/<int:token_id>/revoke
    GET /styleguide
    GET /styleguide/customer
    GET /styleguide/tablet

owner
    GET /settings/people
    GET /settings/people/<int:person_id>
    POST /settings/people/<int:person_id>
    POST /settings/people/<int:person_id>/link
    GET /settings/people/new
    POST /settings/people/new
"""


def _read(table: str) -> dict[Route, frozenset[str]]:
    access = {}
    who: frozenset[str] = frozenset()
    for line in filter(str.strip, table.splitlines()):
        if line.startswith(" "):
            method, address = line.split()
            access[method, address] = who
        else:
            who = frozenset(line.split())
    return access


ACCESS = _read(_TABLE) | _read(SCOPED)
SCOPES = sorted({name for who in ACCESS.values() for name in who if ":" in name})


def allowed(who: str, route: Route) -> bool:
    """Whether a role or a token of this scope may use a route; one that is not in the table nobody may."""
    return bool({who, "anybody"} & ACCESS.get(route, frozenset()))
