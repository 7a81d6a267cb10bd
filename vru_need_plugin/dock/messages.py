# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dock has to say, in QGIS's message bar."""

from __future__ import annotations

import html
from contextlib import contextmanager
from typing import Callable, Iterator, Optional

from qgis.core import Qgis, QgsMessageLog
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton

from ..core.alike import shortened
from ..core.messages import Cancelled, NeedError
from ..translation import tr, translated

LOG_TAG = "VRU Need Score"
_SECONDS = 8
_SECONDS_TO_CHOOSE = 60


_LONGEST = 2_000
"""Characters of a message in the bar; the log has all of it."""


def _plain(text: str) -> str:
    """A text for the bar, which takes everything for HTML: names in it may hold markup, and links."""
    return html.escape(shortened(text, _LONGEST), quote=False)


class Messages:
    """Puts errors, warnings and good news into a message bar, and errors into the log.

    Parameters
    ----------
    bar
        QGIS's message bar.
    """

    def __init__(self, bar: QgsMessageBar) -> None:
        self._bar = bar

    def error(self, error: NeedError) -> None:
        """Show an error until it is closed."""
        self.warning(translated(error))

    def failed(self, error: Exception) -> None:
        """Show what an errand ended in: a `NeedError`, or that the user stopped it."""
        if isinstance(error, NeedError):
            self.error(error)
        else:
            self.info(tr("Stopped. Nothing was changed."))

    def warning(self, text: str, action: str = "", do: Optional[Callable[[], None]] = None) -> None:
        """Show a warning until it is closed, and log it; with a button for what can be done about it."""
        self._push(text, Qgis.MessageLevel.Warning, 0, action, do)
        QgsMessageLog.logMessage(text, LOG_TAG, Qgis.MessageLevel.Warning, False)

    def take_back(self, text: str) -> None:
        """Take away a message that no longer holds, where it is still shown."""
        for item in self._bar.items():
            if item.text() == _plain(text) and item.title() == LOG_TAG:
                self._bar.popWidget(item)

    def clear(self) -> None:
        """Take away all messages of ours: their buttons would call what is no longer there."""
        for item in self._bar.items():
            if item.title() == LOG_TAG:
                self._bar.popWidget(item)

    def info(self, text: str) -> None:
        """Show something worth knowing for a while."""
        self._bar.pushMessage(LOG_TAG, _plain(text), Qgis.MessageLevel.Info, _SECONDS)

    def success(self, text: str, action: str = "", do: Optional[Callable[[], None]] = None) -> None:
        """Show that something worked, for longer where there is a button for what may come next."""
        seconds = _SECONDS if do is None else _SECONDS_TO_CHOOSE
        self._push(text, Qgis.MessageLevel.Success, seconds, action, do)

    def _push(
        self, text: str, level: Qgis.MessageLevel, seconds: int, action: str, do: Optional[Callable[[], None]]
    ) -> None:
        item = self._bar.createMessage(LOG_TAG, _plain(text))
        if do is not None:
            button = QPushButton(action, item)
            # The item first: what is done may open a dialog, and the item be gone when that is closed.
            button.clicked.connect(lambda: (self._bar.popWidget(item), do()))
            item.layout().addWidget(button)
        self._bar.pushWidget(item, level, seconds)

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Show a `NeedError` raised inside instead of passing it on."""
        try:
            yield
        except (NeedError, Cancelled) as error:
            self.failed(error)
