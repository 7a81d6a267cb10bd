# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole report as one HTML page that needs nothing else: no script, no file, no address."""

from __future__ import annotations

from typing import List, Tuple

from ..core.messages import NOT_AN_INDEX, mark
from .appendix import appendix
from .classes import score_classes
from .data import data
from .limits import limits
from .markup import Markup, element
from .method import method
from .opening import contents, in_short, opening
from .outcome import outcomes
from .parts import paragraph
from .results import results
from .stylesheet import stylesheet
from .subject import Subject
from .voice import Voice
from .words import words_for

_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'"


def report_page(subject: Subject, say: Voice, language: str = "en") -> str:
    """The report.

    Parameters
    ----------
    subject
        The job with its scores, and what it was made from.
    say
        The user's language.
    language
        Its code, such as ``en``, for the page's ``lang``.

    Returns
    -------
    str
        HTML5; the same for the same subject and language, whenever it is made.
    """
    words = words_for(subject.scenario.areas, say)
    found = outcomes(subject)
    classes = score_classes(subject.result)
    body = element(
        "main",
        opening(subject, words, say),
        contents(_contents(say), say),
        in_short(subject, classes, words, say),
        data(subject, words, say),
        method(subject, found, words, say),
        results(subject, classes, words, say),
        limits(subject, found, words, say),
        appendix(subject, say),
        element("footer", paragraph(say(NOT_AN_INDEX))),
    )
    page = element("html", _head(subject, say), element("body", body), lang=language)
    return f"<!DOCTYPE html>\n{page}\n"


def _head(subject: Subject, say: Voice) -> Markup:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_NOTHING_ELSE),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", subject.scenario.title),
        element("style", stylesheet(say.text(mark("A decision aid for one decision, not an index")))),
    )


def _contents(say: Voice) -> List[Tuple[str, Markup]]:
    return [
        ("in-short", say(mark("In short"))),
        ("data", say(mark("Data"))),
        ("measures", say(mark("Measures and method"))),
        ("results", say(mark("Results"))),
        ("limits", say(mark("Limits"))),
        ("appendix", say(mark("Appendix"))),
    ]
