# SPDX-License-Identifier: GPL-2.0-or-later
"""Layout templates: those that come with the plugin, and the user's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional

from qgis.core import QgsApplication, QgsPrintLayout, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from ..core.messages import NeedError, mark
from ..resource import resource
from ..translation import tr

ENDING = ".qpt"
_LARGEST = 20_000_000
_FOLDER = "vru_need_layouts"

DEFAULT = "a4-portrait"
DEFAULT_OF_ATLAS = "borough-a3-landscape"


@dataclass(frozen=True)
class Template:
    """A layout template.

    Parameters
    ----------
    id
        The file's name without its ending.
    path
        The .qpt file.
    is_own
        Whether it is the user's, not ours.
    """

    id: str
    path: Path
    is_own: bool = False

    @property
    def name(self) -> str:
        """What people are shown."""
        return self.id if self.is_own else _names().get(self.id, self.id)

    @property
    def is_of_a_parent(self) -> bool:
        """Whether it is made for one parent at a time."""
        return not self.is_own and self.id.startswith("borough")


def shipped() -> List[Template]:
    """The templates that come with the plugin, in the order people are offered them."""
    return [Template(name, resource("layouts", name + ENDING)) for name in _names()]


def own_folder() -> Path:
    """The folder of the profile that is searched for the user's templates."""
    return Path(QgsApplication.qgisSettingsDirPath()) / _FOLDER


def own(folder: Optional[Path] = None) -> List[Template]:
    """The user's templates, by name; none where there is no such folder."""
    try:
        found = sorted((folder or own_folder()).glob(f"*{ENDING}"))
    except OSError:
        return []
    return [Template(path.stem, path, is_own=True) for path in found if path.is_file()]


def find(text: str, folder: Optional[Path] = None) -> Template:
    """The template that a name or a path stands for.

    Raises
    ------
    NeedError
        There is none; the names that there are are said.
    """
    known = [*shipped(), *own(folder)]
    wanted = text.strip()
    for template in known:
        if wanted in (template.id, template.id + ENDING):
            return template
    path = Path(wanted)
    if path.suffix.lower() == ENDING and path.is_file():
        return Template(path.stem, path, is_own=True)
    raise NeedError(
        mark("There is no layout template “{name}”. There are: {names}; or give the path of a .qpt file."),
        name=wanted,
        names=", ".join(template.id for template in known),
    )


def load(template: Template, layout: QgsPrintLayout) -> None:
    """Put a template's items into an empty layout.

    Raises
    ------
    NeedError
        The file cannot be read, or is no layout template.
    """
    document = QDomDocument()
    try:
        if template.path.stat().st_size > _LARGEST:
            raise NeedError(
                mark("The layout template “{file}” is too large to be one."), file=template.path.name
            )
        text = template.path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NeedError(
            mark("The layout template “{file}” cannot be read: {reason}."),
            file=str(template.path),
            reason=str(error),
        ) from error
    done = document.setContent(text)
    is_xml = done[0] if isinstance(done, tuple) else bool(done)
    if not is_xml or document.documentElement().tagName() != "Layout":
        raise NeedError(
            mark("“{file}” is no layout template. Save one in QGIS's layout window with “Save as Template”."),
            file=template.path.name,
        )
    _give_extents(document)
    _, fine = layout.loadFromTemplate(document, QgsReadWriteContext())
    if not fine or layout.pageCollection().pageCount() == 0:
        raise NeedError(
            mark("The layout template “{file}” has no page that can be read."), file=template.path.name
        )


def _give_extents(document: QDomDocument) -> None:
    """Let maps saved without an extent have one: of nothing, QGIS makes a size that is no number."""
    found = document.elementsByTagName("Extent")
    for number in range(found.count()):
        extent = found.at(number).toElement()
        size = extent.parentNode().toElement().attribute("size").split(",")
        if extent.attribute("xmin") == extent.attribute("xmax") and len(size) > 1:
            for side, value in (("xmin", "0"), ("ymin", "0"), ("xmax", size[0]), ("ymax", size[1])):
                extent.setAttribute(side, value)


def _names() -> dict[str, str]:
    return {
        "a4-portrait": tr("A4 portrait"),
        "a4-landscape": tr("A4 landscape"),
        "a3-portrait": tr("A3 portrait"),
        "a3-landscape": tr("A3 landscape"),
        "wall-a1-landscape": tr("Wall map, A1 landscape"),
        "map-and-ranking-a3-landscape": tr("Map and ranking, A3 landscape"),
        "themes-a4-landscape": tr("A map for each theme, A4 landscape"),
        "themes-a3-landscape": tr("A map for each theme, A3 landscape"),
        "borough-a4-portrait": tr("One borough, A4 portrait"),
        "borough-a3-landscape": tr("One borough, A3 landscape"),
    }
