#!/usr/bin/env bash
# Brings the running Keycloak in step with .env, for it takes that and the realm's file at its first start only; makes accounts, and
# admits integrators.
#   deploy/keycloak.sh align                              origin, client secret, where the console is and logouts are told
#   deploy/keycloak.sh account [--administrator] <name>   a new account, or a new password of one that is there
#   deploy/keycloak.sh integrator <name> [scopes]         a new one, for tickets,events or some of tickets,events,webhooks,sandbox
# In a cluster, with the namespace: STOA_NAMESPACE=stoa deploy/keycloak.sh ...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
usage() {
    sed -n '4,7s/^# *//p' deploy/keycloak.sh >&2
    exit 2
}

task=${1:-} name='' more='' secret=''
case $task in
    align) [ $# = 1 ] || usage ;;
    account)
        [ "${2:-}" != --administrator ] || { more=administrator && shift; }
        name=${2:-}
        [ $# = 2 ] && [[ $name =~ ^[a-z0-9][a-z0-9._@-]{2,63}$ ]] || usage
        secret=$(openssl rand -hex 10)
        ;;
    integrator)
        name=${2:-} more=${3-tickets,events}
        { [ $# = 2 ] || [ $# = 3 ]; } && [[ $name =~ ^[a-z0-9][a-z0-9-]{1,62}$ ]] || usage
        [[ ,$more =~ ^(,(tickets|events|webhooks|sandbox))+$ ]] || usage
        secret=$(openssl rand -hex 32)
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
# The secret goes by the input: arguments are in the list of processes.
printf '%s\n' "$secret" | inside bash -c "$(cat deploy/keycloak/inside.sh)" inside "$task" "$name" "$more"
case $task in
    account) echo "$name signs in with $secret, once, and then chooses a password." ;;
    integrator) printf '%s\n' 'Admitted. The secret is shown only now:' '' "  client id      $name" "  client secret  $secret" \
        "  scopes         ${more//,/ }" ;;
esac
