# SPDX-License-Identifier: GPL-2.0-or-later
"""A page for each parent, as QGIS's own atlas over the area layer: one area stands for its parent."""

from __future__ import annotations

from typing import Sequence

from qgis.core import QgsPrintLayout

from .expression_parts import literal
from .expressions import Expressions


def follow_parents(layout: QgsPrintLayout, words: Expressions, parents: Sequence[int]) -> None:
    """Make a layout an atlas with a page for each of these parents, by name; for all where none is given."""
    subject = words.subject
    chosen = tuple(parents) or tuple(range(len(subject.job.parents)))
    codes = subject.job.areas.codes
    # No layer of parents is needed, and none has to be kept: areas will do, those that name them elsewhere.
    first = [literal(str(codes[min(subject.areas_of_parent[parent])]).strip()) for parent in chosen]
    atlas = layout.atlas()
    atlas.setCoverageLayer(words.layer)
    atlas.setFilterFeatures(True)
    atlas.setFilterExpression(f"trim(to_string({words.code})) IN ({', '.join(first)})")
    atlas.setSortFeatures(True)
    atlas.setSortExpression(words.parent_name)
    atlas.setPageNameExpression(words.parent_name)
    atlas.setFilenameExpression("@atlas_pagename")
    atlas.setEnabled(True)
