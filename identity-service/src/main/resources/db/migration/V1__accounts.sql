-- One row a person; the id is the provider's subject (OpenID Connect: at most 255 ASCII characters).
create table account (
    id           varchar(255) primary key,
    display_name varchar(60)  not null,
    languages    text[]       not null default '{en}',
    fields       text[]       not null default '{}',
    created_at   timestamptz  not null default now(),
    changed_at   timestamptz  not null default now()
);
