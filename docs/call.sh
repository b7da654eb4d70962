# Signed requests from a shell: . docs/call.sh, set KEY and SECRET, then: call METHOD PATH[?QUERY] [BODY]
# Needs curl and openssl. VENUE is where the venue listens.
VENUE=${VENUE:-http://127.0.0.1:8080}

# Takes key and secret from a file such as data/bootstrap-admin.json, or from an answer on standard input.
use_key() {
    answer=$(cat "${1:--}")
    KEY=$(printf %s "$answer" | sed 's/.*"key":"\([^"]*\)".*/\1/')
    SECRET=$(printf %s "$answer" | sed 's/.*"secret":"\([^"]*\)".*/\1/')
}

call() {
    method=$1 path=${2%%\?*} query='' body=${3:-}
    case $2 in *\?*) query=${2#*\?} ;; esac
    now=$(date +%s%3N) nonce=$(openssl rand -hex 16)
    hash=$(printf %s "$body" | openssl dgst -sha256 -r | cut -d' ' -f1)
    signature=$(printf '%s\n%s\n%s\n%s\n%s\n%s' "$method" "$path" "$query" "$now" "$nonce" "$hash" |
        openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
    curl -sS -X "$method" "$VENUE$2" -H 'Content-Type: application/json' \
        -H "X-API-Key: $KEY" -H "X-API-Timestamp: $now" -H "X-API-Nonce: $nonce" \
        -H "X-API-Signature: $signature" ${body:+--data-binary "$body"}
    echo
}
