# SPDX-License-Identifier: GPL-2.0-or-later
"""A measure's direction, threshold and all that goes with it, in words."""

from __future__ import annotations

from typing import Any, Dict, Mapping, Sequence

from ..core.cut import NoneFlagged
from ..core.messages import mark
from ..core.threshold import Direction, Reference, Threshold, ThresholdKind, Ties
from ..scenario.document import Measure, Nature, ValueKind
from .markup import Markup
from .outcome import Outcome
from .voice import Plain, Voice
from .words import PlaceWords

_REASONS: Mapping[NoneFlagged, str] = {
    NoneFlagged.TOO_FEW: mark("fewer than two values to compare"),
    NoneFlagged.ALL_EQUAL: mark("all values are equal"),
    NoneFlagged.MEAN_NOT_POSITIVE: mark("the average is not above 0"),
    NoneFlagged.TIED_BLOCK: mark(
        "more are level at the line than were asked for, and what is level at the line is left out"
    ),
    NoneFlagged.NONE_BEYOND: mark("no value reaches it"),
    NoneFlagged.NO_GROUP: mark("nothing says what the areas lie in, so none is compared within it"),
}
_NATURES: Mapping[Nature, str] = {
    Nature.COUNT: mark("a count, not a rate"),
    Nature.RATE: mark("a rate"),
    Nature.PERCENTAGE: mark("a percentage"),
    Nature.SCORE: mark("a score"),
}
_KINDS: Mapping[ValueKind, str] = {
    ValueKind.RATIO: mark("a rate: one figure divided by another"),
    ValueKind.CHANGE: mark("a change in number, not a rate"),
    ValueKind.PERCENT_CHANGE: mark("a change in per cent"),
}


def direction_words(direction: Direction, say: Voice) -> Markup:
    """More need when higher, or when lower."""
    if direction is Direction.HIGH:
        return say(mark("more need when higher"))
    return say(mark("more need when lower"))


def threshold_short(measure: Measure, say: Voice) -> Markup:
    """A threshold in a few words: top 10 %, at least 7.4, 1.5 × average."""
    threshold, value = measure.threshold, say.setting(measure.threshold.value)
    if threshold.kind is ThresholdKind.TOP_SHARE:
        return say(mark("top {value} %"), value=value)
    if threshold.kind is ThresholdKind.TOP_COUNT:
        return say(mark("top {value}"), value=value)
    if threshold.kind is ThresholdKind.MEAN_MULTIPLE:
        return say(mark("{value} × average"), value=value)
    if threshold.kind is ThresholdKind.STD_DEV:
        return _deviations(threshold.value, say)
    return say(_value_template(threshold, measure.direction), value=value)


def threshold_rule(measure: Measure, say: Voice) -> Markup:
    """When an area is above threshold, in a sentence."""
    threshold, high = measure.threshold, measure.direction is Direction.HIGH
    value = say.setting(threshold.value)
    if threshold.kind is ThresholdKind.TOP_SHARE:
        rest = say.plain(100 - threshold.value)
        if threshold.ties is Ties.OUT:
            return say(
                mark("Above threshold where at least {rest} % of the others have less need."), rest=rest
            )
        return say(mark("Above threshold where at most {value} % of the others have more need."), value=value)
    if threshold.kind is ThresholdKind.TOP_COUNT:
        if threshold.ties is Ties.OUT:
            return say(
                mark("Above threshold where at most {value}, itself among them, have as much need or more."),
                value=value,
            )
        return say(mark("Above threshold where fewer than {value} have more need."), value=value)
    if threshold.kind is ThresholdKind.MEAN_MULTIPLE:
        if high:
            return say(mark("Above threshold at {value} times the average or more."), value=value)
        return say(mark("Above threshold at {value} times the average or less."), value=value)
    if threshold.kind is ThresholdKind.STD_DEV:
        distance = _deviations(threshold.value, say)
        if high:
            return say(mark("Above threshold at the average plus {distance} or more."), distance=distance)
        return say(mark("Above threshold at the average less {distance} or less."), distance=distance)
    short = say(_value_template(threshold, measure.direction), value=value)
    return say(mark("Above threshold where the figure is {line}."), line=short)


def _deviations(count: float, say: Voice) -> Markup:
    if count == 1:
        return say(mark("1 standard deviation"))
    return say(mark("{value} standard deviations"), value=say.setting(count))


def _value_template(threshold: Threshold, direction: Direction) -> str:
    if direction is Direction.HIGH:
        return mark("at least {value}") if threshold.ties is Ties.IN else mark("more than {value}")
    return mark("at most {value}") if threshold.ties is Ties.IN else mark("less than {value}")


def ties_words(threshold: Threshold, say: Voice) -> Markup:
    """What happens to areas level at the line."""
    if threshold.ties is None:
        return say(mark("does not arise: each is compared with a figure"))
    return say(mark("leave out") if threshold.ties is Ties.OUT else mark("include"))


