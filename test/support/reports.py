# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports on made-up areas, and a strict reader of their pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Dict, Iterator, List, Optional, Sequence
from xml.etree.ElementTree import Element

import html5lib
import numpy as np

from vru_need_plugin.core.areas import AreaTable
from vru_need_plugin.core.messages import Message
from vru_need_plugin.core.outlines import fit_outlines
from vru_need_plugin.core.threshold import Direction, Threshold, ThresholdKind
from vru_need_plugin.report.page import report_page
from vru_need_plugin.report.subject import InputFile, Subject
from vru_need_plugin.report.voice import Voice
from vru_need_plugin.scenario.codec import dumps
from vru_need_plugin.scenario.document import (
    Areas,
    KeyLevel,
    Measure,
    Options,
    Scenario,
    Table,
    Value,
    ValueKind,
)
from vru_need_plugin.scoring.road import prepare, score_job
from vru_need_plugin.tables.raw import RawTable

ENGLISH = Voice(str)

TOP_TWO = Threshold(ThresholdKind.TOP_COUNT, 2)
ROBBERY = [9, 9, 7, 6, 5, 4, 3, 2, 1, None]
INCOME = [10, 20, 30, 40, 50, 60, 70, 80, 90, None]
TRUST = [0.4, 0.6, None]
NAMES = ["Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper"]
PARENT_OF = ["b1", "b1", "b1", "b1", "b2", "b2", "b2", "b2", "b3", "b3"]
PARENTS = {"b1": "North", "b2": "South", "b3": "West"}


def measure(name: str, table: str = "figures", **more: Any) -> Measure:
    """A measure on the column of its name, the two neediest above threshold unless told otherwise."""
    value = more.pop("value", Value(ValueKind.COLUMN, columns=(name,)))
    threshold = more.pop("threshold", TOP_TWO)
    return Measure(
        name, more.pop("title", name.title()), more.pop("theme", "Crime"), table, value, threshold, **more
    )


SCENARIO = Scenario(
    "A town",
    Areas("wards.gpkg|layername=wards", "code", "name", "lad", "BOROUGH"),
    (
        Table("figures", "figures.csv", "code", KeyLevel.AREA, citation="Figures of the town", as_of="2025"),
        Table("survey", "survey.csv", "lad", KeyLevel.PARENT),
    ),
    (
        measure("robbery", weight=2, unit="per 1,000", period="2024"),
        measure("income", theme="Health", direction=Direction.LOW),
        measure("trust", "survey", theme="Views", direction=Direction.LOW,
                threshold=Threshold(ThresholdKind.TOP_COUNT, 1)),
    ),
    Options(min_coverage=0.6),
    question="Which wards first?",
    author="The town",
    date="2026-01-31",
)  # fmt: skip
"""By hand: Ash 2 + 1 + 1 = 4, Birch the same, Cedar and Dogwood 1 (trust), the others 0; Juniper no score."""


def subject(
    scenario: Scenario = SCENARIO,
    *,
    names: Sequence[str] = NAMES,
    parent_of: Optional[Sequence[Optional[str]]] = PARENT_OF,
    columns: Optional[Dict[str, Sequence[Any]]] = None,
    outlines: bool = True,
    **more: Any,
) -> Subject:
    """A report's subject, scored from columns by name; areas lie side by side."""
    codes = [f"a{number:05}" for number in range(len(names))]
    lads = list(parent_of) if parent_of is not None else None
    called = [PARENTS.get(lad or "", lad) for lad in lads] if lads is not None else None
    areas = AreaTable("wards", codes, list(names), lads, called)
    columns = columns or {"robbery": ROBBERY, "income": INCOME}
    tables = {
        "figures": RawTable("figures.csv", [codes, *columns.values()], ["code", *columns]),
        "survey": RawTable("survey.csv", [list(PARENTS), TRUST], ["lad", "trust"]),
    }
    job = prepare(scenario, areas, {spec.id: tables[spec.id] for spec in scenario.tables})
    squares = [[np.array([[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]], float)] for x in range(len(names))]
    return Subject(
        job,
        score_job(job),
        dumps(scenario),
        files=(
            InputFile(Message("scenario"), "town.json", "ab" * 32, 1234),
            InputFile(Message("areas"), "Wards"),
        ),
        versions=(("QGIS", "3.22"),),
        outlines=fit_outlines(squares, grid=500) if outlines else None,
        **more,
    )


def without_survey(scenario: Scenario = SCENARIO, **changes: Any) -> Scenario:
    """The scenario with its ward-level measures only."""
    return replace(scenario, **{"tables": scenario.tables[:1], "measures": scenario.measures[:2], **changes})


def report(about: Subject) -> str:
    """The page in English."""
    return report_page(about, ENGLISH)


class Page:
    """A page parsed by the letter of HTML5: anything that is not valid is an error."""

    def __init__(self, text: str) -> None:
        builder = html5lib.getTreeBuilder("etree")
        parser = html5lib.HTMLParser(tree=builder, strict=True, namespaceHTMLElements=False)
        self.root = parser.parse(text)

    def all(self, *tags: str) -> List[Element]:
        """Every element of these names, whatever language it is of."""
        return [found for found in self.root.iter() if local(found) in tags]

    def by_id(self, name: str) -> Element:
        return next(found for found in self.root.iter() if found.get("id") == name)

    def words(self, name: Optional[str] = None) -> str:
        """All text of the page, or of the element with an id, blanks made single."""
        return words(self.by_id(name) if name else self.root)

    def rows(self, kind: str) -> List[Dict[str, str]]:
        """A table of a class as rows by heading."""
        table = next(found for found in self.all("table") if found.get("class") == kind)
        headings = [words(cell) for cell in table.find("thead").iter("th")]
        return [dict(zip(headings, map(words, row))) for row in table.find("tbody").iter("tr")]

    def counts(self, figure: str) -> Dict[str, int]:
        """The bars of the picture with this id (its title's id without its end), added up by state."""
        picture = next(
            found
            for found in self.all("svg")
            if (found.get("aria-labelledby") or "").startswith(f"{figure}-title")
        )
        found: Dict[str, int] = {}
        for bar in picture.iter():
            if bar.get("data-count"):
                found[bar.get("data-state")] = found.get(bar.get("data-state"), 0) + int(
                    bar.get("data-count")
                )
        return found


def local(found: Element) -> str:
    return str(found.tag).rpartition("}")[2]


def words(found: Element) -> str:
    return " ".join("".join(found.itertext()).split())


def attributes(page: Page) -> Iterator[tuple[str, str, str]]:
    """Every attribute: element, name, value."""
    for found in page.root.iter():
        for name, value in found.attrib.items():
            yield local(found), str(name), value
