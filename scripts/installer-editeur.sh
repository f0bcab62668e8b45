#!/bin/sh
# The editor tests run the language server of VS Code, a Node program, its versions locked.
# Without Node the tests say that they were skipped: nothing else needs it.
set -eu
dossier=tests/editeur

if ! command -v npm >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installation des paquets Debian nodejs et npm…"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm \
        >/dev/null || true
fi
if ! command -v npm >/dev/null; then
    echo "Sans Node.js ni npm, les tests dans l’éditeur ne sont pas lancés." >&2
    exit 0
fi
if ! [ "$dossier/node_modules/.package-lock.json" -nt "$dossier/package-lock.json" ]; then
    echo "Installation du serveur de langage YAML (une seule fois)…"
    npm ci --prefix "$dossier" --ignore-scripts --no-audit --no-fund --loglevel=error ||
        echo "Sans lui, les tests dans l’éditeur ne sont pas lancés." >&2
fi
