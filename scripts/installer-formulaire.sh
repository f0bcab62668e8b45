#!/bin/sh
# The form is made from npm packages, their versions locked, and kept in the repository: only
# those who change it, and the tests, need Node.
set -eu
dossier=redaction

if ! command -v npm >/dev/null; then
    echo "Sans Node.js ni npm, le formulaire n’est ni refait, ni comparé à ses paquets." >&2
    exit 0
fi
if ! [ "$dossier/node_modules/.package-lock.json" -nt "$dossier/package-lock.json" ]; then
    echo "Installation des paquets du formulaire (une seule fois)…" >&2
    npm ci --prefix "$dossier" --ignore-scripts --no-audit --no-fund --loglevel=error ||
        echo "Sans eux, le formulaire n’est ni refait, ni comparé à ses paquets." >&2
fi
