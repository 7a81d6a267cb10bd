# SPDX-License-Identifier: GPL-2.0-or-later
"""GSS codes and the kinds of areas they name."""

from __future__ import annotations

from vru_need_plugin.core.gss import commonest_kind, is_gss


def test_a_gss_code_is_a_letter_and_eight_digits():
    assert is_gss("e05000026")
    assert is_gss("E05000026")
    assert not any(map(is_gss, ["00abfx", "e0500002", "e050000260", "0e5000026", "#1", "e0500002٣"]))


def test_the_commonest_beginning_wins_and_the_alphabet_decides_between_two():
    assert commonest_kind(["e05000001", "e05000002", "e09000001"]) == "e05"
    assert commonest_kind(["w05000001", "e05000002"]) == "e05"
    assert commonest_kind(["e05000001", "1001"]) is None
    assert commonest_kind([]) is None
