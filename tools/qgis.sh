#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# Opens QGIS on a scenario with the staged plugin on, in a profile of its own: tools/qgis.sh SCENARIO
set -euo pipefail
cd "$(dirname "$0")/.."

profile=build/qgis-profile
mkdir -p "$profile/profiles/default/QGIS"
settings="$profile/profiles/default/QGIS/QGIS3.ini"
[ -e "$settings" ] || printf '[PythonPlugins]\nvru_need_plugin=true\n' >"$settings"

QGIS_PLUGINPATH="$PWD/build" VRU_NEED_SCENARIO="$PWD/$1" \
    exec qgis --nologo --noversioncheck --profiles-path "$PWD/$profile" --code "$PWD/tools/open_scenario.py"
