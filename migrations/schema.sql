CREATE SCHEMA api;

CREATE SCHEMA auth;

CREATE SCHEMA catalog;

CREATE SCHEMA channels;

CREATE SCHEMA customers;

CREATE SCHEMA db;

CREATE SCHEMA demand;

CREATE SCHEMA fulfillment;

CREATE SCHEMA history;

CREATE SCHEMA inventory;

CREATE SCHEMA invoices;

CREATE SCHEMA notifications;

CREATE SCHEMA orders;

CREATE SCHEMA payments;

CREATE SCHEMA pickup;

CREATE SCHEMA reports;

CREATE SCHEMA routing;

CREATE SCHEMA tasks;

CREATE SCHEMA tracking;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

CREATE TABLE channels.channels (
    id integer NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    currency character(3) NOT NULL,
    language text NOT NULL,
    is_tax_included boolean NOT NULL,
    source_location_ids integer[],
    stock_policy text DEFAULT 'backorder'::text NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT channels_code_clean CHECK ((code ~ '^[a-z0-9][a-z0-9-]{1,29}$'::text)),
    CONSTRAINT channels_kind_known CHECK ((kind = ANY (ARRAY['shopify'::text, 'api'::text, 'phone'::text, 'csv'::text]))),
    CONSTRAINT channels_name_given CHECK ((name <> ''::text)),
    CONSTRAINT channels_stock_policy_known CHECK ((stock_policy = ANY (ARRAY['backorder'::text, 'refuse'::text])))
);

CREATE TABLE channels.quarantine (
    id bigint NOT NULL,
    channel_id integer NOT NULL,
    external_id text,
    payload jsonb NOT NULL,
    reasons jsonb NOT NULL,
    repaired_by text,
    previous_state text DEFAULT 'new'::text NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    order_id bigint,
    import_id bigint,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT quarantine_resolved_has_order CHECK (((state = 'resolved'::text) = (order_id IS NOT NULL)))
);

ALTER TABLE ONLY channels.quarantine FORCE ROW LEVEL SECURITY;

CREATE TABLE demand.allocations (
    id bigint NOT NULL,
    line_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    location_id integer NOT NULL,
    quantity integer NOT NULL,
    previous_state text DEFAULT 'new'::text NOT NULL,
    state text DEFAULT 'allocated'::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT allocations_quantity_positive CHECK ((quantity > 0))
);

ALTER TABLE ONLY demand.allocations FORCE ROW LEVEL SECURITY;

CREATE TABLE demand.requests (
    id bigint NOT NULL,
    reference text NOT NULL,
    channel text DEFAULT ''::text NOT NULL,
    customer_id bigint,
    ship_to_id bigint,
    method text NOT NULL,
    location_id integer,
    service text DEFAULT ''::text NOT NULL,
    language text NOT NULL,
    source_location_ids integer[],
    is_released boolean DEFAULT false NOT NULL,
    is_canceled boolean DEFAULT false NOT NULL,
    wanted_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT requests_method_known CHECK ((method = ANY (ARRAY['ship'::text, 'pickup'::text]))),
    CONSTRAINT requests_pickup_has_location CHECK (((method = 'pickup'::text) = (location_id IS NOT NULL))),
    CONSTRAINT requests_shipping_has_address CHECK (((method <> 'ship'::text) OR (ship_to_id IS NOT NULL)))
);

ALTER TABLE ONLY demand.requests FORCE ROW LEVEL SECURITY;

CREATE TABLE fulfillment.orders (
    id bigint NOT NULL,
    request_id bigint NOT NULL,
    location_id integer NOT NULL,
    number text NOT NULL,
    method text NOT NULL,
    previous_state text DEFAULT 'new'::text NOT NULL,
    state text DEFAULT 'planned'::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    accepted_at timestamp with time zone,
    picked_at timestamp with time zone,
    packed_at timestamp with time zone,
    ended_at timestamp with time zone,
    due_at timestamp with time zone,
    picker text DEFAULT ''::text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT orders_method_known CHECK ((method = ANY (ARRAY['ship'::text, 'pickup'::text])))
);

ALTER TABLE ONLY fulfillment.orders FORCE ROW LEVEL SECURITY;

CREATE TABLE fulfillment.lines (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    demand_line_id bigint NOT NULL,
    allocation_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    quantity integer NOT NULL,
    picked integer DEFAULT 0 NOT NULL,
    short integer DEFAULT 0 NOT NULL,
    CONSTRAINT lines_picked_within_quantity CHECK (((picked >= 0) AND (short >= 0) AND ((picked + short) <= quantity))),
    CONSTRAINT lines_quantity_positive CHECK ((quantity > 0))
);

ALTER TABLE ONLY fulfillment.lines FORCE ROW LEVEL SECURITY;

CREATE TABLE orders.orders (
    id bigint NOT NULL,
    uid uuid DEFAULT uuidv7() NOT NULL,
    number text NOT NULL,
    channel text NOT NULL,
    external_id text,
    external_name text DEFAULT ''::text NOT NULL,
    previous_state text DEFAULT 'new'::text NOT NULL,
    state text DEFAULT 'placed'::text NOT NULL,
    customer_id bigint,
    ship_to_id bigint,
    bill_to_id bigint,
    request_id bigint,
    payable_id bigint,
    method text NOT NULL,
    pickup_location_id integer,
    delivery_title text DEFAULT ''::text NOT NULL,
    language text NOT NULL,
    terms text NOT NULL,
    currency character(3) NOT NULL,
    is_tax_included boolean NOT NULL,
    lines_minor bigint NOT NULL,
    discount_minor bigint DEFAULT 0 NOT NULL,
    charges_minor bigint DEFAULT 0 NOT NULL,
    tax_minor bigint DEFAULT 0 NOT NULL,
    total_minor bigint NOT NULL,
    payment_status text DEFAULT 'none'::text NOT NULL,
    fulfillment_status text DEFAULT 'unfulfilled'::text NOT NULL,
    is_on_hold boolean DEFAULT false NOT NULL,
    is_backordered boolean DEFAULT false NOT NULL,
    location_ids integer[] DEFAULT '{}'::integer[] NOT NULL,
    due_at timestamp with time zone,
    note text DEFAULT ''::text NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    search text DEFAULT ''::text NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    canceled_at timestamp with time zone,
    cancel_reason text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT orders_fulfillment_status_known CHECK ((fulfillment_status = ANY (ARRAY['unfulfilled'::text, 'in_progress'::text, 'partially_fulfilled'::text, 'fulfilled'::text, 'delivered'::text, 'canceled'::text]))),
    CONSTRAINT orders_method_known CHECK ((method = ANY (ARRAY['ship'::text, 'pickup'::text]))),
    CONSTRAINT orders_payment_status_known CHECK ((payment_status = ANY (ARRAY['none'::text, 'authorized'::text, 'partially_paid'::text, 'paid'::text, 'overpaid'::text, 'partially_refunded'::text, 'refunded'::text, 'voided'::text]))),
    CONSTRAINT orders_terms_known CHECK ((terms = ANY (ARRAY['prepaid'::text, 'on_pickup'::text, 'invoice'::text]))),
    CONSTRAINT orders_total_adds_up CHECK ((total_minor = (((lines_minor - discount_minor) + charges_minor) +
CASE
    WHEN is_tax_included THEN (0)::bigint
    ELSE tax_minor
END))),
    CONSTRAINT orders_total_not_negative CHECK (((total_minor >= 0) AND (discount_minor >= 0) AND (lines_minor >= 0) AND (tax_minor >= 0)))
)
WITH (fillfactor='80');

ALTER TABLE ONLY orders.orders FORCE ROW LEVEL SECURITY;

