# SPDX-License-Identifier: GPL-2.0-or-later
"""The measures: how they make the score, what each theme weighs, and all of them on one table."""

from __future__ import annotations

from typing import List, Optional, Sequence

from ..core.messages import mark
from ..core.rules import THOUSAND
from ..core.threshold import Direction, MissingRule
from .colours import ABOVE, WASH
from .markup import Content, Markup, element, user
from .measure_card import measure_card
from .measure_words import compared_short, cutoff_words, threshold_short
from .outcome import Outcome
from .parts import bullets, paragraph, section, table
from .subject import Subject
from .voice import Plain, Voice
from .words import PlaceWords

_MISSING = {
    MissingRule.AVAILABLE: mark("What is missing adds nothing: an area is scored on what there is."),
    MissingRule.RESCALE: mark("The score of an area with missing figures is scaled up to the full weight."),
    MissingRule.STRICT: mark("An area with any figure missing has no score."),
}
_ENDS = {Direction.HIGH: mark("higher"), Direction.LOW: mark("lower")}


def method(subject: Subject, found: Sequence[Outcome], words: PlaceWords, say: Voice) -> Markup:
    """How the score is made, and every measure."""
    return section(
        "measures",
        say(mark("Measures and method")),
        element("h3", say(mark("How the score is made"))),
        bullets(_rules(subject, words, say)),
        element("h3", say(mark("Themes"))),
        _themes(subject, say),
        element("h3", say(mark("All measures"))),
        _overview(found, words, say),
        _not_in_use(subject, say),
        _profiles(subject, say),
        element("h3", say(mark("Each measure"))),
        *(measure_card(subject, outcome, words, say) for outcome in found),
    )


def _rules(subject: Subject, words: PlaceWords, say: Voice) -> List[Markup]:
    options = subject.scenario.options
    rules = [
        say(
            mark(
                "Each measure has a threshold, worked out over what it is compared with. An area beyond it "
                "is above threshold on that measure."
            )
        ),
        say(
            mark(
                "The need score is the sum of the weights of the measures on which an area is above "
                "threshold."
            )
        ),
        say(
            mark(
                "Areas level at the line are never split: all of them are left out, or all included, as "
                "each measure says."
            )
        ),
        say(_MISSING[options.missing]),
        say(
            mark(
                "An area with data for less than {share} % of the measures has no score. No score is shown "
                "as no data, never as 0."
            ),
            share=say.setting(options.min_coverage, 100),
        ),
        say(mark("“Could be” is the score were every missing figure above threshold.")),
        say(
            mark("Just below threshold: not above, but among the next {share} % of those compared."),
            share=say.setting(options.near_miss_band, 100),
        ),
        say(
            mark(
                "Rank 1 is greatest need. Areas that are level share a rank, and the next rank follows "
                "after all of them (1, =2, =2, 4)."
            )
        ),
    ]
    if any(subject.parent_level):
        rules.append(
            say(
                mark(
                    "A measure known by {parent} only is cut among the {parents}, not among their {areas}, "
                    "and then carried down to every {area} of the {parent}."
                ),
                parent=words.parent,
                parents=words.parents,
                areas=words.areas,
                area=words.area,
            )
        )
    return rules


def _themes(subject: Subject, say: Voice) -> Content:
    result = subject.result
    rows: List[List[Content]] = []
    for theme in result.themes:
        weights = [rule.weight for rule in result.rules if rule.theme == theme]
        share = result.theme_share(theme)
        rows.append(
            [
                user(theme),
                say.whole(len(weights)),
                say.plain(sum(weights) / THOUSAND),
                say(mark("{share} %"), share=say.percent(share)),
                _share_bar(share),
            ]
        )
    headings = [
        say(mark("Theme")),
        say(mark("Measures")),
        say(mark("Weight")),
        say(mark("Of the highest score")),
        "",
    ]
    note = say(
        mark(
            "A theme weighs by the weights of its measures, and so by how many it has. The highest "
            "possible score is {highest}."
        ),
        highest=say.plain(subject.highest_possible),
    )
    return [table(headings, rows, class_="themes", numbers=(1, 2, 3)), paragraph(note, class_="note")]


def _share_bar(share: float) -> Markup:
    return element(
        "svg",
        element("rect", x=0, y=0, width=200, height=12, fill=WASH),
        element("rect", x=0, y=0, width=200 * share, height=12, fill=ABOVE),
        viewBox="0 0 200 12",
        class_="share",
        aria_hidden="true",
        focusable="false",
    )


def _overview(found: Sequence[Outcome], words: PlaceWords, say: Voice) -> Markup:
    headings = [
        say(mark("No.")),
        say(mark("Measure")),
        say(mark("Theme")),
        say(mark("More need when")),
        say(mark("Threshold")),
        say(mark("Compared with")),
        say(mark("Cut-off")),
        say(mark("Above")),
        say(mark("Weight")),
        say(mark("Data")),
    ]
    rows = [
        [
            element("a", say.whole(outcome.number + 1), href=f"#measure-{outcome.number + 1}"),
            [user(outcome.measure.title), _badge(outcome, words, say)],
            user(outcome.measure.theme),
            say(_ENDS[outcome.measure.direction]),
            threshold_short(outcome.measure, say),
            compared_short(outcome, words, say),
            cutoff_words(outcome, say),
            say.whole(outcome.above),
            say.plain(outcome.measure.weight),
            say.whole(outcome.data),
        ]
        for outcome in found
    ]
    caption = say(
        mark("Above and data: how many {areas} are above threshold, and how many have a figure."),
        areas=words.areas,
    )
    return table(headings, rows, caption=caption, class_="measures", numbers=(0, 7, 8, 9))


def _badge(outcome: Outcome, words: PlaceWords, say: Voice) -> Content:
    if not outcome.parent_level:
        return None
    return [" ", element("span", say(mark("{parent} level"), parent=words.parent), class_="badge")]


def _not_in_use(subject: Subject, say: Voice) -> Content:
    unused = [measure for measure in subject.scenario.measures if not measure.enabled]
    if not unused:
        return None
    titles = Markup(", ".join(user(measure.title) for measure in unused))
    return paragraph(say(mark("In the scenario, not in use: {measures}."), measures=titles), class_="note")


def _profiles(subject: Subject, say: Voice) -> Content:
    """The programme weights that the scenario keeps, beside those in use."""
    profiles = subject.scenario.profiles
    if not profiles:
        return None
    rows = [
        [
            user(measure.title),
            say.plain(measure.weight),
            *(_profile_weight(profile.weights.get(measure.id), say) for profile in profiles),
        ]
        for measure in subject.measures
    ]
    headings = [
        say(mark("Measure")),
        say(mark("Weight in use")),
        *(user(profile.title) for profile in profiles),
    ]
    caption = say(mark("Programme weights kept in the scenario. Only the weights in use made these scores."))
    return table(headings, rows, caption=caption, numbers=range(1, len(headings)))


def _profile_weight(weight: Optional[float], say: Voice) -> Plain:
    return Plain("–") if weight is None else say.plain(weight)
