-- Everything that a migration may do beside the version before it.
create table invoice (
    match text primary key references match (id) on delete cascade,
    cents bigint not null check (cents >= 0)
);
create unique index invoice_page on invoice (match, cents);

alter table match
    add column room        text,
    add column recorded    boolean not null default false,
    add column paid_amount numeric(9, 2) not null default 0.00;
alter table ticket add column urgency smallint not null default 1;
alter table rating add column helpful boolean;
alter table relation add column note text;
alter table webhook add column region text not null default 'any';
alter table webhook_delivery add column hint text;
create index match_of_room on match (room) where room is not null;