CREATE TABLE payments.payables (
    id bigint NOT NULL,
    reference text NOT NULL,
    currency character(3) NOT NULL,
    due_minor bigint NOT NULL,
    waived_minor bigint DEFAULT 0 NOT NULL,
    authorized_minor bigint DEFAULT 0 NOT NULL,
    captured_minor bigint DEFAULT 0 NOT NULL,
    refunded_minor bigint DEFAULT 0 NOT NULL,
    voided_minor bigint DEFAULT 0 NOT NULL,
    CONSTRAINT payables_due_not_negative CHECK ((due_minor >= 0)),
    CONSTRAINT payables_money_in_order CHECK (((0 <= refunded_minor) AND (refunded_minor <= captured_minor) AND (0 <= voided_minor) AND ((captured_minor + voided_minor) <= authorized_minor))),
    CONSTRAINT payables_waived_within_due CHECK (((waived_minor >= 0) AND (waived_minor <= due_minor)))
);

ALTER TABLE ONLY payments.payables FORCE ROW LEVEL SECURITY;

CREATE TABLE inventory.locations (
    id integer NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    time_zone text NOT NULL,
    line1 text DEFAULT ''::text NOT NULL,
    postal_code text DEFAULT ''::text NOT NULL,
    city text DEFAULT ''::text NOT NULL,
    country_code character(2) NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    latitude numeric(8,5),
    longitude numeric(8,5),
    priority integer DEFAULT 100 NOT NULL,
    ships boolean DEFAULT true NOT NULL,
    offers_pickup boolean DEFAULT false NOT NULL,
    pickup_days integer DEFAULT 7 NOT NULL,
    hours jsonb DEFAULT '{}'::jsonb NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    CONSTRAINT locations_code_clean CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'::text)),
    CONSTRAINT locations_kind_known CHECK ((kind = ANY (ARRAY['warehouse'::text, 'store'::text, '3pl'::text]))),
    CONSTRAINT locations_name_given CHECK ((name <> ''::text)),
    CONSTRAINT locations_pickup_days_positive CHECK (((pickup_days >= 1) AND (pickup_days <= 60)))
);

CREATE TABLE pickup.pickups (
    id bigint NOT NULL,
    fulfillment_order_id bigint NOT NULL,
    location_id integer NOT NULL,
    shelf_id integer,
    nonce bytea NOT NULL,
    code_hash bytea NOT NULL,
    failed_tries integer DEFAULT 0 NOT NULL,
    ready_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    reminded_at timestamp with time zone,
    collected_at timestamp with time zone,
    collected_by text DEFAULT ''::text NOT NULL,
    proof text,
    returned_at timestamp with time zone,
    put_back_at timestamp with time zone,
    CONSTRAINT pickups_collected_with_proof CHECK (((collected_at IS NULL) = (proof IS NULL))),
    CONSTRAINT pickups_ended_once CHECK (((collected_at IS NULL) OR (returned_at IS NULL))),
    CONSTRAINT pickups_failed_tries_limited CHECK (((failed_tries >= 0) AND (failed_tries <= 5))),
    CONSTRAINT pickups_proof_known CHECK ((proof = ANY (ARRAY['code'::text, 'id'::text]))),
    CONSTRAINT pickups_put_back_after_return CHECK (((put_back_at IS NULL) OR (returned_at IS NOT NULL)))
);

ALTER TABLE ONLY pickup.pickups FORCE ROW LEVEL SECURITY;

CREATE TABLE tasks.tasks (
    id bigint NOT NULL,
    kind text NOT NULL,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    dedupe_key text,
    state text DEFAULT 'ready'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    max_attempts integer DEFAULT 3 NOT NULL,
    run_after timestamp with time zone NOT NULL,
    lease_until timestamp with time zone,
    last_error text,
    created_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT tasks_attempts_within_limit CHECK (((attempts >= 0) AND (attempts <= max_attempts))),
    CONSTRAINT tasks_lease_while_running CHECK (((state = 'running'::text) = (lease_until IS NOT NULL))),
    CONSTRAINT tasks_state_known CHECK ((state = ANY (ARRAY['ready'::text, 'running'::text, 'done'::text, 'dead'::text])))
);

CREATE TABLE api.idempotency_keys (
    token_id bigint NOT NULL,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    status integer NOT NULL,
    body jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT idempotency_keys_length CHECK (((length(key) >= 1) AND (length(key) <= 255)))
);

CREATE TABLE auth.api_tokens (
    id bigint NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL,
    token_hash bytea NOT NULL,
    scopes text[] NOT NULL,
    location_ids integer[],
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT api_tokens_name_given CHECK ((name <> ''::text))
);

ALTER TABLE auth.api_tokens ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME auth.api_tokens_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE auth.login_attempts (
    id bigint NOT NULL,
    email_hash bytea NOT NULL,
    address text NOT NULL,
    attempted_at timestamp with time zone DEFAULT now() NOT NULL,
    is_success boolean NOT NULL
);

ALTER TABLE auth.login_attempts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME auth.login_attempts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE auth.people (
    id bigint NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    password_hash text,
    role text NOT NULL,
    language text DEFAULT 'en'::text NOT NULL,
    time_zone text,
    theme text DEFAULT 'auto'::text NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT people_email_lower_case CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text))),
    CONSTRAINT people_name_given CHECK ((name <> ''::text)),
    CONSTRAINT people_role_known CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'service'::text, 'warehouse'::text, 'store'::text]))),
    CONSTRAINT people_theme_known CHECK ((theme = ANY (ARRAY['auto'::text, 'light'::text, 'dark'::text])))
);

ALTER TABLE auth.people ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME auth.people_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE auth.sessions (
    token_hash bytea NOT NULL,
    person_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    last_seen_at timestamp with time zone DEFAULT now() NOT NULL,
    idle_until timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL,
    ended_at timestamp with time zone
);

CREATE TABLE auth.setup_links (
    token_hash bytea NOT NULL,
    person_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

CREATE TABLE catalog.barcodes (
    code text NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT barcodes_code_clean CHECK ((code ~ '^[!-~]{4,48}$'::text))
);

CREATE TABLE catalog.prices (
    variant_id bigint NOT NULL,
    currency character(3) NOT NULL,
    amount_minor bigint NOT NULL,
    CONSTRAINT prices_not_negative CHECK ((amount_minor >= 0))
);

CREATE TABLE catalog.products (
    id bigint NOT NULL,
    handle text NOT NULL,
    title text NOT NULL,
    category text DEFAULT ''::text NOT NULL,
    vendor text DEFAULT ''::text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    picture text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT products_title_given CHECK ((title <> ''::text))
);

ALTER TABLE catalog.products ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME catalog.products_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE catalog.tax_rates (
    tax_class text NOT NULL,
    country_code character(2) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    name text NOT NULL,
    rate numeric(7,5) NOT NULL,
    source text NOT NULL,
    CONSTRAINT tax_rates_sensible CHECK (((rate >= (0)::numeric) AND (rate < (1)::numeric)))
);

CREATE TABLE catalog.variants (
    id bigint NOT NULL,
    product_id bigint NOT NULL,
    sku text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    options jsonb DEFAULT '{}'::jsonb NOT NULL,
    tax_class text DEFAULT 'standard'::text NOT NULL,
    weight_grams integer DEFAULT 0 NOT NULL,
    requires_shipping boolean DEFAULT true NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT variants_sku_clean CHECK ((sku ~ '^\S(.{0,62}\S)?$'::text)),
    CONSTRAINT variants_weight_not_negative CHECK ((weight_grams >= 0))
);

ALTER TABLE catalog.variants ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME catalog.variants_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE channels.channels ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME channels.channels_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE channels.import_problems (
    id bigint NOT NULL,
    import_id bigint NOT NULL,
    row_number integer NOT NULL,
    name text NOT NULL,
    is_skipped boolean NOT NULL,
    reason jsonb NOT NULL
);

ALTER TABLE ONLY channels.import_problems FORCE ROW LEVEL SECURITY;

ALTER TABLE channels.import_problems ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME channels.import_problems_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE channels.imports (
    id bigint NOT NULL,
    channel_id integer NOT NULL,
    file_name text NOT NULL,
    content bytea NOT NULL,
    state text DEFAULT 'uploaded'::text NOT NULL,
    is_dry_run boolean NOT NULL,
    rows_total integer DEFAULT 0 NOT NULL,
    rows_read integer DEFAULT 0 NOT NULL,
    orders_read integer DEFAULT 0 NOT NULL,
    orders_new integer DEFAULT 0 NOT NULL,
    orders_known integer DEFAULT 0 NOT NULL,
    orders_quarantined integer DEFAULT 0 NOT NULL,
    rows_skipped integer DEFAULT 0 NOT NULL,
    error text DEFAULT ''::text NOT NULL,
    created_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT imports_state_known CHECK ((state = ANY (ARRAY['uploaded'::text, 'running'::text, 'done'::text, 'failed'::text])))
);

ALTER TABLE ONLY channels.imports FORCE ROW LEVEL SECURITY;

ALTER TABLE channels.imports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME channels.imports_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE channels.inbox (
    id bigint NOT NULL,
    channel_id integer NOT NULL,
    delivery_id text NOT NULL,
    topic text NOT NULL,
    body text NOT NULL,
    state text DEFAULT 'received'::text NOT NULL,
    refusal text DEFAULT ''::text NOT NULL,
    order_id bigint,
    quarantine_id bigint,
    received_at timestamp with time zone NOT NULL,
    processed_at timestamp with time zone,
    CONSTRAINT inbox_state_known CHECK ((state = ANY (ARRAY['received'::text, 'processed'::text, 'quarantined'::text, 'ignored'::text, 'failed'::text])))
);

ALTER TABLE ONLY channels.inbox FORCE ROW LEVEL SECURITY;

ALTER TABLE channels.inbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME channels.inbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE channels.quarantine ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME channels.quarantine_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE channels.quarantine_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);

