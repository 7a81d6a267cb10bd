# SPDX-License-Identifier: GPL-2.0-or-later
"""The invented city of Marlbury: its wards, its figures and the files that they are published in."""
