# SPDX-License-Identifier: GPL-2.0-or-later
"""The kinds of file that tables come in, for file dialogs."""

from __future__ import annotations

from ..translation import tr


def file_filter() -> str:
    """The filter of a file dialog: tables, and everything."""
    return (
        tr("Tables")
        + " (*.csv *.tsv *.tab *.txt *.xlsx *.xlsm *.xls *.ods *.gpkg *.dbf);;"
        + tr("All files")
        + " (*)"
    )