CREATE TABLE channels.secrets (
    channel_id integer NOT NULL,
    secret text NOT NULL,
    CONSTRAINT secrets_long_enough CHECK ((length(secret) >= 24))
);

CREATE TABLE channels.sku_aliases (
    channel_id integer NOT NULL,
    alias text NOT NULL,
    sku text NOT NULL,
    CONSTRAINT sku_aliases_given CHECK ((alias <> ''::text))
);

ALTER TABLE ONLY channels.sku_aliases FORCE ROW LEVEL SECURITY;

CREATE TABLE customers.addresses (
    id bigint NOT NULL,
    customer_id bigint,
    name text DEFAULT ''::text NOT NULL,
    company text DEFAULT ''::text NOT NULL,
    line1 text DEFAULT ''::text NOT NULL,
    line2 text DEFAULT ''::text NOT NULL,
    city text DEFAULT ''::text NOT NULL,
    region text DEFAULT ''::text NOT NULL,
    postal_code text DEFAULT ''::text NOT NULL,
    country_code character(2) NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    latitude numeric(8,5),
    longitude numeric(8,5),
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY customers.addresses FORCE ROW LEVEL SECURITY;

ALTER TABLE customers.addresses ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME customers.addresses_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE customers.customers (
    id bigint NOT NULL,
    email text,
    name text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    language text DEFAULT 'en'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT customers_email_lower_case CHECK ((email = lower(email)))
);

ALTER TABLE ONLY customers.customers FORCE ROW LEVEL SECURITY;

ALTER TABLE customers.customers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME customers.customers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE db.alembic_version (
    version_num character varying(32) NOT NULL
);

CREATE TABLE db.loaded (
    is_only boolean DEFAULT true NOT NULL,
    fingerprint text,
    loaded_at timestamp with time zone,
    CONSTRAINT loaded_is_one_row CHECK (is_only)
);

CREATE TABLE db.shop (
    is_only boolean DEFAULT true NOT NULL,
    name text NOT NULL,
    legal_name text NOT NULL,
    line1 text NOT NULL,
    line2 text DEFAULT ''::text NOT NULL,
    postal_code text NOT NULL,
    city text NOT NULL,
    country_code character(2) NOT NULL,
    tax_id text DEFAULT ''::text NOT NULL,
    email text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    website text DEFAULT ''::text NOT NULL,
    currency character(3) NOT NULL,
    language text NOT NULL,
    time_zone text NOT NULL,
    invoice_note text DEFAULT ''::text NOT NULL,
    CONSTRAINT shop_is_one_row CHECK (is_only)
);

CREATE TABLE demand.allocation_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE demand.allocations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME demand.allocations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE demand.lines (
    id bigint NOT NULL,
    request_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    wanted integer NOT NULL,
    canceled integer DEFAULT 0 NOT NULL,
    unrouted integer DEFAULT 0 NOT NULL,
    backordered integer DEFAULT 0 NOT NULL,
    allocated integer DEFAULT 0 NOT NULL,
    released integer DEFAULT 0 NOT NULL,
    shipped integer DEFAULT 0 NOT NULL,
    delivered integer DEFAULT 0 NOT NULL,
    CONSTRAINT lines_delivered_within_shipped CHECK ((delivered <= shipped)),
    CONSTRAINT lines_quantities_conserved CHECK ((wanted = (((((canceled + unrouted) + backordered) + allocated) + released) + shipped))),
    CONSTRAINT lines_quantities_not_negative CHECK ((LEAST(canceled, unrouted, backordered, allocated, released, shipped, delivered) >= 0)),
    CONSTRAINT lines_wanted_positive CHECK ((wanted > 0))
);

ALTER TABLE ONLY demand.lines FORCE ROW LEVEL SECURITY;

ALTER TABLE demand.lines ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME demand.lines_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE demand.requests ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME demand.requests_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE fulfillment.lines ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME fulfillment.lines_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE fulfillment.order_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE fulfillment.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME fulfillment.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE fulfillment.package_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);

CREATE TABLE fulfillment.packages (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    previous_state text DEFAULT 'new'::text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    weight_grams integer DEFAULT 0 NOT NULL,
    carrier text DEFAULT ''::text NOT NULL,
    service text DEFAULT ''::text NOT NULL,
    tracking_number text DEFAULT ''::text NOT NULL,
    tracking_url text DEFAULT ''::text NOT NULL,
    tracking_status text DEFAULT 'pre_transit'::text NOT NULL,
    label bytea,
    expected_on date,
    created_at timestamp with time zone NOT NULL,
    handed_over_at timestamp with time zone,
    delivered_at timestamp with time zone,
    CONSTRAINT packages_label_has_tracking CHECK (((state <> ALL (ARRAY['label_purchased'::text, 'handed_over'::text])) OR (tracking_number <> ''::text))),
    CONSTRAINT packages_tracking_status_known CHECK ((tracking_status = ANY (ARRAY['pre_transit'::text, 'in_transit'::text, 'out_for_delivery'::text, 'available_for_pickup'::text, 'delivered'::text, 'exception'::text, 'failure'::text, 'return_to_sender'::text, 'lost'::text, 'unknown'::text]))),
    CONSTRAINT packages_weight_not_negative CHECK ((weight_grams >= 0))
);

ALTER TABLE ONLY fulfillment.packages FORCE ROW LEVEL SECURITY;

ALTER TABLE fulfillment.packages ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME fulfillment.packages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE fulfillment.tracking_events (
    id bigint NOT NULL,
    package_id bigint NOT NULL,
    status text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    place text DEFAULT ''::text NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT tracking_events_status_known CHECK ((status = ANY (ARRAY['pre_transit'::text, 'in_transit'::text, 'out_for_delivery'::text, 'available_for_pickup'::text, 'delivered'::text, 'exception'::text, 'failure'::text, 'return_to_sender'::text, 'lost'::text, 'unknown'::text])))
);

