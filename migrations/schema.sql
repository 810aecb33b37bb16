CREATE SCHEMA api;

CREATE SCHEMA auth;

CREATE SCHEMA automations;

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
    substitution text DEFAULT 'ask'::text NOT NULL,
    CONSTRAINT channels_code_clean CHECK ((code ~ '^[a-z0-9][a-z0-9-]{1,29}$'::text)),
    CONSTRAINT channels_kind_known CHECK ((kind = ANY (ARRAY['shopify'::text, 'api'::text, 'phone'::text, 'csv'::text]))),
    CONSTRAINT channels_name_given CHECK ((name <> ''::text)),
    CONSTRAINT channels_stock_policy_known CHECK ((stock_policy = ANY (ARRAY['backorder'::text, 'refuse'::text]))),
    CONSTRAINT channels_substitution_known CHECK ((substitution = ANY (ARRAY['allowed'::text, 'ask'::text, 'refused'::text])))
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

CREATE TABLE demand.backorder_terms (
    variant_id bigint NOT NULL,
    channel text DEFAULT ''::text NOT NULL,
    is_allowed boolean NOT NULL,
    most integer,
    release_on date,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT backorder_terms_most_positive CHECK ((most > 0))
);

CREATE TABLE demand.pegs (
    id bigint NOT NULL,
    line_id bigint NOT NULL,
    incoming_line_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    location_id integer NOT NULL,
    quantity integer NOT NULL,
    promised_on date NOT NULL,
    first_promised_on date NOT NULL,
    previous_state text DEFAULT 'new'::text NOT NULL,
    state text DEFAULT 'pegged'::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pegs_quantity_positive CHECK ((quantity > 0))
);

ALTER TABLE ONLY demand.pegs FORCE ROW LEVEL SECURITY;

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
    not_before date,
    CONSTRAINT lines_delivered_within_shipped CHECK ((delivered <= shipped)),
    CONSTRAINT lines_quantities_conserved CHECK ((wanted = (((((canceled + unrouted) + backordered) + allocated) + released) + shipped))),
    CONSTRAINT lines_quantities_not_negative CHECK ((LEAST(canceled, unrouted, backordered, allocated, released, shipped, delivered) >= 0)),
    CONSTRAINT lines_wanted_positive CHECK ((wanted > 0))
);

ALTER TABLE ONLY demand.lines FORCE ROW LEVEL SECURITY;

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
    priority smallint DEFAULT 0 NOT NULL,
    CONSTRAINT requests_method_known CHECK ((method = ANY (ARRAY['ship'::text, 'pickup'::text]))),
    CONSTRAINT requests_pickup_has_location CHECK (((method = 'pickup'::text) = (location_id IS NOT NULL))),
    CONSTRAINT requests_priority_known CHECK ((priority = ANY (ARRAY[0, 1]))),
    CONSTRAINT requests_shipping_has_address CHECK (((method <> 'ship'::text) OR (ship_to_id IS NOT NULL)))
);

ALTER TABLE ONLY demand.requests FORCE ROW LEVEL SECURITY;

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

CREATE TABLE inventory.transfers (
    id bigint NOT NULL,
    number text GENERATED ALWAYS AS (('T-'::text || id)) STORED,
    source_id integer NOT NULL,
    destination_id integer NOT NULL,
    previous_state text DEFAULT 'new'::text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_by text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    received_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT transfers_between_two_places CHECK ((source_id <> destination_id))
);

ALTER TABLE ONLY inventory.transfers FORCE ROW LEVEL SECURITY;

CREATE TABLE inventory.transfer_lines (
    transfer_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    quantity integer NOT NULL,
    sent integer DEFAULT 0 NOT NULL,
    received integer DEFAULT 0 NOT NULL,
    damaged integer DEFAULT 0 NOT NULL,
    lost integer DEFAULT 0 NOT NULL,
    surplus integer DEFAULT 0 NOT NULL,
    under_way integer GENERATED ALWAYS AS ((((sent - received) - damaged) - lost)),
    CONSTRAINT transfer_lines_accounted_for CHECK ((((received + damaged) + lost) <= sent)),
    CONSTRAINT transfer_lines_not_negative CHECK ((LEAST(received, damaged, lost, surplus) >= 0)),
    CONSTRAINT transfer_lines_quantity_positive CHECK ((quantity > 0)),
    CONSTRAINT transfer_lines_sent_whole CHECK (((sent = 0) OR (sent = quantity)))
);

ALTER TABLE ONLY inventory.transfer_lines FORCE ROW LEVEL SECURITY;

CREATE TABLE inventory.counts (
    id bigint NOT NULL,
    number text GENERATED ALWAYS AS (('C-'::text || id)) STORED,
    location_id integer NOT NULL,
    scope text NOT NULL,
    previous_state text DEFAULT 'new'::text NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_by text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    approved_by text DEFAULT ''::text NOT NULL,
    ended_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT counts_scope_known CHECK ((scope = ANY (ARRAY['full'::text, 'skus'::text, 'bins'::text, 'oldest'::text, 'busiest'::text])))
);

ALTER TABLE ONLY inventory.counts FORCE ROW LEVEL SECURITY;

CREATE TABLE inventory.incoming (
    id bigint NOT NULL,
    reference text NOT NULL,
    supplier text DEFAULT ''::text NOT NULL,
    location_id integer NOT NULL,
    expected_on date NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT incoming_reference_given CHECK ((reference <> ''::text))
);

ALTER TABLE ONLY inventory.incoming FORCE ROW LEVEL SECURITY;

CREATE TABLE inventory.lots (
    id bigint NOT NULL,
    variant_id bigint NOT NULL,
    code text NOT NULL,
    is_serial boolean NOT NULL,
    expires_on date,
    created_at timestamp with time zone NOT NULL,
    recalled_at timestamp with time zone,
    recall_reason text DEFAULT ''::text NOT NULL,
    CONSTRAINT lots_code_clean CHECK ((code ~ '^[!-~]{1,48}$'::text))
);

