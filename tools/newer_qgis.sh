#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Runs tests on a newer QGIS: that of Debian 13's backports (3.44), in a chroot of its own.
#   tools/newer_qgis.sh                     the chosen tests
#   tools/newer_qgis.sh test/layers -x      these, with pytest's own options
#   tools/newer_qgis.sh --python script.py  a script, with the newer QGIS's Python
# Made once (two to four minutes, 2.6 GB, in ~/.cache/vru-need or $VRU_NEED_CACHE), quick from then on. Needs
# Debian, root and its archive; without them it says so and ends well, unless VRU_NEED_NEWER_QGIS=required.
set -euo pipefail
cd "$(dirname "$0")/.."

suite=trixie
cache="${VRU_NEED_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/vru-need}"
home="$cache/qgis-$suite"     # the chroot; the stamp beside it says that it is whole
packages=(
    qgis python3-qgis qgis-providers python3-gdal python3-pandas
    xvfb xauth poppler-utils fonts-dejavu-core python3-venv
)
test_tools='^(pytest|pytest-qgis|pytest-qt|pluggy|hypothesis|sortedcontainers|html5lib|webencodings|typing-extensions)=='
# What QGIS itself has a part in and versions differ in: styles, writing, sheets, the report, the whole road.
chosen=(
    test/layers test/sheets test/processing/report_pdf test/processing/test_need_report.py
    test/processing/test_need_map.py test/processing/test_elsewhere.py test/dock/test_style_panel.py
    test/end_to_end/test_layers.py test/end_to_end/test_sample.py test/end_to_end/test_road.py
)

leave_out() {
    echo "Not run on a newer QGIS: $1."
    [ "${VRU_NEED_NEWER_QGIS:-}" != required ] || exit 1
    exit 0
}

# The archive that this machine's own Debian comes from, whichever that is.
mirror() {
    local codename
    codename="$(. /etc/os-release && echo "${VERSION_CODENAME:-}")"
    cat /etc/apt/sources.list.d/*.sources 2>/dev/null | awk -v suite="$codename" '
        BEGIN { RS = ""; FS = "\n" }
        { uri = ""; hit = 0
          for (i = 1; i <= NF; i++) {
              if ($i ~ /^URIs:/) { split($i, part, /[ \t]+/); uri = part[2] }
              if ($i ~ /^Suites:/ && (" " substr($i, 8) " ") ~ (" " suite " ")) hit = 1
          }
          if (hit && uri != "") { print uri; exit } }'
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | awk -v suite="$codename" '
        $1 == "deb" { for (i = 2; i < NF; i++) if ($(i + 1) == suite && $i ~ /:/) { print $i; exit } }'
}

# In the chroot, in a mount namespace that ends with the command: nothing stays mounted, whatever happens.
inside() {
    unshare --mount -- bash -c '
        set -eu
        home=$1 project=$2 shared=$3; shift 3
        mount --make-rprivate /
        mount -t proc proc "$home/proc"
        mount --rbind /dev "$home/dev"
        mount -t tmpfs tmpfs "$home/tmp"
        if [ -n "$project" ]; then
            # A copy, so that nothing in there writes into the project.
            mount -t tmpfs tmpfs "$home/work/project"
            tar -C "$project" --exclude=./.git --exclude=./.venv --exclude=./build --exclude=./.hypothesis \
                --exclude=./.qgis-settings -cf - . | tar -C "$home/work/project" -xf -
            [ ! -d "$shared" ] || mount --bind "$shared" "$home/work/shared"
        fi
        exec chroot "$home" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
            DEBIAN_FRONTEND=noninteractive "$@"
    ' inside "$home" "$@"
}

make_chroot() {
    local from
    from="$(mirror 2>/dev/null | head -n 1 || true)"
    [ -n "$from" ] || leave_out "no Debian archive is named in /etc/apt"
    command -v debootstrap >/dev/null || apt-get -qq -y install --no-install-recommends debootstrap \
        </dev/null >/dev/null 2>&1 || leave_out "debootstrap is not installed and cannot be"
    echo "Making a Debian ($suite) with a newer QGIS in $home; this takes a few minutes ..."
    rm -rf --one-file-system "$home" "$home.made"
    mkdir -p "$home"
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$home" "$from" </dev/null \
        >"$cache/debootstrap.log" 2>&1 || leave_out "debootstrap failed, see $cache/debootstrap.log"
    printf 'deb %s %s main\n' "$from" "$suite" "$from" "$suite-backports" >"$home/etc/apt/sources.list"
    printf '#!/bin/sh\nexit 101\n' >"$home/usr/sbin/policy-rc.d"   # nothing is started in there
    chmod +x "$home/usr/sbin/policy-rc.d"
    mkdir -p "$home/work/project" "$home/work/shared"
    cp /etc/resolv.conf "$home/etc/resolv.conf"
    {
        inside "" "" apt-get -qq update &&
        inside "" "" apt-get -qq -y install --no-install-recommends -t "$suite-backports" "${packages[@]}" &&
        inside "" "" apt-get -qq clean
    } </dev/null >"$cache/apt.log" 2>&1 || leave_out "its packages cannot be installed, see $cache/apt.log"
    touch "$home.made"
}

# The same test tools as on the everyday machine, fetched by its pip, for the Python in there.
install_test_tools() {
    local wanted="$cache/test-tools.txt" log="$cache/pip.log" version
    grep -E "$test_tools" requirements-test.txt >"$wanted"
    cmp -s "$wanted" "$home/opt/test-tools.txt" && return 0
    version="$(inside "" "" python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
    rm -rf "$home/opt/wheels" "$home/opt/tests"
    .venv/bin/python -m pip --disable-pip-version-check download --quiet --only-binary=:all: \
        --python-version "$version" --dest "$home/opt/wheels" -r "$wanted" </dev/null >"$log" 2>&1 ||
        leave_out "its test tools cannot be fetched, see $log"
    cp "$wanted" "$home/opt/wanted.txt"
    inside "" "" python3 -m venv --system-site-packages /opt/tests
    inside "" "" /opt/tests/bin/python -m pip --disable-pip-version-check install --quiet --no-index \
        --find-links /opt/wheels -r /opt/wanted.txt </dev/null
    mv "$home/opt/wanted.txt" "$home/opt/test-tools.txt"
}

[ "$(id -u)" = 0 ] || leave_out "only root can make a chroot"
command -v unshare >/dev/null && unshare --mount true 2>/dev/null || leave_out "nothing can be mounted here"
command -v apt-get >/dev/null || leave_out "this is no Debian"
mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9    # one at a time makes it
[ -f "$home.made" ] || make_chroot
install_test_tools
flock -u 9

run=(env QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1 HYPOTHESIS_STORAGE_DIRECTORY=/tmp/hypothesis
    /opt/tests/bin/python -B)
if [ "${1:-}" = --python ]; then
    shift
    inside "$PWD" "$PWD/../shared" env --chdir=/work/project "${run[@]}" "$@"
    exit
fi
if [ $# = 0 ]; then
    for path in "${chosen[@]}"; do [ ! -e "$path" ] || set -- "$@" "$path"; done
fi
inside "$PWD" "$PWD/../shared" env --chdir=/work/project "${run[@]}" -m pytest -p no:cacheprovider --disable-warnings -q "$@"
