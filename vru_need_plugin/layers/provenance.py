# SPDX-License-Identifier: GPL-2.0-or-later
"""What a scored layer says of itself, in the layer's own metadata."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Mapping, Match, Optional, Tuple

from qgis.core import QgsLayerMetadata, QgsMapLayer, QgsProviderRegistry, QgsVectorLayer

from ..core.messages import NOT_AN_INDEX, Message, NeedError, mark
from ..scenario import codec
from ..scenario.document import Scenario
from ..translation import tr
from .ogr_files import list_sources
from .open_layers import file_of

SCENARIO_MARK = "vru_need scenario: "
"""What the line of the layer's history that holds the scenario begins with; never translated."""
FIELDS_MARK = "vru_need fields: "
"""What the line of the layer's history that names the need fields begins with; never translated."""
STATEMENT_MARK = "VRU Need Score: "
"""What the paragraph of the layer's abstract begins with; never translated, so that it is found again."""

_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")


@dataclass(frozen=True)
class Provenance:
    """Where a layer's need scores come from.

    Parameters
    ----------
    title, question
        The scenario's.
    scenario_json
        The scenario itself, as its file has it.
    written
        When, as an ISO date or date and time.
    fields
        Of each need field its name and what it is called.
    """

    title: str
    scenario_json: str
    written: str
    question: Optional[str] = None
    fields: Mapping[str, str] = field(default_factory=dict)


def scenario_text(layer: QgsMapLayer) -> Optional[str]:
    """The scenario, as JSON, that a layer says its scores were written with; None where it says none."""
    found = [line for line in layer.metadata().history() if line.startswith(SCENARIO_MARK)]
    return found[-1][len(SCENARIO_MARK) :] if found else None


def scenario_in(layer: QgsMapLayer) -> Optional[Scenario]:
    """The same as a document; None too where what is there is no scenario, or of a newer schema."""
    text = scenario_text(layer)
    try:
        return None if text is None else codec.loads(text)
    except NeedError:
        return None


def describe(layer: QgsMapLayer, provenance: Provenance) -> None:
    """Put the statement, the scenario and the date into the layer's metadata.

    What the user has written there stays; what an earlier score left is replaced.
    """
    metadata: QgsLayerMetadata = layer.metadata().clone()
    if not metadata.title():
        metadata.setTitle(harmless(provenance.title))
    paragraphs = [
        part for part in metadata.abstract().split("\n\n") if part and not part.startswith(STATEMENT_MARK)
    ]
    metadata.setAbstract("\n\n".join([*paragraphs, _statement(provenance)]))
    history = [line for line in metadata.history() if not line.startswith((SCENARIO_MARK, FIELDS_MARK))]
    written = tr("{date}: need scores of “{title}” written").format(
        date=provenance.written, title=harmless(provenance.title)
    )
    fields = json.dumps(dict(provenance.fields), ensure_ascii=False)
    metadata.setHistory(
        [
            *history,
            written,
            *([FIELDS_MARK + harmless_json(fields)] if provenance.fields else []),
            SCENARIO_MARK + harmless_json(provenance.scenario_json),
        ]
    )
    layer.setMetadata(metadata)


def harmless(text: str) -> str:
    """A text that a window which takes it for HTML shows as it is: no tag begins in it.

    QGIS shows a layer's metadata so, in some versions by a browser that runs scripts. Between a
    bracket and what would make it a tag goes a character that is not seen. What no XML may hold, as
    which metadata are kept, is left out.
    """
    return _TAG.sub("<\u2060", _NO_XML.sub("", text))


def harmless_json(text: str) -> str:
    """The same of a JSON text, which stays the same document."""
    return _NO_XML.sub(_escaped, text.replace("<", "\\u003c").replace("&", "\\u0026"))


def _escaped(found: Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def save_description(layer: QgsVectorLayer) -> Optional[Message]:
    """Save the metadata with the data: in a GeoPackage itself, in a file beside other files.

    Returns
    -------
    Message or None
        What to tell the user where it could not be saved; the layer in the project has it all the
        same.
    """
    if layer.providerType() == "memory":
        return None
    reason, done = _save_in_geopackage(layer) or layer.saveDefaultMetadata()
    if done:
        return None
    return Message(
        mark("The description of the scores could not be saved with “{layer}”: {reason}"),
        {"layer": layer.name(), "reason": reason},
    )


def _save_in_geopackage(layer: QgsVectorLayer) -> Optional[Tuple[str, bool]]:
    """Save into a GeoPackage opened without its layer's name, which QGIS itself does not find then."""
    path, name = file_of(layer)
    if path is None or name is not None or layer.dataProvider().storageType() != "GPKG":
        return None
    registry = QgsProviderRegistry.instance()
    uri = registry.encodeUri("ogr", {"path": str(path), "layerName": list_sources(path)[0]})
    done, reason = registry.saveLayerMetadata("ogr", uri, layer.metadata())
    return reason, done


def _statement(provenance: Provenance) -> str:
    about = tr("Need scores of “{title}”, written {date}.").format(
        title=provenance.title, date=provenance.written
    )
    # One paragraph, whatever line ends the question has: the next score replaces it as one.
    question = " ".join((provenance.question or "").split())
    return STATEMENT_MARK + harmless(" ".join(filter(None, [about, question, tr(NOT_AN_INDEX)])))
