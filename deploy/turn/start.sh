#!/bin/sh
# Starts coturn with what belongs to this installation, and gives it the certificate of the edge as that is renewed.
# Arguments go on to coturn. STOA_TURN_CONFIG is the file with what holds everywhere, STOA_TURN_WORK a folder to write in,
# STOA_TURN_CERTIFICATES the folder in which the edge keeps its own, STOA_TURN_LOOK_EVERY how many seconds pass between looks at it.
set -eu

config=${STOA_TURN_CONFIG:-/etc/stoa/turnserver.conf} work=${STOA_TURN_WORK:-/tmp}
certificates=${STOA_TURN_CERTIFICATES:-/certificates} look_every=${STOA_TURN_LOOK_EVERY:-30}

# The edge names it after the host, in a folder of its own; a mounted Secret is turn.crt and turn.key.
certificate() { find -L "$certificates" \( -name "$STOA_TURN_HOST.$1" -o -name "turn.$1" \) -type f 2>/dev/null | head -n 1; }

# coturn reads its certificate when it starts and when it is told to by SIGUSR2.
copy_certificate() {
    crt=$(certificate crt) key=$(certificate key)
    [ -n "$crt" ] && [ -n "$key" ] || return 1
    cmp -s "$crt" $work/turn.crt && cmp -s "$key" $work/turn.key && return 1
    cp "$crt" $work/turn.crt.new && cp "$key" $work/turn.key.new
    mv $work/turn.crt.new $work/turn.crt && mv $work/turn.key.new $work/turn.key
}

# The source address of the way to the internet; nothing where there is none.
way_out() { ip -4 route get 1.1.1.1 2>/dev/null | sed -n 's/.* src \([0-9.]*\).*/\1/p'; }

address=${STOA_TURN_ADDRESS:-${NODE_ADDRESS:-}}
# By itself coturn relays where a client's connection arrives: over port 443 that is an address for containers only.
case $address in
*/*) relay=${address#*/} ;;
*) relay=$(way_out) ;;
esac
ports=$STOA_TURN_RELAY_PORTS
set -- -c $work/turnserver.conf --listening-port=3478 --min-port="${ports%-*}" --max-port="${ports#*-}" \
    --realm="${STOA_TURN_HOST:-localhost}" --log-file=stdout --simple-log --pidfile=$work/turn.pid --userdb=$work/turndb \
    ${relay:+--relay-ip="$relay"} "$@"

# Secrets are in a file, where a list of processes does not show them.
umask 077
{
    cat "$config"
    echo "static-auth-secret=$STOA_ICE_TURN_SECRET"
    [ -z "${STOA_ICE_TURN_SECRET_BEFORE:-}" ] || echo "static-auth-secret=$STOA_ICE_TURN_SECRET_BEFORE"
    # Two pages that both need the relay meet at its own address, which may be a private one behind the public one.
    if [ -n "$address" ]; then
        echo "external-ip=$address"
        for own in $(echo "$address" | tr / ' '); do echo "allowed-peer-ip=$own"; done
    fi
    # In the file coturn passes over what it does not know, as 4.18 does not know this; given as an argument it would end it.
    [ -n "$STOA_TURN_HOST" ] || echo no-dtls
} >$work/turnserver.conf

trap 'exit 143' TERM INT
if [ -n "$STOA_TURN_HOST" ]; then
    until copy_certificate; do
        echo "Waiting for the certificate of $STOA_TURN_HOST from the edge"
        sleep "$((look_every < 5 ? look_every : 5))"
    done
    set -- --tls-listening-port=5349 --cert=$work/turn.crt --pkey=$work/turn.key "$@"
else
    set -- --no-tls "$@"
fi

turnserver "$@" &
server=$!
trap 'kill -TERM $server $! 2>/dev/null || true; wait $server; exit' TERM INT
while kill -0 $server 2>/dev/null; do
    sleep "$look_every" &
    wait $! || true
    if [ -n "$STOA_TURN_HOST" ] && copy_certificate; then kill -USR2 $server; fi
done
wait $server
