# SPDX-License-Identifier: GPL-2.0-or-later
"""Spin boxes for thresholds and weights: numbers without idle zeros, steps that fit the kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from qgis.PyQt.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from ..core.rules import MOST_WEIGHT, WEIGHT_DECIMALS
from ..core.threshold import Threshold, ThresholdKind
from ..translation import tr
from .numbers import plain

_FAR = 1e12


@dataclass(frozen=True)
class _Bounds:
    least: float
    most: float
    decimals: int
    step: float


_BOUNDS = {
    ThresholdKind.TOP_SHARE: _Bounds(0.01, 99.99, 2, 1),
    ThresholdKind.TOP_COUNT: _Bounds(1, 1e9, 0, 1),
    ThresholdKind.VALUE: _Bounds(-_FAR, _FAR, 6, 1),
    ThresholdKind.MEAN_MULTIPLE: _Bounds(0.01, 1000, 4, 0.1),
    ThresholdKind.STD_DEV: _Bounds(-20, 20, 4, 0.1),
}


class NumberBox(QDoubleSpinBox):
    """A spin box that shows 2 as 2 and tells of a typed number only when it is finished."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._given = 0.0
        self.setKeyboardTracking(False)
        self.setStepType(QAbstractSpinBox.StepType.DefaultStepType)

    def textFromValue(self, value: float) -> str:  # noqa: N802 (Qt's name)
        """The number in full, without zeros at its end."""
        return plain(value)

    @property
    def is_edited(self) -> bool:
        """Whether the number was changed here; a number rounded to be shown was not."""
        return self.value() != self._given

    def set_threshold(self, threshold: Threshold) -> None:
        """Take the bounds and the unit of a kind of threshold, and its number."""
        bounds = _BOUNDS[threshold.kind]
        self.setDecimals(bounds.decimals)
        self.setRange(bounds.least, bounds.most)
        self.setSingleStep(_step(threshold, bounds))
        self.setSuffix(_suffix(threshold.kind))
        self.setValue(threshold.value)
        self._given = self.value()

    def set_weight(self, weight: float) -> None:
        """Take the bounds of weights, and a weight."""
        self.setDecimals(WEIGHT_DECIMALS)
        self.setRange(0, MOST_WEIGHT)
        self.setSingleStep(1 if weight == int(weight) else 0.1)
        self.setValue(weight)
        self._given = self.value()


def _step(threshold: Threshold, bounds: _Bounds) -> float:
    """A step that is felt: about a hundredth of a value, the kind's own otherwise."""
    if threshold.kind is not ThresholdKind.VALUE or threshold.value == 0:
        return bounds.step
    size = abs(threshold.value)
    step = 1.0
    while step * 20 > size and step > 1e-6:
        step /= 10
    while step * 200 < size:
        step *= 10
    return step


def _suffix(kind: ThresholdKind) -> str:
    return {
        ThresholdKind.TOP_SHARE: tr(" %"),
        ThresholdKind.MEAN_MULTIPLE: tr(" × average"),
        ThresholdKind.STD_DEV: tr(" std dev"),
    }.get(kind, "")
