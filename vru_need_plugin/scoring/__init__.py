# SPDX-License-Identifier: GPL-2.0-or-later
"""The one road from scenario, tables and areas to scores, shared by the dock and Processing."""
