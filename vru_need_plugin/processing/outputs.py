# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the outputs of a run are asked to go, looked at before anything is made."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Iterable, Optional, Tuple

from qgis.core import (
    QgsDataSourceUri,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
)

from ..layers.source_files import SourceFile, check_not_source

_INTO_A_FILE = "ogr:"


def check_outputs(
    algorithm: QgsProcessingAlgorithm,
    parameters: Dict[str, Any],
    context: QgsProcessingContext,
    files: Iterable[SourceFile],
) -> None:
    """Raise NeedError where an output would take the place of a file that the scores are made from."""
    for definition in algorithm.destinationParameterDefinitions():
        file, layer_name = _place(_text(parameters.get(definition.name()), context))
        if file is not None:
            check_not_source(file, files, layer_name)


def _text(value: Any, context: QgsProcessingContext) -> str:
    """What an output was asked to be; QGIS's own readers would make names for temporary ones."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.valueAsString(context.expressionContext())[0]
    return value if isinstance(value, str) else ""


def _place(text: str) -> Tuple[Optional[Path], Optional[str]]:
    """The file, and the layer where it goes into one that keeps its others; no file for anything else."""
    if text.startswith(_INTO_A_FILE):
        uri = QgsDataSourceUri(text[len(_INTO_A_FILE) :])
        return (Path(uri.database()), uri.table() or None) if uri.database() else (None, None)
    path = Path(text.partition("|")[0])
    return (path, None) if path.suffix else (None, None)
