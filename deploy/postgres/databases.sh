#!/bin/sh
# Gives each service a database and a role of its own that can reach no other. Runs once, on an empty volume.
set -eu

create() {
    psql -v ON_ERROR_STOP=1 -U postgres --no-psqlrc -v name="$1" -v password="$2" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
}

create identity "$STOA_IDENTITY_DATABASE_PASSWORD"
create matchmaking "$STOA_MATCHMAKING_DATABASE_PASSWORD"
create keycloak "$STOA_KEYCLOAK_DATABASE_PASSWORD"