def tie_effect(outcome: Outcome, say: Voice) -> Markup:
    """The number asked for against the number above, and why they differ where they do."""
    asked, flagged, level = outcome.asked, outcome.flagged, outcome.level
    if not flagged and outcome.reasons:
        none = say(mark("None is above: {reason}."), reason=reasons_words(outcome.reasons, say))
        if NoneFlagged.TIED_BLOCK not in outcome.reasons or level is None:
            return none
        line = say(mark("{count} are level at {value}."), count=level.count, value=say.figure(level.value))
        return Markup(f"{none} {line}")
    if asked is None:
        if level is None or level.count == 0:
            return say(mark("{flagged} above; none is level at the line."), flagged=flagged)
        return say(mark("{flagged} above; level at the line: {count}."), flagged=flagged, count=level.count)
    numbers: Dict[str, Any] = {"asked": asked, "flagged": flagged}
    if asked == flagged:
        return say(mark("{asked} asked for, {flagged} above: ties make no difference."), **numbers)
    if level is None:
        return say(
            mark("{asked} asked for, {flagged} above, by ties within the groups or groups that are small."),
            **numbers,
        )
    numbers.update(count=level.count, value=say.figure(level.value))
    if flagged < asked:
        return say(
            mark(
                "{asked} asked for, {flagged} above: at the line {count} are level at {value}, and "
                "they are left out together."
            ),
            **numbers,
        )
    return say(
        mark(
            "{asked} asked for, {flagged} above: at the line {count} are level at {value}, and they "
            "are included together."
        ),
        **numbers,
    )


def reasons_words(reasons: Sequence[NoneFlagged], say: Voice) -> Markup:
    """Why none is above."""
    return Markup("; ".join(say(_REASONS[reason]) for reason in reasons))


def compared_words(outcome: Outcome, words: PlaceWords, say: Voice) -> Markup:
    """How many of what the threshold was worked out over."""
    units = words.parents if outcome.parent_level else words.areas
    reference = outcome.measure.reference
    if reference is Reference.TABLE:
        return say(
            mark("{count} rows of the table with a figure, in the layer or not"), count=outcome.compared
        )
    if reference is Reference.WITHIN_PARENT:
        return say(
            mark("{units} of the same {parent}: {count} with a figure, in {groups} groups"),
            units=units,
            parent=words.parent,
            count=outcome.compared,
            groups=outcome.groups,
        )
    units = words.counted(outcome.of_layer, outcome.parent_level)
    whole = say(mark("{count} {units} of the layer with a figure"), count=outcome.of_layer, units=units)
    if not outcome.added and not outcome.left_out:
        return whole
    return say(
        mark("{count} values: {whole}; left out by the scenario: {left_out}; added from the table: {added}"),
        count=outcome.compared,
        whole=whole,
        left_out=outcome.left_out,
        added=outcome.added,
    )


def compared_short(outcome: Outcome, words: PlaceWords, say: Voice) -> Markup:
    """The same in a word or two, for a table."""
    reference = outcome.measure.reference
    if reference is Reference.TABLE:
        return say(mark("{count} rows of its table"), count=outcome.compared)
    if reference is Reference.WITHIN_PARENT:
        return say(mark("its own {parent}"), parent=words.parent)
    if outcome.added or outcome.left_out:
        return say(mark("{count} values"), count=outcome.compared)
    units = words.counted(outcome.compared, outcome.parent_level)
    return say(mark("{count} {units}"), count=outcome.compared, units=units)


def cutoff_words(outcome: Outcome, say: Voice) -> Markup:
    """The cut-off with its unit; that it varies; or a dash."""
    if outcome.varies:
        return say(mark("varies"))
    if outcome.cutoff is None:
        return Markup("–")
    return with_unit(outcome.cutoff, outcome.measure, say)


def with_unit(value: float, measure: Measure, say: Voice) -> Markup:
    """A figure of a measure with its unit."""
    if not measure.unit:
        return Markup(say.figure(value))
    return say(mark("{value} {unit}"), value=say.figure(value), unit=measure.unit)


def level_words(outcome: Outcome, words: PlaceWords, say: Voice) -> Markup:
    """Ward level, or borough level and carried down."""
    if not outcome.parent_level:
        return say(mark("{area} level"), area=words.area)
    return say(mark("{parent} level, carried down to its {areas}"), parent=words.parent, areas=words.areas)


def nature_words(measure: Measure, say: Voice) -> Markup:
    """What sort of figure it is: a count that no denominator makes a rate is called one."""
    if measure.nature is not None:
        return say(_NATURES[measure.nature])
    kind = _KINDS.get(measure.value.kind)
    if kind is not None:
        return say(kind)
    return say(mark("not stated; no denominator, so to be read as a count, not a rate"))


def is_count(measure: Measure) -> bool:
    """Whether the figure grows with the size of a place."""
    if measure.nature is not None:
        return measure.nature is Nature.COUNT
    return measure.value.kind in (ValueKind.COLUMN, ValueKind.SUM, ValueKind.CHANGE)


def weight_words(measure: Measure, highest: float, say: Voice) -> Markup:
    """The weight, and what part of the highest possible score it is."""
    weight: Plain = say.plain(measure.weight)
    if not highest:
        return Markup(weight)
    return say(
        mark("{weight} of {highest}, {share} %"),
        weight=weight,
        highest=say.plain(highest),
        share=say.percent(measure.weight / highest),
    )
