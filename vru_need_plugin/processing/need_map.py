# SPDX-License-Identifier: GPL-2.0-or-later
"""``vruneed:needmap``: the printable map, or an atlas with a page for each parent."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import List, Optional, Tuple

from qgis.core import (
    QgsLayout,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QThread

from ..core.messages import NeedError, mark
from ..layers.cells import ready
from ..layers.dress import dress_for
from ..layers.new_layer import memory_layer
from ..layers.sources import open_layer
from ..report.number_marks import number_marks
from ..report.subject import Subject
from ..scenario.codec import dumps
from ..scoring.focus import focus_numbers
from ..scoring.outputs import need_fields
from ..scoring.road import prepare, score_job
from ..sheets import template as templates
from ..sheets.export import Wish, export
from ..sheets.order import Labels, Order, order_for
from ..sheets.sheet import make_sheet
from ..sheets.text_voice import TextVoice
from ..translation import tr, translated
from .algorithm import NeedAlgorithm, Parameters
from .inputs import Inputs, read_tables
from .report_log import log_job
