# SPDX-License-Identifier: GPL-2.0-or-later
"""From a table's cells as read to tidy columns keyed on normalised codes, with a report."""
