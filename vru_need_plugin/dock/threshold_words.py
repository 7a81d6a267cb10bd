# SPDX-License-Identifier: GPL-2.0-or-later
"""Thresholds, directions and the like in the words of the dock."""

from __future__ import annotations

from ..core.cut import NoneFlagged
from ..core.threshold import Direction, MissingRule, Reference, Threshold, ThresholdKind, Ties
from ..translation import tr
from .numbers import plain


def threshold_text(threshold: Threshold, direction: Direction) -> str:
    """A threshold in a few characters: top 10 %, top 20, at least 7.4, 1.5 × average."""
    value = plain(threshold.value)
    kind = threshold.kind
    if kind is ThresholdKind.TOP_SHARE:
        return tr("top {value} %").format(value=value)
    if kind is ThresholdKind.TOP_COUNT:
        return tr("top {value}").format(value=value)
    if kind is ThresholdKind.MEAN_MULTIPLE:
        return tr("{value} × average").format(value=value)
    if kind is ThresholdKind.STD_DEV:
        return tr("{value} std dev").format(value=value)
    return f"{_sign(threshold, direction)} {value}"


def _sign(threshold: Threshold, direction: Direction) -> str:
    if threshold.ties is Ties.IN:
        return "≥" if direction is Direction.HIGH else "≤"
    return ">" if direction is Direction.HIGH else "<"


def kind_text(kind: ThresholdKind) -> str:
    """A kind of threshold as a choice."""
    return {
        ThresholdKind.TOP_SHARE: tr("top share"),
        ThresholdKind.TOP_COUNT: tr("top number"),
        ThresholdKind.VALUE: tr("value"),
        ThresholdKind.MEAN_MULTIPLE: tr("× average"),
        ThresholdKind.STD_DEV: tr("std dev"),
    }[kind]


def direction_text(direction: Direction) -> str:
    """Which end means need: higher or lower."""
    return tr("higher") if direction is Direction.HIGH else tr("lower")


def need_when_text(direction: Direction) -> str:
    """The same as a choice of its own."""
    return tr("more need when higher") if direction is Direction.HIGH else tr("more need when lower")


def ties_text(ties: Ties) -> str:
    """What happens to areas level at the line."""
    return tr("level: leave out") if ties is Ties.OUT else tr("level: include")


def reference_text(reference: Reference, parent: str) -> str:
    """What a measure is compared with, as a choice."""
    return {
        Reference.AREAS: tr("in the whole layer"),
        Reference.TABLE: tr("in the whole table"),
        Reference.WITHIN_PARENT: tr("within the {parent}").format(parent=parent.casefold()),
    }[reference]


def missing_text(rule: MissingRule) -> str:
    """What a missing value does to a score, as a choice."""
    return {
        MissingRule.AVAILABLE: tr("score the rest"),
        MissingRule.RESCALE: tr("scale up the rest"),
        MissingRule.STRICT: tr("give no score"),
    }[rule]


def reason_text(reason: NoneFlagged, parent: str) -> str:
    """Why a measure has no area above threshold; `parent` is what areas lie in."""
    return {
        NoneFlagged.TOO_FEW: tr("None is above threshold: there are fewer than two values to compare."),
        NoneFlagged.ALL_EQUAL: tr("None is above threshold: all values are equal."),
        NoneFlagged.MEAN_NOT_POSITIVE: tr("None is above threshold: the average is not above 0."),
        NoneFlagged.TIED_BLOCK: tr(
            "None is above threshold: more areas are level at the line than were asked for, and areas "
            "level at the line are left out."
        ),
        NoneFlagged.NONE_BEYOND: tr("None is above threshold: no value reaches it."),
        NoneFlagged.NO_GROUP: tr(
            "None is above threshold: no area has a {parent} to be compared within."
        ).format(parent=parent.casefold()),
    }[reason]
