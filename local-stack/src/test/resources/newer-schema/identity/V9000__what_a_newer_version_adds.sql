-- Everything that a migration may do beside the version before it.
create table badge (
    account varchar(255) primary key references account (id) on delete cascade,
    name    text not null unique
);
insert into badge (account, name) select id, id from account limit 1;

alter table account
    add column pronouns   varchar(40),
    add column newsletter boolean not null default false;
alter table verification add column expires_at timestamptz;
create index account_by_newsletter on account (newsletter, id);
comment on column account.newsletter is 'Whether it wants one.';
