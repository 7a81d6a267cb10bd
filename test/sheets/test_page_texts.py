# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts that differ from page to page of an atlas fit on each, and none is lost, however long it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtXml import QDomDocument

from support.pdf import page_texts
from support.sheets import scored, sheet, texts
from support.small_town import small_town
from vru_need_plugin.scenario import codec
from vru_need_plugin.sheets import items, left_over
from vru_need_plugin.sheets.export import Wish, export
from vru_need_plugin.sheets.fit import fits
from vru_need_plugin.sheets.fonts import height
from vru_need_plugin.sheets.left_over import in_parts
from vru_need_plugin.sheets.more_pages import running_title
from vru_need_plugin.sheets.page_writers import printed_pages

FEARS = [f"Residents who feel unsafe walking alone after dark, number {at}" for at in range(12)]


@pytest.fixture(scope="module")
def fearful(qgis_app, tmp_path_factory):
    """The small town with 13 measures by borough; South is above threshold on each, North on none."""
    folder = tmp_path_factory.mktemp("town")
    scenario = codec.load(small_town(folder))
    trust = scenario.measures[2]
    more = [replace(trust, id=f"p{at}", title=title) for at, title in enumerate(FEARS)]
    project = QgsProject()
    yield scored(replace(scenario, measures=(*scenario.measures, *more)), folder, project)
    project.clear()


@pytest.fixture(params=["borough-a4-portrait", "borough-a3-landscape"])
def atlas(request, fearful):
    return sheet(fearful, request.param, atlas=True)


def pages(layout):
    """The labels of each page of an atlas that is printed, by the page's name."""
    atlas = layout.atlas()
    assert atlas.beginRender()
    for number in range(atlas.count()):
        atlas.seekTo(number)
        shown = printed_pages(layout)
        yield atlas.nameForPage(number), [one for one in items.labels(layout) if one.page() in shown]
    atlas.endRender()


def test_every_label_fits_on_every_page(atlas):
    for _, labels in pages(atlas):
        assert [one.currentText() for one in labels if not fits(one)] == []


def test_a_line_that_is_cut_on_a_page_is_in_full_on_a_further_page(fearful):
    layout = sheet(fearful, "borough-a4-portrait", atlas=True)
    told = {name: [one.currentText() for one in labels] for name, labels in pages(layout)}
    whole = next(text for text in told["South"] if all(title in text for title in FEARS))
    assert whole.startswith("Known by borough only, 13 of the measures: South is above threshold on Trust;")
    assert whole.endswith("which adds 13 to every ward.")
    cut = next(text for text in told["South"] if text.endswith("(in full on the last page of this borough)"))
    assert whole.startswith(cut.partition("…")[0])
    assert (
        told["South"].count("What holds for all of them") == told["South"].count("Small town  ·  South") == 1
    )
    assert not any("in full on the last page" in text for text in told["North"])
    assert "What holds for all of them" not in told["North"]


def test_the_further_page_is_printed_where_it_is_needed_and_not_elsewhere(fearful, tmp_path):
    layout = sheet(fearful, "borough-a4-portrait", atlas=True)
    export(layout, Wish(tmp_path / "atlas.pdf", dpi=50))
    holds = ["What holds for all of them" in text for text in page_texts(tmp_path / "atlas.pdf")]
    assert holds.count(True) == 1
    assert holds[-1]
    export(layout, Wish(tmp_path / "each.pdf", dpi=50, a_file_a_page=True))
    each = [page_texts(tmp_path / f"each {name}.pdf") for name in ("North", "South")]
    assert len(each[1]) == len(each[0]) + 1


def test_a_single_sheet_does_the_same(fearful):
    layout = sheet(fearful, "borough-a4-portrait", parents=(1,))
    assert any(all(title in text for title in FEARS) for text in texts(layout))
    assert all(fits(label) for label in items.labels(layout))


