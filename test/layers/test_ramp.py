# SPDX-License-Identifier: GPL-2.0-or-later
"""Every palette keeps its order for every eye and on a photocopy, and alarms nobody."""

from __future__ import annotations

import pytest

from support.colour_vision import VISIONS, difference, lab, luminance, seen
from vru_need_plugin.layers.ramp import NO_DATA, NONE_ABOVE, PAPER, Palette, faded, ramp

PAPER_CLASSES = (1, 2, 3, 4, 5)
SCREEN_CLASSES = (6, 8, 12, 16)


def shades(count, palette, fade=False):
    """The class of 0 and the classes above it."""
    colours = [NONE_ABOVE, *ramp(count, palette)]
    return [faded(colour) for colour in colours] if fade else colours


def least_difference(colours, vision):
    found = [lab(seen(colour, vision)) for colour in colours]
    return min(difference(one, other) for one, other in zip(found, found[1:]))


# Pairs and their differences from Sharma, Wu and Dalal (2005), table 1.
@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
        ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0009), 7.1792),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_yardstick_itself_is_right(one, other, expected):
    assert difference(one, other) == pytest.approx(expected, abs=1e-4)
    assert difference(other, one) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("fade", [False, True], ids=["in full", "faded"])
@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("count", PAPER_CLASSES + SCREEN_CLASSES)
@pytest.mark.parametrize("palette", Palette)
def test_more_need_is_darker_for_every_eye(palette, count, vision, fade):
    lightness = [lab(seen(colour, vision))[0] for colour in shades(count, palette, fade)]
    assert all(low > high for low, high in zip(lightness, lightness[1:])), lightness


@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize("count", PAPER_CLASSES)
def test_a_photocopy_keeps_the_classes_of_paper_apart(palette, count):
    grey = [lab(seen(colour, "grey"))[0] for colour in ramp(count, palette)]
    assert all(low - high >= 11 for low, high in zip(grey, grey[1:])), grey
    assert luminance(NONE_ABOVE) - luminance(ramp(count, palette)[0]) > 0.1


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("palette", Palette)
def test_neighbouring_classes_of_paper_can_be_told_apart(palette, vision):
    assert least_difference(ramp(5, palette), vision) >= 8
    assert least_difference(shades(5, palette), vision) >= 4, "0 and the first band"


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("palette", Palette)
def test_neighbouring_classes_of_the_screen_can_be_told_apart(palette, vision):
    assert least_difference(ramp(8, palette), vision) >= 4
    # Sixteen shades are for the screen, where an area says its score; 1 is what an eye just sees.
    assert least_difference(ramp(16, palette), vision) >= 1.8


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("palette", Palette)
def test_faded_classes_can_still_be_told_apart(palette, vision):
    assert least_difference(shades(5, palette, fade=True), vision) >= 1.4
    assert least_difference([faded(colour) for colour in ramp(5, palette)], vision) >= 2.5


@pytest.mark.parametrize("vision", VISIONS)
def test_hatching_is_seen_on_its_ground_and_is_no_colour_of_the_ramp(vision):
    line, ground = lab(seen(NO_DATA, vision)), lab(seen(PAPER, vision))
    assert difference(line, ground) >= 24
    assert difference(lab(seen(faded(NO_DATA), vision)), ground) >= 6
    assert difference(ground, lab(seen(NONE_ABOVE, vision))) > 1


@pytest.mark.parametrize("palette", Palette)
def test_no_palette_alarms(palette):
    for colour in ramp(17, palette):
        red, green, blue = colour
        assert red <= max(green, blue) + 60, "nothing near red"
        lightness, green_red, blue_yellow = lab(seen(colour))
        assert lightness > 15, "nothing near black"
        assert not (green_red > 35 and blue_yellow > 15), "nothing near red"
