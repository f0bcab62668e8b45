#!/bin/sh
# The browser tests use the system's Chromium, driven by a program that needs libatomic. One of
# them opens a folder with the system's own window, on a screen that Xvfb makes, by the hand of
# xdotool: without these two it says that it was skipped.
# Debian's packages are installed where that is allowed.
set -eu
manquants=
utiles=

trouve_chromium() {
    for nom in chromium chromium-browser google-chrome; do
        if command -v "$nom" >/dev/null; then return 0; fi
    done
    return 1
}

trouve_chromium || manquants="$manquants chromium"
/sbin/ldconfig -p | grep -q 'libatomic\.so\.1' || manquants="$manquants libatomic1"
command -v Xvfb >/dev/null || utiles="$utiles xvfb"
command -v xdotool >/dev/null || utiles="$utiles xdotool"

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    if [ -z "$manquants$utiles" ]; then exit 0; fi
    echo "Installation des paquets Debian :$manquants$utiles…"
    apt-get update -qq || [ -z "$manquants" ]
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 - lists of names
    if [ -n "$manquants" ]; then apt-get install -y -qq $manquants >/dev/null; fi
    # shellcheck disable=SC2086
    if [ -n "$utiles" ]; then apt-get install -y -qq $utiles >/dev/null || true; fi
elif [ -n "$manquants" ]; then
    echo "Les tests dans un navigateur ont besoin de : sudo apt-get install$manquants" >&2
    exit 1
fi
