#!/bin/sh
# Installs what the lock file says, where it is not installed yet.
set -eu

cd "$(dirname -- "$0")"
stamp=node_modules/.installed
if [ -f "$stamp" ] && cmp -s package-lock.json "$stamp"; then exit 0; fi
npm ci --no-audit --no-fund --loglevel=error >&2
cp package-lock.json "$stamp"
