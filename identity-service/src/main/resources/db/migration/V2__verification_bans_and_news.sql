-- Which of its fields an account may help in: one row for each that an administrator has checked.
create table verification (
    account     varchar(255) not null references account (id) on delete cascade,
    field       varchar(4)   not null,
    verified_by varchar(255) not null,
    verified_at timestamptz  not null default now(),
    primary key (account, field)
);

-- A banned account: all three are set, or none.
alter table account
    add column banned_by  varchar(255),
    add column banned_at  timestamptz,
    add column ban_reason varchar(200),
    add constraint ban_is_whole check (num_nonnulls(banned_by, banned_at, ban_reason) in (0, 3));

-- The order in which administrators page through accounts.
create index account_by_name on account (lower(display_name), id);

-- What others have still to be told of accounts. Rows are written with the change they tell of and deleted once they
-- are in the stream; those of one account are numbered in the order of its changes.
create table account_news (
    id         bigint generated always as identity primary key,
    account    varchar(255) not null,
    type       varchar(20)  not null,
    data       text         not null,
    created_at timestamptz  not null default now()
);
