# SPDX-License-Identifier: GPL-2.0-or-later
"""How large what is read may be: stated here and nowhere else, and told to users in docs/limits.md.

The limits lie far above what anybody publishes for areas. They are there so that a file which was
made or damaged to fill the memory is refused while that is still cheap.
"""

from __future__ import annotations

LARGEST_SCENARIO = 10_000_000
"""Bytes of a scenario file."""
MOST_TABLES = 500
MOST_MEASURES = 1_000
MOST_PROFILES = 500

LARGEST_TEXT = 200_000_000
"""Bytes of a CSV or other text file."""
LARGEST_WORKBOOK = 100_000_000
"""Bytes of a workbook (.xlsx, .ods, .xls) as it lies on the disk."""
LARGEST_UNPACKED = 500_000_000
"""Bytes of all that is packed in a workbook, and of all its cells' texts."""
MOST_PARTS = 10_000
"""Files packed in a workbook."""

MOST_COLUMNS = 20_000
MOST_CELLS = 50_000_000
"""Rows times columns of a table, and keys times columns of one that is spread."""
MOST_SHEET_COLUMNS = 2_000
"""Columns of a sheet of a workbook, of which GDAL would drop what is beyond."""
MOST_SHEET_CELLS = 20_000_000
"""The same of a sheet of a workbook, and of a text of odd quotation marks, which take more memory."""
LONGEST_CELL = 131_072
"""Characters of a cell. Excel's own limit is 32,767."""
