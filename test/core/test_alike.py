# SPDX-License-Identifier: GPL-2.0-or-later
"""Words spelled alike, and texts of others short enough to show."""

from __future__ import annotations

from vru_need_plugin.core.alike import alike, shortened


def test_the_likest_comes_first():
    assert alike("robery", ["theft", "robbery", "robberies"], 2) == ["robbery", "robberies"]
    assert alike("x", ["theft"], 2) == []


def test_pages_of_text_are_compared_with_nothing():
    page = "robbery " * 50_000
    assert alike(page, ["robbery", page], 3) == []
    assert alike("robbery", [page, "robbery"], 3) == ["robbery"]


def test_a_long_text_ends_in_an_ellipsis():
    assert shortened("a" * 100) == "a" * 100
    assert shortened("a" * 101) == "a" * 99 + "…"
    assert shortened("abc", 2) == "a…"


def test_half_a_character_is_gone():
    shortened("a\ud800b").encode("utf-8")
    assert shortened("a\ud800b") == "a?b"