ALTER TABLE ONLY inventory.lots FORCE ROW LEVEL SECURITY;

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
    substitution text DEFAULT 'ask'::text NOT NULL,
    assignee_id bigint,
    fields jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT orders_fields_are_an_object CHECK ((jsonb_typeof(fields) = 'object'::text)),
    CONSTRAINT orders_fulfillment_status_known CHECK ((fulfillment_status = ANY (ARRAY['unfulfilled'::text, 'in_progress'::text, 'partially_fulfilled'::text, 'fulfilled'::text, 'delivered'::text, 'canceled'::text]))),
    CONSTRAINT orders_method_known CHECK ((method = ANY (ARRAY['ship'::text, 'pickup'::text]))),
    CONSTRAINT orders_payment_status_known CHECK ((payment_status = ANY (ARRAY['none'::text, 'authorized'::text, 'partially_paid'::text, 'paid'::text, 'overpaid'::text, 'partially_refunded'::text, 'refunded'::text, 'voided'::text]))),
    CONSTRAINT orders_substitution_known CHECK ((substitution = ANY (ARRAY['allowed'::text, 'ask'::text, 'refused'::text]))),
    CONSTRAINT orders_tags_clean CHECK (((cardinality(tags) <= 50) AND ((cardinality(tags) = 0) OR (cardinality(tags) = (regexp_count(array_to_string(tags, '
'::text), '\n'::text) + 1))) AND (array_position(tags, NULL::text) IS NULL) AND (array_position(tags, ''::text) IS NULL) AND (array_to_string(tags, '
'::text) ~ '^([^,[:cntrl:][:space:]]([^,[:cntrl:]]{0,38}[^,[:cntrl:][:space:]])?(\n|$))*$'::text))),
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

CREATE TABLE orders.changes (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    previous_state text DEFAULT 'new'::text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    version integer NOT NULL,
    wanted jsonb NOT NULL,
    hold_key text NOT NULL,
    money_before jsonb NOT NULL,
    money_after jsonb NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    created_by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_by text,
    ended_at timestamp with time zone,
    CONSTRAINT changes_end_with_a_time CHECK (((state = 'draft'::text) = (ended_at IS NULL)))
);

ALTER TABLE ONLY orders.changes FORCE ROW LEVEL SECURITY;

CREATE TABLE orders.fields (
    id integer NOT NULL,
    key text NOT NULL,
    label text NOT NULL,
    kind text NOT NULL,
    choices text[] DEFAULT '{}'::text[] NOT NULL,
    is_required boolean DEFAULT false NOT NULL,
    is_archived boolean DEFAULT false NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT fields_choices_where_one_is_chosen CHECK (((kind = 'choice'::text) = (cardinality(choices) > 0))),
    CONSTRAINT fields_key_plain CHECK ((key ~ '^[a-z][a-z0-9_]{0,39}$'::text)),
    CONSTRAINT fields_kind_known CHECK ((kind = ANY (ARRAY['text'::text, 'number'::text, 'date'::text, 'boolean'::text, 'choice'::text, 'link'::text]))),
    CONSTRAINT fields_label_given CHECK (((label = TRIM(BOTH FROM label)) AND ((length(label) >= 1) AND (length(label) <= 60))))
);

ALTER TABLE ONLY orders.fields FORCE ROW LEVEL SECURITY;

CREATE TABLE orders.drafts (
    id bigint NOT NULL,
    key text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    channel text NOT NULL,
    form jsonb NOT NULL,
    customer text NOT NULL,
    lines jsonb NOT NULL,
    delivery jsonb NOT NULL,
    held jsonb DEFAULT '[]'::jsonb NOT NULL,
    total_minor bigint,
    currency text NOT NULL,
    saved_by text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    discarded_by text,
    discarded_at timestamp with time zone,
    CONSTRAINT drafts_discarded_by_somebody CHECK (((discarded_at IS NULL) = (discarded_by IS NULL))),
    CONSTRAINT drafts_key_given CHECK (((length(key) >= 1) AND (length(key) <= 100))),
    CONSTRAINT drafts_say_something CHECK (((customer <> ''::text) OR (lines <> '[]'::jsonb)))
);

ALTER TABLE ONLY orders.drafts FORCE ROW LEVEL SECURITY;

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
    count_limit_units integer DEFAULT 10 NOT NULL,
    count_limit_minor bigint DEFAULT 20000 NOT NULL,
    cutoff time without time zone,
    processing_days integer DEFAULT 0 NOT NULL,
    daily_shipments integer,
    handling_minor bigint DEFAULT 0 NOT NULL,
    CONSTRAINT locations_code_clean CHECK ((code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'::text)),
    CONSTRAINT locations_count_limit_minor_not_negative CHECK ((count_limit_minor >= 0)),
    CONSTRAINT locations_count_limit_units_not_negative CHECK ((count_limit_units >= 0)),
    CONSTRAINT locations_daily_shipments_positive CHECK ((daily_shipments > 0)),
    CONSTRAINT locations_handling_not_negative CHECK ((handling_minor >= 0)),
    CONSTRAINT locations_kind_known CHECK ((kind = ANY (ARRAY['warehouse'::text, 'store'::text, '3pl'::text, 'supplier'::text]))),
    CONSTRAINT locations_name_given CHECK ((name <> ''::text)),
    CONSTRAINT locations_pickup_days_positive CHECK (((pickup_days >= 1) AND (pickup_days <= 60))),
    CONSTRAINT locations_processing_days_sensible CHECK (((processing_days >= 0) AND (processing_days <= 60)))
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

CREATE TABLE routing.profile_versions (
    id integer NOT NULL,
    profile_id integer NOT NULL,
    version integer NOT NULL,
    rules jsonb NOT NULL,
    previous_state text DEFAULT 'new'::text NOT NULL,
    state text DEFAULT 'draft'::text NOT NULL,
    saved_by text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    activated_by text,
    activated_at timestamp with time zone,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT profile_versions_active_once_activated CHECK (((state <> ALL (ARRAY['active'::text, 'retired'::text])) OR (activated_at IS NOT NULL))),
    CONSTRAINT profile_versions_criteria_given CHECK ((COALESCE(jsonb_array_length((rules -> 'criteria'::text)), 0) > 0))
);

CREATE TABLE routing.decisions (
    id bigint NOT NULL,
    request_id bigint NOT NULL,
    version_id integer CONSTRAINT decisions_profile_id_not_null NOT NULL,
    inputs jsonb NOT NULL,
    result jsonb NOT NULL,
    hash text NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    planner integer DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY routing.decisions FORCE ROW LEVEL SECURITY;

CREATE TABLE routing.profiles (
    id integer NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    is_default boolean DEFAULT false NOT NULL,
    is_archived boolean DEFAULT false NOT NULL,
    CONSTRAINT profiles_default_stays CHECK ((NOT (is_default AND is_archived))),
    CONSTRAINT profiles_name_given CHECK ((name <> ''::text))
);

CREATE TABLE routing.rules (
    id integer NOT NULL,
    "position" integer NOT NULL,
    channel text,
    country_code character(2),
    tag text,
    minimum_minor bigint,
    profile_id integer NOT NULL,
    CONSTRAINT rules_condition_given CHECK ((num_nonnulls(channel, country_code, tag, minimum_minor) > 0)),
    CONSTRAINT rules_minimum_positive CHECK ((minimum_minor > 0))
);

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

CREATE TABLE automations.rules (
    id integer NOT NULL,
    name text NOT NULL,
    event text NOT NULL,
    conditions jsonb DEFAULT '[]'::jsonb NOT NULL,
    actions jsonb NOT NULL,
    is_active boolean DEFAULT false NOT NULL,
    "position" integer NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    saved_by text NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT rules_actions_are_a_list CHECK ((jsonb_typeof(actions) = 'array'::text)),
    CONSTRAINT rules_conditions_are_a_list CHECK ((jsonb_typeof(conditions) = 'array'::text)),
    CONSTRAINT rules_event_known CHECK ((event = ANY (ARRAY['order.placed'::text, 'order.released'::text, 'order.held'::text, 'order.unheld'::text, 'order.canceled'::text, 'order.tagged'::text, 'order.untagged'::text, 'order.assigned'::text, 'order.fields_set'::text, 'payment.capture'::text, 'payment.refund'::text, 'request.routed'::text, 'fulfillment.shipped'::text, 'tracking.delivered'::text, 'pickup.ready'::text, 'pickup.collected'::text, 'pickup.expired'::text]))),
    CONSTRAINT rules_name_given CHECK (((name = TRIM(BOTH FROM name)) AND ((length(name) >= 1) AND (length(name) <= 80))))
);

ALTER TABLE ONLY automations.rules FORCE ROW LEVEL SECURITY;

ALTER TABLE automations.rules ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME automations.rules_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE automations.runs (
    id bigint NOT NULL,
    rule_id integer NOT NULL,
    version integer NOT NULL,
    event_id bigint NOT NULL,
    order_id bigint NOT NULL,
    cause_id bigint,
    depth smallint NOT NULL,
    outcome text NOT NULL,
    error text DEFAULT ''::text NOT NULL,
    ran_at timestamp with time zone NOT NULL,
    CONSTRAINT runs_outcome_known CHECK ((outcome = ANY (ARRAY['done'::text, 'unmatched'::text, 'stopped'::text, 'failed'::text])))
);

ALTER TABLE ONLY automations.runs FORCE ROW LEVEL SECURITY;

ALTER TABLE automations.runs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME automations.runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE automations.versions (
    rule_id integer NOT NULL,
    version integer NOT NULL,
    name text NOT NULL,
    event text NOT NULL,
    conditions jsonb NOT NULL,
    actions jsonb NOT NULL,
    is_active boolean NOT NULL,
    saved_by text NOT NULL,
    saved_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY automations.versions FORCE ROW LEVEL SECURITY;

CREATE TABLE catalog.barcodes (
    code text NOT NULL,
    variant_id bigint NOT NULL,
    CONSTRAINT barcodes_code_clean CHECK ((code ~ '^[!-~]{4,48}$'::text))
);

CREATE TABLE catalog.kit_components (
    kit_id bigint NOT NULL,
    component_id bigint NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT kit_components_not_itself CHECK ((kit_id <> component_id)),
    CONSTRAINT kit_components_quantity_sensible CHECK (((quantity >= 1) AND (quantity <= 1000)))
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

CREATE TABLE catalog.substitutes (
    variant_id bigint NOT NULL,
    substitute_id bigint NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT substitutes_not_itself CHECK ((variant_id <> substitute_id))
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
    tracking text DEFAULT 'none'::text NOT NULL,
    has_expiry boolean DEFAULT false NOT NULL,
    substitute_price text DEFAULT 'cheaper'::text NOT NULL,
    CONSTRAINT variants_expiry_needs_lots CHECK (((NOT has_expiry) OR (tracking = 'lot'::text))),
    CONSTRAINT variants_sku_clean CHECK ((sku ~ '^\S(.{0,62}\S)?$'::text)),
    CONSTRAINT variants_substitute_price_known CHECK ((substitute_price = ANY (ARRAY['ordered'::text, 'cheaper'::text, 'own'::text]))),
    CONSTRAINT variants_tracking_known CHECK ((tracking = ANY (ARRAY['none'::text, 'lot'::text, 'serial'::text]))),
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

CREATE TABLE demand.allocation_lots (
    allocation_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT allocation_lots_quantity_positive CHECK ((quantity > 0))
);

ALTER TABLE ONLY demand.allocation_lots FORCE ROW LEVEL SECURITY;

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

ALTER TABLE demand.lines ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME demand.lines_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE demand.peg_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE demand.pegs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME demand.pegs_id_seq
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

CREATE TABLE inventory.closures (
    location_id integer NOT NULL,
    day date NOT NULL,
    reason text DEFAULT ''::text NOT NULL
);

CREATE TABLE inventory.count_lines (
    count_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    counted integer,
    on_hand integer DEFAULT 0 NOT NULL,
    sequence integer DEFAULT 0 NOT NULL,
    variance integer GENERATED ALWAYS AS ((counted - on_hand)),
    was_disturbed boolean DEFAULT false NOT NULL,
    counted_by text DEFAULT ''::text NOT NULL,
    counted_at timestamp with time zone,
    CONSTRAINT count_lines_counted_not_negative CHECK ((counted >= 0))
);

ALTER TABLE ONLY inventory.count_lines FORCE ROW LEVEL SECURITY;

CREATE TABLE inventory.count_tallies (
    id bigint NOT NULL,
    count_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    quantity integer NOT NULL,
    counted_after integer,
    on_hand integer NOT NULL,
    sequence integer NOT NULL,
    actor text NOT NULL,
    actor_name text DEFAULT ''::text NOT NULL,
    counted_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY inventory.count_tallies FORCE ROW LEVEL SECURITY;

ALTER TABLE inventory.count_tallies ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME inventory.count_tallies_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE inventory.count_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE inventory.counts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME inventory.counts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE inventory.hold_lines (
    hold_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    location_id integer NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT hold_lines_quantity_positive CHECK ((quantity > 0))
);

ALTER TABLE ONLY inventory.hold_lines FORCE ROW LEVEL SECURITY;

CREATE TABLE inventory.hold_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);

CREATE TABLE inventory.holds (
    id bigint NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    owner text DEFAULT ''::text NOT NULL,
    previous_state text DEFAULT 'new'::text NOT NULL,
    state text DEFAULT 'active'::text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT holds_end_with_their_state CHECK (((state = 'active'::text) = (ended_at IS NULL))),
    CONSTRAINT holds_key_given CHECK ((key <> ''::text)),
    CONSTRAINT holds_kind_known CHECK ((kind = ANY (ARRAY['checkout'::text, 'draft'::text, 'exchange'::text, 'change'::text])))
);

ALTER TABLE ONLY inventory.holds FORCE ROW LEVEL SECURITY;

ALTER TABLE inventory.holds ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME inventory.holds_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE inventory.incoming ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME inventory.incoming_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE inventory.incoming_lines (
    id bigint NOT NULL,
    incoming_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    quantity integer NOT NULL,
    received integer DEFAULT 0 NOT NULL,
    closed integer DEFAULT 0 NOT NULL,
    pegged integer DEFAULT 0 NOT NULL,
    open integer GENERATED ALWAYS AS (GREATEST(((quantity - received) - closed), 0)),
    CONSTRAINT incoming_lines_closed_within_quantity CHECK (((closed >= 0) AND (closed <= quantity))),
    CONSTRAINT incoming_lines_pegged_within_open CHECK (((pegged >= 0) AND (pegged <= GREATEST(((quantity - received) - closed), 0)))),
    CONSTRAINT incoming_lines_quantity_positive CHECK ((quantity > 0)),
    CONSTRAINT incoming_lines_received_not_negative CHECK ((received >= 0))
);

ALTER TABLE ONLY inventory.incoming_lines FORCE ROW LEVEL SECURITY;

ALTER TABLE inventory.incoming_lines ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME inventory.incoming_lines_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE inventory.incoming_receipts (
    key text NOT NULL,
    incoming_id bigint NOT NULL,
    received_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY inventory.incoming_receipts FORCE ROW LEVEL SECURITY;

CREATE TABLE inventory.level_history (
    id bigint NOT NULL,
    variant_id bigint NOT NULL,
    location_id integer NOT NULL,
    on_hand integer NOT NULL,
    reserved integer NOT NULL,
    held integer NOT NULL,
    safety integer NOT NULL,
    unavailable integer NOT NULL,
    incoming integer NOT NULL,
    since timestamp with time zone NOT NULL,
    transaction_id xid8 DEFAULT pg_current_xact_id() NOT NULL
);

ALTER TABLE ONLY inventory.level_history FORCE ROW LEVEL SECURITY;

ALTER TABLE inventory.level_history ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME inventory.level_history_id_seq
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
    held integer DEFAULT 0 NOT NULL,
    incoming integer DEFAULT 0 NOT NULL,
    available integer GENERATED ALWAYS AS ((((on_hand - reserved) - safety) - unavailable)),
    is_tracked boolean DEFAULT false NOT NULL,
    CONSTRAINT levels_incoming_not_negative CHECK ((incoming >= 0)),
    CONSTRAINT levels_reserved_within_on_hand CHECK (((0 <= reserved) AND (reserved <= on_hand))),
    CONSTRAINT levels_safety_not_negative CHECK ((safety >= 0)),
    CONSTRAINT levels_soft_within_reserved CHECK (((0 <= held) AND (held <= reserved))),
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

CREATE TABLE inventory.lot_levels (
    lot_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    location_id integer NOT NULL,
    is_serial boolean NOT NULL,
    on_hand integer DEFAULT 0 NOT NULL,
    reserved integer DEFAULT 0 NOT NULL,
    unavailable integer DEFAULT 0 NOT NULL,
    CONSTRAINT lot_levels_serial_is_one CHECK (((NOT is_serial) OR (on_hand <= 1))),
    CONSTRAINT lot_levels_within_on_hand CHECK (((LEAST(reserved, unavailable) >= 0) AND ((reserved + unavailable) <= on_hand)))
);

ALTER TABLE ONLY inventory.lot_levels FORCE ROW LEVEL SECURITY;

ALTER TABLE inventory.lots ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME inventory.lots_id_seq
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
    CONSTRAINT movements_kind_known CHECK ((kind = ANY (ARRAY['received'::text, 'adjusted'::text, 'shipped'::text, 'collected'::text, 'returned'::text, 'short_picked'::text, 'transfer_out'::text, 'transfer_in'::text]))),
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

CREATE TABLE inventory.pool_units (
    variant_id bigint NOT NULL,
    location_id integer NOT NULL,
    n bigint NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='500');

ALTER TABLE ONLY inventory.pool_units FORCE ROW LEVEL SECURITY;

ALTER TABLE inventory.pool_units ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME inventory.pool_units_n_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE inventory.pools (
    variant_id bigint NOT NULL,
    since timestamp with time zone NOT NULL
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

CREATE VIEW inventory.stock WITH (security_invoker='true') AS
 SELECT l.variant_id,
    l.location_id,
    l.on_hand,
    (l.reserved - p.units) AS reserved,
    l.held,
    l.safety,
    l.unavailable,
    l.incoming,
    (l.available + p.units) AS available,
    p.units AS pooled,
    l.bin,
    l.updated_at
   FROM (inventory.levels l
     CROSS JOIN LATERAL ( SELECT (count(*))::integer AS units
           FROM inventory.pool_units u
          WHERE ((u.variant_id = l.variant_id) AND (u.location_id = l.location_id))) p);

CREATE TABLE inventory.supplier_costs (
    location_id integer NOT NULL,
    variant_id bigint NOT NULL,
    cost_minor bigint NOT NULL,
    CONSTRAINT supplier_costs_not_negative CHECK ((cost_minor >= 0))
);

CREATE TABLE inventory.transfer_lots (
    transfer_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    chosen integer DEFAULT 0 NOT NULL,
    quantity integer DEFAULT 0 NOT NULL,
    sent integer DEFAULT 0 NOT NULL,
    received integer DEFAULT 0 NOT NULL,
    damaged integer DEFAULT 0 NOT NULL,
    lost integer DEFAULT 0 NOT NULL,
    surplus integer DEFAULT 0 NOT NULL,
    under_way integer GENERATED ALWAYS AS ((((sent - received) - damaged) - lost)),
    CONSTRAINT transfer_lots_accounted_for CHECK ((((received + damaged) + lost) <= sent)),
    CONSTRAINT transfer_lots_not_negative CHECK ((LEAST(chosen, quantity, received, damaged, lost, surplus) >= 0)),
    CONSTRAINT transfer_lots_sent_whole CHECK (((sent = 0) OR (sent = quantity)))
);

ALTER TABLE ONLY inventory.transfer_lots FORCE ROW LEVEL SECURITY;

CREATE TABLE inventory.transfer_receipt_lots (
    receipt_id bigint NOT NULL,
    lot_id bigint NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT transfer_receipt_lots_quantity_not_zero CHECK ((quantity <> 0))
);

ALTER TABLE ONLY inventory.transfer_receipt_lots FORCE ROW LEVEL SECURITY;

CREATE TABLE inventory.transfer_receipts (
    id bigint NOT NULL,
    transfer_id bigint NOT NULL,
    variant_id bigint NOT NULL,
    outcome text NOT NULL,
    quantity integer NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    key text,
    undoes_id bigint,
    actor text NOT NULL,
    actor_name text DEFAULT ''::text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT transfer_receipts_outcome_known CHECK ((outcome = ANY (ARRAY['received'::text, 'damaged'::text, 'lost'::text, 'surplus'::text]))),
    CONSTRAINT transfer_receipts_quantity_not_zero CHECK ((quantity <> 0)),
    CONSTRAINT transfer_receipts_undoing_takes_back CHECK (((quantity < 0) = (undoes_id IS NOT NULL)))
);

ALTER TABLE ONLY inventory.transfer_receipts FORCE ROW LEVEL SECURITY;

ALTER TABLE inventory.transfer_receipts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME inventory.transfer_receipts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE inventory.transfer_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE inventory.transfers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME inventory.transfers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

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
    tax_minor bigint NOT NULL,
    demand_line_id bigint
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

CREATE TABLE orders.attachments (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    name text NOT NULL,
    content_type text NOT NULL,
    content bytea NOT NULL,
    sha256 bytea GENERATED ALWAYS AS (sha256(content)) STORED NOT NULL,
    added_by text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    removed_by text,
    removed_at timestamp with time zone,
    CONSTRAINT attachments_name_plain CHECK ((name ~ '^[^[:cntrl:]/\\]{1,120}$'::text)),
    CONSTRAINT attachments_removed_by_somebody CHECK (((removed_at IS NULL) = (removed_by IS NULL))),
    CONSTRAINT attachments_size_allowed CHECK (((length(content) >= 1) AND (length(content) <= 10485760))),
    CONSTRAINT attachments_type_known CHECK ((content_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text, 'text/plain'::text, 'text/csv'::text])))
);
ALTER TABLE ONLY orders.attachments ALTER COLUMN content SET STORAGE EXTERNAL;

ALTER TABLE ONLY orders.attachments FORCE ROW LEVEL SECURITY;

ALTER TABLE orders.attachments ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME orders.attachments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE orders.change_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);

ALTER TABLE orders.changes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME orders.changes_id_seq
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

CREATE TABLE orders.components (
    demand_line_id bigint NOT NULL,
    line_id bigint NOT NULL,
    per_unit integer DEFAULT 1 NOT NULL,
    weight bigint DEFAULT 1 NOT NULL,
    CONSTRAINT components_per_unit_positive CHECK ((per_unit > 0)),
    CONSTRAINT components_weight_not_negative CHECK ((weight >= 0))
);

ALTER TABLE ONLY orders.components FORCE ROW LEVEL SECURITY;

ALTER TABLE orders.drafts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME orders.drafts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE orders.fields ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME orders.fields_id_seq
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
    variant_id bigint,
    external_id text DEFAULT ''::text NOT NULL,
    sku text DEFAULT ''::text NOT NULL,
    title text NOT NULL,
    quantity integer NOT NULL,
    unit_price_minor bigint NOT NULL,
    discount_minor bigint DEFAULT 0 NOT NULL,
    tax_minor bigint DEFAULT 0 NOT NULL,
    instead_of_id bigint,
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

CREATE TABLE orders.question_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);

CREATE TABLE orders.questions (
    id bigint NOT NULL,
    order_id bigint NOT NULL,
    line_id bigint NOT NULL,
    substitute_id bigint NOT NULL,
    title text NOT NULL,
    quantity integer NOT NULL,
    unit_price_minor bigint NOT NULL,
    difference_minor bigint NOT NULL,
    previous_state text DEFAULT 'new'::text NOT NULL,
    state text DEFAULT 'asked'::text NOT NULL,
    asked_by text DEFAULT ''::text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    CONSTRAINT questions_quantity_positive CHECK ((quantity > 0))
);

ALTER TABLE ONLY orders.questions FORCE ROW LEVEL SECURITY;

ALTER TABLE orders.questions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME orders.questions_id_seq
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

CREATE TABLE orders.versions (
    order_id bigint NOT NULL,
    number integer NOT NULL,
    what text NOT NULL,
    change_id bigint,
    snapshot jsonb NOT NULL,
    actor text NOT NULL,
    actor_name text NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    CONSTRAINT versions_what_known CHECK ((what = ANY (ARRAY['placed'::text, 'edited'::text, 'lines_canceled'::text, 'canceled'::text, 'reopened'::text])))
);

ALTER TABLE ONLY orders.versions FORCE ROW LEVEL SECURITY;

CREATE TABLE orders.views (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    name text NOT NULL,
    filters jsonb NOT NULL,
    is_shared boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT views_filter_something CHECK (((jsonb_typeof(filters) = 'object'::text) AND (filters <> '{}'::jsonb))),
    CONSTRAINT views_name_given CHECK (((name = TRIM(BOTH FROM name)) AND ((length(name) >= 1) AND (length(name) <= 40))))
);

ALTER TABLE ONLY orders.views FORCE ROW LEVEL SECURITY;

ALTER TABLE orders.views ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME orders.views_id_seq
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
    held_at timestamp with time zone,
    is_whole boolean DEFAULT true NOT NULL,
    horizon xid8,
    whole_at timestamp with time zone,
    whole_ms integer,
    CONSTRAINT checks_broken_not_negative CHECK ((broken >= 0))
);

ALTER TABLE ONLY reports.checks FORCE ROW LEVEL SECURITY;

CREATE TABLE routing.accuracies (
    location_id integer NOT NULL,
    asked integer NOT NULL,
    short integer NOT NULL,
    measured_at timestamp with time zone NOT NULL,
    CONSTRAINT accuracies_asked_positive CHECK ((asked > 0)),
    CONSTRAINT accuracies_short_within_asked CHECK (((short >= 0) AND (short <= asked)))
);

CREATE TABLE routing.capacity_claims (
    request_id bigint NOT NULL,
    location_id integer NOT NULL,
    day date NOT NULL
);

ALTER TABLE ONLY routing.capacity_claims FORCE ROW LEVEL SECURITY;

CREATE TABLE routing.capacity_days (
    location_id integer NOT NULL,
    day date NOT NULL,
    used integer DEFAULT 0 NOT NULL,
    CONSTRAINT capacity_days_used_not_negative CHECK ((used >= 0))
);

CREATE TABLE routing.country_centers (
    country_code character(2) NOT NULL,
    latitude numeric(8,5) NOT NULL,
    longitude numeric(8,5) NOT NULL
);

ALTER TABLE routing.decisions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME routing.decisions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE routing.profile_versions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME routing.profile_versions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE routing.profiles ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME routing.profiles_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE routing.promises (
    id bigint NOT NULL,
    line_id bigint NOT NULL,
    decision_id bigint NOT NULL,
    location_id integer NOT NULL,
    promised_on date NOT NULL,
    parts jsonb NOT NULL,
    expected_on date,
    made_at timestamp with time zone NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    cause text,
    resolved_at timestamp with time zone,
    CONSTRAINT promises_cause_known CHECK ((cause = ANY (ARRAY['processing'::text, 'transit'::text, 'stock'::text, 'customer'::text]))),
    CONSTRAINT promises_kept_for_none CHECK (((state <> 'kept'::text) OR (cause IS NULL))),
    CONSTRAINT promises_missed_for_a_cause CHECK (((state <> 'missed'::text) OR (cause IS NOT NULL))),
    CONSTRAINT promises_resolved_once_not_open CHECK (((state = 'open'::text) = (resolved_at IS NULL))),
    CONSTRAINT promises_state_known CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'missed'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY routing.promises FORCE ROW LEVEL SECURITY;

ALTER TABLE routing.promises ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME routing.promises_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE routing.rates (
    id integer NOT NULL,
    carrier text NOT NULL,
    zone text NOT NULL,
    is_domestic boolean DEFAULT false NOT NULL,
    from_countries character(2)[],
    to_countries character(2)[],
    max_km integer,
    base_minor bigint NOT NULL,
    per_kg_minor bigint DEFAULT 0 NOT NULL,
    transit_days integer NOT NULL,
    CONSTRAINT rates_base_not_negative CHECK ((base_minor >= 0)),
    CONSTRAINT rates_carrier_given CHECK ((carrier <> ''::text)),
    CONSTRAINT rates_max_km_positive CHECK ((max_km > 0)),
    CONSTRAINT rates_per_kg_not_negative CHECK ((per_kg_minor >= 0)),
    CONSTRAINT rates_transit_days_sensible CHECK (((transit_days >= 0) AND (transit_days <= 90))),
    CONSTRAINT rates_zone_given CHECK ((zone <> ''::text))
);

ALTER TABLE routing.rates ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME routing.rates_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE routing.request_profiles (
    request_id bigint NOT NULL,
    profile_id integer NOT NULL,
    reason text NOT NULL,
    rule jsonb,
    chosen_by text NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    CONSTRAINT request_profiles_reason_known CHECK ((reason = ANY (ARRAY['rule'::text, 'person'::text, 'automation'::text]))),
    CONSTRAINT request_profiles_rule_told CHECK (((reason = 'rule'::text) = (rule IS NOT NULL)))
);

ALTER TABLE ONLY routing.request_profiles FORCE ROW LEVEL SECURITY;

ALTER TABLE routing.rules ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME routing.rules_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE routing.shadow_decisions (
    shadow_id integer NOT NULL,
    decision_id bigint NOT NULL,
    result jsonb NOT NULL,
    differs boolean NOT NULL,
    judged_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY routing.shadow_decisions FORCE ROW LEVEL SECURITY;

CREATE TABLE routing.shadows (
    id integer NOT NULL,
    version_id integer NOT NULL,
    rules jsonb NOT NULL,
    judged_id integer,
    judged_until timestamp with time zone NOT NULL,
    started_by text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_by text,
    ended_at timestamp with time zone,
    CONSTRAINT shadows_end_has_somebody CHECK (((ended_by IS NULL) = (ended_at IS NULL)))
);

ALTER TABLE ONLY routing.shadows FORCE ROW LEVEL SECURITY;

ALTER TABLE routing.shadows ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME routing.shadows_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE routing.simulation_choices (
    simulation_id integer NOT NULL,
    decision_id bigint NOT NULL,
    result jsonb NOT NULL,
    differs boolean NOT NULL
);

ALTER TABLE ONLY routing.simulation_choices FORCE ROW LEVEL SECURITY;

CREATE TABLE routing.simulation_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);

CREATE TABLE routing.simulations (
    id integer NOT NULL,
    version_id integer NOT NULL,
    rules jsonb NOT NULL,
    judged_id integer,
    days integer NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    previous_state text DEFAULT 'new'::text NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    total integer NOT NULL,
    done integer DEFAULT 0 NOT NULL,
    last_at timestamp with time zone,
    last_id bigint,
    world jsonb DEFAULT '{"lines": {}, "stock": {}, "shipments": {}}'::jsonb NOT NULL,
    results jsonb,
    started_by text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT simulations_days_sensible CHECK (((days >= 1) AND (days <= 365))),
    CONSTRAINT simulations_done_has_results CHECK (((state <> 'done'::text) OR (results IS NOT NULL))),
    CONSTRAINT simulations_done_within_total CHECK (((done >= 0) AND (done <= total)))
);

ALTER TABLE ONLY routing.simulations FORCE ROW LEVEL SECURITY;

ALTER TABLE routing.simulations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME routing.simulations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE routing.version_transitions (
    from_state text NOT NULL,
    to_state text NOT NULL
);

CREATE TABLE routing.waits (
    request_id bigint NOT NULL,
    location_ids integer[] NOT NULL,
    tried_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY routing.waits FORCE ROW LEVEL SECURITY;

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

ALTER TABLE ONLY automations.rules
    ADD CONSTRAINT rules_name_unique UNIQUE (name);

ALTER TABLE ONLY automations.rules
    ADD CONSTRAINT rules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY automations.runs
    ADD CONSTRAINT runs_once_per_event UNIQUE (rule_id, event_id);

ALTER TABLE ONLY automations.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY automations.versions
    ADD CONSTRAINT versions_pkey PRIMARY KEY (rule_id, version);

ALTER TABLE ONLY catalog.barcodes
    ADD CONSTRAINT barcodes_pkey PRIMARY KEY (code);

ALTER TABLE ONLY catalog.kit_components
    ADD CONSTRAINT kit_components_pkey PRIMARY KEY (kit_id, component_id);

ALTER TABLE ONLY catalog.prices
    ADD CONSTRAINT prices_pkey PRIMARY KEY (variant_id, currency);

ALTER TABLE ONLY catalog.products
    ADD CONSTRAINT products_handle_unique UNIQUE (handle);

ALTER TABLE ONLY catalog.products
    ADD CONSTRAINT products_pkey PRIMARY KEY (id);

ALTER TABLE ONLY catalog.substitutes
    ADD CONSTRAINT substitutes_pkey PRIMARY KEY (variant_id, substitute_id);

ALTER TABLE ONLY catalog.substitutes
    ADD CONSTRAINT substitutes_position_unique UNIQUE (variant_id, "position");

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

ALTER TABLE ONLY demand.allocation_lots
    ADD CONSTRAINT allocation_lots_pkey PRIMARY KEY (allocation_id, lot_id);

ALTER TABLE ONLY demand.allocation_transitions
    ADD CONSTRAINT allocation_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY demand.allocations
    ADD CONSTRAINT allocations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY demand.backorder_terms
    ADD CONSTRAINT backorder_terms_pkey PRIMARY KEY (variant_id, channel);

ALTER TABLE ONLY demand.lines
    ADD CONSTRAINT lines_pkey PRIMARY KEY (id);

ALTER TABLE ONLY demand.peg_transitions
    ADD CONSTRAINT peg_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY demand.pegs
    ADD CONSTRAINT pegs_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY inventory.closures
    ADD CONSTRAINT closures_pkey PRIMARY KEY (location_id, day);

ALTER TABLE ONLY inventory.count_lines
    ADD CONSTRAINT count_lines_pkey PRIMARY KEY (count_id, variant_id);

ALTER TABLE ONLY inventory.count_tallies
    ADD CONSTRAINT count_tallies_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inventory.count_transitions
    ADD CONSTRAINT count_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY inventory.counts
    ADD CONSTRAINT counts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inventory.hold_lines
    ADD CONSTRAINT hold_lines_pkey PRIMARY KEY (hold_id, variant_id, location_id);

ALTER TABLE ONLY inventory.hold_transitions
    ADD CONSTRAINT hold_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY inventory.holds
    ADD CONSTRAINT holds_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inventory.incoming_lines
    ADD CONSTRAINT incoming_lines_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inventory.incoming_lines
    ADD CONSTRAINT incoming_lines_sku_once UNIQUE (incoming_id, variant_id);

ALTER TABLE ONLY inventory.incoming
    ADD CONSTRAINT incoming_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inventory.incoming_receipts
    ADD CONSTRAINT incoming_receipts_pkey PRIMARY KEY (key);

ALTER TABLE ONLY inventory.incoming
    ADD CONSTRAINT incoming_reference_unique UNIQUE (reference, location_id);

ALTER TABLE ONLY inventory.level_history
    ADD CONSTRAINT level_history_pkey PRIMARY KEY (transaction_id, id);

ALTER TABLE ONLY inventory.levels
    ADD CONSTRAINT levels_pkey PRIMARY KEY (variant_id, location_id);

ALTER TABLE ONLY inventory.location_staff
    ADD CONSTRAINT location_staff_pkey PRIMARY KEY (person_id, location_id);

ALTER TABLE ONLY inventory.locations
    ADD CONSTRAINT locations_code_unique UNIQUE (code);

ALTER TABLE ONLY inventory.locations
    ADD CONSTRAINT locations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inventory.lot_levels
    ADD CONSTRAINT lot_levels_pkey PRIMARY KEY (lot_id, location_id);

ALTER TABLE ONLY inventory.lots
    ADD CONSTRAINT lots_code_unique UNIQUE (variant_id, code);

ALTER TABLE ONLY inventory.lots
    ADD CONSTRAINT lots_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inventory.movements
    ADD CONSTRAINT movements_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inventory.movements
    ADD CONSTRAINT movements_sequence_unique UNIQUE (variant_id, location_id, sequence);

ALTER TABLE ONLY inventory.pool_units
    ADD CONSTRAINT pool_units_pkey PRIMARY KEY (variant_id, location_id, n);

ALTER TABLE ONLY inventory.pools
    ADD CONSTRAINT pools_pkey PRIMARY KEY (variant_id);

ALTER TABLE ONLY inventory.receipts
    ADD CONSTRAINT receipts_pkey PRIMARY KEY (key);

ALTER TABLE ONLY inventory.supplier_costs
    ADD CONSTRAINT supplier_costs_pkey PRIMARY KEY (location_id, variant_id);

ALTER TABLE ONLY inventory.transfer_lines
    ADD CONSTRAINT transfer_lines_pkey PRIMARY KEY (transfer_id, variant_id);

ALTER TABLE ONLY inventory.transfer_lots
    ADD CONSTRAINT transfer_lots_pkey PRIMARY KEY (transfer_id, lot_id);

ALTER TABLE ONLY inventory.transfer_receipt_lots
    ADD CONSTRAINT transfer_receipt_lots_pkey PRIMARY KEY (receipt_id, lot_id);

ALTER TABLE ONLY inventory.transfer_receipts
    ADD CONSTRAINT transfer_receipts_key_unique UNIQUE (key);

ALTER TABLE ONLY inventory.transfer_receipts
    ADD CONSTRAINT transfer_receipts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY inventory.transfer_receipts
    ADD CONSTRAINT transfer_receipts_undone_once UNIQUE (undoes_id);

ALTER TABLE ONLY inventory.transfer_transitions
    ADD CONSTRAINT transfer_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY inventory.transfers
    ADD CONSTRAINT transfers_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY orders.attachments
    ADD CONSTRAINT attachments_pkey PRIMARY KEY (id);

ALTER TABLE ONLY orders.change_transitions
    ADD CONSTRAINT change_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY orders.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY orders.charges
    ADD CONSTRAINT charges_pkey PRIMARY KEY (id);

ALTER TABLE ONLY orders.components
    ADD CONSTRAINT components_pkey PRIMARY KEY (demand_line_id);

ALTER TABLE ONLY orders.drafts
    ADD CONSTRAINT drafts_key_unique UNIQUE (key);

ALTER TABLE ONLY orders.drafts
    ADD CONSTRAINT drafts_pkey PRIMARY KEY (id);

ALTER TABLE ONLY orders.fields
    ADD CONSTRAINT fields_key_unique UNIQUE (key);

ALTER TABLE ONLY orders.fields
    ADD CONSTRAINT fields_pkey PRIMARY KEY (id);

ALTER TABLE ONLY orders.holds
    ADD CONSTRAINT holds_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY orders.question_transitions
    ADD CONSTRAINT question_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY orders.questions
    ADD CONSTRAINT questions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY orders.taxes
    ADD CONSTRAINT taxes_pkey PRIMARY KEY (id);

ALTER TABLE ONLY orders.versions
    ADD CONSTRAINT versions_pkey PRIMARY KEY (order_id, number);

ALTER TABLE ONLY orders.views
    ADD CONSTRAINT views_name_once_per_person UNIQUE (person_id, name);

ALTER TABLE ONLY orders.views
    ADD CONSTRAINT views_pkey PRIMARY KEY (id);

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

ALTER TABLE ONLY routing.accuracies
    ADD CONSTRAINT accuracies_pkey PRIMARY KEY (location_id);

ALTER TABLE ONLY routing.capacity_claims
    ADD CONSTRAINT capacity_claims_pkey PRIMARY KEY (request_id, location_id);

ALTER TABLE ONLY routing.capacity_days
    ADD CONSTRAINT capacity_days_pkey PRIMARY KEY (location_id, day);

ALTER TABLE ONLY routing.country_centers
    ADD CONSTRAINT country_centers_pkey PRIMARY KEY (country_code);

ALTER TABLE ONLY routing.decisions
    ADD CONSTRAINT decisions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY routing.profile_versions
    ADD CONSTRAINT profile_versions_number_unique UNIQUE (profile_id, version);

ALTER TABLE ONLY routing.profile_versions
    ADD CONSTRAINT profile_versions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY routing.profiles
    ADD CONSTRAINT profiles_name_unique UNIQUE (name);

ALTER TABLE ONLY routing.profiles
    ADD CONSTRAINT profiles_pkey PRIMARY KEY (id);

ALTER TABLE ONLY routing.promises
    ADD CONSTRAINT promises_one_per_line UNIQUE (line_id);

ALTER TABLE ONLY routing.promises
    ADD CONSTRAINT promises_pkey PRIMARY KEY (id);

ALTER TABLE ONLY routing.rates
    ADD CONSTRAINT rates_pkey PRIMARY KEY (id);

ALTER TABLE ONLY routing.rates
    ADD CONSTRAINT rates_zone_unique UNIQUE (carrier, zone);

ALTER TABLE ONLY routing.request_profiles
    ADD CONSTRAINT request_profiles_pkey PRIMARY KEY (request_id);

ALTER TABLE ONLY routing.rules
    ADD CONSTRAINT rules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY routing.rules
    ADD CONSTRAINT rules_position_unique UNIQUE ("position");

ALTER TABLE ONLY routing.shadow_decisions
    ADD CONSTRAINT shadow_decisions_pkey PRIMARY KEY (shadow_id, decision_id);

ALTER TABLE ONLY routing.shadows
    ADD CONSTRAINT shadows_pkey PRIMARY KEY (id);

ALTER TABLE ONLY routing.simulation_choices
    ADD CONSTRAINT simulation_choices_pkey PRIMARY KEY (simulation_id, decision_id);

ALTER TABLE ONLY routing.simulation_transitions
    ADD CONSTRAINT simulation_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY routing.simulations
    ADD CONSTRAINT simulations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY routing.version_transitions
    ADD CONSTRAINT version_transitions_pkey PRIMARY KEY (from_state, to_state);

ALTER TABLE ONLY routing.waits
    ADD CONSTRAINT waits_pkey PRIMARY KEY (request_id);

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

CREATE INDEX rules_event_idx ON automations.rules USING btree (event) WHERE is_active;

CREATE INDEX runs_failed_idx ON automations.runs USING btree (ran_at) WHERE (outcome = 'failed'::text);

CREATE INDEX runs_order_idx ON automations.runs USING btree (order_id, id);

CREATE INDEX runs_rule_idx ON automations.runs USING btree (rule_id, id);

CREATE INDEX barcodes_variant_idx ON catalog.barcodes USING btree (variant_id);

CREATE INDEX kit_components_component_idx ON catalog.kit_components USING btree (component_id);

CREATE INDEX products_title_search_idx ON catalog.products USING gin (title public.gin_trgm_ops);

CREATE INDEX substitutes_substitute_idx ON catalog.substitutes USING btree (substitute_id);

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

CREATE INDEX allocation_lots_lot_idx ON demand.allocation_lots USING btree (lot_id);

CREATE INDEX allocations_level_idx ON demand.allocations USING btree (variant_id, location_id) WHERE (state = ANY (ARRAY['allocated'::text, 'released'::text]));

CREATE INDEX allocations_line_idx ON demand.allocations USING btree (line_id);

CREATE INDEX lines_request_idx ON demand.lines USING btree (request_id);

CREATE INDEX lines_waiting_idx ON demand.lines USING btree (variant_id) WHERE ((unrouted + backordered) > 0);

CREATE INDEX pegs_arrived_idx ON demand.pegs USING btree (variant_id, location_id) WHERE (state = 'arrived'::text);

CREATE INDEX pegs_incoming_line_idx ON demand.pegs USING btree (incoming_line_id, state);

CREATE INDEX pegs_line_idx ON demand.pegs USING btree (line_id) WHERE (state = ANY (ARRAY['pegged'::text, 'arrived'::text]));

CREATE INDEX lines_allocation_idx ON fulfillment.lines USING btree (allocation_id);

CREATE INDEX lines_demand_line_idx ON fulfillment.lines USING btree (demand_line_id);

CREATE INDEX lines_order_idx ON fulfillment.lines USING btree (order_id);

CREATE INDEX orders_changed_idx ON fulfillment.orders USING btree (updated_at, id);

CREATE INDEX orders_open_idx ON fulfillment.orders USING btree (location_id, state, due_at) WHERE (state = ANY (ARRAY['planned'::text, 'released'::text, 'accepted'::text, 'picking'::text, 'picked'::text, 'packed'::text, 'ready_for_pickup'::text]));

CREATE INDEX orders_request_idx ON fulfillment.orders USING btree (request_id);

CREATE INDEX packages_order_idx ON fulfillment.packages USING btree (order_id);

CREATE INDEX packages_tracking_number_idx ON fulfillment.packages USING btree (tracking_number) WHERE (tracking_number <> ''::text);

CREATE INDEX events_placed_idx ON history.events USING btree (subject_id) INCLUDE (subject, location_id) WHERE ((subject = 'order'::text) AND (type = 'order.placed'::text));

CREATE INDEX events_subject_idx ON history.events USING btree (subject, subject_id, id);

CREATE INDEX events_transaction_idx ON history.events USING btree (transaction_id, id);

CREATE INDEX count_lines_variant_idx ON inventory.count_lines USING btree (variant_id);

CREATE INDEX count_tallies_count_idx ON inventory.count_tallies USING btree (count_id, id);

CREATE INDEX counts_location_idx ON inventory.counts USING btree (location_id, id);

CREATE INDEX hold_lines_level_idx ON inventory.hold_lines USING btree (variant_id, location_id);

CREATE INDEX holds_deadline_idx ON inventory.holds USING btree (expires_at) WHERE (state = 'active'::text);

CREATE INDEX holds_key_idx ON inventory.holds USING btree (key, id);

CREATE UNIQUE INDEX holds_one_active_per_key ON inventory.holds USING btree (key) WHERE (state = 'active'::text);

CREATE INDEX incoming_expected_idx ON inventory.incoming USING btree (expected_on, id);

CREATE INDEX incoming_lines_open_idx ON inventory.incoming_lines USING btree (variant_id) WHERE (quantity > (received + closed));

CREATE INDEX level_history_level_idx ON inventory.level_history USING btree (variant_id, location_id, since, id);

CREATE INDEX levels_location_idx ON inventory.levels USING btree (location_id, variant_id);

CREATE INDEX lot_levels_free_idx ON inventory.lot_levels USING btree (lot_id) WHERE (on_hand > (reserved + unavailable));

CREATE INDEX lot_levels_level_idx ON inventory.lot_levels USING btree (variant_id, location_id);

CREATE UNIQUE INDEX lot_levels_serial_once ON inventory.lot_levels USING btree (lot_id) WHERE (is_serial AND (on_hand > 0));

CREATE INDEX lots_code_idx ON inventory.lots USING btree (code);

CREATE INDEX lots_expiry_idx ON inventory.lots USING btree (expires_on) WHERE (expires_on IS NOT NULL);

CREATE INDEX movements_cause_idx ON inventory.movements USING btree (cause, cause_id);

CREATE INDEX movements_location_idx ON inventory.movements USING btree (location_id, id);

CREATE INDEX transfer_lines_variant_idx ON inventory.transfer_lines USING btree (variant_id);

CREATE INDEX transfer_lots_lot_idx ON inventory.transfer_lots USING btree (lot_id);

CREATE INDEX transfer_lots_variant_idx ON inventory.transfer_lots USING btree (variant_id);

CREATE INDEX transfer_receipt_lots_lot_idx ON inventory.transfer_receipt_lots USING btree (lot_id);

CREATE INDEX transfer_receipts_transfer_idx ON inventory.transfer_receipts USING btree (transfer_id, id);

CREATE INDEX transfers_destination_idx ON inventory.transfers USING btree (destination_id, id);

CREATE INDEX transfers_source_idx ON inventory.transfers USING btree (source_id, id);

CREATE INDEX invoices_issued_idx ON invoices.invoices USING btree (issued_at DESC, id DESC);

CREATE INDEX invoices_order_idx ON invoices.invoices USING btree (order_id);

CREATE INDEX lines_charge_idx ON invoices.lines USING btree (charge_id);

CREATE INDEX lines_order_line_idx ON invoices.lines USING btree (order_line_id);

CREATE INDEX taxes_invoice_idx ON invoices.taxes USING btree (invoice_id);

CREATE INDEX messages_order_idx ON notifications.messages USING btree (order_id, id);

CREATE UNIQUE INDEX attachments_once_per_order ON orders.attachments USING btree (order_id, sha256) WHERE (removed_at IS NULL);

CREATE INDEX changes_expiry_idx ON orders.changes USING btree (expires_at) WHERE (state = 'draft'::text);

CREATE UNIQUE INDEX changes_one_draft_per_order ON orders.changes USING btree (order_id) WHERE (state = 'draft'::text);

CREATE INDEX changes_order_idx ON orders.changes USING btree (order_id, id);

CREATE INDEX charges_order_idx ON orders.charges USING btree (order_id);

CREATE INDEX components_line_idx ON orders.components USING btree (line_id);

CREATE INDEX drafts_discarded_idx ON orders.drafts USING btree (discarded_at) WHERE (discarded_at IS NOT NULL);

CREATE UNIQUE INDEX holds_one_open_per_reason ON orders.holds USING btree (order_id, reason) WHERE (released_at IS NULL);

CREATE INDEX lines_instead_of_idx ON orders.lines USING btree (instead_of_id) WHERE (instead_of_id IS NOT NULL);

CREATE INDEX orders_assignee_idx ON orders.orders USING btree (assignee_id, placed_at DESC, id DESC) WHERE (assignee_id IS NOT NULL);

CREATE INDEX orders_attention_idx ON orders.orders USING btree (placed_at DESC, id DESC) WHERE (is_on_hold OR is_backordered);

CREATE INDEX orders_channel_idx ON orders.orders USING btree (channel, placed_at DESC, id DESC);

CREATE INDEX orders_customer_idx ON orders.orders USING btree (customer_id);

CREATE INDEX orders_external_name_idx ON orders.orders USING btree (channel, external_name) WHERE (external_name <> ''::text);

CREATE INDEX orders_fields_idx ON orders.orders USING gin (fields jsonb_path_ops);

CREATE INDEX orders_fulfillment_idx ON orders.orders USING btree (fulfillment_status, placed_at DESC, id DESC);

CREATE INDEX orders_location_ids_idx ON orders.orders USING gin (location_ids);

CREATE INDEX orders_open_idx ON orders.orders USING btree (placed_at DESC, id DESC) WHERE (state = 'placed'::text);

CREATE INDEX orders_payment_idx ON orders.orders USING btree (payment_status, placed_at DESC, id DESC);

CREATE INDEX orders_placed_idx ON orders.orders USING btree (placed_at DESC, id DESC);

CREATE INDEX orders_search_idx ON orders.orders USING gin (search public.gin_trgm_ops);

CREATE INDEX orders_tags_idx ON orders.orders USING gin (tags);

CREATE INDEX orders_updated_idx ON orders.orders USING btree (updated_at, id);

CREATE UNIQUE INDEX questions_one_about_a_line ON orders.questions USING btree (line_id) WHERE (state = 'asked'::text);

CREATE INDEX questions_order_idx ON orders.questions USING btree (order_id);

CREATE INDEX taxes_order_idx ON orders.taxes USING btree (order_id);

CREATE UNIQUE INDEX views_name_once_in_the_team ON orders.views USING btree (name) WHERE is_shared;

CREATE INDEX events_payable_idx ON payments.events USING btree (payable_id, id);

CREATE INDEX pickups_location_idx ON pickup.pickups USING btree (location_id, ready_at);

CREATE INDEX pickups_not_put_back_idx ON pickup.pickups USING btree (location_id) WHERE ((returned_at IS NOT NULL) AND (put_back_at IS NULL));

CREATE INDEX pickups_shelf_idx ON pickup.pickups USING btree (shelf_id) WHERE ((collected_at IS NULL) AND (put_back_at IS NULL));

CREATE INDEX pickups_waiting_idx ON pickup.pickups USING btree (expires_at) WHERE ((collected_at IS NULL) AND (returned_at IS NULL));

CREATE INDEX capacity_claims_day_idx ON routing.capacity_claims USING btree (location_id, day);

CREATE INDEX decisions_decided_idx ON routing.decisions USING btree (decided_at, id);

CREATE INDEX decisions_request_idx ON routing.decisions USING btree (request_id, id);

CREATE UNIQUE INDEX profile_versions_one_active ON routing.profile_versions USING btree (profile_id) WHERE (state = 'active'::text);

CREATE UNIQUE INDEX profile_versions_one_draft ON routing.profile_versions USING btree (profile_id) WHERE (state = 'draft'::text);

CREATE UNIQUE INDEX profiles_one_default ON routing.profiles USING btree (is_default) WHERE is_default;

CREATE INDEX promises_resolved_idx ON routing.promises USING btree (resolved_at) WHERE (resolved_at IS NOT NULL);

CREATE UNIQUE INDEX shadows_one_per_version ON routing.shadows USING btree (version_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX simulations_one_at_a_time ON routing.simulations USING btree ((true)) WHERE (state = ANY (ARRAY['queued'::text, 'running'::text]));

CREATE INDEX simulations_version_idx ON routing.simulations USING btree (version_id);

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

ALTER TABLE ONLY automations.runs
    ADD CONSTRAINT runs_cause_id_fkey FOREIGN KEY (cause_id) REFERENCES automations.runs(id);

ALTER TABLE ONLY automations.runs
    ADD CONSTRAINT runs_event_id_fkey FOREIGN KEY (event_id) REFERENCES history.events(id);

ALTER TABLE ONLY automations.runs
    ADD CONSTRAINT runs_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY automations.runs
    ADD CONSTRAINT runs_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES automations.rules(id);

ALTER TABLE ONLY automations.versions
    ADD CONSTRAINT versions_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES automations.rules(id);

ALTER TABLE ONLY catalog.barcodes
    ADD CONSTRAINT barcodes_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY catalog.kit_components
    ADD CONSTRAINT kit_components_component_id_fkey FOREIGN KEY (component_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY catalog.kit_components
    ADD CONSTRAINT kit_components_kit_id_fkey FOREIGN KEY (kit_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY catalog.prices
    ADD CONSTRAINT prices_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY catalog.substitutes
    ADD CONSTRAINT substitutes_substitute_id_fkey FOREIGN KEY (substitute_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY catalog.substitutes
    ADD CONSTRAINT substitutes_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

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

ALTER TABLE ONLY demand.allocation_lots
    ADD CONSTRAINT allocation_lots_allocation_id_fkey FOREIGN KEY (allocation_id) REFERENCES demand.allocations(id);

ALTER TABLE ONLY demand.allocation_lots
    ADD CONSTRAINT allocation_lots_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES inventory.lots(id);

ALTER TABLE ONLY demand.allocations
    ADD CONSTRAINT allocations_line_id_fkey FOREIGN KEY (line_id) REFERENCES demand.lines(id);

ALTER TABLE ONLY demand.allocations
    ADD CONSTRAINT allocations_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY demand.allocations
    ADD CONSTRAINT allocations_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES demand.allocation_transitions(from_state, to_state);

ALTER TABLE ONLY demand.allocations
    ADD CONSTRAINT allocations_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY demand.backorder_terms
    ADD CONSTRAINT backorder_terms_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY demand.lines
    ADD CONSTRAINT lines_request_id_fkey FOREIGN KEY (request_id) REFERENCES demand.requests(id);

ALTER TABLE ONLY demand.lines
    ADD CONSTRAINT lines_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY demand.pegs
    ADD CONSTRAINT pegs_line_id_fkey FOREIGN KEY (line_id) REFERENCES demand.lines(id);

ALTER TABLE ONLY demand.pegs
    ADD CONSTRAINT pegs_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY demand.pegs
    ADD CONSTRAINT pegs_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES demand.peg_transitions(from_state, to_state);

ALTER TABLE ONLY demand.pegs
    ADD CONSTRAINT pegs_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

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

ALTER TABLE ONLY inventory.closures
    ADD CONSTRAINT closures_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.count_lines
    ADD CONSTRAINT count_lines_count_id_fkey FOREIGN KEY (count_id) REFERENCES inventory.counts(id);

ALTER TABLE ONLY inventory.count_lines
    ADD CONSTRAINT count_lines_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.count_tallies
    ADD CONSTRAINT count_tallies_count_id_fkey FOREIGN KEY (count_id) REFERENCES inventory.counts(id);

ALTER TABLE ONLY inventory.count_tallies
    ADD CONSTRAINT count_tallies_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.counts
    ADD CONSTRAINT counts_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.counts
    ADD CONSTRAINT counts_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES inventory.count_transitions(from_state, to_state);

ALTER TABLE ONLY inventory.hold_lines
    ADD CONSTRAINT hold_lines_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES inventory.holds(id);

ALTER TABLE ONLY inventory.hold_lines
    ADD CONSTRAINT hold_lines_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.hold_lines
    ADD CONSTRAINT hold_lines_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.holds
    ADD CONSTRAINT holds_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES inventory.hold_transitions(from_state, to_state);

ALTER TABLE ONLY inventory.incoming_lines
    ADD CONSTRAINT incoming_lines_incoming_id_fkey FOREIGN KEY (incoming_id) REFERENCES inventory.incoming(id);

ALTER TABLE ONLY inventory.incoming_lines
    ADD CONSTRAINT incoming_lines_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.incoming
    ADD CONSTRAINT incoming_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.incoming_receipts
    ADD CONSTRAINT incoming_receipts_incoming_id_fkey FOREIGN KEY (incoming_id) REFERENCES inventory.incoming(id);

ALTER TABLE ONLY inventory.levels
    ADD CONSTRAINT levels_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.levels
    ADD CONSTRAINT levels_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.location_staff
    ADD CONSTRAINT location_staff_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.location_staff
    ADD CONSTRAINT location_staff_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.people(id);

ALTER TABLE ONLY inventory.lot_levels
    ADD CONSTRAINT lot_levels_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.lot_levels
    ADD CONSTRAINT lot_levels_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES inventory.lots(id);

ALTER TABLE ONLY inventory.lot_levels
    ADD CONSTRAINT lot_levels_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.lots
    ADD CONSTRAINT lots_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.movements
    ADD CONSTRAINT movements_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.movements
    ADD CONSTRAINT movements_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.pools
    ADD CONSTRAINT pools_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.receipts
    ADD CONSTRAINT receipts_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.receipts
    ADD CONSTRAINT receipts_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.supplier_costs
    ADD CONSTRAINT supplier_costs_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.supplier_costs
    ADD CONSTRAINT supplier_costs_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.transfer_lines
    ADD CONSTRAINT transfer_lines_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES inventory.transfers(id);

ALTER TABLE ONLY inventory.transfer_lines
    ADD CONSTRAINT transfer_lines_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.transfer_lots
    ADD CONSTRAINT transfer_lots_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES inventory.lots(id);

ALTER TABLE ONLY inventory.transfer_lots
    ADD CONSTRAINT transfer_lots_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES inventory.transfers(id);

ALTER TABLE ONLY inventory.transfer_lots
    ADD CONSTRAINT transfer_lots_transfer_id_variant_id_fkey FOREIGN KEY (transfer_id, variant_id) REFERENCES inventory.transfer_lines(transfer_id, variant_id) ON DELETE CASCADE;

ALTER TABLE ONLY inventory.transfer_lots
    ADD CONSTRAINT transfer_lots_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.transfer_receipt_lots
    ADD CONSTRAINT transfer_receipt_lots_lot_id_fkey FOREIGN KEY (lot_id) REFERENCES inventory.lots(id);

ALTER TABLE ONLY inventory.transfer_receipt_lots
    ADD CONSTRAINT transfer_receipt_lots_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES inventory.transfer_receipts(id);

ALTER TABLE ONLY inventory.transfer_receipts
    ADD CONSTRAINT transfer_receipts_transfer_id_fkey FOREIGN KEY (transfer_id) REFERENCES inventory.transfers(id);

ALTER TABLE ONLY inventory.transfer_receipts
    ADD CONSTRAINT transfer_receipts_undoes_id_fkey FOREIGN KEY (undoes_id) REFERENCES inventory.transfer_receipts(id);

ALTER TABLE ONLY inventory.transfer_receipts
    ADD CONSTRAINT transfer_receipts_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY inventory.transfers
    ADD CONSTRAINT transfers_destination_id_fkey FOREIGN KEY (destination_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.transfers
    ADD CONSTRAINT transfers_source_id_fkey FOREIGN KEY (source_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY inventory.transfers
    ADD CONSTRAINT transfers_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES inventory.transfer_transitions(from_state, to_state);

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
    ADD CONSTRAINT lines_demand_line_id_fkey FOREIGN KEY (demand_line_id) REFERENCES demand.lines(id);

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

ALTER TABLE ONLY orders.attachments
    ADD CONSTRAINT attachments_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY orders.changes
    ADD CONSTRAINT changes_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY orders.changes
    ADD CONSTRAINT changes_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES orders.change_transitions(from_state, to_state);

ALTER TABLE ONLY orders.charges
    ADD CONSTRAINT charges_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY orders.components
    ADD CONSTRAINT components_demand_line_id_fkey FOREIGN KEY (demand_line_id) REFERENCES demand.lines(id);

ALTER TABLE ONLY orders.components
    ADD CONSTRAINT components_line_id_fkey FOREIGN KEY (line_id) REFERENCES orders.lines(id);

ALTER TABLE ONLY orders.holds
    ADD CONSTRAINT holds_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY orders.lines
    ADD CONSTRAINT lines_instead_of_id_fkey FOREIGN KEY (instead_of_id) REFERENCES orders.lines(id);

ALTER TABLE ONLY orders.lines
    ADD CONSTRAINT lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY orders.lines
    ADD CONSTRAINT lines_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY orders.orders
    ADD CONSTRAINT orders_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES auth.people(id);

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

ALTER TABLE ONLY orders.questions
    ADD CONSTRAINT questions_line_id_fkey FOREIGN KEY (line_id) REFERENCES orders.lines(id);

ALTER TABLE ONLY orders.questions
    ADD CONSTRAINT questions_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY orders.questions
    ADD CONSTRAINT questions_substitute_id_fkey FOREIGN KEY (substitute_id) REFERENCES catalog.variants(id);

ALTER TABLE ONLY orders.questions
    ADD CONSTRAINT questions_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES orders.question_transitions(from_state, to_state);

ALTER TABLE ONLY orders.taxes
    ADD CONSTRAINT taxes_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES orders.charges(id);

ALTER TABLE ONLY orders.taxes
    ADD CONSTRAINT taxes_line_id_fkey FOREIGN KEY (line_id) REFERENCES orders.lines(id);

ALTER TABLE ONLY orders.taxes
    ADD CONSTRAINT taxes_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY orders.versions
    ADD CONSTRAINT versions_change_id_fkey FOREIGN KEY (change_id) REFERENCES orders.changes(id);

ALTER TABLE ONLY orders.versions
    ADD CONSTRAINT versions_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);

ALTER TABLE ONLY orders.views
    ADD CONSTRAINT views_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.people(id);

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

ALTER TABLE ONLY routing.accuracies
    ADD CONSTRAINT accuracies_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY routing.capacity_claims
    ADD CONSTRAINT capacity_claims_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY routing.capacity_claims
    ADD CONSTRAINT capacity_claims_request_id_fkey FOREIGN KEY (request_id) REFERENCES demand.requests(id);

ALTER TABLE ONLY routing.capacity_days
    ADD CONSTRAINT capacity_days_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY routing.decisions
    ADD CONSTRAINT decisions_request_id_fkey FOREIGN KEY (request_id) REFERENCES demand.requests(id);

ALTER TABLE ONLY routing.decisions
    ADD CONSTRAINT decisions_version_id_fkey FOREIGN KEY (version_id) REFERENCES routing.profile_versions(id);

ALTER TABLE ONLY routing.profile_versions
    ADD CONSTRAINT profile_versions_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES routing.profiles(id);

ALTER TABLE ONLY routing.profile_versions
    ADD CONSTRAINT profile_versions_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES routing.version_transitions(from_state, to_state);

ALTER TABLE ONLY routing.promises
    ADD CONSTRAINT promises_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES routing.decisions(id);

ALTER TABLE ONLY routing.promises
    ADD CONSTRAINT promises_line_id_fkey FOREIGN KEY (line_id) REFERENCES demand.lines(id);

ALTER TABLE ONLY routing.promises
    ADD CONSTRAINT promises_location_id_fkey FOREIGN KEY (location_id) REFERENCES inventory.locations(id);

ALTER TABLE ONLY routing.request_profiles
    ADD CONSTRAINT request_profiles_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES routing.profiles(id);

ALTER TABLE ONLY routing.request_profiles
    ADD CONSTRAINT request_profiles_request_id_fkey FOREIGN KEY (request_id) REFERENCES demand.requests(id);

ALTER TABLE ONLY routing.rules
    ADD CONSTRAINT rules_profile_id_fkey FOREIGN KEY (profile_id) REFERENCES routing.profiles(id);

ALTER TABLE ONLY routing.shadow_decisions
    ADD CONSTRAINT shadow_decisions_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES routing.decisions(id);

ALTER TABLE ONLY routing.shadow_decisions
    ADD CONSTRAINT shadow_decisions_shadow_id_fkey FOREIGN KEY (shadow_id) REFERENCES routing.shadows(id);

ALTER TABLE ONLY routing.shadows
    ADD CONSTRAINT shadows_judged_id_fkey FOREIGN KEY (judged_id) REFERENCES routing.profiles(id);

ALTER TABLE ONLY routing.shadows
    ADD CONSTRAINT shadows_version_id_fkey FOREIGN KEY (version_id) REFERENCES routing.profile_versions(id);

ALTER TABLE ONLY routing.simulation_choices
    ADD CONSTRAINT simulation_choices_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES routing.decisions(id);

ALTER TABLE ONLY routing.simulation_choices
    ADD CONSTRAINT simulation_choices_simulation_id_fkey FOREIGN KEY (simulation_id) REFERENCES routing.simulations(id);

ALTER TABLE ONLY routing.simulations
    ADD CONSTRAINT simulations_judged_id_fkey FOREIGN KEY (judged_id) REFERENCES routing.profiles(id);

ALTER TABLE ONLY routing.simulations
    ADD CONSTRAINT simulations_transition_lawful FOREIGN KEY (previous_state, state) REFERENCES routing.simulation_transitions(from_state, to_state);

ALTER TABLE ONLY routing.simulations
    ADD CONSTRAINT simulations_version_id_fkey FOREIGN KEY (version_id) REFERENCES routing.profile_versions(id);

ALTER TABLE ONLY routing.waits
    ADD CONSTRAINT waits_request_id_fkey FOREIGN KEY (request_id) REFERENCES demand.requests(id);

ALTER TABLE ONLY tasks.ticks
    ADD CONSTRAINT ticks_schedule_fkey FOREIGN KEY (schedule) REFERENCES tasks.schedules(name);

ALTER TABLE ONLY tracking.links
    ADD CONSTRAINT links_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders.orders(id);
