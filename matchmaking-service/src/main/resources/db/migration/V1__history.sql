-- What outlives a match. Accounts are the provider's subjects; a null account is one that was deleted.

create table match (
    id                text primary key,
    ticket            text        not null,
    learner           text,
    expert            text,
    learner_name      text        not null,
    expert_name       text        not null,
    field             text        not null,
    field_name        text        not null,
    problem           text        not null,
    because           jsonb       not null,
    started_at        timestamptz not null,
    in_call_at        timestamptz,
    ended_at          timestamptz,
    reason            text,
    learner_thanked_at timestamptz,
    expert_thanked_at timestamptz
);
create index match_of_learner on match (learner, ended_at desc, id desc) where ended_at is not null;
create index match_of_expert on match (expert, ended_at desc, id desc) where ended_at is not null;
create index match_age on match (started_at);

-- What one participant (account, in this role) thinks of the other (about).
create table rating (
    match    text        not null,
    role     text        not null check (role in ('learner', 'expert')),
    account  text,
    about    text,
    stars    smallint    not null check (stars between 1 and 5),
    reasons  jsonb       not null,
    words    text,
    rated_at timestamptz not null,
    primary key (match, role)
);
create index rating_about on rating (about);
create index rating_account on rating (account);
create index rating_age on rating (rated_at);

-- Ratings that were kept long enough, summed up: they still count.
create table old_ratings (
    about text primary key,
    stars bigint not null,
    count bigint not null
);

-- An account's favourites and blocks; the id is all that the account gets to know of the other one.
create table relation (
    id         text primary key,
    account    text        not null,
    kind       text        not null check (kind in ('favourite', 'block')),
    other      text        not null,
    other_name text        not null,
    since      timestamptz not null,
    unique (account, kind, other)
);
create index relation_page on relation (account, kind, since desc, id desc);
create index relation_other on relation (other);

-- Tickets that are over, whichever way.
create table ticket (
    id         text primary key,
    account    text,
    field      text        not null,
    field_name text        not null,
    languages  jsonb       not null,
    problem    text        not null,
    state      text        not null,
    reason     text,
    match      text,
    created_at timestamptz not null,
    over_at    timestamptz not null
);
create index ticket_of_account on ticket (account, created_at desc, id desc);
create index ticket_age on ticket (over_at);

-- Up to where the records in Redis are in these tables, changed in the transactions that write them. The epoch names the
-- life of the records: a Redis that was emptied starts a new one.
create table position (
    one    boolean primary key default true check (one),
    epoch  text   not null,
    ms     bigint not null,
    number bigint not null
);
insert into position (epoch, ms, number) values ('', 0, 0);

-- Records that these tables would not take, for an operator to look at.
create table refused_record (
    epoch      text        not null,
    ms         bigint      not null,
    number     bigint      not null,
    kind       text        not null,
    data       text        not null,
    why        text        not null,
    refused_at timestamptz not null default now(),
    primary key (epoch, ms, number)
);
