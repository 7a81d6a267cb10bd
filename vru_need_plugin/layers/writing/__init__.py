# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing scores: on to a layer that exists, to a new file, to a table to join."""
