"""Which scope a token needs for which route of the API: the part of access.py that is about software."""

SCOPED = """
orders:read
    GET /api/v1/lots/orders
    GET /api/v1/orders
    GET /api/v1/holds/<hold_id>
    GET /api/v1/orders/<order_id>
    GET /api/v1/orders/<order_id>/substitutions
    GET /api/v1/orders/<order_id>/changes
    GET /api/v1/orders/<order_id>/changes/<int:change_id>
    GET /api/v1/orders/<order_id>/versions
    GET /api/v1/orders/<order_id>/holds
    GET /api/v1/orders/<order_id>/timeline
    GET /api/v1/orders/<order_id>/automation-runs
    GET /api/v1/orders/<order_id>/attachments
    GET /api/v1/orders/<order_id>/attachments/<int:attachment_id>
    GET /api/v1/order-fields

orders:write
    POST /api/v1/holds
    DELETE /api/v1/holds/<hold_id>
    PATCH /api/v1/holds/<hold_id>
    POST /api/v1/orders
    PATCH /api/v1/orders/<order_id>
    POST /api/v1/orders/<order_id>/cancellation
    POST /api/v1/orders/<order_id>/cancellation/preview
    POST /api/v1/orders/<order_id>/changes
    POST /api/v1/orders/<order_id>/changes/<int:change_id>/confirmation
    DELETE /api/v1/orders/<order_id>/changes/<int:change_id>
    POST /api/v1/orders/<order_id>/holds
    DELETE /api/v1/orders/<order_id>/holds/<reason>
    POST /api/v1/orders/<order_id>/routing
    POST /api/v1/orders/<order_id>/routing/profile
    POST /api/v1/orders/<order_id>/reopening
    POST /api/v1/orders/<order_id>/notes
    POST /api/v1/orders/<order_id>/attachments
    DELETE /api/v1/orders/<order_id>/attachments/<int:attachment_id>
    POST /api/v1/fulfillment-orders/<work_number>/moves
    POST /api/v1/orders/<order_id>/substitutions
    POST /api/v1/orders/<order_id>/substitutions/questions

fulfillment:read
    GET /api/v1/fulfillment-orders
    GET /api/v1/fulfillment-orders/<work_number>

fulfillment:write
    POST /api/v1/fulfillment-orders/<work_number>/acceptance
    DELETE /api/v1/fulfillment-orders/<work_number>/acceptance
    POST /api/v1/fulfillment-orders/<work_number>/rejection
    POST /api/v1/fulfillment-orders/<work_number>/shortages
    POST /api/v1/fulfillment-orders/<work_number>/shipment
    POST /api/v1/fulfillment-orders/<work_number>/splits
    POST /api/v1/fulfillment-orders/<work_number>/mergers

products:read
    GET /api/v1/products
    GET /api/v1/products/<handle>
    GET /api/v1/backorder-terms

products:write
    PUT /api/v1/products/<handle>
    PUT /api/v1/backorder-terms
    PUT /api/v1/stock/pools

stock:read
    GET /api/v1/lots
    GET /api/v1/stock
    GET /api/v1/stock/kits
    GET /api/v1/stock/movements
    GET /api/v1/stock/pools
    GET /api/v1/orders/<order_id>/stock
    GET /api/v1/counts
    GET /api/v1/counts/<count_number>
    GET /api/v1/counts/<count_number>/lines
    GET /api/v1/transfers
    GET /api/v1/transfers/<number>
    GET /api/v1/stock/atp
    GET /api/v1/pickup-availability
    GET /api/v1/incoming
    GET /api/v1/incoming/<int:incoming_id>

stock:write
    POST /api/v1/stock/adjustments
    POST /api/v1/stock/put-backs
    POST /api/v1/stock/receipts
    POST /api/v1/stock/set-asides
    PUT /api/v1/stock/terms
    POST /api/v1/transfers
    POST /api/v1/transfers/<number>/shipment
    POST /api/v1/transfers/<number>/receipts
    POST /api/v1/transfers/<number>/steps
    POST /api/v1/transfers/<number>/closure
    POST /api/v1/counts
    POST /api/v1/counts/<count_number>/tallies
    POST /api/v1/counts/<count_number>/review
    POST /api/v1/counts/<count_number>/recounts
    POST /api/v1/counts/<count_number>/posting
    DELETE /api/v1/counts/<count_number>
    POST /api/v1/incoming
    POST /api/v1/incoming/<int:incoming_id>/receipts
    POST /api/v1/incoming/<int:incoming_id>/schedule
    POST /api/v1/incoming/<int:incoming_id>/closure
    POST /api/v1/lots/recalls
    POST /api/v1/lots/tracking

stock:approve
    POST /api/v1/counts/<count_number>/approval

automations:read
    GET /api/v1/automations
    GET /api/v1/automations/<int:rule_id>
    GET /api/v1/automations/<int:rule_id>/runs

automations:write
    POST /api/v1/automations
    POST /api/v1/automations/dry-runs
    PUT /api/v1/automations/<int:rule_id>
    PATCH /api/v1/automations/<int:rule_id>
"""