@pytest.mark.parametrize("kind", ["a4-portrait", "atlas"])
def test_a_text_longer_than_a_page_goes_on_to_the_next(town, kind):
    purpose = " ".join(f"word{at}" for at in range(1800))
    more = {"atlas": True} if kind == "atlas" else {}
    layout = sheet(town, "borough-a4-portrait" if more else kind, purpose=purpose, **more)
    labels = [one for one in items.labels(layout) if one.id() == items.CONTINUED]
    told = " ".join(one.currentText() for one in labels if "word" in one.currentText())
    assert told == purpose
    assert all(fits(label) for label in items.labels(layout))


def test_a_text_that_is_too_long_even_so_says_that_it_is_not_all(town, monkeypatch):
    monkeypatch.setattr(left_over, "MOST_PAGES", 2)
    layout = sheet(town, "a4-portrait", purpose=" ".join(f"word{at}" for at in range(3000)))
    told = texts(layout)
    assert sum(text.startswith("word") or " word" in text for text in told) <= 5
    assert any(text.endswith("… (too long to be printed in full)") for text in told)


def test_a_part_is_whole_lines_and_nothing_is_lost():
    font = QFont("DejaVu Sans")
    font.setPointSizeF(9)
    for text in ("one two three " * 90, "a" * 900, "one\n\ntwo  three\n" * 30, "😀 à la " * 80, ""):
        parts = in_parts(text, font, 60, 40)
        assert "".join("".join(parts).split()) == "".join(text.split())
        assert all(height(part, font, 60) <= 40 for part in parts)


# What is one sign on paper stays one


def halves(text):
    """Halves of signs, which no font has."""
    return [letter for letter in text if "\ud800" <= letter <= "\udfff"]


def running_head(title):
    context, scope = QgsExpressionContext(), QgsExpressionContextScope()
    scope.setVariable("vru_title", title)
    context.appendScope(scope)
    return QgsExpression(running_title()).evaluate(context)


@pytest.mark.parametrize("before", range(46, 53))
@pytest.mark.parametrize(
    "sign", ["\U0001f600", "\U0001f469\u200d\U0001f469\u200d\U0001f467", "e\u0301", "\U0001f3f4"]
)
def test_a_running_head_is_cut_between_signs(qgis_app, before, sign):
    title = "x" * before + sign + "y" * 40
    head, dots, rest = running_head(title).partition("…")
    assert dots
    assert not rest
    assert title.startswith(head)
    assert head[46:].strip("xy") in ("", sign)
    assert len(head.replace(sign, "z")) == 50


@pytest.mark.parametrize("title", ["A & B\\1 [% 1 %]", "", "x" * 50, "two\nlines"])
def test_a_short_title_is_the_running_head_as_it_is(qgis_app, title):
    assert running_head(title) == title


def test_a_text_with_signs_of_two_halves_is_cut_between_words(town):
    purpose = "😀".join(f" Where should youth workers go in {at}?" for at in range(400)).strip()
    layout = sheet(town, "a4-portrait", purpose=purpose)
    cut = next(text for text in texts(layout) if text.endswith("… (in full on the last page)"))
    kept = cut.partition("…")[0]
    assert purpose.startswith(f"{kept} ")
    assert not any(map(halves, texts(layout)))


def test_a_text_that_is_changed_in_the_layout_is_shown_as_it_is_then(town):
    layout = sheet(town, "a4-portrait", purpose=" ".join(f"word{at}" for at in range(400)))
    label = next(
        one for one in items.labels(layout) if one.currentText().endswith("(in full on the last page)")
    )
    QgsExpressionContextUtils.setLayoutVariable(layout, "vru_purpose", "Another")
    assert label.currentText() == "Another"


def test_what_is_cut_is_cut_in_a_saved_layout_too(town):
    purpose = " ".join(f"“word{at}”\n & <b>{at}</b>" for at in range(400))
    layout, document = sheet(town, "a4-portrait", purpose=purpose), QDomDocument()
    document.appendChild(layout.writeXml(document, QgsReadWriteContext()))
    again = QgsPrintLayout(town.project)
    read = QDomDocument()
    read.setContent(document.toString())
    assert again.readXml(read.documentElement(), read, QgsReadWriteContext())
    assert texts(again) == texts(layout)
    assert any(text.endswith("(in full on the last page)") for text in texts(again))
