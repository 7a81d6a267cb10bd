# SPDX-License-Identifier: GPL-2.0-or-later
"""What labels say on every page of an atlas, told without turning its pages."""

from __future__ import annotations

from functools import cached_property
from typing import List, Tuple

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsLayoutItemLabel,
    QgsPrintLayout,
)

_OF_A_PAGE = "@atlas_"


class PageTexts:
    """The texts of a layout's labels.

    QGIS itself knows only the page that an atlas is at, and none before it is drawn.

    Parameters
    ----------
    layout
        Its labels show our variables by name.
    """

    def __init__(self, layout: QgsPrintLayout) -> None:
        self._layout = layout

    def of(self, item: QgsLayoutItemLabel) -> Tuple[str, ...]:
        """All that a label says, on one page or another, each text once."""
        if _OF_A_PAGE not in item.text() or not self._pages:
            return (item.currentText(),)
        context = item.createExpressionContext()
        told: List[str] = []
        for page in self._pages:
            context.appendScope(QgsExpressionContextScope(page))
            told.append(str(QgsExpression.replaceExpressionText(item.text(), context)))
            context.popScope()
        return tuple(dict.fromkeys(told))

    @cached_property
    def _pages(self) -> List[QgsExpressionContextScope]:
        """Of each page what QGIS says of it while it is drawn."""
        atlas = self._layout.atlas()
        if not atlas.enabled() or atlas.coverageLayer() is None:
            return []
        layer, name = atlas.coverageLayer(), QgsExpression(atlas.pageNameExpression())
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.appendScope(QgsExpressionContextUtils.layoutScope(self._layout))
        request = QgsFeatureRequest()
        if atlas.filterFeatures():
            request.setFilterExpression(atlas.filterExpression())
        found = []
        for feature in layer.getFeatures(request):
            context.setFeature(feature)
            page = QgsExpressionContextScope()
            page.setFeature(feature)
            page.setVariable("atlas_feature", feature)
            page.setVariable("atlas_pagename", name.evaluate(context))
            found.append(page)
        return found