ALTER TABLE ONLY fulfillment.tracking_events FORCE ROW LEVEL SECURITY;

ALTER TABLE fulfillment.tracking_events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME fulfillment.tracking_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE history.events (
    id bigint NOT NULL,
    transaction_id xid8 DEFAULT pg_current_xact_id() NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    subject text NOT NULL,
    subject_id bigint NOT NULL,
    type text NOT NULL,
    data jsonb DEFAULT '{}'::jsonb NOT NULL,
    actor text NOT NULL,
    actor_name text DEFAULT ''::text NOT NULL,
    location_id integer
);

ALTER TABLE ONLY history.events FORCE ROW LEVEL SECURITY;

ALTER TABLE history.events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME history.events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE inventory.levels (
    variant_id bigint NOT NULL,
    location_id integer NOT NULL,
    on_hand integer DEFAULT 0 NOT NULL,
    reserved integer DEFAULT 0 NOT NULL,
    safety integer DEFAULT 0 NOT NULL,
    unavailable integer DEFAULT 0 NOT NULL,
    bin text DEFAULT ''::text NOT NULL,
    sequence integer DEFAULT 0 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT levels_reserved_within_on_hand CHECK (((0 <= reserved) AND (reserved <= on_hand))),
    CONSTRAINT levels_safety_not_negative CHECK ((safety >= 0)),
    CONSTRAINT levels_unavailable_not_negative CHECK ((unavailable >= 0)),
    CONSTRAINT levels_unavailable_not_reserved CHECK (((reserved + unavailable) <= on_hand))
)
WITH (fillfactor='50');

ALTER TABLE ONLY inventory.levels FORCE ROW LEVEL SECURITY;

CREATE TABLE inventory.location_staff (
    person_id bigint NOT NULL,
    location_id integer NOT NULL
);

ALTER TABLE inventory.locations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME inventory.locations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE inventory.movements (
    id bigint NOT NULL,
    variant_id bigint NOT NULL,
    location_id integer NOT NULL,
    sequence integer NOT NULL,
    kind text NOT NULL,
    quantity integer NOT NULL,
    on_hand_after integer NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    cause text,
    cause_id bigint,
    actor text NOT NULL,
    actor_name text DEFAULT ''::text NOT NULL,
    moved_at timestamp with time zone NOT NULL,
    CONSTRAINT movements_kind_known CHECK ((kind = ANY (ARRAY['received'::text, 'adjusted'::text, 'shipped'::text, 'collected'::text, 'returned'::text, 'short_picked'::text]))),
    CONSTRAINT movements_quantity_not_zero CHECK ((quantity <> 0))
);

ALTER TABLE ONLY inventory.movements FORCE ROW LEVEL SECURITY;

ALTER TABLE inventory.movements ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME inventory.movements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE inventory.receipts (
    key text NOT NULL,
    variant_id bigint NOT NULL,
    location_id integer NOT NULL,
    quantity integer NOT NULL,
    on_hand_after integer,
    received_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY inventory.receipts FORCE ROW LEVEL SECURITY;

CREATE TABLE invoices.counters (
    series text NOT NULL,
    last_number integer DEFAULT 0 NOT NULL
);

CREATE TABLE invoices.documents (
    invoice_id bigint NOT NULL,
    pdf bytea NOT NULL,
    sha256 text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT documents_hash_true CHECK ((sha256 = encode(sha256(pdf), 'hex'::text)))
);

ALTER TABLE ONLY invoices.documents FORCE ROW LEVEL SECURITY;

CREATE TABLE invoices.invoices (
    id bigint NOT NULL,
    number text NOT NULL,
    series text NOT NULL,
    sequence integer NOT NULL,
    order_id bigint NOT NULL,
    fulfillment_order_id bigint NOT NULL,
    location_ids integer[] NOT NULL,
    seller jsonb NOT NULL,
    bill_to_id bigint,
    ship_to_id bigint,
    customer_id bigint,
    language text NOT NULL,
    currency character(3) NOT NULL,
    is_tax_included boolean NOT NULL,
    net_minor bigint NOT NULL,
    tax_minor bigint NOT NULL,
    total_minor bigint NOT NULL,
    issued_on date NOT NULL,
    delivered_on date NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    CONSTRAINT invoices_total_adds_up CHECK ((total_minor = (net_minor + tax_minor)))
);

ALTER TABLE ONLY invoices.invoices FORCE ROW LEVEL SECURITY;

ALTER TABLE invoices.invoices ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME invoices.invoices_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE invoices.lines (
    id bigint NOT NULL,
    invoice_id bigint NOT NULL,
    "position" integer NOT NULL,
    order_line_id bigint,
    charge_id bigint,
    sku text DEFAULT ''::text NOT NULL,
    title text NOT NULL,
    quantity integer NOT NULL,
    unit_price_minor bigint NOT NULL,
    discount_minor bigint NOT NULL,
    amount_minor bigint NOT NULL,
    tax_minor bigint NOT NULL
);

ALTER TABLE ONLY invoices.lines FORCE ROW LEVEL SECURITY;

ALTER TABLE invoices.lines ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME invoices.lines_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE invoices.taxes (
    id bigint NOT NULL,
    invoice_id bigint NOT NULL,
    line_id bigint NOT NULL,
    name text NOT NULL,
    rate numeric(7,5) NOT NULL,
    base_minor bigint NOT NULL,
    amount_minor bigint NOT NULL
);

ALTER TABLE ONLY invoices.taxes FORCE ROW LEVEL SECURITY;

ALTER TABLE invoices.taxes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME invoices.taxes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE notifications.messages (
    id bigint NOT NULL,
    order_id bigint,
    kind text NOT NULL,
    dedupe_key text NOT NULL,
    data jsonb DEFAULT '{}'::jsonb NOT NULL,
    recipient text NOT NULL,
    language text NOT NULL,
    subject text DEFAULT ''::text NOT NULL,
    body_text text DEFAULT ''::text NOT NULL,
    body_html text DEFAULT ''::text NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    CONSTRAINT messages_state_known CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'skipped'::text, 'failed'::text])))
);

ALTER TABLE ONLY notifications.messages FORCE ROW LEVEL SECURITY;

ALTER TABLE notifications.messages ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME notifications.messages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE orders.charges (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    amount_minor bigint NOT NULL,
    tax_minor bigint DEFAULT 0 NOT NULL,
    CONSTRAINT charges_amount_not_negative CHECK (((kind = 'adjustment'::text) OR (amount_minor >= 0))),
    CONSTRAINT charges_kind_known CHECK ((kind = ANY (ARRAY['shipping'::text, 'fee'::text, 'adjustment'::text])))
);

ALTER TABLE ONLY orders.charges FORCE ROW LEVEL SECURITY;

ALTER TABLE orders.charges ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME orders.charges_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE orders.holds (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    reason text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    placed_by text NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    released_by text,
    released_at timestamp with time zone,
    CONSTRAINT holds_reason_known CHECK ((reason = ANY (ARRAY['fraud'::text, 'payment'::text, 'address'::text, 'stock'::text, 'customer_request'::text, 'manual'::text])))
);

ALTER TABLE ONLY orders.holds FORCE ROW LEVEL SECURITY;

