# SPDX-License-Identifier: GPL-2.0-or-later
"""The scenario document: everything a score depends on, as dataclasses and as JSON."""
