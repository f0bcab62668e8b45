#!/bin/sh
# What only Node programs can do: the language server of VS Code, the validator of HTML, the
# bundle of the form. Their versions are locked; without Node their tests say that they were
# skipped, and nothing else needs it.
set -eu

if ! command -v npm >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installation des paquets Debian nodejs et npm…" >&2
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm \
        >/dev/null || true
fi
if ! command -v npm >/dev/null; then
    echo "Sans Node.js ni npm, leurs tests ne sont pas lancés : $*." >&2
    exit 0
fi
for dossier in "$@"; do
    if ! [ "$dossier/node_modules/.package-lock.json" -nt "$dossier/package-lock.json" ]; then
        echo "Installation des paquets de $dossier (une seule fois)…" >&2
        npm ci --prefix "$dossier" --ignore-scripts --no-audit --no-fund --loglevel=error ||
            echo "Sans eux, les tests de $dossier ne sont pas lancés." >&2
    fi
done
