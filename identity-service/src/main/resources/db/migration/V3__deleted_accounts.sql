-- Who had an account and deleted it: a sign-in from before that makes no new one. A row goes when the person comes back, or after
-- a month.
create table deleted_account (
    id         varchar(255) primary key,
    deleted_at timestamptz  not null default now()
);
