# SPDX-License-Identifier: GPL-2.0-or-later
"""The picture of the chosen measure: how its values lie, and the cut-off as a line to drag."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..session.distribution import Distribution
from ..translation import tr
from . import look
from .numbers import figure

BINS = 48
_HEIGHT = 54
_GRIP = 6  # pixels from the line within which it is caught
_SIDE = 6


class DistributionPicture(QWidget):
    """Bars for the values; what is above threshold in the accent colour, what is just below pale.

    Shows what it is given and tells where the line was dragged to; it changes nothing itself.

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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A strip."""
        return QSize(200, _HEIGHT)

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
        return QRectF(_SIDE, 4, self.width() - 2 * _SIDE, self.height() - foot - 6)

    def _paint_bars(self, painter: QPainter, shown: Distribution) -> None:
        plot = self._plot()
        width = plot.width() / len(shown.above)
        rest = look.mixed(look.hairline(self.palette()), look.secondary(self.palette()), 0.25)
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
        painter.setPen(QPen(look.hairline(self.palette()), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())

    def _paint_ends(self, painter: QPainter, shown: Distribution) -> None:
        plot = self._plot()
        painter.setFont(look.smaller(self.font()))
        painter.setPen(look.secondary(self.palette()))
        line = QRectF(plot.left(), plot.bottom() + 1, plot.width(), self.height() - plot.bottom())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), figure(shown.low))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), figure(shown.high))

    def _paint_line(self, painter: QPainter, shown: Distribution) -> None:
        if shown.cutoff is None:
            return
        plot, x = self._plot(), self.x_of(shown.cutoff)
        colour: QColor = self.palette().color(self.foregroundRole())
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(x, 1), QPointF(x, plot.bottom() + 2))
        text = figure(shown.cutoff)
        width = painter.fontMetrics().horizontalAdvance(text) + 6
        left = min(max(0.0, x - width / 2), self.width() - width)
        box = QRectF(left, plot.bottom() + 1, width, self.height() - plot.bottom())
        painter.fillRect(box, self.palette().color(self.backgroundRole()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter), text)

    def _paint_mark(self, painter: QPainter, shown: Distribution) -> None:
        if self._marked is None:
            return
        x, top = self.x_of(self._marked), self._plot().top()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(self.foregroundRole()))
        painter.drawPolygon(
            QPolygonF([QPointF(x - 4, top - 4), QPointF(x + 4, top - 4), QPointF(x, top + 3)])
        )

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
