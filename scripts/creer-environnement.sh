#!/bin/sh
# Creates the Python environment in the folder given.
# Debian ships venv apart (python3-venv): it is installed where that is allowed.
set -eu
dossier=$1
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Python 3.11 ou plus récent est nécessaire ; $("$python" --version 2>&1) a été trouvé." >&2
    echo "Indiquez-en un autre : make site PYTHON=python3.12" >&2
    exit 1
fi

if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        echo "Installation du paquet Debian python3-venv…" >&2
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
    else
        echo "Il manque à Python de quoi créer un environnement. Sous Debian ou Ubuntu :" >&2
        echo "    sudo apt-get install python3-venv" >&2
        echo "puis relancez la commande." >&2
        exit 1
    fi
fi

"$python" -m venv "$dossier"
