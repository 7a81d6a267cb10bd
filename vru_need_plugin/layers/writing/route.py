# SPDX-License-Identifier: GPL-2.0-or-later
"""What every way of writing on to a layer has in common: three steps.

1. A `Route` looks at the layer, on the main thread, and makes a `Write` where it is the way for it.
2. ``Write.run`` does the writing, all or nothing, on any thread: it holds no layer of QGIS.
3. ``Write.finish`` shows the layer what it has now, on the main thread again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Optional, Protocol, Sequence, Tuple

from qgis.core import QgsDataProvider, QgsVectorLayer

from ...core.feedback import Feedback
from ...core.messages import Message, NeedError, mark
from .plan import Plan


@dataclass(frozen=True)
class Order:
    """What is to be written.

    Parameters
    ----------
    plan
        The fields with their values, and what becomes of those of an earlier score.
    feature_ids
        Which feature each value belongs to.
    keep_old
        Whether the old values are kept, so that the write can be taken back.
    """

    plan: Plan
    feature_ids: Sequence[int]
    keep_old: bool = False


@dataclass(frozen=True)
class Written:
    """What `Write.run` did.

    Parameters
    ----------
    removed
        Fields of an earlier score that are gone.
    take_back
        How to undo it; None where the old values were not asked for, or QGIS itself undoes it.
    """

    removed: Tuple[str, ...] = ()
    take_back: Optional[TakeBack] = None


class Write(Protocol):
    """A write that was checked and is ready to run; immutable."""

    @property
    def is_long(self) -> bool:
        """Whether it is likely to take over half a second."""

    @property
    def needs_main_thread(self) -> bool:
        """Whether `run` works on the layer itself, and so on the main thread only."""

    @property
    def notes(self) -> Tuple[Message, ...]:
        """What this way of writing does that the user should know before."""

    def run(self, feedback: Feedback) -> Written:
        """Write, all or nothing.

        Raises NeedError, everything being as it was, where that cannot be; Cancelled where the
        user stops it.
        """

    def finish(self, layer: QgsVectorLayer) -> None:
        """Let the layer see what its source has now; on the main thread."""


class TakeBack(Protocol):
    """How a write is undone, once, as long as nobody has written over it."""

    def prepare(self, layer: QgsVectorLayer) -> Write:
        """The write that brings back what was there; NeedError where the layer is being edited."""


Route = Callable[[QgsVectorLayer, Order], Optional[Write]]
"""One way of writing: the write, or None where it is not the way for this layer.

It touches nothing. It raises NeedError where it is the way, and the layer cannot be written to.
"""


def show_source(layer: QgsVectorLayer) -> None:
    """Let a layer read its source again, columns and all."""
    if layer.providerType() == "spatialite":  # which does not see new columns when it reloads
        layer.setDataSource(layer.source(), layer.name(), "spatialite", QgsDataProvider.ProviderOptions())
        return
    layer.dataProvider().reloadData()
    layer.updateFields()


def refuse_edited(layer: QgsVectorLayer) -> None:
    """Raise NeedError where the layer is being edited: its edits would not fit what is brought back."""
    if layer.isEditable():
        raise NeedError(
            mark(
                "“{layer}” is being edited. Save or drop your edits first, then undo the writing of scores."
            ),
            layer=layer.name(),
        )


def refuse_lost(kept: Path, title: str) -> None:
    """Raise NeedError where somebody has tidied away what a write kept to be undone."""
    if not kept.is_file():
        raise NeedError(
            mark(
                "The old values of “{layer}” were kept in the folder for temporary files, “{folder}”, and "
                "have been removed from there, so that writing the scores cannot be undone any more. Nothing "
                "was changed."
            ),
            layer=title,
            folder=kept.parent,
        )


def changed_since(title: str) -> NeedError:
    """Why a write can no longer be undone."""
    return NeedError(
        mark(
            "“{layer}” has been changed since the scores were written, so that writing them cannot be undone "
            "any more. Nothing was changed."
        ),
        layer=title,
    )


def areas_gone(title: str, count: int) -> NeedError:
    """Why values cannot be written for areas that the source no longer has."""
    return NeedError(
        mark(
            "{count} of the areas scored are no longer in “{layer}”. Score it again, then write. "
            "Nothing was written."
        ),
        count=count,
        layer=title,
    )


def another_field(file: str, field: str) -> NeedError:
    """Why a field cannot be added: the file has one that QGIS does not know of yet."""
    return NeedError(
        mark(
            "“{file}” was changed by another program since QGIS opened it: it has a field “{field}” now. "
            "Reload the layer, then write again. Nothing was written."
        ),
        file=file,
        field=field,
    )
