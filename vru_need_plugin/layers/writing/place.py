# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a layer's rows are, for writing to the file itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Optional, Tuple

from qgis.core import QgsProviderRegistry, QgsVectorLayer

# A filter, by value or kind of geometry, leaves the ids as they are, and so what is written to them.
_KNOWN = frozenset({"path", "layerName", "subset", "geometryType"})


def ogr_place(layer: QgsVectorLayer, storage: str) -> Optional[Tuple[Path, Optional[str]]]:
    """The file and layer name of a layer of this format whose feature ids are those of the file.

    None where it is of another format or provider, in an archive, opened with options of the
    user's own, or a query.
    """
    if layer.providerType() != "ogr" or layer.dataProvider().storageType() != storage:
        return None
    parts: Dict[str, Any] = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if any(value for key, value in parts.items() if key not in _KNOWN):
        return None
    if layer.subsetString().lstrip().upper().startswith("SELECT"):
        return None
    path, name = Path(str(parts.get("path") or "")), parts.get("layerName")
    return (path, str(name) if name else None) if path.is_file() else None
