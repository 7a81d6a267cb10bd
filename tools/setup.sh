#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs what is missing and says nothing when nothing is.
#   tools/setup.sh          QGIS and what `make demo` needs
#   tools/setup.sh tests    and the test tools, in .venv
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(
    make qgis python3-qgis qgis-providers python3-gdal python3-pandas  # the plugin at work
    xvfb xauth                                                # a screen where there is none
    poppler-utils fonts-open-sans                             # PDFs read and looked at; the sheets' letters
    pyqt5-dev-tools qttools5-dev-tools                        # translations
    python3-venv                                              # the test tools' own folder
)

# The tests start a database server of their own: only its programs are wanted.
test_packages=(postgresql postgresql-postgis python3-psycopg2)

install_packages() {
    local missing=() name as_root=()
    if ! command -v dpkg-query >/dev/null; then
        echo "This is no Debian or Ubuntu: install by hand what corresponds to: ${packages[*]}" >&2
        return 1
    fi
    for name in "${packages[@]}"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || {
            echo "Missing: ${missing[*]}. Install them as root (there is no sudo here)." >&2
            return 1
        }
        as_root=(sudo)
    fi
    echo "Installing ${missing[*]}; this takes a few minutes ..."
    [[ " ${missing[*]} " != *" postgresql "* ]] || no_server_of_the_system
    local get=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y)
    # The package lists are only fetched where the ones at hand are missing or too old.
    local install=("${get[@]}" install --no-install-recommends "${missing[@]}")
    "${install[@]}" </dev/null >/dev/null 2>&1 || {
        "${get[@]}" update </dev/null
        "${install[@]}" </dev/null >/dev/null
    }
}

# Debian would make a database cluster of the system's and start it with the machine.
no_server_of_the_system() {
    local folder=/etc/postgresql-common/createcluster.d
    "${as_root[@]}" mkdir -p "$folder"
    echo "create_main_cluster = false" | "${as_root[@]}" tee "$folder/no-main-cluster.conf" >/dev/null
}

install_test_tools() {
    local stamp=.venv/requirements-test.txt
    cmp -s requirements-test.txt "$stamp" && [ -x .venv/bin/python ] && return 0
    echo "Installing the test tools into .venv ..."
    # Debian's Python, since QGIS's bindings are built for it; the first one on PATH may be another.
    /usr/bin/python3 -m venv --system-site-packages .venv
    .venv/bin/python -m pip --disable-pip-version-check install --quiet -r requirements-test.txt </dev/null
    cp requirements-test.txt "$stamp"
}

[ "${1:-}" != tests ] || packages+=("${test_packages[@]}")
install_packages
[ "${1:-}" != tests ] || install_test_tools
