#!/usr/bin/env bash
# Writes what can't be made again into backups/<time>/: the three databases, the queue's Redis, .env and the keys of room passes.
# Usage, beside a running system: deploy/backup.sh [folder]. Signaling's Redis holds minutes of chatter and is left out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
umask 077
target=${1:-backups/$(date -u +%Y%m%dT%H%M%SZ)}
mkdir -p "$target"

for database in identity matchmaking keycloak; do
    docker compose exec -T postgres pg_dump -U postgres -Fc "$database" >"$target/$database.dump"
done
# A snapshot of one moment; --rdb asks the server for it as a replica would.
docker compose exec -T redis-queue sh -c 'redis-cli --rdb /tmp/queue.rdb >/dev/null && cat /tmp/queue.rdb && rm /tmp/queue.rdb' \
    >"$target/queue.rdb"
cp .env "$target/env"
cp deploy/secrets/pass-keys.json "$target/pass-keys.json"
for file in "$target"/*; do [ -s "$file" ] || { echo "$file is empty: the backup failed" >&2; exit 1; }; done
echo "$target"
