#!/bin/sh
# The browser tests use the system's Chromium; Debian's package is installed where that is allowed.
set -eu
for nom in chromium chromium-browser google-chrome; do
    if command -v "$nom" >/dev/null; then exit 0; fi
done
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installation du paquet Debian chromium…"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
else
    echo "Les tests dans un navigateur ont besoin de Chromium : sudo apt-get install chromium" >&2
    exit 1
fi
