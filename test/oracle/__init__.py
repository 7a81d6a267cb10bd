# SPDX-License-Identifier: GPL-2.0-or-later
"""The plain re-computation that the plugin's figures are compared with."""
