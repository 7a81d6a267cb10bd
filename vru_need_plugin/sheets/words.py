# SPDX-License-Identifier: GPL-2.0-or-later
"""Every text of a sheet, as variables of the layout: labels of a template show them by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, List

import numpy as np
from qgis.core import Qgis, QgsVectorLayer

from ..core.messages import NOT_AN_INDEX, mark
from ..core.threshold import MissingRule
from ..report.markup import clean
from ..report.subject import Subject
from ..report.words import PlaceWords, words_for
from .order import Order
from .text_voice import TextVoice

PREFIX = "vru_"


@dataclass(frozen=True, eq=False)
class SheetWords:
    """What a sheet says.

    Parameters
    ----------
    subject, order
        What it is about, and what was asked for.
    say
        The user's language.
    """

    subject: Subject
    order: Order
    say: TextVoice

    @property
    def places(self) -> PlaceWords:
        """What areas and parents are called."""
        return words_for(self.subject.scenario.areas, self.say)

    def variables(self, layer: QgsVectorLayer) -> Dict[str, str]:
        """The texts by variable; blank where there is nothing to say."""
        order, scenario, say = self.order, self.subject.scenario, self.say
        told = {
            "kicker": say.text(mark("Need scores for one decision")),
            "title": order.title or scenario.title,
            "purpose": order.purpose or say.text(mark("The decision that this sheet is for was not stated.")),
            "author": order.author or say.text(mark("not stated")),
            "date": order.date or say.text(mark("not stated")),
            "scenario": scenario.title,
            "statement": say.text(NOT_AN_INDEX),
            "how_heading": say.text(mark("How to read this")),
            "how_to_read": self.how_to_read(),
            "levels": self.levels(),
            "coverage": self.coverage(),
            "imprint": self.imprint(layer),
            "copyright": self.copyright(layer),
            "measures_heading": say.text(
                mark("The {count} measures: where the line is drawn, and what it weighs"),
                count=len(self.subject.measures),
            ),
            "measures_note": self.measures_note(),
            "software": say.text(mark("QGIS {version}"), version=Qgis.QGIS_VERSION.split("-")[0]),
        }
        return {PREFIX + name: clean(str(text)).strip() for name, text in told.items()}

    def how_to_read(self) -> str:
        """What the number is, and what 0, = and the hatching say."""
        say, places = self.say, self.places
        one = say.text(
            mark(
                "The need score adds up the weights of the measures on which {article} is above threshold, "
                "at most {highest}. Rank 1 is greatest need; = marks a rank that is shared."
            ),
            article=say.text(mark("{area}"), area=self._one()),
            highest=say.plain(self.subject.highest_possible),
        )
        zero = say.text(
            mark(
                "A score of 0 says that no measure is above threshold, not that there is no need. The score "
                "describes places by published figures, not the people who live there."
            )
        )
        hatched = say.text(mark("Hatched {areas} have no score, for want of data."), areas=places.areas)
        return " ".join((one, zero, hatched))

    def _one(self) -> str:
        return self.say.text(mark("one {area}"), area=self.places.area)

    def levels(self) -> str:
        """Which part of the score is known for areas, and which for parents only."""
        say, places, carried = self.say, self.places, sum(self.subject.parent_level)
        own = len(self.subject.measures) - carried
        if not carried:
            return str(say.text(mark("All {count} measures are known by {area}."), count=own, area=places.area))
        return str(
            say.text(
                mark(
                    "{own} measures are known by {area}; {carried}, marked (b), by {parent} only, and every "
                    "{area} takes its {parent}'s figure. “10 + 4” is a score of 10 from the first and 4 from "
                    "the second."
                ),
                own=own,
                carried=carried,
                area=places.area,
                parent=places.parent,
            )
        )

    def coverage(self) -> str:
        """How many have a score, how many lack figures, and what “could be” says."""
        say, subject, places = self.say, self.subject, self.places
        measures, available = len(subject.measures), subject.result.available
        full = int(np.count_nonzero(available == measures))
        told: List[str] = [
            say.text(
                mark("{scored} of {all} {areas} have a score; {full} have data for all {measures} measures."),
                scored=subject.scored,
                all=len(subject.job.areas),
                areas=places.areas,
                full=full,
                measures=measures,
            )
        ]
        if full < len(subject.job.areas):
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

    def imprint(self, layer: QgsVectorLayer) -> str:
        """Scenario, author, date, and which layer the scores are in."""
        scenario = self.subject.scenario
        say = self.say
        parts = [say.text(mark("Scenario: {title}"), title=scenario.title)]
        if self.order.author:
            parts.append(say.text(mark("Author: {author}"), author=self.order.author))
        if self.order.date:
            parts.append(say.text(mark("Date: {date}"), date=self.order.date))
        parts.append(say.text(mark("Scores in the layer “{layer}”"), layer=layer.name()))
        parts.append(say.text(mark("Made with VRU Need Score in QGIS")))
        return "  ·  ".join(parts)

    def copyright(self, layer: QgsVectorLayer) -> str:
        """The line that was given, or what the layer says of its rights."""
        if self.order.copyright is not None:
            return self.order.copyright
        rights = [text.strip() for text in (*layer.metadata().rights(), layer.attribution()) if text.strip()]
        if rights:
            return "; ".join(dict.fromkeys(rights))
        return self.say.text(mark("Boundaries and figures: © their publishers, as listed under sources."))

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
