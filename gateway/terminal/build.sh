#!/bin/sh
# Builds the pages into the folder $1. Without Node 20.19 or newer there are no pages, and the gateway says how to add them.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
out=${1:-$here/../target/classes/terminal}

without() {
    echo "terminal: $1: going on without its pages (Node 20.19 or newer and npm, then build again)" >&2
    exit 0
}

command -v node >/dev/null 2>&1 || without "Node is not installed"
command -v npm >/dev/null 2>&1 || without "npm is not installed"
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    without "Node $(node --version) is too old"

cd "$here"
"$here/install.sh" || without "its packages could not be installed"
if [ -f "$out/index.html" ] &&
    [ -z "$(find . -name node_modules -prune -o -type f -newer "$out/index.html" -print | head -n 1)" ]; then
    exit 0
fi
mkdir -p "$out"
TERMINAL_OUT=$(CDPATH='' cd -- "$out" && pwd) node_modules/.bin/vite build --logLevel warn
