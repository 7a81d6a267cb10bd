# SPDX-License-Identifier: GPL-2.0-or-later
"""How a layer with need fields is drawn and labelled: chosen, made, worn and kept.

`choice.Choice` says what to draw and how; `looks.look_for` makes the renderer from it, `wear.wear`
puts it on a layer; `labels` has the labels, `parent_outlines` the lines between boroughs.
"""
