#!/bin/sh
# The HTML of the site is checked by html-validate, a Node program, its versions locked.
# Without Node the test says that it was skipped: nothing else needs it.
set -eu
dossier=tests/html

if ! command -v npm >/dev/null; then
    echo "Sans Node.js ni npm, la validité du HTML n’est pas vérifiée." >&2
    exit 0
fi
if ! [ "$dossier/node_modules/.package-lock.json" -nt "$dossier/package-lock.json" ]; then
    echo "Installation du contrôleur de HTML (une seule fois)…" >&2
    npm ci --prefix "$dossier" --ignore-scripts --no-audit --no-fund --loglevel=error ||
        echo "Sans lui, la validité du HTML n’est pas vérifiée." >&2
fi
