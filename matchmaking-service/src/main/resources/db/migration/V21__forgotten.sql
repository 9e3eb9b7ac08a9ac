-- Which accounts an event names, so that it goes when one of them is deleted; null in rows of the version before.
alter table webhook_delivery add column accounts text[];
create index webhook_delivery_naming on webhook_delivery using gin (accounts);
create index webhook_delivery_of_ticket on webhook_delivery
    (substring(payload from '"ticketId":"(tkt_[0-9A-Za-z]{22})"')) where accounts is null;
create index webhook_delivery_offering on webhook_delivery (webhook) where accounts is null and type = 'ticket.offered';

-- Accounts that were deleted lately, with the time of that (ms since 1970): what has happened before and still waits in Redis
-- is not written down any more.
create table forgotten_account (
    account      text primary key,
    ms           bigint      not null,
    forgotten_at timestamptz not null default now()
);

create index match_by_learner on match (learner);
create index match_by_expert on match (expert);
