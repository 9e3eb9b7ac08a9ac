#!/usr/bin/env bash
# Writes what can't be made again into backups/<time>/: the three databases, the queue's Redis, .env and the keys of room passes.
# Usage, beside a running system: deploy/backup.sh [folder]. Signaling's Redis holds minutes of chatter and is left out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
umask 077
target=${1:-backups/$(date -u +%Y%m%dT%H%M%SZ)}
[ ! -e "$target" ] || { echo "$target is there already; name another folder" >&2; exit 1; }
draft=$target.part
rm -rf "$draft"
mkdir -p "$draft"

dump() { docker compose exec -T postgres pg_dump -U postgres -Fc "$1" >"$draft/$1.dump"; }

# What moves between two stores leaves the one when the other has it, so where it comes from is read first: news of accounts moves
# from identity to the queue, history and webhooks from the queue to matchmaking. Accounts are read before those whom they name in Keycloak.
dump identity
dump keycloak
# A snapshot of one moment, which the server sends as it would to a replica. Nothing is written in its container.
docker compose exec -T redis-queue redis-cli --rdb - >"$draft/queue.rdb" 2>"$draft.log" || { cat "$draft.log" >&2; exit 1; }
rm "$draft.log"
dump matchmaking
cp .env "$draft/env"
for file in identity.env matchmaking.env signaling.env; do [ ! -s $file ] || cp $file "$draft/$file"; done
cp deploy/secrets/pass-keys.json "$draft/pass-keys.json"
for file in "$draft"/*; do [ -s "$file" ] || { echo "$file is empty: the backup failed" >&2; exit 1; }; done
# Written last: a folder without it is no backup.
(cd "$draft" && sha256sum -- * >.sums && mv .sums SHA256SUMS)
mv "$draft" "$target"
echo "$target"
