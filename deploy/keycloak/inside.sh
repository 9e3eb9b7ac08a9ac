# The part of deploy/keycloak.sh that runs in Keycloak's container: align; account with a name and a role or ''; integrator with a name
# and scopes, separated by commas. Password or secret is the input.
set -euo pipefail
task=$1 name=$2 more=$3
read -r secret || true
PATH=$PATH:/opt/keycloak/bin
# Beside the server there is little memory left.
export KC_OPTS="-Xmx64m -XX:+UseSerialGC"
config=$(mktemp)
trap 'rm -f "$config"' EXIT
admin() { kcadm.sh "$@" --config "$config"; }

KC_CLI_PASSWORD=$KC_BOOTSTRAP_ADMIN_PASSWORD admin config credentials --server "http://localhost:${KC_HTTP_PORT:-8080}/auth" \
    --realm master --user "$KC_BOOTSTRAP_ADMIN_USERNAME" || {
    echo "Keycloak does not answer, or its account $KC_BOOTSTRAP_ADMIN_USERNAME has another password than STOA_KEYCLOAK_ADMIN_PASSWORD." >&2
    exit 1
}

if [ "$task" = align ]; then
    client=$(admin get clients -r stoa -q clientId=stoa-web --fields id --format csv --noquotes)
    admin update "clients/$client" -r stoa -s "secret=$STOA_OIDC_CLIENT_SECRET" -s "baseUrl=$STOA_ORIGIN/" \
        -s "redirectUris=[\"$STOA_ORIGIN/api/identity/v1/login/callback\"]" \
        -s "attributes.\"post.logout.redirect.uris\"=$STOA_ORIGIN/" -s frontchannelLogout=false \
        -s 'attributes."backchannel.logout.url"=http://identity:8080/api/identity/v1/backchannel-logout' \
        -s 'attributes."backchannel.logout.session.required"=true'
    # Keycloak's own realm is not reachable through the origin. Last, as a token is refused once its issuer has another address.
    admin update realms/master -s "attributes.frontendUrl=$KC_HOSTNAME_ADMIN"
    echo "Keycloak serves $STOA_ORIGIN, and its console is at $KC_HOSTNAME_ADMIN/admin/."
    exit
fi

# JSON of the texts that are given, which need no escaping.
list() { local text; text=$(printf ',"%s"' "$@") && printf '[%s]' "${text:1}"; }

if [ "$task" = integrator ]; then
    known=$(admin get clients -r stoa -q "clientId=$name" --fields id --format csv --noquotes)
    if [ -n "$known" ]; then
        echo "There is a client $name already. Change or delete it in Keycloak's console." >&2
        exit 1
    fi
    scopes=$(admin get client-scopes -r stoa --fields name --format csv --noquotes)
    for scope in tickets events webhooks sandbox; do
        [[ " ${scopes//$'\n'/ } " == *" $scope "* ]] || admin create client-scopes -r stoa -s "name=$scope" -s protocol=openid-connect \
            -s 'attributes."include.in.token.scope"=true' -s 'attributes."display.on.consent.screen"=false'
    done
    IFS=, read -ra wanted <<<"$more"
    admin create clients -r stoa -f - <<JSON
{"clientId":"$name","description":"An integrator of the matchmaking API","protocol":"openid-connect","publicClient":false,
 "clientAuthenticatorType":"client-secret","secret":"$secret","redirectUris":[],"webOrigins":[],"standardFlowEnabled":false,
 "implicitFlowEnabled":false,"directAccessGrantsEnabled":false,"serviceAccountsEnabled":true,"fullScopeAllowed":false,
 "defaultClientScopes":$(list basic profile service_account "${wanted[@]}"),"optionalClientScopes":[],
 "protocolMappers":[{"name":"stoa-api audience","protocol":"openid-connect","protocolMapper":"oidc-audience-mapper",
   "config":{"included.custom.audience":"stoa-api","access.token.claim":"true","id.token.claim":"false",
     "introspection.token.claim":"true"}}]}
JSON
    exit
fi

credential="{\"type\":\"password\",\"temporary\":true,\"value\":\"$secret\"}"
user=$(admin get users -r stoa -q "username=$name" -q exact=true --fields id --format csv --noquotes)
if [ -n "$user" ]; then
    printf '%s' "$credential" | admin update "users/$user/reset-password" -r stoa -n -f -
else
    printf '{"username":"%s","enabled":true,"credentials":[%s]}' "$name" "$credential" | admin create users -r stoa -f -
fi
[ -z "$more" ] || admin add-roles -r stoa --uusername "$name" --rolename "$more"
