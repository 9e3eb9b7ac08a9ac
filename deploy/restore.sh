#!/usr/bin/env bash
# Puts a backup back: deploy/restore.sh backups/<time>. Everything that happened since is gone. Ends what runs and starts it again.
# Nothing of what is there is touched before all of the backup has been loaded beside it.
set -Eeuo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source=${1:?Usage: deploy/restore.sh <folder of the backup>}
databases="identity matchmaking keycloak"

refuse() {
    echo "$1; nothing was changed" >&2
    exit 1
}
for file in SHA256SUMS identity.dump matchmaking.dump keycloak.dump queue.rdb env pass-keys.json; do
    [ -s "$source/$file" ] || refuse "$source/$file is missing or empty: this is no whole backup"
    [ "$file" = SHA256SUMS ] || grep -q "^[0-9a-f]\{64\}  $file\$" "$source/SHA256SUMS" || refuse "$source/SHA256SUMS does not name $file"
done
(cd "$source" && sha256sum --check --quiet SHA256SUMS) || refuse "The backup was damaged since it was made"

# With the first Keycloak knows the client, with the second webhooks' secrets are encrypted, with the third deploy/keycloak.sh signs in.
value() { sed -n "s/^$1=//p" "$2" | tail -n 1; }
for name in STOA_OIDC_CLIENT_SECRET STOA_SEAL_KEY STOA_KEYCLOAK_ADMIN_PASSWORD; do
    of_backup=$(value $name "$source/env")
    [ ! -e .env ] || [ -z "$of_backup" ] || [ "$(value $name .env)" = "$of_backup" ] ||
        refuse "$name in .env is not that of the backup: take its line over from $source/env"
done

umask 077
[ -e .env ] || cp "$source/env" .env
for file in identity.env matchmaking.env signaling.env; do
    [ -e $file ] || [ ! -e "$source/$file" ] || cp "$source/$file" $file
done
[ -e deploy/secrets/pass-keys.json ] || { mkdir -p -m 711 deploy/secrets && install -m 644 "$source/pass-keys.json" deploy/secrets/; }

trap 'echo "The restore failed. What was there before is untouched: docker compose up -d --wait" >&2' ERR
docker compose down
docker compose up -d --wait postgres
sql() { docker compose exec -T postgres psql -U postgres --no-psqlrc -q -v ON_ERROR_STOP=1 -c "$1"; }
# In the folder of the server's data, as that is where it starts.
queue() { docker compose run --rm -T --no-deps --entrypoint sh redis-queue -c "$1"; }

for database in $databases; do
    sql "drop database if exists ${database}_restored with (force)"
    sql "create database ${database}_restored owner $database"
    sql "revoke all on database ${database}_restored from public"
    docker compose exec -T postgres pg_restore -U postgres --exit-on-error --single-transaction \
        -d "${database}_restored" <"$source/$database.dump"
done
queue 'rm -rf restored && mkdir restored && cat >restored/dump.rdb' <"$source/queue.rdb"
# A server with an append-only file reads nothing else: it starts once without, takes the snapshot, and writes the file anew.
queue '
    redis-server --dir restored --save "" --port 0 --unixsocket restore.sock >restored/log &
    ask() { redis-cli -s restored/restore.sock "$@" 2>/dev/null; }
    until ask ping | grep -q PONG; do kill -0 $! 2>/dev/null || { tail -n 5 restored/log >&2; exit 1; }; sleep 0.2; done
    ask config set appendonly yes >/dev/null
    while ask info persistence | grep -q "aof_rewrite_\(in_progress\|scheduled\):1"; do sleep 0.2; done
    ask info persistence | grep -q "aof_last_bgrewrite_status:ok" || exit 1
    ask shutdown nosave || true
    wait $!
    rm restored/dump.rdb restored/log'

trap 'echo "The restore broke off while it took the place of what was there: run it again" >&2' ERR
for database in $databases; do
    sql "drop database if exists $database with (force)"
    sql "alter database ${database}_restored rename to $database"
done
queue 'rm -rf appendonlydir dump.rdb && mv restored/appendonlydir . && rm -rf restored'

trap 'echo "All of the backup is in its place, but not everything started: docker compose ps says what, docker compose up -d --wait starts it" >&2' ERR
docker compose up -d --wait
if [ "$(value STOA_DOMAIN .env)" != "$(value STOA_DOMAIN "$source/env")" ]; then
    echo "The site has another name than the backup's: bring Keycloak in step with deploy/keycloak.sh align"
fi