ALTER TABLE orders.holds ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME orders.holds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE orders.lines (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    "position" integer NOT NULL,
    demand_line_id bigint,
    variant_id bigint,
    external_id text DEFAULT ''::text NOT NULL,
    sku text DEFAULT ''::text NOT NULL,
    title text NOT NULL,
    quantity integer NOT NULL,
    unit_price_minor bigint NOT NULL,
    discount_minor bigint DEFAULT 0 NOT NULL,
    tax_minor bigint DEFAULT 0 NOT NULL,
    CONSTRAINT lines_discount_within_price CHECK (((discount_minor >= 0) AND (discount_minor <= (quantity * unit_price_minor)))),
    CONSTRAINT lines_order_quantity_positive CHECK ((quantity > 0)),
    CONSTRAINT lines_tax_not_negative CHECK ((tax_minor >= 0)),
    CONSTRAINT lines_unit_price_not_negative CHECK ((unit_price_minor >= 0))
);

ALTER TABLE ONLY orders.lines FORCE ROW LEVEL SECURITY;

ALTER TABLE orders.lines ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME orders.lines_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE SEQUENCE orders.numbers
    START WITH 1001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE orders.order_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE orders.orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME orders.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE orders.taxes (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    line_id bigint,
    charge_id bigint,
    name text NOT NULL,
    rate numeric(7,5) NOT NULL,
    amount_minor bigint NOT NULL,
    CONSTRAINT taxes_on_line_or_charge CHECK (((line_id IS NULL) <> (charge_id IS NULL)))
);

ALTER TABLE ONLY orders.taxes FORCE ROW LEVEL SECURITY;

ALTER TABLE orders.taxes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME orders.taxes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE payments.events (
    id bigint NOT NULL,
    payable_id bigint NOT NULL,
    kind text NOT NULL,
    outcome text NOT NULL,
    amount_minor bigint NOT NULL,
    gateway text NOT NULL,
    gateway_reference text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    actor text NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT events_amount_positive CHECK ((amount_minor > 0)),
    CONSTRAINT events_kind_known CHECK ((kind = ANY (ARRAY['authorize'::text, 'capture'::text, 'void'::text, 'refund'::text, 'chargeback'::text, 'reversal'::text]))),
    CONSTRAINT events_outcome_known CHECK ((outcome = ANY (ARRAY['requested'::text, 'succeeded'::text, 'failed'::text, 'action_required'::text])))
);

ALTER TABLE ONLY payments.events FORCE ROW LEVEL SECURITY;

ALTER TABLE payments.events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME payments.events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE payments.payables ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME payments.payables_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE pickup.pickups ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pickup.pickups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE pickup.shelves (
    id integer NOT NULL,
    location_id integer NOT NULL,
    code text NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    CONSTRAINT shelves_code_clean CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{0,11}$'::text))
);

ALTER TABLE ONLY pickup.shelves FORCE ROW LEVEL SECURITY;

ALTER TABLE pickup.shelves ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME pickup.shelves_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE reports.checks (
    name text NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    duration_ms integer NOT NULL,
    broken integer NOT NULL,
    examples jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT checks_broken_not_negative CHECK ((broken >= 0))
);

ALTER TABLE ONLY reports.checks FORCE ROW LEVEL SECURITY;

CREATE TABLE routing.country_centers (
    country_code character(2) NOT NULL,
    latitude numeric(8,5) NOT NULL,
    longitude numeric(8,5) NOT NULL
);

CREATE TABLE routing.decisions (
    id bigint NOT NULL,
    request_id bigint NOT NULL,
    profile_id integer NOT NULL,
    inputs jsonb NOT NULL,
    result jsonb NOT NULL,
    hash text NOT NULL,
    decided_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY routing.decisions FORCE ROW LEVEL SECURITY;

ALTER TABLE routing.decisions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME routing.decisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE routing.profiles (
    id integer NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    criteria text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE routing.profiles ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME routing.profiles_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE tasks.schedules (
    name text NOT NULL,
    kind text NOT NULL,
    every interval NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    CONSTRAINT schedules_every_positive CHECK ((every > '00:00:00'::interval))
);

ALTER TABLE tasks.tasks ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME tasks.tasks_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE tasks.ticks (
    schedule text NOT NULL,
    ticked_at timestamp with time zone NOT NULL
);

CREATE TABLE tracking.links (
    order_id bigint NOT NULL,
    nonce bytea NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone
);

ALTER TABLE ONLY api.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (token_id, key);

ALTER TABLE ONLY auth.api_tokens
    ADD CONSTRAINT api_tokens_hash_unique UNIQUE (token_hash);

ALTER TABLE ONLY auth.api_tokens
    ADD CONSTRAINT api_tokens_pkey PRIMARY KEY (id);

ALTER TABLE ONLY auth.api_tokens
    ADD CONSTRAINT api_tokens_prefix_unique UNIQUE (prefix);

ALTER TABLE ONLY auth.login_attempts
    ADD CONSTRAINT login_attempts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY auth.people
    ADD CONSTRAINT people_email_unique UNIQUE (email);

ALTER TABLE ONLY auth.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);

ALTER TABLE ONLY auth.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY auth.setup_links
    ADD CONSTRAINT setup_links_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY catalog.barcodes
    ADD CONSTRAINT barcodes_pkey PRIMARY KEY (code);

ALTER TABLE ONLY catalog.prices
    ADD CONSTRAINT prices_pkey PRIMARY KEY (variant_id, currency);

ALTER TABLE ONLY catalog.products
    ADD CONSTRAINT products_handle_unique UNIQUE (handle);

ALTER TABLE ONLY catalog.products
    ADD CONSTRAINT products_pkey PRIMARY KEY (id);

ALTER TABLE ONLY catalog.tax_rates
    ADD CONSTRAINT tax_rates_pkey PRIMARY KEY (tax_class, country_code, valid_from);

ALTER TABLE ONLY catalog.variants
    ADD CONSTRAINT variants_pkey PRIMARY KEY (id);

ALTER TABLE ONLY catalog.variants
    ADD CONSTRAINT variants_sku_unique UNIQUE (sku);

ALTER TABLE ONLY channels.channels
    ADD CONSTRAINT channels_code_unique UNIQUE (code);

ALTER TABLE ONLY channels.channels
    ADD CONSTRAINT channels_pkey PRIMARY KEY (id);

ALTER TABLE ONLY channels.import_problems
    ADD CONSTRAINT import_problems_pkey PRIMARY KEY (id);

ALTER TABLE ONLY channels.imports
    ADD CONSTRAINT imports_pkey PRIMARY KEY (id);

ALTER TABLE ONLY channels.inbox
    ADD CONSTRAINT inbox_delivery_once UNIQUE (channel_id, delivery_id);

ALTER TABLE ONLY channels.inbox
    ADD CONSTRAINT inbox_pkey PRIMARY KEY (id);

ALTER TABLE ONLY channels.quarantine
    ADD CONSTRAINT quarantine_pkey PRIMARY KEY (id);

ALTER TABLE ONLY channels.quarantine_transitions
    ADD CONSTRAINT quarantine_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY channels.secrets
    ADD CONSTRAINT secrets_pkey PRIMARY KEY (channel_id);

ALTER TABLE ONLY channels.sku_aliases
    ADD CONSTRAINT sku_aliases_pkey PRIMARY KEY (channel_id, alias);

ALTER TABLE ONLY customers.addresses
    ADD CONSTRAINT addresses_pkey PRIMARY KEY (id);

ALTER TABLE ONLY customers.customers
    ADD CONSTRAINT customers_email_unique UNIQUE (email);

ALTER TABLE ONLY customers.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY db.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);

ALTER TABLE ONLY db.loaded
    ADD CONSTRAINT loaded_pkey PRIMARY KEY (is_only);

ALTER TABLE ONLY db.shop
    ADD CONSTRAINT shop_pkey PRIMARY KEY (is_only);

ALTER TABLE ONLY demand.allocation_transitions
    ADD CONSTRAINT allocation_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY demand.allocations
    ADD CONSTRAINT allocations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY demand.lines
    ADD CONSTRAINT lines_pkey PRIMARY KEY (id);

ALTER TABLE ONLY demand.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (id);

