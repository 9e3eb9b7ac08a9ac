-- Where integrators are called, and what is to be sent there.

create table webhook (
    id              text primary key,
    integrator      text        not null,
    url             text        not null,
    description     text,
    types           text[]      not null,
    enabled         boolean     not null,
    disabled_reason text,
    disabled_at     timestamptz,
    failing_since   timestamptz,
    -- Sealed. The one before signs as well until its time is over.
    secret          text        not null,
    secret_before   text,
    before_until    timestamptz,
    -- Names the last rotation, so that the same request does not rotate twice.
    rotation        text,
    revision        bigint      not null default 1,
    created_at      timestamptz not null,
    -- When something was last sent there: whoever waits longest is served next.
    served_at       timestamptz not null default 'epoch'
);
create index webhook_of_integrator on webhook (integrator, created_at, id);

-- An event on its way to a webhook. It is waiting until it is delivered or given up (failed); what happens while the
-- webhook is disabled is skipped. Each can be sent again.
create table webhook_delivery (
    webhook      text        not null references webhook (id) on delete cascade,
    event        text        not null,
    type         text        not null,
    payload      text        not null,
    -- The event's place in the order of happening: its time, and a number within that.
    ms           bigint      not null,
    number       bigint      not null,
    state        text        not null check (state in ('waiting', 'delivered', 'failed', 'skipped')),
    -- Attempts in all, and since it was last sent again by hand.
    attempts     integer     not null default 0,
    round        integer     not null default 0,
    next_at      timestamptz not null,
    -- Whoever attempts it, and until when nobody else may.
    lease        text,
    leased_until timestamptz,
    last_at      timestamptz,
    last_status  integer,
    last_error   text,
    last_ms      integer,
    primary key (webhook, event)
);
create index webhook_delivery_due on webhook_delivery (webhook, next_at, ms, number) where state = 'waiting';
create index webhook_delivery_leased on webhook_delivery (webhook) where leased_until is not null;
create index webhook_delivery_page on webhook_delivery (webhook, ms desc, event desc);
create index webhook_delivery_age on webhook_delivery (ms);
