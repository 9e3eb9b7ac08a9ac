#!/usr/bin/env bash
# Puts a backup back: deploy/restore.sh backups/<time>. Everything that happened since is gone. Ends what runs and starts it again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source=${1:?Usage: deploy/restore.sh <folder of the backup>}
for file in identity.dump matchmaking.dump keycloak.dump queue.rdb env pass-keys.json; do
    [ -s "$source/$file" ] || { echo "$source/$file is missing or empty" >&2; exit 1; }
done
umask 077
[ -e .env ] || cp "$source/env" .env
[ -e deploy/secrets/pass-keys.json ] || { mkdir -p -m 711 deploy/secrets && install -m 644 "$source/pass-keys.json" deploy/secrets/; }

docker compose down
docker compose up -d --wait postgres
for database in identity matchmaking keycloak; do
    docker compose exec -T postgres pg_restore -U postgres --clean --if-exists --exit-on-error -d "$database" <"$source/$database.dump"
done
# A server with an append-only file reads nothing else: it starts once without, takes the snapshot, and writes the file anew.
docker compose run --rm -T --no-deps --entrypoint sh redis-queue -c 'rm -rf /data/appendonlydir && cat >/data/dump.rdb' <"$source/queue.rdb"
docker compose run --rm -T --no-deps --entrypoint sh redis-queue -c '
    redis-server --dir /data --daemonize yes --save "" --port 0 --unixsocket /tmp/restore.sock >/dev/null
    until redis-cli -s /tmp/restore.sock ping | grep -q PONG; do sleep 0.2; done
    redis-cli -s /tmp/restore.sock config set appendonly yes >/dev/null
    while redis-cli -s /tmp/restore.sock info persistence | grep -q "aof_rewrite_\(in_progress\|scheduled\):1"; do sleep 0.2; done
    redis-cli -s /tmp/restore.sock shutdown nosave || true'
docker compose up -d --wait
