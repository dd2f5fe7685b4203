#!/bin/sh
# Gets a bare Debian ready, and never fails for what can be done without.
#
#   prepare.sh venv PYTHON   makes .venv, or says in one line why it cannot
#   prepare.sh packages      installs what the tests use of Debian's packages, where it may
#   prepare.sh left-out      says which tests could not run for want of one of them
set -eu

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] || sudo -n true >/dev/null 2>&1
}

install() {
    echo "Installing $* ..."
    if as_root env DEBIAN_FRONTEND=noninteractive sh -c \
        'apt-get -qq update && apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"' \
        install "$@" >"$log" 2>&1; then
        return 0
    fi
    echo "That did not work:" >&2
    tail -n 5 "$log" >&2
    return 1
}

missing() {
    set -- /usr/lib/postgresql/*/bin/initdb
    if [ ! -x "$1" ] && [ -z "${LIEN_TEST_DATABASE_URL:-}" ]; then echo postgresql; fi
    if [ ! -x /usr/bin/chromium ]; then echo chromium; fi
    # The browser's driver brings its own node, and that one wants this library.
    set -- /usr/lib/*/libatomic.so.1
    if [ ! -e "$1" ]; then echo libatomic1; fi
    if ! command -v espeak-ng >/dev/null 2>&1; then echo espeak-ng; fi
    if ! command -v opusenc >/dev/null 2>&1; then echo opus-tools; fi
}

make_venv() {
    python=$1
    if .venv/bin/python -c 'import pip' >/dev/null 2>&1; then return 0; fi
    if ! command -v "$python" >/dev/null 2>&1; then
        echo "Python 3.11 or newer is needed: sudo apt-get install python3 python3-venv" >&2
        exit 1
    fi
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        echo "Python 3.11 or newer is needed; $python is $("$python" -V)." >&2
        exit 1
    fi
    if ! "$python" -c 'import ensurepip' >/dev/null 2>&1; then
        { may_install && install python3-venv; } || {
            echo "Python's venv module is missing: sudo apt-get install python3-venv" >&2
            exit 1
        }
    fi
    "$python" -m venv --clear .venv
}

packages() {
    wanted=$(missing)
    if [ -z "$wanted" ]; then return 0; fi
    if may_install && install $wanted; then return 0; fi
    echo "Missing for some tests: $(echo $wanted). On Debian: sudo apt-get install $(echo $wanted)"
}

left_out() {
    for name in $(missing); do
        case $name in
        postgresql) echo "LEFT OUT: the tests on PostgreSQL (no PostgreSQL server is installed)." ;;
        chromium | libatomic1) echo "LEFT OUT: the tests in a browser (no $name)." ;;
        espeak-ng | opus-tools) echo "LEFT OUT: the tests that hear a voice (no $name)." ;;
        esac
    done
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
case ${1:-} in
venv) make_venv "${2:-python3}" ;;
packages) packages ;;
left-out) left_out ;;
*) echo "prepare.sh venv PYTHON | packages | left-out" >&2; exit 2 ;;
esac