ALTER TABLE ONLY fulfillment.lines
    ADD CONSTRAINT lines_pkey PRIMARY KEY (id);

ALTER TABLE ONLY fulfillment.order_transitions
    ADD CONSTRAINT order_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY fulfillment.orders
    ADD CONSTRAINT orders_fulfillment_number_unique UNIQUE (number);

ALTER TABLE ONLY fulfillment.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY fulfillment.package_transitions
    ADD CONSTRAINT package_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY fulfillment.packages
    ADD CONSTRAINT packages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY fulfillment.tracking_events
    ADD CONSTRAINT tracking_events_once UNIQUE (package_id, status, occurred_at);

ALTER TABLE ONLY fulfillment.tracking_events
    ADD CONSTRAINT tracking_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY history.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inventory.levels
    ADD CONSTRAINT levels_pkey PRIMARY KEY (variant_id, location_id);

ALTER TABLE ONLY inventory.location_staff
    ADD CONSTRAINT location_staff_pkey PRIMARY KEY (person_id, location_id);

ALTER TABLE ONLY inventory.locations
    ADD CONSTRAINT locations_code_unique UNIQUE (code);

ALTER TABLE ONLY inventory.locations
    ADD CONSTRAINT locations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inventory.movements
    ADD CONSTRAINT movements_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inventory.movements
    ADD CONSTRAINT movements_sequence_unique UNIQUE (variant_id, location_id, sequence);

ALTER TABLE ONLY inventory.receipts
    ADD CONSTRAINT receipts_pkey PRIMARY KEY (key);

ALTER TABLE ONLY invoices.counters
    ADD CONSTRAINT counters_pkey PRIMARY KEY (series);

ALTER TABLE ONLY invoices.documents
    ADD CONSTRAINT documents_pkey PRIMARY KEY (invoice_id);

ALTER TABLE ONLY invoices.invoices
    ADD CONSTRAINT invoices_number_unique UNIQUE (number);

ALTER TABLE ONLY invoices.invoices
    ADD CONSTRAINT invoices_one_per_fulfillment_order UNIQUE (fulfillment_order_id);

ALTER TABLE ONLY invoices.invoices
    ADD CONSTRAINT invoices_pkey PRIMARY KEY (id);

ALTER TABLE ONLY invoices.invoices
    ADD CONSTRAINT invoices_sequence_unique UNIQUE (series, sequence);

ALTER TABLE ONLY invoices.lines
    ADD CONSTRAINT lines_invoice_position_unique UNIQUE (invoice_id, "position");

ALTER TABLE ONLY invoices.lines
    ADD CONSTRAINT lines_pkey PRIMARY KEY (id);

ALTER TABLE ONLY invoices.taxes
    ADD CONSTRAINT taxes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY notifications.messages
    ADD CONSTRAINT messages_dedupe_key_unique UNIQUE (dedupe_key);

ALTER TABLE ONLY notifications.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY orders.charges
    ADD CONSTRAINT charges_pkey PRIMARY KEY (id);

ALTER TABLE ONLY orders.holds
    ADD CONSTRAINT holds_pkey PRIMARY KEY (id);

ALTER TABLE ONLY orders.lines
    ADD CONSTRAINT lines_demand_line_unique UNIQUE (demand_line_id);

ALTER TABLE ONLY orders.lines
    ADD CONSTRAINT lines_pkey PRIMARY KEY (id);

ALTER TABLE ONLY orders.lines
    ADD CONSTRAINT lines_position_unique UNIQUE (order_id, "position");

ALTER TABLE ONLY orders.order_transitions
    ADD CONSTRAINT order_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_number_unique UNIQUE (number);

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_once_per_channel UNIQUE (channel, external_id);

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_payable_unique UNIQUE (payable_id);

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_request_unique UNIQUE (request_id);

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_uid_unique UNIQUE (uid);

ALTER TABLE ONLY orders.taxes
    ADD CONSTRAINT taxes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments.events
    ADD CONSTRAINT events_once UNIQUE (gateway, gateway_reference, kind, outcome);

ALTER TABLE ONLY payments.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY payments.payables
    ADD CONSTRAINT payables_pkey PRIMARY KEY (id);

ALTER TABLE ONLY pickup.pickups
    ADD CONSTRAINT pickups_one_per_fulfillment_order UNIQUE (fulfillment_order_id);

ALTER TABLE ONLY pickup.pickups
    ADD CONSTRAINT pickups_pkey PRIMARY KEY (id);

ALTER TABLE ONLY pickup.shelves
    ADD CONSTRAINT shelves_code_unique UNIQUE (location_id, code);

ALTER TABLE ONLY pickup.shelves
    ADD CONSTRAINT shelves_pkey PRIMARY KEY (id);

ALTER TABLE ONLY reports.checks
    ADD CONSTRAINT checks_pkey PRIMARY KEY (name);

ALTER TABLE ONLY routing.country_centers
    ADD CONSTRAINT country_centers_pkey PRIMARY KEY (country_code);

ALTER TABLE ONLY routing.decisions
    ADD CONSTRAINT decisions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY routing.profiles
    ADD CONSTRAINT profiles_name_unique UNIQUE (name);

ALTER TABLE ONLY routing.profiles
    ADD CONSTRAINT profiles_pkey PRIMARY KEY (id);

ALTER TABLE ONLY tasks.schedules
    ADD CONSTRAINT schedules_pkey PRIMARY KEY (name);

ALTER TABLE ONLY tasks.tasks
    ADD CONSTRAINT tasks_dedupe_key_unique UNIQUE (dedupe_key);

ALTER TABLE ONLY tasks.tasks
    ADD CONSTRAINT tasks_pkey PRIMARY KEY (id);

ALTER TABLE ONLY tasks.ticks
    ADD CONSTRAINT ticks_once PRIMARY KEY (schedule, ticked_at);

ALTER TABLE ONLY tracking.links
    ADD CONSTRAINT links_pkey PRIMARY KEY (order_id);

ALTER TABLE ONLY tracking.links
    ADD CONSTRAINT links_token_unique UNIQUE (token_hash);

CREATE INDEX idempotency_keys_created_idx ON api.idempotency_keys USING btree (created_at);

CREATE INDEX login_attempts_address_idx ON auth.login_attempts USING btree (address, attempted_at);

CREATE INDEX login_attempts_attempted_at_idx ON auth.login_attempts USING btree (attempted_at);

CREATE INDEX login_attempts_email_idx ON auth.login_attempts USING btree (email_hash, attempted_at);

CREATE INDEX sessions_person_idx ON auth.sessions USING btree (person_id) WHERE (ended_at IS NULL);

CREATE INDEX barcodes_variant_idx ON catalog.barcodes USING btree (variant_id);

CREATE INDEX products_title_search_idx ON catalog.products USING gin (title public.gin_trgm_ops);

CREATE INDEX variants_product_idx ON catalog.variants USING btree (product_id);

CREATE INDEX variants_sku_search_idx ON catalog.variants USING gin (sku public.gin_trgm_ops);

CREATE INDEX import_problems_import_idx ON channels.import_problems USING btree (import_id, id);

CREATE INDEX inbox_channel_idx ON channels.inbox USING btree (channel_id, id);

CREATE INDEX inbox_received_idx ON channels.inbox USING btree (received_at);

CREATE UNIQUE INDEX quarantine_one_per_external_id ON channels.quarantine USING btree (channel_id, external_id) WHERE (state = 'open'::text);

CREATE INDEX quarantine_open_idx ON channels.quarantine USING btree (id) WHERE (state = 'open'::text);

CREATE INDEX addresses_customer_idx ON customers.addresses USING btree (customer_id);

CREATE INDEX customers_email_search_idx ON customers.customers USING gin (email public.gin_trgm_ops);

