# SPDX-License-Identifier: GPL-2.0-or-later
"""What becomes of a layer when writing to it goes wrong; run.py is the script."""
