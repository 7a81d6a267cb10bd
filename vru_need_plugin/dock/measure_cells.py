# SPDX-License-Identifier: GPL-2.0-or-later
"""What the cells of the measures' table say."""

from __future__ import annotations

from typing import Any, Optional

from ..core.threshold import Reference, Ties
from ..scenario.document import KeyLevel, Measure, Nature, ValueKind
from ..session.compared import whole_table_size
from ..session.outcomes import outcome_of
from ..session.session import Session
from ..session.standing import MeasureOutcome, measure_number
from ..session.words import area_word, parent_word
from ..translation import tr, translated
from .measure_column import MeasureColumn
from .numbers import counted, figure, plain, whole
from .threshold_words import direction_text, reason_text, threshold_text


def heading(column: int) -> str:
    """A column's heading."""
    return {
        MeasureColumn.MEASURE: tr("Measure"),
        MeasureColumn.THEME: tr("Theme"),
        MeasureColumn.DIRECTION: tr("More need when"),
        MeasureColumn.THRESHOLD: tr("Threshold"),
        MeasureColumn.WEIGHT: tr("Weight"),
        MeasureColumn.CUTOFF: tr("Cut-off"),
        MeasureColumn.ABOVE: tr("Above"),
        MeasureColumn.DATA: tr("Data"),
    }[MeasureColumn(column)]


def heading_tip(column: int) -> str:
    """A sentence on what a column holds."""
    return {
        MeasureColumn.MEASURE: tr("Tick a measure to use it; double-click to rename it"),
        MeasureColumn.THEME: tr("The group that the measure belongs to"),
        MeasureColumn.DIRECTION: tr(
            "Whether there is more need when the figure is higher, or when it is lower"
        ),
        MeasureColumn.THRESHOLD: tr(
            "When an area is above threshold; click to change, right-click for other kinds"
        ),
        MeasureColumn.WEIGHT: tr(
            "What the measure adds to the score of an area above threshold; click to change"
        ),
        MeasureColumn.CUTOFF: tr("The figure that the threshold comes to, in the measure's own units"),
        MeasureColumn.ABOVE: tr("How many areas are above threshold"),
        MeasureColumn.DATA: tr("How many areas have a figure"),
    }[MeasureColumn(column)]


def outcome(session: Session, measure: Measure) -> Optional[MeasureOutcome]:
    """What the measure comes to in the current scores; None where it is not scored."""
    return outcome_of(session, measure.id)


def problem(session: Session, measure: Measure) -> str:
    """What keeps the measure from being scored, in the user's language; empty where nothing does."""
    error = session.problems.measures.get(measure.id)
    return translated(error) if error is not None else ""


def is_parent_level(session: Session, measure: Measure) -> bool:
    """Whether the measure is known at the parent's level only."""
    return any(t.id == measure.table and t.key_level is KeyLevel.PARENT for t in session.scenario.tables)


def badge(session: Session, measure: Measure) -> Optional[str]:
    """The mark of a measure at the parent's level: the first letter of the parent's word."""
    if not is_parent_level(session, measure):
        return None
    return parent_word(session.scenario.areas)[:1].casefold()


def text(session: Session, measure: Measure, column: int) -> str:
    """A cell's text."""
    if column == MeasureColumn.MEASURE:
        return measure.title
    if column == MeasureColumn.THEME:
        return measure.theme
    if column == MeasureColumn.DIRECTION:
        return direction_text(measure.direction)
    if column == MeasureColumn.THRESHOLD:
        return threshold_text(measure.threshold, measure.direction)
    if column == MeasureColumn.WEIGHT:
        return plain(measure.weight)
    return _figure_text(outcome(session, measure), column)


def edit_value(session: Session, measure: Measure, column: int) -> Any:
    """A cell's value for editing and for checks: plain numbers and texts, None for none."""
    plain_values = {
        MeasureColumn.MEASURE: measure.title,
        MeasureColumn.THEME: measure.theme,
        MeasureColumn.DIRECTION: measure.direction.value,
        MeasureColumn.THRESHOLD: float(measure.threshold.value),
        MeasureColumn.WEIGHT: float(measure.weight),
    }
    if column in plain_values:
        return plain_values[MeasureColumn(column)]
    found = outcome(session, measure)
    if found is None:
        return None
    return {
        MeasureColumn.CUTOFF: found.cutoff,
        MeasureColumn.ABOVE: found.above,
        MeasureColumn.DATA: found.data,
    }[MeasureColumn(column)]


