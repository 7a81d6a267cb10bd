# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers as the report writes them."""

from __future__ import annotations

import pytest

from vru_need_plugin.report.numbers import NumberMarks

ENGLISH, FRENCH = NumberMarks(), NumberMarks(",", "\u202f")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (2.0, "2"),
        (0.5, "0.5"),
        (12.25, "12.25"),
        (-0.0, "0"),
        (1234.5, "1,234.5"),
        (1000, "1,000"),
        (0.001, "0.001"),
    ],
)
def test_scores_and_weights_are_in_full(value: float, told: str) -> None:
    assert ENGLISH.plain(value) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (33.914301893, "33.91"),
        (0.0123456, "0.01235"),
        (12345.678, "12,346"),
        (1000.4, "1,000"),
        (7.0, "7"),
        (-5.4321, "-5.432"),
        (0, "0"),
        (float("nan"), "–"),
        (1.23456e-9, "1.235e-09"),
    ],
)
def test_figures_have_four_digits(value: float, told: str) -> None:
    assert ENGLISH.figure(value) == told


@pytest.mark.parametrize(
    ("value", "times", "told"),
    [
        (4e-7, 1, "0.0000004"),
        (1234567.125, 1, "1,234,567.125"),
        (100.0, 1, "100"),
        (1e22, 1, "10,000,000,000,000,000,000,000"),
        (0.0125, 100, "1.25"),
        (0.3333, 100, "33.33"),
        (0.07, 100, "7"),  # 7.000000000000001 in floats
    ],
)
def test_what_someone_set_keeps_every_digit(value: float, times: int, told: str) -> None:
    assert ENGLISH.setting(value, times) == told


def test_marks_are_the_languages_own() -> None:
    assert FRENCH.plain(1234.5) == "1\u202f234,5"
    assert FRENCH.full(0.1 + 0.2) == "0,30000000000000004"
    assert NumberMarks(".", "").whole(12345) == "12345"
    assert ENGLISH.percent(0.375) == "37.5"
    assert ENGLISH.percent(0.25) == "25"
