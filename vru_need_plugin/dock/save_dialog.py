# SPDX-License-Identifier: GPL-2.0-or-later
"""Where to save: the file asked for, with its ending, and no file replaced without a question."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Callable, Optional

from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QWidget

from ..translation import tr
from .tips import tip

_ENDING = re.compile(r"\*(\.\w+)")


def ask_where_to_save(
    parent: Optional[QWidget],
    title: str,
    start: str,
    kinds: str,
    fits: Callable[[str], bool] = lambda _ending: False,
) -> Optional[Path]:
    """Ask for a file to write; None where the user does not want to after all.

    A name without one of the endings gets that of the kind chosen, whatever dots it has. The
    file dialog has asked about the name as typed; where the ending makes it another file that is
    there already, that is asked about here.

    Parameters
    ----------
    start
        The folder or file that is shown at first.
    kinds
        The kinds as Qt takes them: ``CSV (*.csv);;Excel (*.xlsx)``.
    fits
        Whether an ending that is none of these will do as well.
    """
    typed, kind = QFileDialog.getSaveFileName(parent, title, start, kinds)
    if not typed:
        return None
    endings = _ENDING.findall(kinds)
    own = Path(typed).suffix.lower()
    if own in endings or (own and fits(own)):
        return Path(typed)
    path = Path(f"{typed}{(_ENDING.findall(kind) or endings)[0]}")
    return path if not path.exists() or _may_replace(parent, path) else None


def _may_replace(parent: Optional[QWidget], path: Path) -> bool:
    buttons = QMessageBox.StandardButton
    question = tr("“{file}” is there already. Replace it?").format(file=path.name)
    answer = QMessageBox.question(
        parent, tr("Replace the file?"), tip(question), buttons.Yes | buttons.Cancel, buttons.Cancel
    )
    return bool(answer == buttons.Yes)
