# SPDX-License-Identifier: GPL-2.0-or-later
"""Need fields written on to a PostGIS table that others use too: one transaction of the database.

QGIS's own commit is two transactions on the main thread, which holds the window while somebody else
holds a row, and overwrites without a look what somebody else wrote. Here the columns and the values
land together, beside the window, on a connection that can be given up at any moment; and what the
table holds is compared, under the lock, with what it held when the write was prepared.

The client is psycopg2, which QGIS brings along for its own database tools. Only `link`, `sql` and what
uses them import it, and only once a PostGIS layer is written to.
"""
