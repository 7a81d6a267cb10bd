# SPDX-License-Identifier: GPL-2.0-or-later
"""Every text of a sheet, as variables of the layout: labels of a template show them by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, List

import numpy as np

from ..core.messages import NOT_AN_INDEX, mark
from ..core.threshold import MissingRule
from ..report.markup import clean
from ..report.subject import Subject
from ..report.voice import Plain
from ..report.words import PlaceWords
from .context import PREFIX, Context
from .measure_table import source_numbers
from .text_voice import TextVoice

_ZERO = mark("A score of 0 says that no measure is above threshold, not that there is no need.")
_ZERO_OF_WEIGHED = mark(
    "A score of 0 says that no measure with a weight above 0 is above threshold, not that there is no need."
)
_SHORT_ZERO = mark("0 says that no measure is above threshold, not that there is no need.")
_SHORT_ZERO_OF_WEIGHED = mark(
    "0 says that no measure with a weight above 0 is above threshold, not that there is no need."
)
TOO_LONG = "too_long"
"""Among these headings, what stands at the end of a text that is longer than the most pages."""
_READING = ("reading", "how_to_read", "levels", "coverage", "in_short", "ranking_note", "measures_note")


def headings(say: TextVoice) -> Dict[str, str]:
    """What stands over a text that had to be moved to the last page, by its variable."""
    reading = say.text(mark("How to read this"))
    told = {
        "title": say.text(mark("Title")),
        "place": say.text(mark("Place")),
        "purpose": say.text(mark("Purpose of this decision")),
        "imprint": say.text(mark("Scenario, author, date")),
        "copyright": say.text(mark("Rights")),
        "sources": say.text(mark("Sources")),
        "ranking_heading": say.text(mark("Ranking")),
        "parent_line": say.text(mark("What holds for all of them")),
        "parent_lines": say.text(mark("What holds for all of them")),
    }
    told.update(dict.fromkeys(_READING, reading))
    told[TOO_LONG] = say.text(mark("… (too long to be printed in full)"))
    return {PREFIX + name: text for name, text in told.items()}


@dataclass(frozen=True, eq=False)
class SheetWords:
    """What a sheet says."""

    context: Context

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return self.context.subject

    @property
    def say(self) -> TextVoice:
        """The user's language."""
        return self.context.say

    @property
    def places(self) -> PlaceWords:
        """What areas and parents are called."""
        return self.context.places

    def variables(self) -> Dict[str, str]:
        """The texts by variable, without the prefix; blank where there is nothing to say."""
        order, scenario, say = self.context.order, self.subject.scenario, self.say
        title = order.title.strip() or scenario.title
        told = {
            "kicker": say.text(mark("Need scores for one decision")),
            "title": title,
            "place": self.context.place or title,
            "purpose": order.purpose.strip()
            or say.text(mark("The decision that this sheet is for was not stated.")),
            "author": order.author,
            "date": order.date,
            "byline": "  ·  ".join(filter(None, (order.author.strip(), order.date.strip()))),
            "scenario": scenario.title,
            "statement": say.text(NOT_AN_INDEX),
            "how_heading": say.text(mark("How to read this")),
            "how_to_read": self.how_to_read(),
            "in_short": self.in_short(),
            "levels": self.levels(),
            "coverage": self.coverage(),
            "reading": "\n".join((self.how_to_read(), self.levels(), self.coverage())),
            "imprint": self.imprint(),
            "copyright": self.copyright(),
            "measures_heading": self.measures_heading(),
            "measures_note": self.measures_note(),
            "sources": self.sources(),
            "continued": say.text(mark("continued")),
        }
        return {name: clean(str(text)).strip() for name, text in told.items()}

    def how_to_read(self) -> str:
        """What the number is, and what 0, = and the hatching say."""
        say, places = self.say, self.places
        one = say.text(
            mark(
                "The need score of one {area} is the sum of the weights of the measures on which it is above "
                "threshold, at most {highest}. Rank 1 is greatest need; = marks a rank that is shared."
            ),
            area=places.area,
            highest=say.plain(self.subject.highest_possible),
        )
        zero = say.text(_ZERO if self.subject.zero_is_none else _ZERO_OF_WEIGHED)
        people = say.text(
            mark("The score describes places by published figures, not the people who live there.")
        )
        hatched = say.text(mark("Hatched {areas} have no score, for want of data."), areas=places.areas)
        return " ".join((one, zero, people, hatched))

    def in_short(self) -> str:
        """The same in two lines, where the rest is overleaf."""
        say, carried = self.say, any(self.subject.parent_level)
        told = say.text(
            mark(
                "Score: the sum of the weights of the measures above threshold, at most {highest}. = marks a "
                "rank that is shared."
            ),
            highest=say.plain(self.subject.highest_possible),
        )
        told = f"{told} {say.text(_SHORT_ZERO if self.subject.zero_is_none else _SHORT_ZERO_OF_WEIGHED)}"
        if not carried:
            return str(told)
        mark_of = say.text(mark("(b): known by {parent} only."), parent=self.places.parent)
        return f"{told} {mark_of}"

    def levels(self) -> str:
        """Which part of the score is known for areas, and which for parents only."""
        say, places, carried = self.say, self.places, sum(self.subject.parent_level)
        own = len(self.subject.measures) - carried
        if not carried and own == 1:
            return str(say.text(mark("The one measure is known by {area}."), area=places.area))
        if not carried:
            return str(
                say.text(mark("All {count} measures are known by {area}."), count=own, area=places.area)
            )
        told = say.text(
            mark(
                "{own} measures are known by {area}, {carried} by {parent} only: these are marked "
                "(b), and every {area} takes its {parent}'s figure. “10 + 4” is 10 from the first, 4 "
                "from the second."
            ),
            own=own,
            carried=carried,
            area=places.area,
            parent=places.parent,
        )
        if not self._has_parts_without_data():
            return str(told)
        dash = say.text(mark("– is no data."))
        return f"{told} {dash}"

    def _has_parts_without_data(self) -> bool:
        """Whether an area with a score has no figure for any of the measures known by parent only."""
        return bool((~self.subject.knows[1] & (self.subject.result.rank > 0)).any())

    def coverage(self) -> str:
        """How many have a score, how many lack figures, and what “could be” says."""
        say, subject, places = self.say, self.subject, self.places
        measures, available = len(subject.measures), subject.result.available
        full = int(np.count_nonzero(available == measures))
        template = mark(
            "{scored} of {all} {areas} have a score; {full} have data for all {measures} measures."
        )
        if measures == 1:
            template = mark("{scored} of {all} {areas} have a score.")
        told: List[str] = [
            say.text(
                template,
                scored=subject.scored,
                all=len(subject.job.areas),
                areas=places.areas,
                full=full,
                measures=measures,
            )
        ]
        if full < len(subject.job.areas) and measures > 1:
            told.append(
                say.text(
                    mark(
                        "“5, could be 9” is a score of 5 that would be 9 if all that is missing were above "
                        "threshold."
                    )
                )
            )
        if subject.result.settings.missing is MissingRule.RESCALE:
            told.append(say.text(mark("Scores with figures missing are scaled up to the full weight.")))
        return " ".join(told)

    def imprint(self) -> str:
        """Scenario, author and date, or that they were not stated and when the sheet was made."""
        say, order, scenario = self.say, self.context.order, self.subject.scenario
        author, stated = order.author.strip(), order.date.strip()
        parts = [
            say.text(mark("Scenario: {title}"), title=scenario.title),
            say.text(mark("Author: {author}"), author=author)
            if author
            else say.text(mark("Author: not stated")),
            say.text(mark("Date: {date}"), date=stated)
            if stated
            else say.text(mark("Sheet made on {date}"), date=date.today().isoformat()),
        ]
        return "  ·  ".join(parts)

    def copyright(self) -> str:
        """The line that was given, or what the layer says of its rights."""
        given, layer = self.context.order.copyright, self.context.layer
        if given is not None:
            return given
        rights = [text.strip() for text in (*layer.metadata().rights(), layer.attribution()) if text.strip()]
        if rights:
            return "; ".join(dict.fromkeys(rights))
        return self.say.text(mark("Boundaries and figures: © their publishers, as listed under sources."))

    def measures_heading(self) -> str:
        """How many there are, and what the table says of each."""
        say, count = self.say, len(self.subject.measures)
        if count == 1:
            return say.text(mark("The one measure: where the line is drawn"))
        return say.text(
            mark("The {count} measures: where the line is drawn, and what each weighs"), count=count
        )

    def measures_note(self) -> str:
        """How the table of measures is to be read."""
        say, places = self.say, self.places
        told = [
            say.text(
                mark(
                    "Cut-off: the figure of least need that is above threshold. Above: {areas} above "
                    "threshold, of those with data."
                ),
                areas=places.areas,
            )
        ]
        if any(self.subject.parent_level):
            told.append(say.text(mark("(b): known by {parent} only."), parent=places.parent))
        return " ".join(told)

    def sources(self) -> str:
        """Where the figures come from, by the numbers in the table of measures."""
        say = self.say
        listed = [f"{number} {text}" for text, number in source_numbers(self.subject).items()]
        return say.text(mark("Sources: {sources}"), sources=Plain("; ".join(listed))) if listed else ""
