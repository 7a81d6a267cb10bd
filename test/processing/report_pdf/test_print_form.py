# SPDX-License-Identifier: GPL-2.0-or-later
"""The page's elements come through in the form that Qt's rich text knows, escaped as they were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import QByteArray
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtSvg import QSvgRenderer

from support.reports import ENGLISH, SCENARIO, subject
from vru_need_plugin.processing.report_pdf.pictures import picture
from vru_need_plugin.processing.report_pdf.print_form import millimetres, print_form
from vru_need_plugin.processing.report_pdf.tree import parsed
from vru_need_plugin.report.page import report_page

HOSTILE = '<script>alert(1)</script> & "it\'s" [% 6 * 7 %]'


def form_of(body):
    page = f"<html><head><title>T &amp; t</title></head><body><main>{body}</main></body></html>"
    return print_form(parsed(page), "sans-serif")


def plain(html):
    """The words of rich text as Qt shows them."""
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


@pytest.fixture
def report(qgis_app):
    measures = (replace(SCENARIO.measures[0], title=HOSTILE), *SCENARIO.measures[1:])
    return report_page(subject(replace(SCENARIO, title=HOSTILE, measures=measures)), ENGLISH, "en")


def words_of(node):
    """The words of an element, those of pictures and of the contents aside."""
    if node.tag in ("svg", "nav"):
        return set()
    found = [set(child.split()) if isinstance(child, str) else words_of(child) for child in node.children]
    return set().union(*found)


def test_every_word_of_the_page_is_printed(report):
    form = print_form(parsed(report), "sans-serif")
    printed = "".join(plain(part.html) for part in form.parts).replace("\xa0", " ")
    missing = {word for word in words_of(next(parsed(report).all("main"))) if word not in printed}
    assert not missing


def test_what_is_no_markup_stays_none(report):
    form = print_form(parsed(report), "sans-serif")
    assert form.title == HOSTILE
    whole = "".join(part.html for part in form.parts)
    assert "<script" not in whole
    assert HOSTILE in plain(whole).replace("\xa0", " ")


def test_the_long_ranking_lies_on_its_side_and_only_that(report):
    parts = print_form(parsed(report), "sans-serif").parts
    assert [part.is_landscape for part in parts] == [False, True, False]
    assert "Ranking of all" in plain(parts[1].html)


def test_facts_and_columns_become_tables_and_lists_are_read_down():
    facts = '<dl class="facts"><div><dt>Level</dt><dd>ward</dd></div></dl>'
    assert "<td>ward</td>" in form_of(facts).parts[0].html
    items = "".join(f"<li><b>{number}</b> x</li>" for number in range(1, 6))
    html = form_of(f'<ul class="keys">{items}</ul>').parts[0].html
    assert [line for line in plain(html).split() if line.isdigit()] == ["1", "3", "5", "2", "4"]


def test_words_from_right_to_left_are_kept_apart():
    assert "\u2068שלום\u2069" in form_of("<p><bdi>שלום</bdi> ward</p>").parts[0].html
    assert "\u2068" not in form_of("<p><bdi>Ash</bdi> ward</p>").parts[0].html


@pytest.mark.usefixtures("qgis_app")
def test_every_picture_of_a_report_is_one_that_qt_draws(report):
    found = print_form(parsed(report), "sans-serif").pictures
    assert {"map", "chart", "wide", "swatch"} <= {one.kind for one in found}
    for one in found:
        assert QSvgRenderer(QByteArray(one.svg)).isValid()
        assert "url(" not in one.svg.decode("utf-8")
        width, height = millimetres(one)
        assert 0 < width <= 178
        assert 0 < height <= 140


def picture_of(inner):
    svg = f'<svg viewBox="0 0 100 50" class="chart">{inner}</svg>'
    return picture(next(parsed(svg).all("svg")), "sans-serif")


def test_hatching_is_told_apart_with_its_place():
    found = picture_of(
        '<g transform="translate(3 4)"><g fill="url(#x)"><path d="M1 2l5 0 0 5z"></path></g>'
        '<rect x="1" y="2" width="3" height="4" fill="url(#x)"></rect></g>'
    )
    assert [(one.path, one.shift) for one in found.hatched] == [
        ("M1 2l5 0 0 5z", (3.0, 4.0)),
        ("M1 2l3 0 0 4 -3 0z", (3.0, 4.0)),
    ]


def test_a_label_on_a_halo_is_told_apart_line_by_line():
    found = picture_of(
        '<text font-size="9" fill="#111111" stroke="#ffffff" stroke-width="2" data-label="rank"'
        ' font-weight="700"><tspan x="1" y="2">&lt;a&gt;</tspan><tspan x="1" y="12">b</tspan></text>'
    )
    assert [(one.text, one.x, one.y, one.is_bold) for one in found.labels] == [
        ("<a>", 1, 2, True),
        ("b", 1, 12, True),
    ]
    assert b"<text" not in found.svg


def test_words_in_pictures_are_escaped():
    found = picture_of('<text x="1" y="2">a &lt;b&gt; &amp; &quot;</text>')
    assert "a &lt;b&gt; &amp; &quot;" in found.svg.decode("utf-8")