CREATE INDEX customers_name_search_idx ON customers.customers USING gin (name public.gin_trgm_ops);

CREATE INDEX allocations_level_idx ON demand.allocations USING btree (variant_id, location_id) WHERE (state = ANY (ARRAY['allocated'::text, 'released'::text]));

CREATE INDEX allocations_line_idx ON demand.allocations USING btree (line_id);

CREATE INDEX lines_request_idx ON demand.lines USING btree (request_id);

CREATE INDEX lines_waiting_idx ON demand.lines USING btree (variant_id) WHERE ((unrouted + backordered) > 0);

CREATE INDEX lines_allocation_idx ON fulfillment.lines USING btree (allocation_id);

CREATE INDEX lines_demand_line_idx ON fulfillment.lines USING btree (demand_line_id);

CREATE INDEX lines_order_idx ON fulfillment.lines USING btree (order_id);

CREATE INDEX orders_open_idx ON fulfillment.orders USING btree (location_id, state, due_at) WHERE (state = ANY (ARRAY['planned'::text, 'released'::text, 'accepted'::text, 'picking'::text, 'picked'::text, 'packed'::text, 'ready_for_pickup'::text]));

CREATE INDEX orders_request_idx ON fulfillment.orders USING btree (request_id);

CREATE INDEX packages_order_idx ON fulfillment.packages USING btree (order_id);

CREATE INDEX packages_tracking_number_idx ON fulfillment.packages USING btree (tracking_number) WHERE (tracking_number <> ''::text);

CREATE INDEX events_subject_idx ON history.events USING btree (subject, subject_id, id);

CREATE INDEX events_transaction_idx ON history.events USING btree (transaction_id, id);

CREATE INDEX levels_location_idx ON inventory.levels USING btree (location_id, variant_id);

CREATE INDEX movements_cause_idx ON inventory.movements USING btree (cause, cause_id);

CREATE INDEX movements_location_idx ON inventory.movements USING btree (location_id, id);

CREATE INDEX invoices_issued_idx ON invoices.invoices USING btree (issued_at DESC, id DESC);

CREATE INDEX invoices_order_idx ON invoices.invoices USING btree (order_id);

CREATE INDEX lines_charge_idx ON invoices.lines USING btree (charge_id);

CREATE INDEX lines_order_line_idx ON invoices.lines USING btree (order_line_id);

CREATE INDEX taxes_invoice_idx ON invoices.taxes USING btree (invoice_id);

CREATE INDEX messages_order_idx ON notifications.messages USING btree (order_id, id);

CREATE INDEX charges_order_idx ON orders.charges USING btree (order_id);

CREATE UNIQUE INDEX holds_one_open_per_reason ON orders.holds USING btree (order_id, reason) WHERE (released_at IS NULL);

CREATE INDEX orders_attention_idx ON orders.orders USING btree (placed_at DESC, id DESC) WHERE (is_on_hold OR is_backordered);

CREATE INDEX orders_channel_idx ON orders.orders USING btree (channel, placed_at DESC, id DESC);

CREATE INDEX orders_customer_idx ON orders.orders USING btree (customer_id);

CREATE INDEX orders_external_name_idx ON orders.orders USING btree (channel, external_name) WHERE (external_name <> ''::text);

CREATE INDEX orders_fulfillment_idx ON orders.orders USING btree (fulfillment_status, placed_at DESC, id DESC);

CREATE INDEX orders_location_ids_idx ON orders.orders USING gin (location_ids);

CREATE INDEX orders_open_idx ON orders.orders USING btree (placed_at DESC, id DESC) WHERE (state = 'placed'::text);

CREATE INDEX orders_payment_idx ON orders.orders USING btree (payment_status, placed_at DESC, id DESC);

CREATE INDEX orders_placed_idx ON orders.orders USING btree (placed_at DESC, id DESC);

CREATE INDEX orders_search_idx ON orders.orders USING gin (search public.gin_trgm_ops);

CREATE INDEX orders_updated_idx ON orders.orders USING btree (updated_at, id);

CREATE INDEX taxes_order_idx ON orders.taxes USING btree (order_id);

CREATE INDEX events_payable_idx ON payments.events USING btree (payable_id, id);

CREATE INDEX pickups_location_idx ON pickup.pickups USING btree (location_id, ready_at);

CREATE INDEX pickups_not_put_back_idx ON pickup.pickups USING btree (location_id) WHERE ((returned_at IS NOT NULL) AND (put_back_at IS NULL));

CREATE INDEX pickups_shelf_idx ON pickup.pickups USING btree (shelf_id) WHERE ((collected_at IS NULL) AND (put_back_at IS NULL));

CREATE INDEX pickups_waiting_idx ON pickup.pickups USING btree (expires_at) WHERE ((collected_at IS NULL) AND (returned_at IS NULL));

CREATE INDEX decisions_request_idx ON routing.decisions USING btree (request_id, id);

CREATE INDEX tasks_dead_idx ON tasks.tasks USING btree (id) WHERE (state = 'dead'::text);

CREATE INDEX tasks_ready_idx ON tasks.tasks USING btree (run_after) WHERE (state = 'ready'::text);

CREATE INDEX tasks_running_idx ON tasks.tasks USING btree (lease_until) WHERE (state = 'running'::text);

ALTER TABLE ONLY api.idempotency_keys
    ADD CONSTRAINT idempotency_keys_token_id_fkey FOREIGN KEY (token_id) REFERENCES auth.api_tokens(id);

ALTER TABLE ONLY auth.api_tokens
    ADD CONSTRAINT api_tokens_created_by_fkey FOREIGN KEY (created_by) REFERENCES auth.people(id);

ALTER TABLE ONLY auth.sessions
    ADD CONSTRAINT sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.people(id);

ALTER TABLE ONLY auth.setup_links
    ADD CONSTRAINT setup_links_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.people(id);

ALTER TABLE ONLY catalog.barcodes
    ADD CONSTRAINT barcodes_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY catalog.prices
    ADD CONSTRAINT prices_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY catalog.variants
    ADD CONSTRAINT variants_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.products(id);

ALTER TABLE ONLY channels.import_problems
    ADD CONSTRAINT import_problems_import_id_fkey FOREIGN KEY (import_id) REFERENCES channels.imports(id);

ALTER TABLE ONLY channels.imports
    ADD CONSTRAINT imports_channel_id_fkey FOREIGN KEY (channel_id) REFERENCES channels.channels(id);

ALTER TABLE ONLY channels.inbox
    ADD CONSTRAINT inbox_channel_id_fkey FOREIGN KEY (channel_id) REFERENCES channels.channels(id);

ALTER TABLE ONLY channels.inbox
    ADD CONSTRAINT inbox_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY channels.inbox
    ADD CONSTRAINT inbox_quarantine_id_fkey FOREIGN KEY (quarantine_id) REFERENCES channels.quarantine(id);

ALTER TABLE ONLY channels.quarantine
    ADD CONSTRAINT quarantine_channel_id_fkey FOREIGN KEY (channel_id) REFERENCES channels.channels(id);

ALTER TABLE ONLY channels.quarantine
    ADD CONSTRAINT quarantine_import_id_fkey FOREIGN KEY (import_id) REFERENCES channels.imports(id);

ALTER TABLE ONLY channels.quarantine
    ADD CONSTRAINT quarantine_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY channels.quarantine
    ADD CONSTRAINT quarantine_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES channels.quarantine_transitions(from_state, to_state);

ALTER TABLE ONLY channels.secrets
    ADD CONSTRAINT secrets_channel_id_fkey FOREIGN KEY (channel_id) REFERENCES channels.channels(id);

ALTER TABLE ONLY channels.sku_aliases
    ADD CONSTRAINT sku_aliases_channel_id_fkey FOREIGN KEY (channel_id) REFERENCES channels.channels(id);

