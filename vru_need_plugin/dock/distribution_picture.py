# SPDX-License-Identifier: GPL-2.0-or-later
"""The picture of the chosen measure: how its values lie, and the cut-off as a line to drag."""

from __future__ import annotations

from typing import Optional, Tuple

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from ..session.distribution import Distribution
from ..translation import tr
from . import look
from .numbers import figure

BINS = 48
_LEAST_BARS, _MOST_BARS = 34, 150  # pixels
_GRIP = 6  # pixels from the line within which it is caught
_SIDE, _TOP = 6, 4
_BAR, _QUIET = 0.28, 0.66  # how much of the ink the other bars have, and the figures at the ends


class DistributionPicture(QLabel):
    """Bars for the values; what is above threshold in the accent colour, what is just below pale.

    Shows what it is given and tells where the line was dragged to; it changes nothing itself. A label
    for the sake of its colours: QGIS's dark themes colour labels, and no bare widgets.

    Attributes
    ----------
    shown
        The distribution on show; None for none.
    """

    cutoffDragged = pyqtSignal(float)
    """A new cut-off, in the measure's own units."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.shown: Optional[Distribution] = None
        self._marked: Optional[float] = None
        self._is_dragging = False
        self.setObjectName("distributionPicture")
        self.setAccessibleName(tr("How the values of the measure lie"))
        self.setToolTip(
            tr("How the figures lie: dark is above threshold, pale just below. Drag the line to move it.")
        )
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A strip, to begin with."""
        return QSize(200, self._height(_LEAST_BARS))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never less than that."""
        return QSize(100, self._height(_LEAST_BARS))

    def _height(self, bars: int) -> int:
        return _TOP + bars + 2 + self.fontMetrics().height()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Take what height there is to spare, up to where more would not show more."""
        super().resizeEvent(event)
        self.setMaximumHeight(self._height(_MOST_BARS))

    def show_distribution(self, shown: Optional[Distribution], marked: Optional[float]) -> None:
        """Show a distribution and mark the chosen area's value."""
        self.shown = shown
        self._marked = marked
        self.setVisible(shown is not None)
        self.update()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Bars, the line, its figure, and the chosen area."""
        if self.shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bars(painter, self.shown)
        self._paint_ends(painter, self.shown)
        self._paint_line(painter, self.shown)
        self._paint_mark(painter, self.shown)

    def _plot(self) -> QRectF:
        """Where the bars are: above the figures at the foot."""
        foot = self.fontMetrics().height()
        return QRectF(_SIDE, _TOP, self.width() - 2 * _SIDE, self.height() - foot - _TOP - 2)

    def _paint_bars(self, painter: QPainter, shown: Distribution) -> None:
        plot = self._plot()
        width = plot.width() / len(shown.above)
        rest = self._ink(_BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, counts in enumerate(zip(shown.above, shown.near, shown.other)):
            foot = plot.bottom()
            for count, colour in zip(counts, (look.ACCENT, look.ACCENT_PALE, rest)):
                height = plot.height() * count / shown.highest
                painter.setBrush(colour)
                painter.drawRect(
                    QRectF(plot.left() + number * width, foot - height, max(1.0, width - 1), height)
                )
                foot -= height
        painter.setPen(QPen(self._ink(_BAR), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())

    def _paint_ends(self, painter: QPainter, shown: Distribution) -> None:
        plot = self._plot()
        painter.setFont(look.smaller(self.font()))
        painter.setPen(self._ink(_QUIET))
        line = QRectF(plot.left(), plot.bottom() + 1, plot.width(), self.height() - plot.bottom())
        taken = self._cutoff_box(painter, shown)
        for text, side in zip(_end_texts(shown), (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)):
            if not painter.boundingRect(line, int(side), text).intersects(taken):
                painter.drawText(line, int(side), text)

    def _paint_line(self, painter: QPainter, shown: Distribution) -> None:
        if shown.cutoff is None:
            return
        plot, x = self._plot(), self.x_of(shown.cutoff)
        painter.setPen(QPen(self._ink(), 2))
        painter.drawLine(QPointF(x, 1), QPointF(x, plot.bottom() + 2))
        box = self._cutoff_box(painter, shown)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter), figure(shown.cutoff))

    def _cutoff_box(self, painter: QPainter, shown: Distribution) -> QRectF:
        """Where the cut-off's figure stands; empty where there is none."""
        if shown.cutoff is None:
            return QRectF()
        bottom = self._plot().bottom()
        width = painter.fontMetrics().horizontalAdvance(figure(shown.cutoff)) + 6
        left = min(max(0.0, self.x_of(shown.cutoff) - width / 2), self.width() - width)
        return QRectF(left, bottom + 1, width, self.height() - bottom)

    def _paint_mark(self, painter: QPainter, shown: Distribution) -> None:
        if self._marked is None:
            return
        x, top = self.x_of(self._marked), self._plot().top()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink())
        painter.drawPolygon(
            QPolygonF([QPointF(x - 4, top - 4), QPointF(x + 4, top - 4), QPointF(x, top + 3)])
        )

    def _ink(self, strength: float = 1.0) -> QColor:
        """The text's colour, or a tint of it on whatever is behind."""
        colour = QColor(self.palette().color(self.foregroundRole()))
        colour.setAlphaF(strength)
        return colour

    def x_of(self, value: float) -> float:
        """Where a value is drawn, in pixels from the left."""
        plot = self._plot()
        return plot.left() + plot.width() * (self.shown.place(value) if self.shown else 0)

    # Dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Catch the line."""
        self._is_dragging = event.button() == Qt.MouseButton.LeftButton and self._is_on_line(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Move the line, or show that it can be caught."""
        grabs = self._is_dragging or self._is_on_line(event)
        self.setCursor(Qt.CursorShape.SplitHCursor if grabs else Qt.CursorShape.ArrowCursor)
        if self._is_dragging and self.shown is not None:
            plot = self._plot()
            place = (event.pos().x() - plot.left()) / plot.width()
            self.cutoffDragged.emit(self.shown.value_at(min(1.0, max(0.0, place))))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Let the line go."""
        self._is_dragging = False

    def _is_on_line(self, event: QMouseEvent) -> bool:
        if self.shown is None or self.shown.cutoff is None:
            return False
        return abs(event.pos().x() - self.x_of(self.shown.cutoff)) <= _GRIP


def _end_texts(shown: Distribution) -> Tuple[str, str]:
    """What the ends of the picture stand for; the outermost bars may hold what lies beyond."""
    low, high = figure(shown.low), figure(shown.high)
    return (
        tr("≤ {figure}").format(figure=low) if shown.least < shown.low else low,
        tr("≥ {figure}").format(figure=high) if shown.most > shown.high else high,
    )
