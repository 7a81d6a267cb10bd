# SPDX-License-Identifier: GPL-2.0-or-later
"""The chosen area explained: a sentence, its standing on every measure, and others beside it."""

from __future__ import annotations

import html
from typing import Dict, List, Optional, Tuple

from qgis.PyQt.QtCore import QEvent, QUrl
from qgis.PyQt.QtGui import QImage, QResizeEvent, QTextDocument
from qgis.PyQt.QtWidgets import QFrame, QTextBrowser, QWidget

from ..core.areas import AreaTable
from ..scoring.explain import AreaStanding, MeasureStanding, area_standing
from ..scoring.focus import focus_numbers
from ..session.session import Session
from ..session.standing import parent_levels
from ..session.words import parent_word
from ..translation import tr
from . import look
from .area_table import Room, area_table
from .area_words import sentence, story
from .comparison_table import MOST, areas_named, comparison_table
from .markup import coloured, escaped, link, paragraph
from .standing_strip import HEIGHT, strip

_WIDE, _CLEARLY = 560, 24  # pixels: from which a measure has one line; more than a scroll bar
_OTHER_LOOKS = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)


class AreaExplanation(QTextBrowser):
    """Shows one area of the current scores; asked to show it again when they change.

    Areas can be pinned, to be seen side by side with the chosen one.
    """

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._session = session
        self._area: Optional[int] = None
        self._pinned: Tuple[int, ...] = ()
        self._strips: Dict[str, Tuple[object, QImage]] = {}
        self._room = Room.NARROW
        self._tight_below = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(tr("Why this area has its score"))
        self.setToolTip(tr("What the chosen area’s score is made of"))
        self.document().setDocumentMargin(4)
        self.anchorClicked.connect(self._follow)
        session.areasChanged.connect(lambda: self.pin(()))

    def text(self) -> str:
        """What is shown, as plain text."""
        return self.toPlainText()

    def show_area(self, area: Optional[int]) -> None:
        """Explain an area by its number; None says what to do instead."""
        self._area = area
        self._show()

    # Side by side

    @property
    def pinned(self) -> Tuple[int, ...]:
        """The numbers of the areas that are pinned."""
        return self._pinned

    def pin(self, areas: Tuple[int, ...]) -> None:
        """Pin these areas, at most four, and no others."""
        self._pinned = tuple(dict.fromkeys(areas))[:MOST]
        self._show()

    def _follow(self, target: QUrl) -> None:
        what, _, number = target.toString().partition(":")
        if what == "pin" and self._area is not None:
            self.pin((*self._pinned, self._area))
        elif what == "unpin":
            self.pin(tuple(area for area in self._pinned if area != int(number)))
        elif what == "clear":
            self.pin(())

    # Showing

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """One line a measure where there is room for it, small print where there is little."""
        super().resizeEvent(event)
        room = self._room_in(event.size().width())
        if room is not self._room or (room is Room.NARROW and self._is_too_wide()):
            self._room = room
            self._show()

    def _room_in(self, width: int) -> Room:
        """What a width is; small print stays until there is clearly more, or a scroll bar would flicker."""
        if width >= _WIDE:
            return Room.WIDE
        return Room.TIGHT if width < self._tight_below else Room.NARROW

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the colours and the print of another theme."""
        super().changeEvent(event)
        if event.type() in _OTHER_LOOKS and hasattr(self, "_room"):
            self._show()

    def _show(self) -> None:
        session = self._session
        if session.job is None or session.result is None or session.areas is None:
            self.setPlainText("")
            return
        if not session.fits_areas:
            self._put(_quiet(tr("The scores are being worked out."), self))
            return
        area = self._area
        if area is None or area >= len(session.areas):
            if not self._pinned:
                self._put(
                    _quiet(tr("Choose an area above, or on the map, to see why it has its score."), self)
                )
                return
            area = self._pinned[-1]
        standing = area_standing(session.result, area, parent_levels(session.job))
        head = self._told(standing, area, session.areas) + self._links(area)
        if self._pinned:
            self._put(head + self._compared(area))
            return
        if not standing.measures:
            self._put(self._told(standing, area, session.areas))
            return
        self._put(head + self._alone(standing))
        if self._room is Room.NARROW and self._is_too_wide():
            self._room = Room.TIGHT
            self._tight_below = self.viewport().width() + _CLEARLY
            self._put(head + self._alone(standing))

    def _is_too_wide(self) -> bool:
        """Whether figures stand where only scrolling would show them."""
        return self.document().size().width() > self.viewport().width()

    def _put(self, content: str) -> None:
        at = self.verticalScrollBar().value()
        self.setHtml(content)
        self.verticalScrollBar().setValue(at)

    def _told(self, standing: AreaStanding, area: int, areas: AreaTable) -> str:
        scenario, job = self._session.scenario, self._session.job
        focus = focus_numbers(job.parents, scenario.options.focus) if job is not None else ()
        is_in_focus = job is not None and int(job.parents.of_area[area]) in focus
        told = story(standing, area, areas, scenario.areas, is_in_focus=is_in_focus)
        return self._awaited() + paragraph(sentence(f"<b>{escaped(areas.names[area])}</b>", escaped(told)))

    def _awaited(self) -> str:
        """What is said before scores that others are about to take the place of."""
        if not self._session.is_scoring:
            return ""
        told = tr("The scores are being worked out; what follows is from before the last change.")
        return _quiet(told, self)

    def _links(self, area: int) -> str:
        links = []
        if area not in self._pinned and len(self._pinned) < MOST:
            links.append(link("pin:", tr("Pin to compare")))
        if self._pinned:
            links.append(link("clear:", tr("End the comparison")))
        return paragraph(" &nbsp; ".join(links)) if links else ""

    def _alone(self, standing: AreaStanding) -> str:
        job = self._session.job
        measures = job.measures if job else ()
        made = area_table(
            measures, standing.measures, self._badge(), self.palette(), self._picture, self._room
        )
        legend = tr(
            "Position: from least need to greatest among those compared; the line is the cut-off, the shaded "
            "part is above threshold. ● above, ○ just below; a diamond is known by {parent} only."
        ).format(parent=self._badge())
        return made + _quiet(legend, self)

    def _compared(self, area: int) -> str:
        session = self._session
        if session.job is None or session.result is None or session.areas is None:
            return ""
        shown: List[int] = [*self._pinned]
        if area not in shown and len(shown) < MOST:
            shown.append(area)
        levels = parent_levels(session.job)
        standings = [area_standing(session.result, number, levels) for number in shown]
        return comparison_table(
            session.job.measures,
            standings,
            areas_named(session.areas, shown),
            self._pinned,
            self._badge(),
            self.palette(),
            self._room is Room.WIDE,
        )

    def _badge(self) -> str:
        return parent_word(self._session.scenario.areas).casefold()

    def _picture(self, one: MeasureStanding, width: int) -> str:
        name = f"strip:{one.number}"
        key = (one, width, self.palette().cacheKey())
        if self._strips.get(name, (None,))[0] != key:
            self._strips[name] = (key, strip(one, width, self.palette()))
        image = self._strips[name][1]
        self.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        return f'<img src="{name}" width="{width}" height="{HEIGHT}">'


def _quiet(text: str, widget: QWidget) -> str:
    return f"<p>{coloured(html.escape(text), look.secondary(widget.palette()))}</p>"
