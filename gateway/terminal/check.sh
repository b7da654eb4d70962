#!/bin/sh
# All tests of the terminal: types, units, sizes, and the browser's against the venue that was built. Called by ./rialto test.
set -eu

cd "$(dirname -- "$0")"
fail() {
    echo "terminal: $1" >&2
    exit 1
}

find_chromium() {
    for browser in /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
        if [ -x "$browser" ]; then return 0; fi
    done
    return 1
}

command -v npm >/dev/null 2>&1 || fail "its tests need Node 20.19 or newer with npm"
[ -f ../target/classes/terminal/index.html ] || fail "its pages were not built: see above"
./install.sh || fail "its packages could not be installed"
node_modules/.bin/tsc --noEmit
node_modules/.bin/vitest run
node budget.js
if ! find_chromium && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "terminal: installing Chromium for the browser's tests" >&2
    { apt-get update && apt-get install -y --no-install-recommends chromium; } >/dev/null 2>&1 || true
fi
find_chromium || fail "the browser's tests need Chromium: apt-get install chromium"
node_modules/.bin/playwright test "$@"
