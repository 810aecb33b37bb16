"""Payments."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema payments;

-- Something to be paid, whatever it is for. Counters are kept equal to the events by payments.record.
create table payments.payables (
    id bigint generated always as identity primary key,
    reference text not null,
    currency char(3) not null,
    due_minor bigint not null constraint payables_due_not_negative check (due_minor >= 0),
    waived_minor bigint not null default 0,  -- no longer due, because it was canceled
    authorized_minor bigint not null default 0,
    captured_minor bigint not null default 0,
    refunded_minor bigint not null default 0,
    voided_minor bigint not null default 0,
    constraint payables_waived_within_due check (waived_minor between 0 and due_minor),
    constraint payables_money_in_order check (
        0 <= refunded_minor and refunded_minor <= captured_minor
        and 0 <= voided_minor and captured_minor + voided_minor <= authorized_minor)
);

-- Append-only: what a gateway or a channel said. The same fact twice is one event.
create table payments.events (
    id bigint generated always as identity primary key,
    payable_id bigint not null references payments.payables,
    kind text not null constraint events_kind_known check (kind in (
        'authorize', 'capture', 'void', 'refund', 'chargeback', 'reversal')),
    outcome text not null constraint events_outcome_known check (outcome in (
        'requested', 'succeeded', 'failed', 'action_required')),
    amount_minor bigint not null constraint events_amount_positive check (amount_minor > 0),
    gateway text not null,
    gateway_reference text not null,
    note text not null default '',
    actor text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    constraint events_once unique (gateway, gateway_reference, kind, outcome)
);
create index events_payable_idx on payments.events (payable_id, id);
"""
