# SPDX-License-Identifier: GPL-2.0-or-later
"""pandas, imported when it is first needed."""

from __future__ import annotations

from types import ModuleType

from ..core.messages import NeedError, mark


def need_pandas() -> ModuleType:
    """The pandas module.

    Raises
    ------
    NeedError
        This Python has none; it says how to get it.
    """
    try:
        import pandas
    except ImportError as error:
        raise NeedError(
            mark(
                "A long table is spread with pandas, which this QGIS does not have. Install it (Debian and "
                "Ubuntu: the package python3-pandas; Windows: in the OSGeo4W shell, python -m pip install "
                "pandas; macOS: the same with QGIS's own python) and start QGIS again, or give the table "
                "with one row an area."
            )
        ) from error
    return pandas