def _figure_text(found: Optional[MeasureOutcome], column: int) -> str:
    if found is None:
        return "–"
    if column == MeasureColumn.CUTOFF:
        return tr("varies") if found.varies else figure(found.cutoff)
    if column == MeasureColumn.ABOVE:
        return whole(found.above)
    return tr("{data} of {areas}").format(data=whole(found.data), areas=whole(found.areas))


def tip(session: Session, measure: Measure, column: int) -> str:
    """The whole of what a row says, for its tooltip; plain text."""
    lines = [measure.title, tr("Theme: {theme}").format(theme=measure.theme)]
    fault = problem(session, measure)
    if fault:
        return "\n".join([*lines, fault])
    if is_parent_level(session, measure):
        word = parent_word(session.scenario.areas).casefold()
        lines.append(tr("Known by {parent} only; every area takes its {parent}'s.").format(parent=word))
    lines.append(tr("More need when {direction}").format(direction=direction_text(measure.direction)))
    if measure.locked:
        lines.append(tr("Weight locked: it stays when weights are made equal or scaled."))
    found = outcome(session, measure)
    if found is not None:
        lines += outcome_lines(session, measure, found)
    lines += [line for line in (measure.period, measure.source, measure.note) if line]
    return "\n".join(lines)


def outcome_lines(session: Session, measure: Measure, found: MeasureOutcome) -> list[str]:
    """What a measure's threshold comes to, in sentences."""
    lines = []
    if not found.varies and found.cutoff is not None:
        cutoff = " ".join(filter(None, (figure(found.cutoff), measure.unit)))
        lines.append(tr("Cut-off {cutoff}").format(cutoff=cutoff))
    lines.append(
        tr("{above} of {data} areas with data above threshold, {near} just below").format(
            above=whole(found.above), data=whole(found.data), near=whole(found.near)
        )
    )
    if found.data < found.areas:
        lines.append(tr("{count} without data").format(count=whole(found.areas - found.data)))
    if found.reasons:
        parent = parent_word(session.scenario.areas)
        lines += [reason_text(reason, parent) for reason in found.reasons]
    elif found.asked is not None and found.asked != found.flagged:
        lines.append(ties_sentence(measure, found))
    lines += compared_lines(session, measure, found)
    if is_bare_count(measure):
        lines.append(tr("Count, not rate: where more people live, more is counted"))
    return lines


def is_bare_count(measure: Measure) -> bool:
    """Whether a measure counts things without relating them to how many people there are."""
    return measure.nature is Nature.COUNT and measure.value.kind is not ValueKind.RATIO


def ties_sentence(measure: Measure, found: MeasureOutcome) -> str:
    """Where ties make the number differ from the number asked for."""
    told = {"flagged": whole(found.flagged), "asked": whole(found.asked or 0), "level": whole(found.level)}
    if not found.level:
        return tr("{flagged} above where {asked} were asked for").format(**told)
    if measure.threshold.ties is Ties.IN:
        return tr("{flagged} above where {asked} were asked for: {level} level at the line").format(**told)
    return tr("{flagged} above where {asked} were asked for: {level} level at the line are left out").format(
        **told
    )


def compared_lines(session: Session, measure: Measure, found: MeasureOutcome) -> list[str]:
    """How many areas of what a measure is compared with; the whole table where that holds more."""
    spec = session.scenario.areas
    area, parent = area_word(spec), parent_word(spec).casefold()
    if measure.reference is Reference.WITHIN_PARENT:
        words = tr("Each {area} is compared with the others of its {parent}; the cut-off varies")
        return [words.format(area=area, parent=parent)]
    told = counted(found.group_size, parent if is_parent_level(session, measure) else area)
    if measure.reference is Reference.TABLE:
        return [tr("Compared with {areas} of the table").format(areas=told)]
    lines = [tr("Compared with {areas} of the layer").format(areas=told)]
    wider = wider_table(session, measure, found)
    if wider is not None:
        lines.append(tr("The table has {count}").format(count=whole(wider)))
    return lines


def wider_table(session: Session, measure: Measure, found: MeasureOutcome) -> Optional[int]:
    """How many rows the whole table has to compare a measure with, where that is more than the layer has."""
    number = measure_number(session.job, measure.id)
    if measure.reference is not Reference.AREAS or session.job is None or number is None:
        return None
    wider = whole_table_size(session.job, number)
    return wider if wider is not None and wider > found.group_size else None
