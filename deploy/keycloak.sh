#!/usr/bin/env bash
# Brings the running Keycloak in step with .env, for it takes that and the realm's file at its first start only; and makes accounts.
#   deploy/keycloak.sh align                              origin, client secret, and where the console is
#   deploy/keycloak.sh account [--administrator] <name>   a new account, or a new password of one that is there
# In a cluster, with the namespace: STOA_NAMESPACE=stoa deploy/keycloak.sh ...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
usage() {
    sed -n '3,5s/^# *//p' deploy/keycloak.sh >&2
    exit 2
}

task=${1:-} name='' role='' password=''
case $task in
    align) [ $# = 1 ] || usage ;;
    account)
        [ "${2:-}" != --administrator ] || { role=administrator && shift; }
        name=${2:-}
        [ $# = 2 ] && [[ $name =~ ^[a-z0-9][a-z0-9._@-]{2,63}$ ]] || usage
        password=$(openssl rand -hex 10)
        ;;
    *) usage ;;
esac

inside() {
    if [ -n "${STOA_NAMESPACE:-}" ]; then
        kubectl -n "$STOA_NAMESPACE" exec -i deployment/keycloak -- "$@"
    else
        docker compose exec -T keycloak "$@"
    fi
}
# The password goes by the input: arguments are in the list of processes.
printf '%s\n' "$password" | inside bash -c "$(cat deploy/keycloak/inside.sh)" inside "$task" "$name" "$role"
[ "$task" = align ] || echo "$name signs in with $password, once, and then chooses a password."