ALTER TABLE ONLY channels.sku_aliases
    ADD CONSTRAINT sku_aliases_sku_fkey FOREIGN KEY (sku) REFERENCES catalog.variants(sku);

ALTER TABLE ONLY customers.addresses
    ADD CONSTRAINT addresses_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customers(id);

ALTER TABLE ONLY demand.allocations
    ADD CONSTRAINT allocations_line_id_fkey FOREIGN KEY (line_id) REFERENCES demand.lines(id);

ALTER TABLE ONLY demand.allocations
    ADD CONSTRAINT allocations_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY demand.allocations
    ADD CONSTRAINT allocations_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES demand.allocation_transitions(from_state, to_state);

ALTER TABLE ONLY demand.allocations
    ADD CONSTRAINT allocations_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY demand.lines
    ADD CONSTRAINT lines_request_id_fkey FOREIGN KEY (request_id) REFERENCES demand.requests(id);

ALTER TABLE ONLY demand.lines
    ADD CONSTRAINT lines_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY demand.requests
    ADD CONSTRAINT requests_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customers(id);

ALTER TABLE ONLY demand.requests
    ADD CONSTRAINT requests_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY demand.requests
    ADD CONSTRAINT requests_ship_to_id_fkey FOREIGN KEY (ship_to_id) REFERENCES customers.addresses(id);

ALTER TABLE ONLY fulfillment.lines
    ADD CONSTRAINT lines_allocation_id_fkey FOREIGN KEY (allocation_id) REFERENCES demand.allocations(id);

ALTER TABLE ONLY fulfillment.lines
    ADD CONSTRAINT lines_demand_line_id_fkey FOREIGN KEY (demand_line_id) REFERENCES demand.lines(id);

ALTER TABLE ONLY fulfillment.lines
    ADD CONSTRAINT lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES fulfillment.orders(id);

ALTER TABLE ONLY fulfillment.lines
    ADD CONSTRAINT lines_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY fulfillment.orders
    ADD CONSTRAINT orders_fulfillment_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES fulfillment.order_transitions(from_state, to_state);

ALTER TABLE ONLY fulfillment.orders
    ADD CONSTRAINT orders_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY fulfillment.orders
    ADD CONSTRAINT orders_request_id_fkey FOREIGN KEY (request_id) REFERENCES demand.requests(id);

ALTER TABLE ONLY fulfillment.packages
    ADD CONSTRAINT packages_order_id_fkey FOREIGN KEY (order_id) REFERENCES fulfillment.orders(id);

ALTER TABLE ONLY fulfillment.packages
    ADD CONSTRAINT packages_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES fulfillment.package_transitions(from_state, to_state);

ALTER TABLE ONLY fulfillment.tracking_events
    ADD CONSTRAINT tracking_events_package_id_fkey FOREIGN KEY (package_id) REFERENCES fulfillment.packages(id);

ALTER TABLE ONLY inventory.levels
    ADD CONSTRAINT levels_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.levels
    ADD CONSTRAINT levels_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.location_staff
    ADD CONSTRAINT location_staff_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.location_staff
    ADD CONSTRAINT location_staff_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.people(id);

ALTER TABLE ONLY inventory.movements
    ADD CONSTRAINT movements_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.movements
    ADD CONSTRAINT movements_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.receipts
    ADD CONSTRAINT receipts_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.receipts
    ADD CONSTRAINT receipts_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY invoices.documents
    ADD CONSTRAINT documents_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices.invoices(id);

ALTER TABLE ONLY invoices.invoices
    ADD CONSTRAINT invoices_bill_to_id_fkey FOREIGN KEY (bill_to_id) REFERENCES customers.addresses(id);

ALTER TABLE ONLY invoices.invoices
    ADD CONSTRAINT invoices_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customers(id);

ALTER TABLE ONLY invoices.invoices
    ADD CONSTRAINT invoices_fulfillment_order_id_fkey FOREIGN KEY (fulfillment_order_id) REFERENCES fulfillment.orders(id);

ALTER TABLE ONLY invoices.invoices
    ADD CONSTRAINT invoices_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY invoices.invoices
    ADD CONSTRAINT invoices_series_fkey FOREIGN KEY (series) REFERENCES invoices.counters(series);

ALTER TABLE ONLY invoices.invoices
    ADD CONSTRAINT invoices_ship_to_id_fkey FOREIGN KEY (ship_to_id) REFERENCES customers.addresses(id);

ALTER TABLE ONLY invoices.lines
    ADD CONSTRAINT lines_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES orders.charges(id);

ALTER TABLE ONLY invoices.lines
    ADD CONSTRAINT lines_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices.invoices(id);

ALTER TABLE ONLY invoices.lines
    ADD CONSTRAINT lines_order_line_id_fkey FOREIGN KEY (order_line_id) REFERENCES orders.lines(id);

ALTER TABLE ONLY invoices.taxes
    ADD CONSTRAINT taxes_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices.invoices(id);

ALTER TABLE ONLY invoices.taxes
    ADD CONSTRAINT taxes_line_id_fkey FOREIGN KEY (line_id) REFERENCES invoices.lines(id);

ALTER TABLE ONLY notifications.messages
    ADD CONSTRAINT messages_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY orders.charges
    ADD CONSTRAINT charges_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY orders.holds
    ADD CONSTRAINT holds_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY orders.lines
    ADD CONSTRAINT lines_demand_line_id_fkey FOREIGN KEY (demand_line_id) REFERENCES demand.lines(id);

ALTER TABLE ONLY orders.lines
    ADD CONSTRAINT lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY orders.lines
    ADD CONSTRAINT lines_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_bill_to_id_fkey FOREIGN KEY (bill_to_id) REFERENCES customers.addresses(id);

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers.customers(id);

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_payable_id_fkey FOREIGN KEY (payable_id) REFERENCES payments.payables(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_pickup_location_id_fkey FOREIGN KEY (pickup_location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_request_id_fkey FOREIGN KEY (request_id) REFERENCES demand.requests(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_ship_to_id_fkey FOREIGN KEY (ship_to_id) REFERENCES customers.addresses(id);

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES orders.order_transitions(from_state, to_state);

ALTER TABLE ONLY orders.taxes
    ADD CONSTRAINT taxes_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES orders.charges(id);

ALTER TABLE ONLY orders.taxes
    ADD CONSTRAINT taxes_line_id_fkey FOREIGN KEY (line_id) REFERENCES orders.lines(id);

ALTER TABLE ONLY orders.taxes
    ADD CONSTRAINT taxes_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY payments.events
    ADD CONSTRAINT events_payable_id_fkey FOREIGN KEY (payable_id) REFERENCES payments.payables(id);

ALTER TABLE ONLY pickup.pickups
    ADD CONSTRAINT pickups_fulfillment_order_id_fkey FOREIGN KEY (fulfillment_order_id) REFERENCES fulfillment.orders(id);

ALTER TABLE ONLY pickup.pickups
    ADD CONSTRAINT pickups_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY pickup.pickups
    ADD CONSTRAINT pickups_shelf_id_fkey FOREIGN KEY (shelf_id) REFERENCES pickup.shelves(id);

ALTER TABLE ONLY pickup.shelves
    ADD CONSTRAINT shelves_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY routing.decisions
    ADD CONSTRAINT decisions_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES routing.profiles(id);

ALTER TABLE ONLY routing.decisions
    ADD CONSTRAINT decisions_request_id_fkey FOREIGN KEY (request_id) REFERENCES demand.requests(id);

ALTER TABLE ONLY tasks.ticks
    ADD CONSTRAINT ticks_schedule_fkey FOREIGN KEY (schedule) REFERENCES tasks.schedules(name);

ALTER TABLE ONLY tracking.links
    ADD CONSTRAINT links_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);
