# SPDX-License-Identifier: GPL-2.0-or-later
"""What ``vruneed:needmap`` asks for, and what is made of the answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Tuple

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..sheets.export import Wish
from ..sheets.order import Labels, Order
from ..translation import tr
from .algorithm import Parameters

TEMPLATE, ATLAS, PARENTS = "TEMPLATE", "ATLAS", "PARENTS"
TITLE, PURPOSE, AUTHOR, DATE, COPYRIGHT = "TITLE", "PURPOSE", "AUTHOR", "DATE", "COPYRIGHT"
TOP, LABELS, DPI, SPLIT, GEOPDF = "TOP", "LABELS", "DPI", "SPLIT", "GEOPDF"

_LABELS = (Labels.NUMBERS, Labels.NAMES, Labels.NONE)
_LEAST_DPI, _USUAL_DPI, _MOST_DPI = 50, 300, 1200


def add_parameters(algorithm: QgsProcessingAlgorithm) -> None:
    """Add all parameters but the scenario, the areas and the output."""
    _text(algorithm, TEMPLATE, tr("Template"), tr("A template's name, or the path of a .qpt file."))
    atlas = QgsProcessingParameterBoolean(ATLAS, tr("Atlas: a page for each borough"), False)
    atlas.setHelp(tr("A page for each of what the areas lie in, or for those named or in focus."))
    algorithm.addParameter(atlas)
    parents = tr(
        "Codes or names, apart by semicolons; blank for those that the scenario has in focus, or all."
    )
    _text(algorithm, PARENTS, tr("Boroughs"), parents)
    as_in_scenario = tr("Blank for the scenario's.")
    _text(algorithm, TITLE, tr("Title"), as_in_scenario)
    _text(algorithm, PURPOSE, tr("Purpose of this decision"), as_in_scenario)
    _text(algorithm, AUTHOR, tr("Author"), as_in_scenario, advanced=True)
    _text(algorithm, DATE, tr("Date"), as_in_scenario, advanced=True)
    rights = tr("The line on rights in boundaries and figures.")
    _text(algorithm, COPYRIGHT, tr("Copyright"), rights, advanced=True)
    most = tr("How many at most; 0 for as many as there is room for. Areas that tie are never torn apart.")
    _number(algorithm, TOP, tr("Areas in the ranking"), most, 0, 0, 100_000)
    labels = QgsProcessingParameterEnum(
        LABELS,
        tr("On the map"),
        [tr("Numbers, as in the table"), tr("Names"), tr("Nothing")],
        defaultValue=0,
    )
    labels.setHelp(tr("What stands on the areas that the sheet lists."))
    _advanced(labels)
    algorithm.addParameter(labels)
    dots = tr("Of pictures, and of what maps are drawn with.")
    _number(algorithm, DPI, tr("Dots an inch"), dots, _USUAL_DPI, _LEAST_DPI, _MOST_DPI)
    split = QgsProcessingParameterBoolean(SPLIT, tr("Atlas as a PDF for each page"), False)
    geo = QgsProcessingParameterBoolean(GEOPDF, tr("PDF that knows where its map is (GeoPDF)"), False)
    split.setHelp(tr("Beside the output, named after it and the page."))
    geo.setHelp(tr("Where QGIS and its GDAL can write one; not for an atlas in one file."))
    for one in (split, geo):
        _advanced(one)
        algorithm.addParameter(one)


def wish(algorithm: QgsProcessingAlgorithm, parameters: Parameters, context: QgsProcessingContext) -> Wish:
    """The file that is wanted.

    Raises
    ------
    NeedError
        Its ending is none of ours.
    """
    made = Wish(
        Path(algorithm.parameterAsFileOutput(parameters, "OUTPUT", context)).absolute(),
        dpi=algorithm.parameterAsInt(parameters, DPI, context),
        a_file_a_page=algorithm.parameterAsBool(parameters, SPLIT, context),
        geo_pdf=algorithm.parameterAsBool(parameters, GEOPDF, context),
    )
    made.check()
    return made


def order(
    algorithm: QgsProcessingAlgorithm, usual: Order, parameters: Parameters, context: QgsProcessingContext
) -> Order:
    """The sheet that is wanted: what the scenario suggests, with what was asked for."""

    def text(name: str) -> str:
        return str(algorithm.parameterAsString(parameters, name, context)).strip()

    return replace(
        usual,
        title=text(TITLE) or usual.title,
        purpose=text(PURPOSE) or usual.purpose,
        author=text(AUTHOR) or usual.author,
        date=text(DATE) or usual.date,
        copyright=text(COPYRIGHT) or None,
        top=algorithm.parameterAsInt(parameters, TOP, context),
        labels=_LABELS[algorithm.parameterAsEnum(parameters, LABELS, context)],
    )


def about(usual: Order, parents: Tuple[int, ...], atlas: bool) -> Order:
    """The sheet about these parents."""
    return replace(usual, parents=parents, atlas=atlas)


def described(wanted: Wish, sheet: Order) -> Wish:
    """The file with what it says of itself."""
    return replace(wanted, title=sheet.title, author=sheet.author)


def _text(
    algorithm: QgsProcessingAlgorithm, name: str, label: str, help_text: str, *, advanced: bool = False
) -> None:
    made = QgsProcessingParameterString(name, label, optional=True)
    made.setHelp(help_text)
    if advanced:
        _advanced(made)
    algorithm.addParameter(made)


def _number(
    algorithm: QgsProcessingAlgorithm,
    name: str,
    label: str,
    help_text: str,
    usual: int,
    least: int,
    most: int,
) -> None:
    kind = QgsProcessingParameterNumber.Type.Integer
    made = QgsProcessingParameterNumber(name, label, kind, usual, False, least, most)
    made.setHelp(help_text)
    _advanced(made)
    algorithm.addParameter(made)


def _advanced(parameter: QgsProcessingParameterDefinition) -> None:
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
