#!/bin/sh
# The browser tests use the system's Chromium, driven by a program that needs libatomic.
# Debian's packages are installed where that is allowed.
set -eu
manquants=

trouve_chromium() {
    for nom in chromium chromium-browser google-chrome; do
        if command -v "$nom" >/dev/null; then return 0; fi
    done
    return 1
}

trouve_chromium || manquants="$manquants chromium"
/sbin/ldconfig -p | grep -q 'libatomic\.so\.1' || manquants="$manquants libatomic1"
if [ -z "$manquants" ]; then exit 0; fi

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installation des paquets Debian :$manquants…"
    apt-get update -qq
    # shellcheck disable=SC2086 - a list of names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $manquants >/dev/null
else
    echo "Les tests dans un navigateur ont besoin de : sudo apt-get install$manquants" >&2
    exit 1
fi
