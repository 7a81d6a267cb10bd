# SPDX-License-Identifier: GPL-2.0-or-later
"""Need fields written to a table in one transaction, once nobody else is at it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from typing import Any, Dict, List, Optional, Sequence, Tuple

import psycopg2
from qgis.core import QgsFeatureRequest, QgsVectorLayer, QgsVectorLayerFeatureSource

from ....core.feedback import Feedback, Silent, check, tell
from ....core.messages import Message, NeedError, mark
from ....core.output import FieldKind, OutputField
from ...columns import plain
from ..plan import Plan
from ..route import Order, Written, show_source
from .link import Link, LostError
from .refusals import DEADLOCK, DEPENDENT_OBJECTS, LOCK_NOT_AVAILABLE, NOT_ALLOWED, in_doubt, reached, told
from .route import Place
from .sql import TYPES, Key, Statements, Target, array, cell, quoted, slices
from .table import (Seen, Table, check_columns, check_rights, find_table, holders, keys_of, look, types_of)
