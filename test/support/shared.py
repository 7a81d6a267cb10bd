# SPDX-License-Identifier: GPL-2.0-or-later
"""The real published data beside the project, where it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
"""The project's folder."""

DATA = ROOT.parent / "shared" / "data"
"""Published tables and boundaries, never copied into the project."""

needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the published data (../shared/data) is not here")
"""Decorator for tests on the published data."""
