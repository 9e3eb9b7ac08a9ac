#!/usr/bin/env bash
# Puts what is in this folder into service, after a git pull: deploy/update.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
docker compose up -d --build --wait
# These read mounted files when they start, and Compose does not look into those.
docker compose up -d --wait --force-recreate --no-deps edge router turn
