#!/usr/bin/env bash
# Makes .env and the keys of room passes, once: what is there already stays. Usage: deploy/secrets.sh [domain]
# Needs openssl. Secrets are hexadecimal, so that they can stand in URLs as they are.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
umask 077

domain=${1:-}
if [ -n "$domain" ] && ! [[ $domain =~ ^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$ ]]; then
    echo "'$domain' is no public name; give one such as stoa.example.org, or none for localhost." >&2
    exit 1
fi
command -v openssl >/dev/null || { echo "openssl is needed: install it and run this again." >&2; exit 1; }

if [ -e .env ]; then
    [ -z "$domain" ] || echo "There is a .env already; to change the name, set STOA_DOMAIN=$domain, STOA_HTTP_PORT=80 and STOA_HTTPS_PORT=443 in it," \
        "then docker compose up -d --wait and deploy/keycloak.sh align."
else
    cp .env.example .env
    if [ -n "$domain" ]; then
        sed -i.tmp -e "s/^STOA_DOMAIN=.*/STOA_DOMAIN=$domain/" -e 's/^STOA_HTTP_PORT=.*/STOA_HTTP_PORT=80/' \
            -e 's/^STOA_HTTPS_PORT=.*/STOA_HTTPS_PORT=443/' .env
    fi
fi

# A .env of an older version gets the secrets that are new.
for name in $(sed -n 's/^\(STOA_[A-Z_]*\(PASSWORD\|SECRET\|KEY\)\)=$/\1/p' .env.example); do
    grep -q "^$name=" .env || echo "$name=" >>.env
done

# Fills in each secret that is still empty.
for name in $(sed -n 's/^\(STOA_[A-Z_]*\(PASSWORD\|SECRET\|KEY\)\)=$/\1/p' .env); do
    sed -i.tmp "s/^$name=\$/$name=$(openssl rand -hex 32)/" .env
done
rm -f .env.tmp

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
# The bytes that openssl prints under a heading, as one string of hex digits.
part() { awk -v heading="$1" '$0 ~ "^" heading {on=1; next} /^[^ ]/ {on=0} on' | tr -d ' :\n'; }
base64url_of() { printf '%b' "$(printf '%s' "$1" | sed 's/../\\x&/g')" | base64url; }

keys=deploy/secrets/pass-keys.json
if [ ! -e "$keys" ]; then
    mkdir -p deploy/secrets
    text=$(openssl ecparam -name prime256v1 -genkey -noout | openssl ec -text -noout 2>/dev/null)
    private=$(part priv <<<"$text" | sed 's/^00\(.\{64\}\)$/\1/')
    private=$(printf '%064s' "$private" | tr ' ' 0)
    public=$(part pub <<<"$text")
    printf '{"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","x":"%s","y":"%s","d":"%s"}]}\n' \
        "$(openssl rand -hex 8)" "$(base64url_of "${public:2:64}")" "$(base64url_of "${public:66:64}")" \
        "$(base64url_of "$private")" >"$keys"
    # The service in its container runs as another account than the one who made this.
    chmod 644 "$keys"
    chmod 711 deploy/secrets
fi

echo "Ready: docker compose up -d --build --wait"
