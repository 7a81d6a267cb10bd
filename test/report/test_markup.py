# SPDX-License-Identifier: GPL-2.0-or-later
"""Everything is escaped that does not say it is markup, and nothing is written that HTML forbids."""

from __future__ import annotations

import json

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vru_need_plugin.report.markup import Markup, element, json_for_html, markup, user

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


def test_texts_are_escaped_and_markup_is_not() -> None:
    assert markup("<b> & \"x\" 'y'") == "&lt;b&gt; &amp; &quot;x&quot; &#x27;y&#x27;"
    assert markup(Markup("<b>")) == "<b>"
    assert element("p", "a<", Markup("<i></i>"), None, ["b", ">"]) == "<p>a&lt;<i></i>b&gt;</p>"


def test_attributes_are_escaped_and_none_is_left_out() -> None:
    made = element("rect", class_='"><script>', data_count=3, x=1.23456, width=2.0, fill=None)
    assert made == '<rect class="&quot;&gt;&lt;script&gt;" data-count="3" x="1.23" width="2"></rect>'


def test_void_elements_have_no_end() -> None:
    assert element("meta", charset="utf-8") == '<meta charset="utf-8">'


@given(ANY_TEXT)
def test_any_text_makes_a_valid_page_and_comes_back_as_it_was_but_for_what_html_forbids(text: str) -> None:
    told = element("p", user(text), title=text)
    page = f"<!DOCTYPE html><html><head><title>x</title></head><body>{told}</body></html>"
    page.encode("utf-8")
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    (inner,) = parser.parse(page).iter("bdi")
    shown = "".join(inner.itertext())
    kept = text.replace("\r\n", "\n").replace("\r", "\n")
    assert len(shown) == len(kept)
    assert all(here in (there, "\ufffd") for here, there in zip(shown, kept))


@given(st.recursive(ANY_TEXT, lambda inner: st.lists(inner, max_size=3), max_leaves=5))
def test_json_for_html_stands_for_the_same_and_holds_nothing_that_html_forbids(document: object) -> None:
    told = json_for_html(json.dumps(document, ensure_ascii=False))
    assert json.loads(told) == json.loads(json.dumps(document))
    assert markup(told).count("\ufffd") == str(document).count("\ufffd")


@pytest.mark.parametrize(
    "character", ["\x00", "\x0b", "\x7f", "\x9f", "\ud800", "\ufdd0", "\uffff", "\U0010fffe"]
)
def test_forbidden_characters_are_replaced(character: str) -> None:
    assert markup(f"a{character}b") == "a\ufffdb"
